#include "tests/support/ctl.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace plimsoll::test;
using namespace Qt::StringLiterals;

class TourTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTourEndsWithAPackageThatVerifiesAndCanBeTakenAgain()
    {
        const QTemporaryDir dir;
        const auto out = dir.filePath(u"out"_s);

        const auto first = plimsollctl({u"tour"_s, out, u"--json"_s});
        const auto second = plimsollctl({u"tour"_s, out});
        const auto package = first.json()["package"_L1].toString();
        const auto third = plimsollctl({u"tour"_s, out, u"--json"_s});

        QVERIFY2(first.code == 0, first.remarks.constData());
        QVERIFY2(second.code == 0, second.remarks.constData());
        QVERIFY(second.answers.contains("fraud-scoring.pdf"));
        QVERIFY(QFile::exists(first.json()["pdf"_L1].toString()));
        QCOMPARE(third.json()["package"_L1].toString(), package);
        QCOMPARE(plimsollctl({u"verify"_s, package, u"--seal"_s, third.json()["seal"_L1].toString()}).code,
                 0);
        QCOMPARE(plimsollctl({u"verify"_s, package, u"--seal"_s, u"0"_s.repeated(64)}).code, 1);
        QCOMPARE(plimsollctl({u"verify"_s, out + u"/sample.plimsoll"_s}).code, 0);
    }

    void aPackageIsReadInPlaceOfAWorkspace()
    {
        const QTemporaryDir dir;
        const auto toured = plimsollctl({u"tour"_s, dir.path(), u"--json"_s}).json();
        const auto package = toured["package"_L1].toString();

        const auto fromPackage = plimsollctl({u"status"_s, package, u"AI-001"_s, u"--json"_s});
        const auto fromWorkspace =
            plimsollctl({u"status"_s, toured["workspace"_L1].toString(), u"AI-001"_s, u"--json"_s});

        QVERIFY2(fromPackage.code == 0, fromPackage.remarks.constData());
        QCOMPARE(fromPackage.json()["systems"_L1], fromWorkspace.json()["systems"_L1]);
    }

    void anInterruptedTourBeginsAgain()
    {
        const QTemporaryDir dir;
        QVERIFY(QDir(dir.path()).mkpath(u"sample.plimsoll.unfinished/evidence/ab"_s));

        const auto ended = plimsollctl({u"tour"_s, dir.path()});

        QVERIFY2(ended.code == 0, ended.remarks.constData());
        QVERIFY(!QFile::exists(dir.filePath(u"sample.plimsoll.unfinished"_s)));
    }
};

QTEST_GUILESS_MAIN(TourTest)
#include "tst_tour.moc"
