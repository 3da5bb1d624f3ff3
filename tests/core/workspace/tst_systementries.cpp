#include "core/evidence/evidenceuse.h"
#include "core/workspace/journalreading.h"
#include "core/workspace/platforms.h"
#include "tests/support/twosystems.h"

#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

namespace {

const QString item = u"5.3.1-1"_s;

Response answering(const Id<Assessment> &assessment)
{
    Response response;
    response.id = responseId(assessment, item);
    response.assessment = assessment;
    response.item = item;
    response.answer = Answer::Met;
    response.rationale = u"So."_s;
    return response;
}

}

class SystemEntriesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAnswerThatIsGoneStaysInTheJournalOfItsSystem()
    {
        TwoSystems bank;

        answerAnewAndForget(bank, bank.assessmentOf(bank.fraud));

        QCOMPARE(labels(bank, bank.fraud).first(3), (QStringList{u"Forget"_s, u"Change"_s, u"Answer"_s}));
        QVERIFY(!labels(bank, bank.chatbot).contains(u"Change"_s));
    }

    void anAssessmentThatIsGoneStaysThereWithItsAnswers()
    {
        TwoSystems bank;
        Assessment audit;
        audit.id = Id<Assessment>::generate(bank.fixture.clock());
        audit.system = bank.fraud.id;
        audit.catalogue = u"en-304-223"_s;
        audit.catalogueVersion = u"1"_s;
        audit.startedOn = TwoSystems::today;
        bank.fixture.commit(ChangeSet(u"Begin"_s).create(audit));
        answerAnewAndForget(bank, audit.id);
        bank.fixture.commit(ChangeSet(u"End"_s).remove(audit));

        QCOMPARE(labels(bank, bank.fraud).first(5),
                 (QStringList{u"End"_s, u"Forget"_s, u"Change"_s, u"Answer"_s, u"Begin"_s}));
        QVERIFY(!labels(bank, bank.chatbot).contains(u"Begin"_s));
    }

    void evidenceThatWasTakenAwayIsToldAsLongAsItWasUsed()
    {
        TwoSystems bank;
        Evidence evidence;
        evidence.id = Id<Evidence>::generate(bank.fixture.clock());
        evidence.title = u"Log"_s;
        evidence.url = u"https://example.org/log"_s;
        const auto assessment = bank.assessmentOf(bank.fraud);
        const EvidenceUse use{evidenceUseId(evidence.id, assessment, item), evidence.id, assessment, item};
        Evidence renamed = evidence;
        renamed.title = u"Server log"_s;
        Evidence again = renamed;
        again.title = u"Server log of May"_s;

        bank.fixture.commit(ChangeSet(u"Attach"_s).create(evidence).create(use));
        bank.fixture.commit(ChangeSet(u"Retitle"_s).change(evidence, renamed));
        bank.fixture.commit(ChangeSet(u"Take away"_s).remove(use));
        bank.fixture.commit(ChangeSet(u"Retitle for others"_s).change(renamed, again));

        QCOMPARE(labels(bank, bank.fraud).first(3), (QStringList{u"Take away"_s, u"Retitle"_s, u"Attach"_s}));
    }

    void commonAnswersAreToldOfTheSystemsThatTakeThemOver()
    {
        TwoSystems bank;
        const auto taker = bank.registered(u"Taker"_s, {}, {}, {bank.cloud.id});
        const auto other = bank.registered(u"Other"_s, {}, {}, {});
        const auto all = bank.fixture.all<Assessment>();
        const auto common = std::find_if(all.cbegin(), all.cend(), [&bank](const Assessment &assessment) {
            return assessment.platform == bank.cloud.id;
        });
        QVERIFY(common != all.cend());

        answerAnewAndForget(bank, common->id);

        QCOMPARE(labels(bank, taker).first(3), (QStringList{u"Forget"_s, u"Change"_s, u"Answer"_s}));
        QVERIFY(!labels(bank, other).contains(u"Answer"_s));
    }

    void commonAnswersStayWithTheSystemThatTookThemOverUntilItStopped()
    {
        TwoSystems bank;
        const auto taker = bank.registered(u"Taker"_s, {}, {}, {bank.cloud.id});
        const auto common = *currentAssessment(*bank.reader(), bank.cloud.id);
        const Response answered = answering(common->id);
        Response changed = answered;
        changed.rationale = u"Because."_s;
        const Evidence before = aLink(bank, u"https://example.org/before"_s);
        const Evidence after = aLink(bank, u"https://example.org/after"_s);
        Evidence renamed = before;
        renamed.title = u"Log of May"_s;

        bank.fixture.commit(ChangeSet(u"Answer"_s).create(answered));
        bank.fixture.commit(ChangeSet(u"Attach"_s).create(before).create(use(before, common->id)));
        bank.fixture.commit(ChangeSet(u"File for others"_s).create(after));
        bank.fixture.commit(*planTakingOver(*bank.reader(), taker, bank.cloud, TakingOver::Ends));
        bank.fixture.commit(ChangeSet(u"Change"_s).change(answered, changed).change(before, renamed));
        bank.fixture.commit(ChangeSet(u"Attach later"_s).create(use(after, common->id)));
        bank.fixture.commit(ChangeSet(u"Take away"_s).remove(use(before, common->id)));

        QCOMPARE(labels(bank, taker).mid(1, 2), (QStringList{u"Attach"_s, u"Answer"_s}));
        QCOMPARE(labels(bank, bank.fraud).first(2), (QStringList{u"Take away"_s, u"Attach later"_s}));
    }

    void commonAnswersTakenOverOnceMoreAreToldOnce()
    {
        TwoSystems bank;
        const auto taker = bank.registered(u"Taker"_s, {}, {}, {bank.cloud.id});
        const auto common = *currentAssessment(*bank.reader(), bank.cloud.id);

        bank.fixture.commit(*planTakingOver(*bank.reader(), taker, bank.cloud, TakingOver::Ends));
        bank.fixture.commit(*planTakingOver(*bank.reader(), taker, bank.cloud, TakingOver::Begins));
        bank.fixture.commit(ChangeSet(u"Answer"_s).create(answering(common->id)));

        QCOMPARE(labels(bank, taker).count(u"Answer"_s), 1);
        QCOMPARE(labels(bank, taker).first(), u"Answer"_s);
    }

private:
    static Evidence aLink(const TwoSystems &bank, const QString &url)
    {
        Evidence evidence;
        evidence.id = Id<Evidence>::generate(bank.fixture.clock());
        evidence.title = u"Log"_s;
        evidence.url = url;
        return evidence;
    }

    static EvidenceUse use(const Evidence &evidence, const Id<Assessment> &assessment)
    {
        return {evidenceUseId(evidence.id, assessment, item), evidence.id, assessment, item};
    }

    static void answerAnewAndForget(TwoSystems &bank, const Id<Assessment> &assessment)
    {
        const Response answered = answering(assessment);
        Response changed = answered;
        changed.rationale = u"Because."_s;
        bank.fixture.commit(ChangeSet(u"Answer"_s).create(answered));
        bank.fixture.commit(ChangeSet(u"Change"_s).change(answered, changed));
        bank.fixture.commit(ChangeSet(u"Forget"_s).remove(changed));
    }

    static QStringList labels(const TwoSystems &bank, const AiSystem &system)
    {
        JournalQuestion question;
        question.system = system.id;
        const auto found = readJournal(*bank.reader(), question);
        QStringList labels;
        for (const JournalLine &line : found ? found->lines : QList<JournalLine>())
            labels.append(line.label);
        return labels;
    }
};

QTEST_GUILESS_MAIN(SystemEntriesTest)
#include "tst_systementries.moc"
