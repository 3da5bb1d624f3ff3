#include "core/delivery/openedpackage.h"
#include "core/delivery/packageverification.h"

#include "tests/support/ownpackage.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace plimsoll;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;

/// What verifying a package of ours says of files that belong to none, and of those that are not there.
class PackageCompletenessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasPutInOrReplacedIsNamedAsNotCompared_data()
    {
        QTest::addColumn<QString>("path");
        for (const char *path : {"VERIFY.txt", "README.html", "data/export/record-guide.txt",
                                 "data/export/setup.exe", "data/audit/notes.txt"})
            QTest::newRow(path) << QString::fromLatin1(path);
    }
    void whatWasPutInOrReplacedIsNamedAsNotCompared()
    {
        QFETCH(const QString, path);
        const Packed packed;
        packed.put(path, "Call this number to have it verified.");

        const auto verification = verifyPackage(packed.folder, {});

        QVERIFY(verification);
        const QString words = inWords(*verification).join(u'\n');
        QVERIFY2(verification->holds(), qPrintable(words));
        QVERIFY2(words.contains(u", "_s + path), qPrintable(words));
        QVERIFY(verification->record->notCompared.contains(path));
    }

    void whatWasTakenOutOfOursWithItsLineIsMissing_data()
    {
        QTest::addColumn<QString>("path");
        for (const char *path : {"data/export/audit-report.pdf", "data/evidence.csv", "data/index.html",
                                 "data/export/record-guide.txt", "meta/files.tsv", "VERIFY.txt"})
            QTest::newRow(path) << QString::fromLatin1(path);
    }
    void whatWasTakenOutOfOursWithItsLineIsMissing()
    {
        QFETCH(const QString, path);
        const Packed packed;
        packed.takeOut(path);

        const auto verification = verifyPackage(packed.folder, {});
        const auto opened = OpenedPackage::open(packed.folder, packed.bank.fixture.clock());

        QVERIFY(verification && !verification->holds());
        const QString words = inWords(*verification).join(u'\n');
        QVERIFY2(words.contains(u"\nMissing: %1\n"_s.arg(path)), qPrintable(words));
        QVERIFY2(words.contains(u"Every package of Plimsoll's holds "_s + path), qPrintable(words));
        const auto document = toJson(*verification);
        QCOMPARE(document["verdict"_L1].toString(), u"rejected"_s);
        QCOMPARE(document["missing"_L1].toArray(), QJsonArray{path});
        QVERIFY(!opened);
    }

    void whatWasTakenOutWithTheRecordOrItsJournalIsNamedToo_data()
    {
        QTest::addColumn<QString>("path");
        for (const char *path : {"data/export/record.json", "data/audit/log.jsonl"})
            QTest::newRow(path) << QString::fromLatin1(path);
    }
    void whatWasTakenOutWithTheRecordOrItsJournalIsNamedToo()
    {
        QFETCH(const QString, path);
        const Packed packed;
        packed.takeOut(path);

        const auto verification = verifyPackage(packed.folder, {});

        QVERIFY(verification && !verification->holds());
        const QString words = inWords(*verification).join(u'\n');
        QVERIFY2(words.contains(u"without its %1: somebody took that out"_s.arg(path)), qPrintable(words));
    }

    void whatAPackageOfOthersDoesNotHoldIsNotMissing()
    {
        const Packed packed;
        for (const char *path : {"data/export/record.json", "data/audit/log.jsonl", "data/index.html"})
            QVERIFY(QFile::remove(packed.at(QString::fromLatin1(path))));
        writeFile(packed.at(u"bag-info.txt"_s), "Source-Organization: Somebody else\n");
        packed.listAll();

        const auto verification = verifyPackage(packed.folder, {});

        QVERIFY2(verification && verification->holds(), qPrintable(inWords(*verification).join(u'\n')));
    }

    void theRecordIsNullInTheDocumentWhereNoneWasProven()
    {
        const Packed packed;

        const auto verification = verifyPackage(packed.folder, Digest());

        QVERIFY(verification && !verification->holds());
        const auto document = toJson(*verification);
        QVERIFY(document.contains("record"_L1) && document["record"_L1].isNull());
    }
};

QTEST_MAIN(PackageCompletenessTest)
#include "tst_packagecompleteness.moc"
