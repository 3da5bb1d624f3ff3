#include "core/package/packagewriter.h"

#include "core/package/packagereader.h"
#include "core/package/verifier.h"
#include "tests/support/files.h"
#include "tests/support/packages.h"

#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#ifdef Q_OS_UNIX
#include "tests/support/filelimit.h"

#include <ctime>
#endif

using namespace plimsoll;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;

namespace {

QStringList everythingIn(const QTemporaryDir &dir)
{
    return QDir(dir.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
}

void useTimeZone(const char *zone)
{
    qputenv("TZ", zone);
#ifdef Q_OS_UNIX
    tzset();
#endif
}

}

class PackageWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsStillBeingMadeIsPackedLikeTheRest()
    {
        const QTemporaryDir dir;
        PackageContent content = aPackage();
        const auto first = writeZipPackage(content, dir.filePath(u"1.zip"_s), unwatched());
        PayloadEntry &report = content.payload.first();
        report.whenMade = [bytes = std::exchange(report.bytes, {})]() -> Result<PayloadBytes> {
            QThread::msleep(50);
            return PayloadBytes{bytes};
        };

        const auto second = writeZipPackage(content, dir.filePath(u"2.zip"_s), unwatched());
        const auto folder = writeFolderPackage(content, dir.filePath(u"3"_s), unwatched());

        QVERIFY(first && second && folder);
        QCOMPARE(readFile(dir.filePath(u"1.zip"_s)), readFile(dir.filePath(u"2.zip"_s)));
        QCOMPARE(folder->seal, first->seal);
        QCOMPARE(second->payloadBytes, first->payloadBytes);
    }

    void whatCannotBeMadeRefusesThePackageAndLeavesNothing()
    {
        const QTemporaryDir dir;
        PackageContent content = aPackage();
        content.payload.first().whenMade = []() -> Result<PayloadBytes> {
            return refuse(ErrorCode::Storage, u"The report could not be set."_s);
        };

        for (const auto write : {writeZipPackage, writeFolderPackage}) {
            const auto written = write(content, dir.filePath(u"1.zip"_s), unwatched());

            QVERIFY(!written);
            QCOMPARE(written.error().message, u"The report could not be set."_s);
            QCOMPARE(everythingIn(dir), QStringList());
        }
    }

    void equalContentGivesEqualBytesInEveryTimeZoneAndForEveryFileDate()
    {
        const QTemporaryDir dir;
        const QString evidence = dir.filePath(u"evidence.bin"_s);
        writeFile(evidence, QByteArray("evidence").repeated(100'000));
        PackageContent content = aPackage();
        content.payload.append(fromFile(u"data/evidence/0004-evidence.bin"_s, evidence));

        useTimeZone("UTC");
        const auto first = writeZipPackage(content, dir.filePath(u"1.zip"_s), unwatched());
        useTimeZone("Asia/Tokyo");
        QFile touched(evidence);
        QVERIFY(touched.open(QIODevice::ReadWrite));
        QVERIFY(touched.setFileTime(QDateTime::fromSecsSinceEpoch(1'000'000'000),
                                    QFileDevice::FileModificationTime));
        touched.close();
        std::swap(content.payload[0], content.payload[3]);
        const auto second = writeZipPackage(content, dir.filePath(u"2.zip"_s), unwatched());
        qunsetenv("TZ");

        QVERIFY2(first, first ? "" : qPrintable(first.error().message + first.error().detail));
        QVERIFY(second);
        QCOMPARE(first->seal, second->seal);
        QCOMPARE(readFile(dir.filePath(u"1.zip"_s)), readFile(dir.filePath(u"2.zip"_s)));
    }

    void zipAndFolderHoldTheSameFilesAndTheSameSeal()
    {
        const QTemporaryDir dir;
        const auto zip = writeZipPackage(aPackage(), dir.filePath(u"a.zip"_s), unwatched());
        const auto folder = writeFolderPackage(aPackage(), dir.filePath(aPackage().name), unwatched());
        QVERIFY(zip && folder);
        QCOMPARE(zip->seal, folder->seal);

        auto zipped = PackageReader::open(dir.filePath(u"a.zip"_s));
        auto unzipped = PackageReader::open(dir.filePath(aPackage().name));
        QVERIFY(zipped && unzipped);
        QCOMPARE(zipped->name(), unzipped->name());
        QCOMPARE(zipped->files(), unzipped->files());
        for (const PackagedFile &file : zipped->files())
            QCOMPARE(*zipped->read(file.path, 100'000), *unzipped->read(file.path, 100'000));
    }

    void whatIsWrittenReadsBackAndIsUnchanged()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(u"a.zip"_s);
        const auto written = writeZipPackage(aPackage(), path, unwatched());
        QVERIFY(written);

        const auto verification = verify(path, unwatched(), written->seal);
        QVERIFY(verification);
        QVERIFY2(verification->isGood(), qPrintable(inWords(*verification).join(u'\n')));
        QCOMPARE(verification->warnings, QStringList());
        QCOMPARE(verification->seal, written->seal);
        QCOMPARE(written->payloadFiles, 4);
        QCOMPARE(written->digests[1], Digest::of(aPackage().payload[1].bytes));
        auto reader = PackageReader::open(path);
        QCOMPARE(*reader->read(u"data/export/record.json"_s, 100), "{}\n");
        QVERIFY(reader->read(u"bag-info.txt"_s, 1000)->contains("Plimsoll-Sample: SAMPLE\n"));
        QVERIFY(reader->read(u"bag-info.txt"_s, 1000)->contains("Source-Organization: Nordbank Özel\n"));
        QVERIFY(reader->read(u"meta/files.tsv"_s, 1000)
                    ->contains("data/evidence/0001-policy.txt\tRichtlinie – Größe.txt\ttext/plain\n"));
    }

    void packagesOfAnySizeAroundTheBlocksComeOutWhole_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {0, 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 3 << 20, (9 << 20) + 7})
            QTest::addRow("%d", size) << size;
    }
    void packagesOfAnySizeAroundTheBlocksComeOutWhole()
    {
        QFETCH(int, size);
        const QTemporaryDir dir;
        QByteArray bytes(size, Qt::Uninitialized);
        for (int i = 0; i < size; ++i)
            bytes[i] = char(i * 31 + i / 977);
        writeFile(dir.filePath(u"in"_s), bytes);
        PackageContent content = aPackage();
        content.payload = {fromFile(u"data/a"_s, dir.filePath(u"in"_s)),
                           fromFile(u"data/b"_s, dir.filePath(u"in"_s))};
        content.payload[1].packing = Packing::Deflate;

        QVERIFY(writeZipPackage(content, dir.filePath(u"out.zip"_s), unwatched()));
        const auto verification = verify(dir.filePath(u"out.zip"_s), unwatched());

        QVERIFY2(verification->isGood(), qPrintable(inWords(*verification).join(u'\n')));
        auto reader = PackageReader::open(dir.filePath(u"out.zip"_s));
        QCOMPARE(*reader->read(u"data/a"_s, size), bytes);
        QCOMPARE(*reader->read(u"data/b"_s, size), bytes);
    }

    void aPackageThatWouldLookLikeABombIsWrittenStored()
    {
        const QTemporaryDir dir;
        PackageContent content = aPackage();
        content.payload = {PayloadEntry{u"data/log.txt"_s, QByteArray(40 << 20, 'x')}};
        content.payload[0].packing = Packing::Deflate;

        QVERIFY(writeZipPackage(content, dir.filePath(u"out.zip"_s), unwatched()));

        QVERIFY(verify(dir.filePath(u"out.zip"_s), unwatched())->isGood());
    }

    void aFileThatIsNotWhatWasRecordedRefusesThePackageByName_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what : {"digest", "shorter", "longer", "gone", "link", "folder"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }
    void aFileThatIsNotWhatWasRecordedRefusesThePackageByName()
    {
        QFETCH(QString, what);
        const QTemporaryDir source;
        const QTemporaryDir dir;
        const QString file = source.filePath(u"in"_s);
        writeFile(file, "content");
        PayloadEntry entry = fromFile(u"data/a"_s, file);
        entry.originalName = u"Training plan.pdf"_s;
        entry.digest = Digest::of("content");
        if (what == u"digest") {
            writeFile(file, "contenT");
        } else if (what == u"shorter") {
            writeFile(file, "conten");
        } else if (what == u"longer") {
            writeFile(file, "content.");
        } else {
            QVERIFY(QFile::remove(file));
            if (what == u"link")
                QVERIFY(QFile::link(u"/etc/hostname"_s, file));
            if (what == u"folder")
                QVERIFY(QDir().mkpath(file));
        }
        PackageContent content = aPackage();
        content.payload.append(entry);

        for (const auto &written : {writeZipPackage(content, dir.filePath(u"a.zip"_s), unwatched()),
                                    writeFolderPackage(content, dir.filePath(u"a"_s), unwatched())}) {
            QVERIFY(!written);
            QVERIFY(written.error().message.contains(u"Training plan.pdf"_s));
        }
        QCOMPARE(everythingIn(dir), QStringList());
    }

    void contentThatCouldNotBeUnpackedEverywhereIsRefused_data()
    {
        QTest::addColumn<QString>("path");
        for (const char *path :
             {"evidence/a", "data/../a", "data/a b", "data/ä", "data/CON.txt", "data/A.TXT", "data/a.txt/b"})
            QTest::newRow(path) << QString::fromUtf8(path);
    }
    void contentThatCouldNotBeUnpackedEverywhereIsRefused()
    {
        QFETCH(QString, path);
        PackageContent content = aPackage();
        content.payload = {PayloadEntry{u"data/a.txt"_s, "a"}, PayloadEntry{path, "b"}};

        QVERIFY(!check(content));
    }

    void aCancelledExportLeavesNothingBehind()
    {
        const QTemporaryDir source;
        writeFile(source.filePath(u"in"_s), QByteArray(20 << 20, 'x'));
        PackageContent content = aPackage();
        content.payload.append(fromFile(u"data/big"_s, source.filePath(u"in"_s)));
        for (int allowed = 0; allowed < 6; ++allowed) {
            const QTemporaryDir dir;
            int calls = 0;
            const auto cancelling = [&](qint64, qint64, const QString &) {
                return calls++ < allowed;
            };

            const auto zip = writeZipPackage(content, dir.filePath(u"a.zip"_s), cancelling);
            calls = 0;
            const auto folder = writeFolderPackage(content, dir.filePath(u"a"_s), cancelling);

            QVERIFY(!zip && !folder);
            QCOMPARE(zip.error().code, ErrorCode::Cancelled);
            QCOMPARE(folder.error().code, ErrorCode::Cancelled);
            QCOMPARE(everythingIn(dir), QStringList());
        }
    }

    void aRefusedExportKeepsTheFormerPackage()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(u"a.zip"_s);
        QVERIFY(writeZipPackage(aPackage(), path, unwatched()));
        const QByteArray former = readFile(path);
        PackageContent content = aPackage();
        content.payload[0].digest = Digest::of("something else");

        QVERIFY(!writeZipPackage(content, path, unwatched()));

        QCOMPARE(readFile(path), former);
        QCOMPARE(everythingIn(dir), QStringList{u"a.zip"_s});
    }

    void progressGrowsToTheTotal()
    {
        const QTemporaryDir dir;
        qint64 last = 0;
        qint64 whole = 0;
        QVERIFY(writeZipPackage(aPackage(), dir.filePath(u"a.zip"_s),
                                [&](qint64 done, qint64 total, const QString &) {
                                    const bool grows = done >= last;
                                    last = done;
                                    whole = total;
                                    return grows;
                                }));
        QCOMPARE(last, whole);
        QVERIFY(whole > 0);
    }

#ifdef Q_OS_UNIX
    void aFullDiskIsSaidInASentenceAndLeavesNothingBehind_data()
    {
        QTest::addColumn<int>("room");
        for (const int room : {0, 100, 4096, 1 << 20, 5 << 20, (20 << 20) + 100})
            QTest::addRow("%d", room) << room;
    }
    void aFullDiskIsSaidInASentenceAndLeavesNothingBehind()
    {
        QFETCH(int, room);
        const QTemporaryDir source;
        const QTemporaryDir dir;
        writeFile(source.filePath(u"in"_s), QByteArray(20 << 20, 'x'));
        PackageContent content = aPackage();
        content.payload.append(fromFile(u"data/big"_s, source.filePath(u"in"_s)));
        std::optional<FileLimit> limit(std::in_place, rlim_t(room));

        const auto zip = writeZipPackage(content, dir.filePath(u"a.zip"_s), unwatched());
        const auto folder = writeFolderPackage(content, dir.filePath(u"a"_s), unwatched());
        limit.reset();

        QVERIFY(!zip);
        QVERIFY2(zip.error().message.contains(u"no room"_s), qPrintable(zip.error().message));
        if (!folder && folder.error().message.contains(u"no room"_s))
            QVERIFY2(folder.error().message.contains(dir.filePath(u"a/"_s)),
                     qPrintable(folder.error().message));
        QCOMPARE(bool(folder), room > 20 << 20);
        QCOMPARE(everythingIn(dir), folder ? QStringList{u"a"_s} : QStringList());
    }
#endif

    void aPlaceThatCannotBeWrittenIsSaidInASentence()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(u"missing/a"_s);

        const auto zip = writeZipPackage(aPackage(), path, unwatched());
        const auto folder = writeFolderPackage(aPackage(), path, unwatched());

        QVERIFY(!zip && !folder);
        QVERIFY(zip.error().message.contains(u"missing"_s));
        QVERIFY(folder.error().message.contains(u"missing"_s));
    }
};

QTEST_APPLESS_MAIN(PackageWriterTest)
#include "tst_packagewriter.moc"
