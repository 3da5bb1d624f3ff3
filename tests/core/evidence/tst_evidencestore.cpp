#include "core/evidence/evidencestore.h"
#include "core/evidence/integrity.h"
#include "tests/support/files.h"

#include <QTemporaryDir>
#include <QTest>

#include <rapidcheck.h>

using namespace plimsoll;
using namespace plimsoll::test;

class EvidenceStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNameIsTheDigestOfTheContent()
    {
        const QTemporaryDir folder;
        const EvidenceStore store(folder.filePath(QStringLiteral("evidence")));
        const QString source = writeFile(folder.filePath(QStringLiteral("abc.txt")), "abc");

        const auto stored = store.store(source);

        QVERIFY(stored);
        QCOMPARE(*stored, (StoredFile{Digest::of("abc"), 3, QStringLiteral("text/plain"),
                                      QStringLiteral("abc.txt"), Arrival::New}));
        QCOMPARE(store.pathOf(stored->digest),
                 store.folder() +
                     QStringLiteral("/ba/7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QCOMPARE(filesBelow(store.folder()), QStringList{store.pathOf(stored->digest)});
    }

    void whatGoesInComesOut()
    {
        const QTemporaryDir folder;
        const EvidenceStore store(folder.filePath(QStringLiteral("evidence")));
        const bool holds = rc::check([&] {
            const auto size =
                *rc::gen::element<qsizetype>(1, 2, 4095, 262143, 262144, 262145, 4194303, 4194304, 4456449);
            const QByteArray bytes =
                QByteArray::number(*rc::gen::arbitrary<int>()).repeated(size).first(size);
            const auto stored = store.store(writeFile(folder.filePath(QStringLiteral("source")), bytes));
            RC_ASSERT(stored.has_value());
            RC_ASSERT(stored->size == size);
            RC_ASSERT(stored->digest == Digest::of(bytes));
            const auto device = store.open(stored->digest);
            RC_ASSERT(device.has_value());
            RC_ASSERT((*device)->readAll() == bytes);
        });
        QVERIFY(holds);
    }

    void storedFilesAreReadOnly()
    {
        const QTemporaryDir folder;
        const EvidenceStore store(folder.filePath(QStringLiteral("evidence")));

        const auto stored = store.storeBytes("abc", QStringLiteral("abc.txt"));

        QVERIFY(stored);
        const auto writing = QFileDevice::WriteOwner | QFileDevice::WriteGroup | QFileDevice::WriteOther;
        QVERIFY(!(QFile::permissions(store.pathOf(stored->digest)) & writing));
        QVERIFY(!(*store.open(stored->digest))->isWritable());
    }

    void equalContentIsKeptOnceAndNotWrittenAgain()
    {
        const QTemporaryDir folder;
        const EvidenceStore store(folder.filePath(QStringLiteral("evidence")));
        const auto first = store.storeBytes("abc", QStringLiteral("one.txt"));
        const auto writtenAt = QFileInfo(store.pathOf(first->digest)).lastModified();
        QTest::qSleep(20);

        const auto second = store.storeBytes("abc", QStringLiteral("two.txt"));

        QVERIFY(second);
        QCOMPARE(second->arrival, Arrival::AlreadyThere);
        QCOMPARE(second->fileName, QStringLiteral("two.txt"));
        QCOMPARE(filesBelow(store.folder()).size(), 1);
        QCOMPARE(QFileInfo(store.pathOf(first->digest)).lastModified(), writtenAt);
    }

    void aDamagedFileIsRepairedWhenItsContentComesAgain_data()
    {
        QTest::addColumn<QByteArray>("damage");
        QTest::newRow("shortened") << QByteArray("ab");
        QTest::newRow("one byte changed") << QByteArray("abd");
        QTest::newRow("emptied") << QByteArray();
    }
    void aDamagedFileIsRepairedWhenItsContentComesAgain()
    {
        QFETCH(QByteArray, damage);
        const QTemporaryDir folder;
        const EvidenceStore store(folder.filePath(QStringLiteral("evidence")));
        const QString path = store.pathOf(store.storeBytes("abc", QStringLiteral("abc.txt"))->digest);
        QVERIFY(QFile::remove(path));
        writeFile(path, damage);

        const auto again = store.storeBytes("abc", QStringLiteral("abc.txt"));

        QVERIFY(again);
        QCOMPARE(again->arrival, Arrival::Repaired);
        QCOMPARE(readFile(path), QByteArray("abc"));
    }

    void theKindOfFileIsSeenInTheContentBeforeTheName()
    {
        const QTemporaryDir folder;
        const EvidenceStore store(folder.filePath(QStringLiteral("evidence")));

        QCOMPARE(store.storeBytes("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", QStringLiteral("report"))->mediaType,
                 QStringLiteral("application/pdf"));
        QCOMPARE(store.storeBytes("a,b\n1,2\n", QStringLiteral("table.csv"))->mediaType,
                 QStringLiteral("text/csv"));
        QCOMPARE(store.storeBytes("\x89PNG\r\n\x1a\n", QStringLiteral("x"))->mediaType,
                 QStringLiteral("image/png"));
    }

    void aTextWhoseNameSaysNothingIsPlainText_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("mediaType");
        QTest::newRow("fingerprints")
            << QStringLiteral("SHA256SUMS") << QByteArray("ba7816bf8f01cfea414140de5dae2223  a.txt\n")
            << QStringLiteral("text/plain");
        QTest::newRow("what looks like a manual")
            << QStringLiteral("SHA256SUMS") << QByteArray(".\\\" fingerprints\n")
            << QStringLiteral("text/plain");
        QTest::newRow("a version at the end of the name")
            << QStringLiteral("SHA256SUMS-fraud-2.1")
            << QByteArray("ba7816bf8f01cfea414140de5dae2223  a.txt\n") << QStringLiteral("text/plain");
        QTest::newRow("a manual") << QStringLiteral("plimsoll.roff") << QByteArray(".\\\" a manual\n")
                                  << QStringLiteral("text/troff");
    }
    void aTextWhoseNameSaysNothingIsPlainText()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, mediaType);
        const QTemporaryDir folder;
        const EvidenceStore store(folder.filePath(QStringLiteral("evidence")));

        QCOMPARE(store.storeBytes(bytes, name)->mediaType, mediaType);
    }

    void namesAreKeptAsTheyAre_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("bidi") << QStringLiteral("invoice\u202Efdp.exe");
        QTest::newRow("control characters") << QStringLiteral("a\tb\nc\x01.txt");
        QTest::newRow("a hundred characters") << QString(100, QChar(0x00e4));
        QTest::newRow("SQL and HTML") << QStringLiteral("'; DROP TABLE x; -- <b>%_&amp;.txt");
        QTest::newRow("not in the basic plane") << QStringLiteral("\U0001F512.txt");
        QTest::newRow("looks like an option") << QStringLiteral("-rf");
        QTest::newRow("backslash and colon") << QStringLiteral("C:\\..\\x");
    }
    void namesAreKeptAsTheyAre()
    {
        QFETCH(QString, name);
        const QTemporaryDir folder;
        const EvidenceStore store(folder.filePath(QStringLiteral("evidence")));

        const auto stored = store.store(writeFile(folder.filePath(name), "abc"));

        QVERIFY(stored);
        QCOMPARE(stored->fileName, name);
        QCOMPARE(filesBelow(store.folder()), QStringList{store.pathOf(Digest::of("abc"))});
    }

    void aLinkChosenByItselfStandsForItsFile()
    {
        const QTemporaryDir folder;
        const EvidenceStore store(folder.filePath(QStringLiteral("evidence")));
        const QString file = writeFile(folder.filePath(QStringLiteral("2026-03.pdf")), "abc");
        const QString link = folder.filePath(QStringLiteral("latest.pdf"));
        QVERIFY(QFile::link(file, link));

        const auto stored = store.store(link);

        QVERIFY(stored);
        QCOMPARE(stored->fileName, QStringLiteral("latest.pdf"));
        QVERIFY(!QFileInfo(store.pathOf(stored->digest)).isSymLink());
        QCOMPARE(readFile(store.pathOf(stored->digest)), QByteArray("abc"));
    }

    void progressCountsBytesUpToTheWhole()
    {
        const QTemporaryDir folder;
        const EvidenceStore store(folder.filePath(QStringLiteral("evidence")));
        const QString source = writeFile(folder.filePath(QStringLiteral("big")), QByteArray(6'000'000, 'x'));
        qint64 last = -1;
        bool grows = true;

        const auto stored = store.store(source, [&](qint64 done, qint64 total, const QString &) {
            grows = grows && done > last && done <= total && total == 6'000'000;
            last = done;
            return true;
        });

        QVERIFY(stored);
        QVERIFY(grows);
        QVERIFY(last > 5'000'000);
    }
};

QTEST_GUILESS_MAIN(EvidenceStoreTest)
#include "tst_evidencestore.moc"
