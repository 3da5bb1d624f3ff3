#include "core/delivery/packageverification.h"

#include "tests/support/ownpackage.h"

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

    void whatAPackageOfOursLacksIsNamed()
    {
        const QStringList parts{u"data/export/audit-report.pdf"_s, u"data/evidence.csv"_s,
                                u"data/index.html"_s, u"meta/files.tsv"_s};
        const Packed packed;
        for (const QString &path : parts)
            packed.takeOut(path);

        const auto verification = verifyPackage(packed.folder, {});

        QVERIFY(verification);
        const QString words = inWords(*verification).join(u'\n');
        QVERIFY2(words.contains(u"Note: It lacks what packages of Plimsoll's have: "_s + parts.join(", "_L1)),
                 qPrintable(words));
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
