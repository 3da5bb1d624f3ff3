#include "core/package/packagereader.h"

#include "core/package/verifier.h"
#include "tests/support/bag.h"
#include "tests/support/packages.h"
#include "tests/support/rawzip.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace plimsoll;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(QList<plimsoll::test::RawEntry>)

namespace {

/// Opens and reads every file, as whoever trusts the reader would.
Done readAll(const QString &path, const PackageLimits &limits = {})
{
    auto reader = PackageReader::open(path, limits);
    if (!reader)
        return tl::unexpected(reader.error());
    for (const PackagedFile &file : reader->files()) {
        if (const auto bytes = reader->read(file.path, 1 << 20); !bytes)
            return tl::unexpected(bytes.error());
    }
    return {};
}

RawEntry named(const QByteArray &name)
{
    return {name, "content"};
}

QString interop()
{
    return qEnvironmentVariable("PLIMSOLL_INTEROP");
}

}

class PackageReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anHonestForeignZipReads()
    {
        const QTemporaryDir dir;
        RawEntry folder{"bag/", {}, 040755};
        RawEntry text{"bag/data/größe.txt", QByteArray("text ").repeated(1000), 0100600, true};
        text.flags = 0x800;
        writeFile(dir.filePath(u"a.zip"_s), rawZip({folder, named("bag/bagit.txt"), text}));

        auto reader = PackageReader::open(dir.filePath(u"a.zip"_s));

        QVERIFY2(reader, reader ? "" : qPrintable(reader.error().message + reader.error().detail));
        QCOMPARE(reader->name(), u"bag"_s);
        QCOMPARE(reader->files(), (QList<PackagedFile>{{u"bagit.txt"_s, 7}, {u"data/größe.txt"_s, 5000}}));
        QCOMPARE(*reader->read(u"data/größe.txt"_s, 5000), text.content);
        QVERIFY(!reader->read(u"data/größe.txt"_s, 4999));
        QVERIFY(!reader->read(u"data/missing"_s, 10));
    }

    void hostileArchivesAreRefused_data()
    {
        QTest::addColumn<QList<RawEntry>>("entries");
        QTest::addColumn<QString>("word");
        const auto row = [](const char *name, const QList<RawEntry> &entries, const QString &word) {
            QTest::newRow(name) << entries << word;
        };
        row("dotdot", {named("../../evil.txt")}, u"climbs"_s);
        row("absolute", {named("/etc/evil")}, u"absolute"_s);
        row("drive", {named("C:\\evil")}, u"Windows"_s);
        row("backslash", {named("bag\\..\\evil")}, u"Windows"_s);
        row("device", {named("bag/CON.txt")}, u"device"_s);
        row("nul", {named(QByteArray("bag/ok\0txt", 10))}, u"control character"_s);
        row("escape", {named("bag/\x1b[2J")}, u"control character"_s);
        row("legacy code page", {named("bag/gr\x94sse")}, u"UTF-8"_s);
        row("symlink", {{"bag/link", "/etc", 0120777}, named("bag/link/evil")}, u"link"_s);
        row("fifo", {{"bag/fifo", {}, 0010644}}, u"device"_s);
        row("duplicate", {named("bag/a"), named("bag/a")}, u"contradict"_s);
        row("case", {named("bag/a"), named("bag/A")}, u"ambiguous"_s);
        row("composition", {named("bag/\xc3\xa9"), named("bag/e\xcc\x81")}, u"ambiguous"_s);
        row("file and folder", {named("bag/a"), named("bag/a/b")}, u"ambiguous"_s);
        row("two tops", {named("bag/a"), named("other/a")}, u"one folder"_s);
        row("no top", {named("a")}, u"one folder"_s);
        row("long name", {named("bag/" + QByteArray(60'000, 'n'))}, u"longer"_s);
        row("bomb", {{"bag/zeros", QByteArray(64 << 20, '\0'), 0100644, true}}, u"attack"_s);
        row("declared less", {{"bag/a", QByteArray(200'000, 'x'), 0100644, true, 10}}, u"size mismatch"_s);
        row("declared more", {{"bag/a", QByteArray(2000, 'x'), 0100644, true, 3000}}, u"size mismatch"_s);
        row("checksum", {{"bag/a", "content", 0100644, false, -1, {}, 1}}, u"damaged archive"_s);
        row("other local name", {{"bag/a", "content", 0100644, false, -1, "bag/b"}}, u"contradict"_s);
        row("encrypted", {{"bag/a", "content", 0100644, false, -1, {}, 0, 1}}, u"encrypted"_s);
    }
    void hostileArchivesAreRefused()
    {
        QFETCH(QList<RawEntry>, entries);
        QFETCH(QString, word);
        const QTemporaryDir dir;
        const QString path = dir.filePath(u"hostile.zip"_s);
        writeFile(path, rawZip(entries));

        const auto read = readAll(path);

        QVERIFY(!read);
        QVERIFY2(read.error().message.contains(word), qPrintable(read.error().message));
        QVERIFY(!verify(path, unwatched())->isGood());
        QCOMPARE(QDir(dir.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(), 1);
    }

    void overlappingEntriesAreRefused()
    {
        const QTemporaryDir dir;
        const QByteArray content(1'000'000, 'x');
        const QByteArray one = rawZip({{"bag/0000", content}});
        QByteArray directory;
        const QByteArray entry = one.mid(one.indexOf("PK\x01\x02"), 46);
        for (int i = 0; i < 50; ++i)
            directory += entry + "bag/" + QByteArray::number(i).rightJustified(4, '0');
        const qsizetype start = one.indexOf("PK\x01\x02");
        writeFile(dir.filePath(u"a.zip"_s),
                  one.left(start) + directory + QByteArray("PK\x05\x06\0\0\0\0", 8) + littleEndian(50, 2) +
                      littleEndian(50, 2) + littleEndian(quint64(directory.size()), 4) +
                      littleEndian(quint64(start), 4) + littleEndian(0, 2));

        QVERIFY(!readAll(dir.filePath(u"a.zip"_s)));
    }

    void bytesBeforeTheArchiveAreRefusedThoughItsOffsetsKnowOfThem()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(u"a.zip"_s);
        writeFile(path, rawZip({named("bag/a"), named("bag/b")}, "MZ" + QByteArray(100, 'x')));

        const auto read = readAll(path);

        QVERIFY(!read);
        QVERIFY2(read.error().message.contains(u"begins with 102 bytes"_s), qPrintable(read.error().message));
        QVERIFY(!verify(path, unwatched())->isGood());
    }

    void bytesThatBelongToNoFileOfAnArchiveAreTold_data()
    {
        QTest::addColumn<int>("entry");
        QTest::addColumn<QByteArray>("agent");
        QTest::addColumn<quint64>("told");
        const QByteArray ours = "Bag-Software-Agent: Plimsoll 1.0\n";
        QTest::newRow("between entries of ours") << 1 << ours << quint64(14);
        QTest::newRow("before the list of files") << 4 << ours << quint64(14);
        QTest::newRow("in a package of others") << 1 << "Contact-Name: Jo\n"_ba << quint64(14);
        QTest::newRow("none") << -1 << ours << quint64(0);
    }
    void bytesThatBelongToNoFileOfAnArchiveAreTold()
    {
        QFETCH(const int, entry);
        QFETCH(const QByteArray, agent);
        QFETCH(const quint64, told);
        const QTemporaryDir dir;
        const QString path = dir.filePath(u"a.zip"_s);
        const QByteArray declaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
        const QByteArray manifest = Bag::line("data/a.txt", "alpha");
        QList<RawEntry> entries{{"bag/bagit.txt", declaration},
                                {"bag/bag-info.txt", agent},
                                {"bag/data/a.txt", "alpha"},
                                {"bag/manifest-sha256.txt", manifest},
                                {"bag/tagmanifest-sha256.txt",
                                 Bag::line("bagit.txt", declaration) + Bag::line("bag-info.txt", agent) +
                                     Bag::line("manifest-sha256.txt", manifest)}};
        if (entry >= 0)
            entries[entry].behind = "what is hidden";
        writeFile(path, rawZip(entries));

        const auto found = verify(path, unwatched());

        QVERIFY(found);
        QCOMPARE(found->isGood(), told == 0 || !agent.contains("Plimsoll"));
        const QStringList sentences = found->problems + found->warnings;
        QCOMPARE(sentences.join(u' ').contains(u"holds %1 bytes that belong to no file"_s.arg(told)),
                 told > 0);
    }

    void theCommentOfAnArchiveBelongsToNoFile()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(u"a.zip"_s);
        writeFile(path, rawZip({named("bag/a")}).chopped(2) + littleEndian(5, 2) + "hello");

        const auto reader = PackageReader::open(path);

        QVERIFY2(reader, reader ? "" : qPrintable(reader.error().message));
        QCOMPARE(reader->unclaimed(), quint64(5));
    }

    void whatIsNoArchiveIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray honest = rawZip({named("bag/a"), named("bag/b")});
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("This is no archive.\n").repeated(10);
        QTest::newRow("truncated") << honest.chopped(30);
        QTest::newRow("prefixed") << "#!/bin/sh\n" + honest;
        QTest::newRow("no entries") << rawZip({});
    }
    void whatIsNoArchiveIsRefused()
    {
        QFETCH(QByteArray, bytes);
        const QTemporaryDir dir;
        writeFile(dir.filePath(u"a.zip"_s), bytes);

        const auto verification = verify(dir.filePath(u"a.zip"_s), unwatched());

        QVERIFY(verification);
        QVERIFY(!verification->isGood());
        QVERIFY(!verification->problems.isEmpty());
    }

    void capsHold()
    {
        const QTemporaryDir dir;
        QList<RawEntry> entries;
        for (int i = 0; i < 11; ++i)
            entries.append({"bag/" + QByteArray::number(i), QByteArray(100, 'x')});
        writeFile(dir.filePath(u"a.zip"_s), rawZip(entries));
        writeFile(dir.filePath(u"bag/0"_s), QByteArray(1100, 'x'));
        PackageLimits fewer;
        fewer.files = 10;
        PackageLimits smaller;
        smaller.bytes = 1099;

        QVERIFY(PackageReader::open(dir.filePath(u"a.zip"_s)));
        QVERIFY(!PackageReader::open(dir.filePath(u"a.zip"_s), fewer));
        QVERIFY(!PackageReader::open(dir.filePath(u"a.zip"_s), smaller));
        QVERIFY(!PackageReader::open(dir.filePath(u"bag"_s), smaller));
    }

#ifdef Q_OS_UNIX
    void aFolderWithALinkOrADeviceIsRefused_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what : {"link", "link to folder", "dangling link", "fifo"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }
    void aFolderWithALinkOrADeviceIsRefused()
    {
        QFETCH(QString, what);
        const QTemporaryDir dir;
        writeFile(dir.filePath(u"bag/bagit.txt"_s), "x");
        const QString odd = dir.filePath(u"bag/odd"_s);
        if (what == u"fifo")
            QCOMPARE(mkfifo(QFile::encodeName(odd).constData(), 0600), 0);
        else
            QVERIFY(QFile::link(what == u"link"             ? u"/etc/hostname"_s
                                : what == u"link to folder" ? u"/etc"_s
                                                            : u"/nowhere"_s,
                                odd));

        const auto reader = PackageReader::open(dir.filePath(u"bag"_s));

        QVERIFY(!reader);
        QVERIFY(reader.error().message.contains(u"odd"_s));
    }
#endif

    void hostileFilesOfOthersAreRefusedInTime_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("none") << QString();
        const QDir folder(interop() + u"/hostile/zip"_s);
        for (const QString &name : folder.entryList({u"*.zip"_s}, QDir::Files))
            QTest::newRow(qPrintable(name)) << folder.filePath(name);
    }
    void hostileFilesOfOthersAreRefusedInTime()
    {
        QFETCH(QString, file);
        if (interop().isEmpty())
            QSKIP("skipped: PLIMSOLL_INTEROP does not name the folder of hostile files");
        if (file.isEmpty())
            return;
        QElapsedTimer timer;
        timer.start();

        const auto read = readAll(file);
        const auto verification = verify(file, unwatched());

        QVERIFY(timer.elapsed() < 1000);
        QVERIFY(!read);
        const QHash<QString, QString> words{
            {u"dotdot"_s, u"climbs"_s},         {u"drive"_s, u"Windows"_s},
            {u"symlink"_s, u"link"_s},          {u"device"_s, u"device"_s},
            {u"dup"_s, u"contradict"_s},        {u"nul"_s, u"control character"_s},
            {u"bomb42"_s, u"attack"_s},         {u"overlap"_s, u"contradict"_s},
            {u"liesize"_s, u"size mismatch"_s}, {u"crc"_s, u"damaged archive"_s},
            {u"trunc"_s, u"only a part"_s}};
        QVERIFY2(read.error().message.contains(words.value(QFileInfo(file).baseName())),
                 qPrintable(read.error().message));
        QVERIFY(!verification->isGood());
    }
};

QTEST_APPLESS_MAIN(PackageReaderTest)
#include "tst_packagereader.moc"
