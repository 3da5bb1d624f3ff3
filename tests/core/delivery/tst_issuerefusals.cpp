// What is not issued, and where nothing is issued to.
#include "core/delivery/exportpackage.h"
#include "core/evidence/evidencestore.h"
#include "tests/support/behindtheprogram.h"
#include "tests/support/filelimit.h"
#include "tests/support/files.h"

#include <QDir>
#include <QFile>
#include <QTest>

#ifdef Q_OS_LINUX
#include <sys/mount.h>
#endif

using namespace plimsoll;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;

namespace {

using Issue = decltype(&exportPackage);

void addBothIssues()
{
    QTest::addColumn<Issue>("issue");
    QTest::newRow("package") << &exportPackage;
    QTest::newRow("report") << &issueReport;
}

/// What was asked for, the folder in which there is no room, and nothing that only lived on the way.
void namesWhatAPersonKnows(const Error &error, const QString &asked, const QString &full)
{
    QCOMPARE(error.code, ErrorCode::Storage);
    const QString &words = error.message;
    QVERIFY2(words.contains(asked) && words.contains(full), qPrintable(words));
    QVERIFY2(words.contains(u"Make room"_s), qPrintable(words));
    QVERIFY2(!words.contains(u".plimsoll-"_s), qPrintable(words));
}

}

Q_DECLARE_METATYPE(Issue)

class IssueRefusalsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRecordThatContradictsItsJournalIsNotIssued_data() { addBothIssues(); }
    void aRecordThatContradictsItsJournalIsNotIssued()
    {
        QFETCH(const Issue, issue);
        const TwoSystems bank;
        behindTheProgram(bank, {u"UPDATE response SET rationale = 'All is well.'"_s});

        const auto issued =
            issue(bank.fixture.workspace(), bank.both(), bank.fixture.path(u"out"_s), {}, unwatched());

        QVERIFY(!issued);
        QCOMPARE(issued.error().code, ErrorCode::Damaged);
        for (const auto &said : {u"Nordbank"_s, u"response"_s, u"plimsollctl verify"_s, u"backup"_s})
            QVERIFY2(issued.error().message.contains(said), qPrintable(issued.error().message));
        QVERIFY(!QFileInfo::exists(bank.fixture.path(u"out"_s)));
        QVERIFY(bank.fixture.all<IssuedPackage>().isEmpty());
    }

    void evidenceBehindALinkedFolderIsNotPackaged()
    {
        const TwoSystems bank;
        auto &workspace = bank.fixture.workspace();
        const Evidence plan = bank.fixture.all<Evidence>().first();
        const QString folder =
            QFileInfo(EvidenceStore(workspace.evidenceFolder()).pathOf(*plan.digest)).path();
        const QString aside = bank.fixture.path(u"aside"_s);
        QVERIFY(QFile::rename(folder, aside) && QFile::link(aside, folder));

        const auto issued = exportPackage(workspace, bank.both(), bank.fixture.path(u"out.zip"_s), {});

        QVERIFY(!issued);
        const QString &words = issued.error().message;
        for (const auto &said : {u"No package was made."_s, plan.title, u"Take away what lies there"_s})
            QVERIFY2(words.contains(said), qPrintable(words));
        QVERIFY(!QFileInfo::exists(bank.fixture.path(u"out.zip"_s)));
        QVERIFY(bank.fixture.all<IssuedPackage>().isEmpty());
    }

    void aDiskThatTakesNoMoreIsNamedByWhatAPersonKnows_data() { addBothIssues(); }
    void aDiskThatTakesNoMoreIsNamedByWhatAPersonKnows()
    {
        QFETCH(const Issue, issue);
        const TwoSystems bank;
        const QString out = bank.fixture.path(u"out.zip"_s);

        const auto issued = [&] {
            const FileLimit limit(64 * 1024);
            return issue(bank.fixture.workspace(), bank.both(), out, {}, unwatched());
        }();

        QVERIFY(!issued);
        namesWhatAPersonKnows(issued.error(), out, QDir::tempPath());
        QVERIFY(bank.fixture.all<IssuedPackage>().isEmpty());
    }

    void whereverOnTheWayTheDiskIsFullItIsNamedByWhatAPersonKnows_data() { addBothIssues(); }
    void whereverOnTheWayTheDiskIsFullItIsNamedByWhatAPersonKnows()
    {
#ifdef Q_OS_LINUX
        QFETCH(const Issue, issue);
        const TwoSystems bank;
        const QString small = bank.fixture.path(u"small"_s);
        QVERIFY(QDir().mkdir(small));
        const QByteArray place = QFile::encodeName(small);
        const QByteArray former = qgetenv("TMPDIR");
        const auto back =
            qScopeGuard([&] { former.isNull() ? qunsetenv("TMPDIR") : qputenv("TMPDIR", former); });
        int refusals = 0;
        bool isIssued = false;
        for (int room = 64; !isIssued && room < 64 * 1024; room += 64) {
            const QString out = bank.fixture.path(u"out-%1.zip"_s.arg(room));
            const QByteArray size = "size=" + QByteArray::number(room) + 'k';
            if (::mount("none", place.constData(), "tmpfs", 0, size.constData()) != 0)
                QSKIP("Only the administrator can make a small disk");
            qputenv("TMPDIR", place);

            const auto issued = issue(bank.fixture.workspace(), bank.both(), out, {}, unwatched());
            const bool isFree = ::umount(place.constData()) == 0;

            QVERIFY(isFree);
            isIssued = issued.has_value();
            refusals += isIssued ? 0 : 1;
            if (!isIssued)
                namesWhatAPersonKnows(issued.error(), out, small);
        }
        QVERIFY(isIssued && refusals > 0);
#endif
    }

    void aJournalThatWasAlteredIsNotIssued()
    {
        const TwoSystems bank;
        behindTheProgram(bank, {u"UPDATE journal_head SET sequence = sequence + 1"_s});

        const auto exported =
            exportPdf(bank.fixture.workspace(), bank.both(), bank.fixture.path(u"out.pdf"_s), {});

        QVERIFY(!exported);
        QCOMPARE(exported.error().code, ErrorCode::Damaged);
        QVERIFY(!QFileInfo::exists(bank.fixture.path(u"out.pdf"_s)));
    }

    void nothingIsIssuedToAPlaceBesideTheRecord_data()
    {
        QTest::addColumn<QString>("place");
        QTest::newRow("the record") << u"Nordbank.plimsoll/workspace.db"_s;
        QTest::newRow("evidence") << u"Nordbank.plimsoll/evidence/ab/piece"_s;
        QTest::newRow("beside evidence") << u"Nordbank.plimsoll/evidence/inside.zip"_s;
        QTest::newRow("a backup") << u"Nordbank.plimsoll/backups/2026.db"_s;
        QTest::newRow("by a detour") << u"Nordbank.plimsoll/packages/../backups/2026.db"_s;
        QTest::newRow("by a link") << u"link/2026.db"_s;
        QTest::newRow("the folder itself") << u"Nordbank.plimsoll"_s;
    }
    void nothingIsIssuedToAPlaceBesideTheRecord()
    {
        QFETCH(const QString, place);
        const TwoSystems bank;
        const QString path = bank.fixture.path(place);
        writeFile(bank.fixture.folder() + u"/evidence/ab/piece"_s, "precious");
        writeFile(bank.fixture.folder() + u"/backups/2026.db"_s, "precious");
        QVERIFY(QFile::link(bank.fixture.folder() + u"/backups"_s, bank.fixture.path(u"link"_s)));
        const auto before = QFileInfo(path).isFile() ? readFile(path) : QByteArray();
        const auto listed = QDir(bank.fixture.folder()).entryList(QDir::AllEntries | QDir::Hidden);
        ExportOptions options;
        options.existing = Existing::Replace;

        for (const Issue issue : {&exportPackage, &issueReport}) {
            const auto issued = issue(bank.fixture.workspace(), bank.both(), path, options, unwatched());

            QVERIFY(!issued);
            QCOMPARE(issued.error().code, ErrorCode::Conflict);
            QVERIFY2(issued.error().message.contains(u"packages"_s), qPrintable(issued.error().message));
        }
        QVERIFY(!exportPdf(bank.fixture.workspace(), bank.both(), path, options));
        QCOMPARE(QFileInfo(path).isFile() ? readFile(path) : QByteArray(), before);
        QCOMPARE(QDir(bank.fixture.folder()).entryList(QDir::AllEntries | QDir::Hidden), listed);
        QVERIFY(bank.fixture.all<IssuedPackage>().isEmpty());
    }

    void aWorkspaceThatLostItsRecordIsStillOne_data()
    {
        QTest::addColumn<QString>("place");
        QTest::newRow("beside backups") << u"Lost.plimsoll/backups/2026.pdf"_s;
        QTest::newRow("empty, by its name") << u"Empty.plimsoll/out.pdf"_s;
        QTest::newRow("of another name, by a backup") << u"kept/out.pdf"_s;
    }
    void aWorkspaceThatLostItsRecordIsStillOne()
    {
        QFETCH(const QString, place);
        const TwoSystems bank;
        for (const auto &folder : {u"Lost.plimsoll/backups"_s, u"Empty.plimsoll"_s})
            QVERIFY(QDir().mkpath(bank.fixture.path(folder)));
        writeFile(bank.fixture.path(u"kept/backups/workspace-20260101T000000000Z.db"_s), "precious");

        const auto issued =
            issueReport(bank.fixture.workspace(), bank.both(), bank.fixture.path(place), {}, unwatched());

        QVERIFY(!issued);
        QCOMPARE(issued.error().code, ErrorCode::Conflict);
        QVERIFY(!QFileInfo::exists(bank.fixture.path(place)));
    }

    void aFolderThatOnlyCallsItsOwnLikeAWorkspaceIsFree()
    {
        const TwoSystems bank;
        for (const auto &folder : {u"home/evidence"_s, u"home/backups"_s, u"home/out"_s})
            QVERIFY(QDir().mkpath(bank.fixture.path(folder)));
        writeFile(bank.fixture.path(u"home/backups/mail.tgz"_s), "letters");

        const auto issued = issueReport(bank.fixture.workspace(), bank.both(),
                                        bank.fixture.path(u"home/out/a.pdf"_s), {}, unwatched());

        QVERIFY2(issued, issued ? "" : qPrintable(issued.error().message));
    }

    void theFolderForPackagesIsFree()
    {
        const TwoSystems bank;

        const auto issued = issueReport(bank.fixture.workspace(), bank.both(),
                                        bank.fixture->packagesFolder() + u"/out.pdf"_s, {});

        QVERIFY2(issued, issued ? "" : qPrintable(issued.error().message));
        QVERIFY(QFileInfo::exists(bank.fixture->packagesFolder() + u"/out.pdf"_s));
    }

    void whatWasReplacedIsNotReplacedAgain()
    {
        const TwoSystems bank;
        ExportOptions options;
        const auto issue = [&](const QString &name) {
            return issueReport(bank.fixture.workspace(), {bank.fraud.id}, bank.fixture.path(name), options);
        };
        const auto first = issue(u"x1.pdf"_s);
        QVERIFY(first);
        options.replaces = first->entry.id;
        QVERIFY(issue(u"x2.pdf"_s));
        const auto entered = bank.fixture.all<IssuedPackage>();

        const auto third = issue(u"x3.pdf"_s);

        QVERIFY(!third);
        QVERIFY2(third.error().message.startsWith(u"x1.pdf was replaced by x2.pdf already"_s),
                 qPrintable(third.error().message));
        QVERIFY(!QFileInfo::exists(bank.fixture.path(u"x3.pdf"_s)));
        QCOMPARE(bank.fixture.all<IssuedPackage>(), entered);
    }
};

QTEST_MAIN(IssueRefusalsTest)
#include "tst_issuerefusals.moc"
