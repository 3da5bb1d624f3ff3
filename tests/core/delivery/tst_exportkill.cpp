#include "core/delivery/exportpackage.h"
#include "core/delivery/issueregister.h"
#include "core/delivery/unplacedissue.h"
#include "core/delivery/workspaceverification.h"
#include "core/package/verifier.h"
#include "core/storage/repository.h"
#include "tests/support/files.h"
#include "tests/support/killloop.h"
#include "tests/support/pdftools.h"
#include "tests/support/twosystems.h"

#include <QGuiApplication>
#include <QRandomGenerator>
#include <QTest>

using namespace plimsoll;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;

namespace {

/// Writes a report, a package as a file and one as a folder in turns, for ever.
void exportForEver(const QStringList &arguments)
{
    const SystemClock clock;
    const auto workspace = openedIn(arguments.at(0), clock);
    const auto systems = Repository<AiSystem>(**workspace->reader()).all();
    const QList<Id<AiSystem>> one{systems->first().id};
    ExportOptions asFolder;
    asFolder.form = PackageForm::Folder;
    for (int number = 0;; ++number) {
        const QString place = u"%1/%2-%3"_s.arg(arguments.at(1), arguments.at(2)).arg(number);
        const auto issued = number % 3 == 0   ? issueReport(*workspace, one, place + u".pdf"_s, {})
                            : number % 3 == 1 ? exportPackage(*workspace, one, place + u".zip"_s, {})
                                              : exportPackage(*workspace, one, place, asFolder);
        if (issued)
            acknowledge(issued->path);
    }
}

/// How far an export comes before it is killed.
enum class Stage { Noted, Entered, Placed };

/// Does what an export does when everything is written, up to that stage, in the place of the one before.
void issueUpTo(const QStringList &arguments)
{
    const SystemClock clock;
    const auto workspace = openedIn(arguments.at(0), clock);
    const QString place = arguments.at(1);
    const auto stage = Stage(arguments.at(2).toInt());
    const auto earlier = Repository<IssuedPackage>(**workspace->reader()).all()->first();
    IssuedPackage entry = earlier;
    entry.id = Id<IssuedPackage>::generate(clock);
    entry.fileName = QFileInfo(place).fileName();
    entry.seal = Digest::of("report");
    const auto noted = UnplacedIssue::note(*workspace, entry.id, place, earlier);
    if (stage != Stage::Noted && !enterInRegister(*workspace, workspace->actor(), entry, {}, earlier))
        qFatal("The test could not enter its package.");
    if (stage == Stage::Placed)
        writeFile(place, "report");
    acknowledge(place);
    while (true)
        QThread::sleep(1);
}

QStringList entriesOf(const QString &folder, const QString &pattern)
{
    return QDir(folder).entryList({pattern},
                                  QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
}

bool isWhole(const QString &path)
{
    if (!path.endsWith(u".pdf"_s))
        return verify(path, unwatched())->isGood();
    const auto checked = run(u"qpdf"_s, {u"--check"_s, path});
    return checked.exitCode == 0 && checked.output.contains("No syntax or stream encoding errors found"_L1);
}

}

class ExportKillTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedAmidAnExportWhatHasItsNameIsWholeAndEnteredAndWhatIsLeftIsSwept()
    {
        TwoSystems bank;
        bank.fixture.close();
        const QString out = bank.fixture.path(u"out"_s);
        const QString temporary = bank.fixture.path(u"temporary"_s);
        const QString runtime =
            bank.fixture.path(u"runtime"_s); // else Qt makes one among the temporary things
        QVERIFY(QDir().mkpath(out) && QDir().mkpath(temporary) &&
                QDir().mkdir(runtime, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        qputenv("TMPDIR", QFile::encodeName(temporary));
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(runtime));
        int leftOvers = 0;
        int whole = 0;
        for (int kill = 0; kill < kills; ++kill) {
            const std::chrono::microseconds anyMoment(QRandomGenerator::global()->bounded(400'000));

            const auto told = acknowledgedBeforeKill(
                u"export"_s, {bank.fixture.folder(), out, QString::number(kill)}, anyMoment);

            QVERIFY(!told.isEmpty());
            const auto workspace = openedIn(bank.fixture.folder(), bank.fixture.clock());
            const auto entered = Repository<IssuedPackage>(**workspace->reader()).all();
            const auto isEntered = [&entered](const QString &name) {
                return std::any_of(entered->begin(), entered->end(),
                                   [&name](const auto &entry) { return entry.fileName == name; });
            };
            for (const auto &path : told) {
                QVERIFY2(isEntered(QFileInfo(path).fileName()),
                         "an acknowledged entry of the register was lost");
                QVERIFY2(QFileInfo::exists(path), qPrintable(path));
            }
            for (const auto &name : entriesOf(out, u"%1-*"_s.arg(kill))) {
                QVERIFY2(isWhole(out + u'/' + name), qPrintable(name));
                QVERIFY2(isEntered(name), qPrintable(name));
                ++whole;
            }
            for (const auto &entry : *entered) {
                const QString path = out + u'/' + entry.fileName;
                if (entry.reportAlone && QFileInfo::exists(path))
                    QCOMPARE(Digest::of(readFile(path)), entry.seal);
            }
            QVERIFY(verifyWorkspace(*workspace)->holds());
            leftOvers += int(entriesOf(out, u".*"_s).size() + entriesOf(temporary, u"*"_s).size());
        }
        QVERIFY2(leftOvers > 0, "No kill met an export half-way: the test proves nothing");
        QVERIFY(whole > 0);

        const auto workspace = openedIn(bank.fixture.folder(), bank.fixture.clock());
        QVERIFY(issueReport(*workspace, {bank.fraud.id}, out + u"/last.pdf"_s, {}));

        QCOMPARE(entriesOf(out, u".*"_s), QStringList());
        QCOMPARE(entriesOf(temporary, u"*"_s), QStringList());
        QCOMPARE(entriesOf(bank.fixture.folder(), u"issuing-*"_s), QStringList());
        const auto entered = Repository<IssuedPackage>(**workspace->reader()).all();
        for (const IssuedPackage &entry : *entered)
            QCOMPARE(QFileInfo::exists(out + u'/' + entry.fileName), entry.state == IssueState::Issued);
        QVERIFY(verifyWorkspace(*workspace)->holds());
    }

    void whatWasEnteredAndNotPutInItsPlaceIsWithdrawnByTheNextExport_data()
    {
        QTest::addColumn<int>("stage");
        QTest::addColumn<QStringList>("states");
        QTest::newRow("not entered") << int(Stage::Noted) << QStringList{u"issued"_s};
        QTest::newRow("entered") << int(Stage::Entered) << QStringList{u"issued"_s, u"withdrawn"_s};
        QTest::newRow("in its place") << int(Stage::Placed) << QStringList{u"replaced"_s, u"issued"_s};
    }
    void whatWasEnteredAndNotPutInItsPlaceIsWithdrawnByTheNextExport()
    {
        QFETCH(const int, stage);
        QFETCH(const QStringList, states);
        TwoSystems bank;
        const QString place = bank.fixture.path(u"second.pdf"_s);
        QVERIFY(
            issueReport(bank.fixture.workspace(), {bank.fraud.id}, bank.fixture.path(u"first.pdf"_s), {}));
        const IssuedPackage first = bank.fixture.all<IssuedPackage>().first();
        QVERIFY(!acknowledgedBeforeKill(u"issue"_s, {bank.fixture.folder(), place, QString::number(stage)},
                                        std::chrono::microseconds(0))
                     .isEmpty());
        QCOMPARE(entriesOf(bank.fixture.folder(), u"issuing-*"_s).size(), 1);

        const auto next =
            issueReport(bank.fixture.workspace(), {bank.fraud.id}, bank.fixture.path(u"third.pdf"_s), {});

        QVERIFY2(next, next ? "" : qPrintable(next.error().message));
        QStringList found;
        for (const IssuedPackage &entry : bank.fixture.all<IssuedPackage>()) {
            if (entry.id != next->entry.id)
                found.append(word(entry.state));
            if (entry.id == first.id && entry.state == IssueState::Issued)
                QCOMPARE(entry, first);
            QCOMPARE(entry.stateReason.contains(u"nobody holds it"_s), entry.state == IssueState::Withdrawn);
        }
        QCOMPARE(found, states);
        QCOMPARE(entriesOf(bank.fixture.folder(), u"issuing-*"_s), QStringList());
        QVERIFY(verifyWorkspace(bank.fixture.workspace())->holds());
    }

    void openingAWorkspaceSweepsItsFolders()
    {
        WorkspaceFixture fixture;
        fixture.close();
        const QString name = u"/.plimsoll-01234567-89ab-4cde-8f01-23456789abcd.part"_s;
        const QStringList left{writeFile(fixture.folder() + name, "half"),
                               writeFile(fixture.folder() + u"/packages"_s + name, "half")};

        const auto workspace = openedIn(fixture.folder(), fixture.clock());

        for (const QString &file : left)
            QVERIFY(!QFileInfo::exists(file));
    }
};

int main(int argc, char **argv)
{
    return runTestOrChild<ExportKillTest, QGuiApplication>(
        argc, argv, {{u"export"_s, exportForEver}, {u"issue"_s, issueUpTo}});
}

#include "tst_exportkill.moc"
