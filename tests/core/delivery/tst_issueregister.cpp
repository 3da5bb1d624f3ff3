#include "core/delivery/exportpackage.h"
#include "core/delivery/journalexcerpt.h"
#include "core/workspace/journalreading.h"
#include "core/workspace/recordschema.h"
#include "tests/support/twosystems.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

namespace {

IssuedPackage called(const QString &fileName)
{
    const SystemClock clock;
    IssuedPackage package;
    package.id = Id<IssuedPackage>::generate(clock);
    package.fileName = fileName;
    package.issuedAt = clock.now();
    return package;
}

const QDate today(2026, 11, 21);

}

class IssueRegisterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReplacementSaysByWhatAndSinceWhen()
    {
        WorkspaceFixture fixture;
        const IssuedPackage first = called(u"first.zip"_s);
        const IssuedPackage second = called(u"second.zip"_s);
        fixture.commit(ChangeSet(u"Issue"_s).create(first).create(second));

        fixture.commit(*planReplacement(**fixture->reader(), first, second, today));

        const auto reader = fixture->reader();
        const auto replaced = Repository<IssuedPackage>(**reader).find(first.id);
        const auto replacing = Repository<IssuedPackage>(**reader).find(second.id);
        QCOMPARE((*replaced)->state, IssueState::Replaced);
        QCOMPARE(stateInWords(**replaced, u"second.zip"_s), u"replaced on 2026-11-21 by second.zip"_s);
        QCOMPARE(stateInWords(**replacing, {}), u"current"_s);
    }

    void aPackageIsReplacedNeitherByItselfNorInACircle()
    {
        const WorkspaceFixture fixture;
        const auto reader = fixture->reader();
        const IssuedPackage first = called(u"first.zip"_s);
        IssuedPackage second = called(u"second.zip"_s);
        second.replacedBy = first.id;

        QVERIFY(!planReplacement(**reader, first, first, today));
        QVERIFY(!planReplacement(**reader, first, second, today));
    }

    void theSlowerOfTwoThatReplaceOnePackageIsToldOfTheFaster()
    {
        WorkspaceFixture fixture;
        const IssuedPackage earlier = called(u"audit.zip"_s);
        fixture.commit(ChangeSet(u"Issue"_s).create(earlier));
        auto &workspace = fixture.workspace();
        const auto person = workspace.actor();
        QVERIFY(enterInRegister(workspace, person, called(u"faster.zip"_s), {}, earlier));

        const auto slower = enterInRegister(workspace, person, called(u"slower.zip"_s), {}, earlier);

        QVERIFY(!slower);
        QCOMPARE(slower.error().code, ErrorCode::Conflict);
        QCOMPARE(slower.error().message,
                 u"Another export has replaced “audit.zip” while this one was made: “faster.zip” counts in "
                 "its place now. Nothing of this export was kept. Look at that one, then export again to "
                 "replace it."_s);
        QCOMPARE(Repository<IssuedPackage>(**fixture->reader()).all()->size(), 2);
    }

    void noCircleOfReplacementsCloses()
    {
        WorkspaceFixture fixture;
        const IssuedPackage a = called(u"a.zip"_s);
        const IssuedPackage b = called(u"b.zip"_s);
        const IssuedPackage c = called(u"c.zip"_s);
        fixture.commit(ChangeSet(u"Issue"_s).create(a).create(b).create(c));
        fixture.commit(*planReplacement(**fixture->reader(), a, b, today));
        fixture.commit(*planReplacement(**fixture->reader(), b, c, today));

        const auto closing = planReplacement(**fixture->reader(), c, a, today);

        QVERIFY(!closing);
        QCOMPARE(closing.error().message, u"a.zip was itself replaced by c.zip. Choose another package."_s);
    }

    void onlyWhatCountsTakesThePlaceOfAnother()
    {
        WorkspaceFixture fixture;
        const IssuedPackage a = called(u"a.zip"_s);
        const IssuedPackage b = called(u"b.zip"_s);
        const IssuedPackage c = called(u"c.zip"_s);
        const IssuedPackage withdrawn = called(u"withdrawn.zip"_s);
        fixture.commit(ChangeSet(u"Issue"_s).create(a).create(b).create(c).create(withdrawn));
        fixture.commit(*planReplacement(**fixture->reader(), b, c, today));
        fixture.commit(*planWithdrawal(withdrawn, u"wrong address"_s, today));

        const auto byReplaced = planReplacement(**fixture->reader(), a, b, today);
        const auto byWithdrawn = planReplacement(**fixture->reader(), a, withdrawn, today);

        QVERIFY(!byReplaced && !byWithdrawn);
        QVERIFY2(byReplaced.error().message.contains(u"what counts in its place is c.zip"_s),
                 qPrintable(byReplaced.error().message));
        QVERIFY2(byWithdrawn.error().message.startsWith(u"withdrawn.zip was withdrawn"_s),
                 qPrintable(byWithdrawn.error().message));
    }

    void aReplacementIsAboutAllSystemsOfWhatItReplaces()
    {
        const TwoSystems bank;
        const auto both =
            issueReport(bank.fixture.workspace(), bank.both(), bank.fixture.path(u"both.pdf"_s), {});
        const auto one =
            issueReport(bank.fixture.workspace(), {bank.fraud.id}, bank.fixture.path(u"one.pdf"_s), {});
        ExportOptions options;
        options.replaces = both->entry.id;

        const auto marked = planReplacement(*bank.reader(), both->entry, one->entry, today);
        const auto issued =
            issueReport(bank.fixture.workspace(), {bank.fraud.id}, bank.fixture.path(u"new.pdf"_s), options);

        const QString said = u"both.pdf is about %1"_s.arg(bank.chatbot.name);
        QVERIFY(!marked && !issued);
        QVERIFY2(marked.error().message.startsWith(said), qPrintable(marked.error().message));
        QVERIFY2(issued.error().message.startsWith(said), qPrintable(issued.error().message));
        QVERIFY(!QFileInfo::exists(bank.fixture.path(u"new.pdf"_s)));
        QVERIFY(planReplacement(*bank.reader(), one->entry, both->entry, today));
    }

    void aPackageThatWasReplacedIsNotReplacedAnew()
    {
        WorkspaceFixture fixture;
        const IssuedPackage first = called(u"first.zip"_s);
        const IssuedPackage second = called(u"second.zip"_s);
        const IssuedPackage third = called(u"third.zip"_s);
        fixture.commit(ChangeSet(u"Issue"_s).create(first).create(second).create(third));
        fixture.commit(*planReplacement(**fixture->reader(), first, second, today));
        const auto reader = fixture->reader();
        const auto replaced = Repository<IssuedPackage>(**reader).find(first.id);

        const auto refused = planReplacement(**reader, **replaced, third, today);

        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QCOMPARE(refused.error().message,
                 u"first.zip was replaced by second.zip already. Replace second.zip instead."_s);
    }

    void aWithdrawalWantsItsReason()
    {
        const IssuedPackage package = called(u"first.zip"_s);

        QVERIFY(!planWithdrawal(package, u"  "_s, today));

        const auto planned = planWithdrawal(package, u" wrong address "_s, today);
        QVERIFY(planned);
        QVERIFY(planned->label.contains(u"first.zip"_s));
    }

    void textOfPeopleIsNoPattern()
    {
        IssuedPackage package = called(u"first.zip"_s);
        package.state = IssueState::Withdrawn;
        package.stateOn = today;
        package.stateReason = u"%1 of %2"_s;

        QCOMPARE(stateInWords(package, {}), u"withdrawn on 2026-11-21: %1 of %2"_s);
    }

    void aReportIssuedTwiceToOnePlaceIsRefused()
    {
        const TwoSystems bank;
        const QString path = bank.fixture.path(u"report.pdf"_s);
        const auto first = issueReport(bank.fixture.workspace(), {bank.fraud.id}, path, {});
        QVERIFY2(first, first ? "" : qPrintable(first.error().message));

        const auto second = issueReport(bank.fixture.workspace(), {bank.fraud.id}, path, {});

        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::Conflict);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(Digest::of(file.readAll()), first->seal);
        QCOMPARE(bank.fixture.all<IssuedPackage>().size(), 1);
        QVERIFY(bank.fixture.all<IssuedPackage>().first().reportAlone);
    }

    void theRegisterKnowsTheSystemsAndTheAssessmentsToldOf()
    {
        const TwoSystems bank;

        const auto issued = issueReport(bank.fixture.workspace(), bank.both(), bank.fixture.path({}), {});

        QVERIFY2(issued, issued ? "" : qPrintable(issued.error().message));
        const auto about = bank.fixture.all<IssuedSystem>();
        QCOMPARE(about.size(), 2);
        for (const AiSystem &system : {bank.fraud, bank.chatbot}) {
            const IssuedSystem expected{issuedSystemId(issued->entry.id, system.id), issued->entry.id,
                                        system.id, bank.assessmentOf(system)};
            QVERIFY2(about.contains(expected), qPrintable(system.name));
        }
    }

    void whatIsIssuedOfAnOutdatedAssessmentStandsInTheJournalOfItsSystem()
    {
        TwoSystems bank;
        AiSystem next = bank.fraud;
        next.version = u"3.0"_s;
        bank.fixture.commit(ChangeSet(u"Name a version"_s).change(bank.fraud, next));

        const auto issued =
            issueReport(bank.fixture.workspace(), {bank.fraud.id}, bank.fixture.path(u"out.pdf"_s), {});

        QVERIFY2(issued, issued ? "" : qPrintable(issued.error().message));
        QVERIFY(!issued->entry.systems.contains(u"3.0"_s));
        QCOMPARE(lastLabelAbout(bank, bank.fraud), u"Issue the audit report out.pdf"_s);
        QVERIFY(!lastLabelAbout(bank, bank.chatbot).startsWith(u"Issue"_s));
    }

    void nobodyIsToldWhatOthersWereHanded()
    {
        const TwoSystems bank;
        ExportOptions options;
        options.issuedTo = u"Authority A"_s;
        const auto issued = issueReport(bank.fixture.workspace(), {bank.fraud.id},
                                        bank.fixture.path(u"for-a.pdf"_s), options);
        QVERIFY2(issued, issued ? "" : qPrintable(issued.error().message));

        const auto part = rowsBelongingTo(*bank.reader(), recordSchema(), {bank.fraud.id});
        const auto whole = rowsBelongingTo(*bank.reader(), recordSchema(), bank.both());

        QVERIFY(part && whole);
        for (const auto table : {Described<IssuedPackage>::table, Described<IssuedSystem>::table}) {
            QCOMPARE(part->rows.of(table).size(), 0);
            QCOMPARE(whole->rows.of(table).size(), 1);
        }
        const QByteArray id = issued->entry.id.text().toLatin1();
        QVERIFY(!journalOf(bank, *part).contains(id));
        QVERIFY(!journalOf(bank, *part).contains("for-a.pdf"));
        QVERIFY(journalOf(bank, *whole).contains(id));
    }

    void whatWasEnteredAndDidNotReachItsPlaceIsWithdrawn()
    {
        WorkspaceFixture fixture;
        const IssuedPackage first = called(u"first.zip"_s);
        const IssuedPackage second = called(u"second.zip"_s);
        QVERIFY(enterInRegister(fixture.workspace(), fixture->actor(), first, {}, {}));
        QVERIFY(enterInRegister(fixture.workspace(), fixture->actor(), second, {}, first));

        const Error told = withdrawUnplaced(fixture.workspace(), fixture->actor(), second, first,
                                            {ErrorCode::Storage, u"The disk is full."_s, {}});

        QCOMPARE(told.message, u"The disk is full. The register holds it as withdrawn."_s);
        const auto reader = fixture->reader();
        const auto withdrawn = Repository<IssuedPackage>(**reader).find(second.id);
        QCOMPARE((*withdrawn)->state, IssueState::Withdrawn);
        QVERIFY((*withdrawn)->stateReason.endsWith(u"nobody holds it: The disk is full."_s));
        QCOMPARE(*Repository<IssuedPackage>(**reader).find(first.id), std::optional(first));
    }

    void aFolderThatIsThereGetsTheReportUnderItsOwnName()
    {
        const TwoSystems bank;

        const auto issued = issueReport(bank.fixture.workspace(), {bank.fraud.id}, bank.fixture.path({}), {});

        QVERIFY2(issued, issued ? "" : qPrintable(issued.error().message));
        QVERIFY(QFileInfo(issued->path).fileName().startsWith(u"fraud-scoring-"_s));
        QVERIFY(issued->path.endsWith(u".pdf"_s));
    }

    void whatCameMeanwhileIsNotReplacedUnseenAndSaidSo()
    {
        WorkspaceFixture fixture;
        const QString path = fixture.path(u"a.zip"_s);
        const auto place = IssuePlace::claim(path, IssuedAs::File, Existing::Replace);
        QVERIFY(place);
        for (const QString &file : {place->writeTo(), path}) {
            QFile written(file);
            QVERIFY(written.open(QIODevice::WriteOnly));
        }

        for (const Done &refused : {place->checkFree(), place->settle()}) {
            QVERIFY(!refused);
            QVERIFY2(refused.error().message.contains(u"is not replaced unseen"_s),
                     qPrintable(refused.error().message));
        }
    }

private:
    static QString lastLabelAbout(const TwoSystems &bank, const AiSystem &system)
    {
        JournalQuestion question;
        question.system = system.id;
        const auto found = readJournal(*bank.reader(), question);
        return found && !found->lines.isEmpty() ? found->lines.first().label : QString();
    }
    static QByteArray journalOf(const TwoSystems &bank, const BelongingRows &belonging)
    {
        QBuffer log;
        log.open(QIODevice::WriteOnly);
        return writeJournalExcerpt(*bank.reader(), recordSchema(), belonging, log) ? log.data()
                                                                                   : QByteArray();
    }
};

QTEST_MAIN(IssueRegisterTest)
#include "tst_issueregister.moc"
