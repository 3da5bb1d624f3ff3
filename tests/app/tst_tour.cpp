#include "tests/support/ctl.h"
#include "tests/support/filelimit.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace plimsoll::test;
using namespace Qt::StringLiterals;

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// Every file in the folder with what it holds.
QMap<QString, QByteArray> contentOf(const QString &folder)
{
    QMap<QString, QByteArray> content;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        content[file.fileName()] = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unread");
    }
    return content;
}

}

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

    void nothingStaysOfWhatIsRefused_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<qint64>("largestFile");

        QTest::newRow("full disk") << QStringList{u"tour"_s, u"a/b"_s} << qint64(100'000);
        QTest::newRow("nobody") << QStringList{u"tour"_s, u"a/b"_s, u"--as"_s, u"Nobody"_s} << qint64(-1);
        QTest::newRow("folder of too long a name")
            << QStringList{u"tour"_s, u"a/"_s + QString(300, u'b')} << qint64(-1);
        QTest::newRow("large sample")
            << QStringList{u"sample"_s, u"a/b.plimsoll"_s, u"--systems"_s, u"50"_s} << qint64(400'000);
        QTest::newRow("sample") << QStringList{u"sample"_s, u"a/b.plimsoll"_s} << qint64(100'000);
        QTest::newRow("new") << QStringList{u"new"_s, u"a/b.plimsoll"_s, u"--organisation"_s, u"N"_s}
                             << qint64(10'000);
        QTest::newRow("no such time zone") << QStringList{u"new"_s, u"a/b.plimsoll"_s, u"--organisation"_s,
                                                          u"N"_s,   u"--time-zone"_s,  u"Nonsense"_s}
                                           << qint64(-1);
    }

    void nothingStaysOfWhatIsRefused()
    {
        QFETCH(QStringList, words);
        QFETCH(const qint64, largestFile);
        const QTemporaryDir dir;
        words[1] = dir.filePath(words[1]);

        const auto ended = [&] {
            std::optional<FileLimit> limit;
            if (largestFile >= 0)
                limit.emplace(rlim_t(largestFile));
            return plimsollctl(words);
        }();

        QCOMPARE(ended.code, 3);
        QVERIFY(!ended.remarks.isEmpty());
        QCOMPARE(QDir(dir.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                 QStringList());
    }

    void whatWasThereBeforeARefusedTourStaysAlone()
    {
        const QTemporaryDir dir;
        QVERIFY(QDir(dir.path()).mkpath(u"fraud-scoring.zip"_s));
        QFile mine(dir.filePath(u"fraud-scoring.zip/bagit.txt"_s));
        QVERIFY(mine.open(QIODevice::WriteOnly) && mine.write("A package of mine") > 0);
        mine.close();

        const auto ended = plimsollctl({u"tour"_s, dir.path()});

        QCOMPARE(ended.code, 3);
        QVERIFY2(ended.remarks.contains("is a package already"), ended.remarks.constData());
        QCOMPARE(QDir(dir.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                 QStringList{u"fraud-scoring.zip"_s});
        QVERIFY(mine.exists());
    }

    void whatNoTourMadeIsNeverReplaced_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("toured");

        for (const auto &name : {u"fraud-scoring.pdf"_s, u"fraud-scoring.zip"_s}) {
            QTest::addRow("%s before the first tour", qPrintable(name)) << name << false;
            QTest::addRow("%s in place of what a tour made", qPrintable(name)) << name << true;
        }
        QTest::newRow("what lies where the sample is made")
            << u"sample.plimsoll.unfinished/letter.txt"_s << false;
        QTest::newRow("in place of the sample") << u"sample.plimsoll/letter.txt"_s << false;
    }

    void whatNoTourMadeIsNeverReplaced()
    {
        QFETCH(const QString, name);
        QFETCH(const bool, toured);
        const QTemporaryDir dir;
        QCOMPARE(toured ? plimsollctl({u"tour"_s, dir.path()}).code : 0, 0);
        QVERIFY(QDir(dir.path()).mkpath(QFileInfo(name).path()));
        write(dir.filePath(name), "mine");
        const auto before = contentOf(dir.path());

        const auto ended = plimsollctl({u"tour"_s, dir.path()});

        QCOMPARE(ended.code, 3);
        QVERIFY2(ended.remarks.contains(dir.filePath(name.section(u'/', 0, 0)).toUtf8()),
                 ended.remarks.constData());
        QCOMPARE(contentOf(dir.path()), before);
    }

    void aTourIssuesNothingFromAnotherWorkspaceThanTheSample()
    {
        const QTemporaryDir dir;
        const auto workspace = dir.filePath(u"sample.plimsoll"_s);
        QCOMPARE(plimsollctl({u"new"_s, workspace, u"--organisation"_s, u"Northwind"_s}).code, 0);
        QCOMPARE(plimsollctl({u"system"_s, u"add"_s, workspace, u"--name"_s, u"Fraud scoring"_s}).code, 0);

        const auto ended = plimsollctl({u"tour"_s, dir.path()});

        QCOMPARE(ended.code, 3);
        QVERIFY2(ended.remarks.contains("not the sample"), ended.remarks.constData());
        QCOMPARE(QDir(dir.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
                 QStringList{u"sample.plimsoll"_s});
    }

    void theRegisterHoldsTheReportOfTheTourLikeThePackage()
    {
        const QTemporaryDir dir;
        const auto toured = plimsollctl({u"tour"_s, dir.path(), u"--json"_s}).json();
        QCOMPARE(plimsollctl({u"tour"_s, dir.path()}).code, 0);

        const auto journal = plimsollctl({u"journal"_s, toured["workspace"_L1].toString()}).answers;

        QCOMPARE(journal.count("Issue the audit report fraud-scoring.pdf"), 2);
        QCOMPARE(journal.count("Issue the audit package fraud-scoring.zip"), 2);
    }

    void whoIsNobodyInTheSampleIsToldToLeaveTheNameOut()
    {
        const QTemporaryDir dir;

        const auto ended = plimsollctl({u"--as"_s, u"X"_s, u"tour"_s, dir.path()});

        QCOMPARE(ended.code, 3);
        QVERIFY2(ended.remarks.contains("Nobody here is called X."), ended.remarks.constData());
        QVERIFY2(ended.remarks.contains("or leave it out: then Fraud scoring is handed over"),
                 ended.remarks.constData());
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
