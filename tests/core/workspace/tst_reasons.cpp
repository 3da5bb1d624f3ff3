#include "core/assessment/reason.h"
#include "core/catalogue/shippedcatalogue.h"
#include "core/workspace/answering.h"
#include "core/workspace/assessing.h"
#include "core/workspace/problems.h"
#include "core/workspace/recordrewind.h"
#include "core/workspace/releasegate.h"
#include "tests/support/workspacefixture.h"

#include <QtTest>

#include <algorithm>

using namespace plimsoll;
using namespace Qt::StringLiterals;

namespace {

const QString item = u"5.1.1-1"_s;

/// A system with one item that was called not applicable and approved, for a reason as it may have been
/// stored.
class Excluded
{
public:
    explicit Excluded(const QString &reason)
        : catalogue(*shippedCatalogue())
        , system(fixture.aSystem(u"Fraud scoring"_s))
    {
        const Occasion occasion{fixture->today(), fixture->actor(), fixture.clock()};
        assessment = newAssessment(*catalogue, system, occasion);
        Response response;
        response.id = responseId(assessment.id, item);
        response.assessment = assessment.id;
        response.item = item;
        response.answer = Answer::NotApplicable;
        response.rationale = reason;
        response.approver = fixture->actor();
        fixture.commit(ChangeSet(u"Answer"_s).create(assessment).create(response));
    }

    [[nodiscard]] std::unique_ptr<Connection> reader() const { return std::move(*fixture->reader()); }
    [[nodiscard]] Checklist checklist() const
    {
        return *readChecklist(*reader(), catalogue, system.id, fixture->today());
    }
    [[nodiscard]] bool isIn(const QList<Problem> &problems) const
    {
        return std::ranges::any_of(problems, [this](const Problem &problem) {
            return problem.ordinal == ordinal() && problem.kind == Problem::Kind::RationaleMissing;
        });
    }
    [[nodiscard]] bool isIn(const QList<Blocking> &blocking) const
    {
        return std::ranges::count(blocking, ordinal(), &Blocking::ordinal) == 1;
    }
    [[nodiscard]] int ordinal() const { return catalogue->item(item)->ordinal; }

    WorkspaceFixture fixture;
    std::shared_ptr<const Catalogue> catalogue;
    AiSystem system;
    Assessment assessment;
};

}

class ReasonsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whateverAReasonIsMadeOfAllWhoCountAgree_data()
    {
        QTest::addColumn<QString>("reason");
        QTest::addColumn<bool>("isReason");

        QTest::addRow("nothing") << QString() << false;
        QTest::addRow("spaces") << u"   "_s << false;
        QTest::addRow("tab and lines") << u"\t\r\n"_s << false;
        QTest::addRow("no-break space") << u"\u00a0"_s << false;
        QTest::addRow("ideographic space") << u"\u3000\u2003"_s << false;
        QTest::addRow("zero width space") << u"\u200b"_s << false;
        QTest::addRow("marks of direction") << u" \u2068\u2069\ufeff "_s << false;
        QTest::addRow("one sign") << u"."_s << false;
        QTest::addRow("signs alone") << u"-- ?! \U0001f642"_s << false;
        QTest::addRow("Hangul fillers") << u"\u3164\u115f\u1160\uffa0"_s << false;
        QTest::addRow("Braille without dots") << u"\u2800\u2800"_s << false;
        QTest::addRow("one digit") << u"7"_s << true;
        QTest::addRow("words") << u"Nobody is trained here."_s << true;
        QTest::addRow("words among blanks") << u"\u00a0 Fixed. \n"_s << true;
        QTest::addRow("another script") << u"訓練なし"_s << true;
        QTest::addRow("beyond the first plane") << u"\U00020000"_s << true;
    }

    void whateverAReasonIsMadeOfAllWhoCountAgree()
    {
        QFETCH(QString, reason);
        QFETCH(bool, isReason);
        const Standing expected = isReason ? Standing::NotApplicable : Standing::NotAnswered;
        const Excluded excluded(reason);

        const auto checklist = excluded.checklist();
        const auto standings = readStandings(excluded.fixture.workspace(), *excluded.catalogue);
        RecordRewind rewind(*excluded.catalogue);
        QVERIFY(rewind.begin(*excluded.reader()));
        Standpoint replayed = rewind.standpoint(excluded.fixture->today());
        stand(*excluded.catalogue, replayed);

        QCOMPARE(plimsoll::isReason(reason), isReason);
        QCOMPARE(checklist.line(item)->standing(), expected);
        QCOMPARE(standings->front().items.at(excluded.ordinal()).standing(), expected);
        QCOMPARE(replayed.systems.front().items.at(excluded.ordinal()).standing(), expected);
        QCOMPARE(excluded.isIn(whatBlocks(checklist, Requirement::All)), !isReason);
        QCOMPARE(excluded.isIn(problemsOf(checklist, excluded.fixture->today())), !isReason);
    }

    void aDecisionThatSomethingDoesNotApplyCountsWithAReasonAndAnApproverAlone_data()
    {
        QTest::addColumn<QString>("reason");
        QTest::addColumn<bool>("isApproved");
        QTest::addColumn<bool>("counts");

        QTest::addRow("whole") << u"Nobody is trained here."_s << true << true;
        QTest::addRow("without a reason") << u" . "_s << true << false;
        QTest::addRow("without an approver") << u"Nobody is trained here."_s << false << false;
    }

    void aDecisionThatSomethingDoesNotApplyCountsWithAReasonAndAnApproverAlone()
    {
        QFETCH(const QString, reason);
        QFETCH(const bool, isApproved);
        QFETCH(const bool, counts);
        const Standing expected = counts ? Standing::NotApplicable : Standing::NotAnswered;
        const Excluded decided({});
        ApplicabilityDecision decision;
        decision.id = applicabilityDecisionId(decided.assessment.id, item);
        decision.assessment = decided.assessment.id;
        decision.item = item;
        decision.reason = reason;
        decision.decidedBy = decided.fixture->actor();
        decision.decidedOn = decided.fixture->today();
        if (isApproved)
            decision.approver = decision.decidedBy;
        decided.fixture.workspace().commitAndWait(ChangeSet(u"Decide"_s).create(decision)).value();

        const auto checklist = decided.checklist();
        const auto standings = readStandings(decided.fixture.workspace(), *decided.catalogue);
        RecordRewind rewind(*decided.catalogue);
        QVERIFY(rewind.begin(*decided.reader()));
        Standpoint replayed = rewind.standpoint(decided.fixture->today());
        stand(*decided.catalogue, replayed);

        QCOMPARE(checklist.line(item)->standing(), expected);
        QCOMPARE(standings->front().items.at(decided.ordinal()).standing(), expected);
        QCOMPARE(replayed.systems.front().items.at(decided.ordinal()).standing(), expected);
        QCOMPARE(decided.isIn(whatBlocks(checklist, Requirement::All)), !counts);
    }

    void aDecisionForABlankReasonBlocksAndIsListed()
    {
        const Excluded excluded(u"Unused."_s);
        ApplicabilityDecision decision;
        decision.id = applicabilityDecisionId(excluded.assessment.id, item);
        decision.assessment = excluded.assessment.id;
        decision.item = item;
        decision.reason = u" \u00a0"_s;
        decision.approver = excluded.fixture->actor();
        decision.decidedBy = *decision.approver;
        decision.decidedOn = excluded.fixture->today();
        excluded.fixture.workspace().commitAndWait(ChangeSet(u"Decide"_s).create(decision)).value();

        const auto checklist = excluded.checklist();

        QVERIFY(excluded.isIn(whatBlocks(checklist, Requirement::All)));
        QVERIFY(excluded.isIn(problemsOf(checklist, excluded.fixture->today())));
    }

    void aReasonIsKeptWithoutTheBlanksAroundIt()
    {
        const Excluded excluded({});
        const auto planned = [&](const QString &rationale) {
            return planAnswers(*excluded.reader(), {{excluded.assessment.id, item}}, {.rationale = rationale})
                ->changeSet;
        };

        excluded.fixture.workspace().commitAndWait(planned(u"  It is fixed.\n"_s)).value();

        QCOMPARE(excluded.checklist().line(item)->own->rationale, u"It is fixed."_s);
        QVERIFY(planned(u"It is fixed. "_s).isEmpty());
    }

    void blanksAroundWhatAPersonBeganWithAreNoOtherPersonsWords()
    {
        const Excluded excluded(u"Fixed. "_s);

        const auto planned = planAnswers(*excluded.reader(), {{excluded.assessment.id, item}},
                                         {.rationale = u"Fixed. By us."_s, .rationaleBefore = u"Fixed.\n"_s});

        QVERIFY(planned);
    }
};

QTEST_GUILESS_MAIN(ReasonsTest)
#include "tst_reasons.moc"
