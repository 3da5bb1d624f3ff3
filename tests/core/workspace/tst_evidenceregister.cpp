#include "core/evidence/evidencestore.h"
#include "core/evidence/evidenceuse.h"
#include "core/evidence/filechecks.h"
#include "core/workspace/attaching.h"
#include "core/workspace/evidenceregister.h"
#include "core/workspace/recordschema.h"
#include "tests/support/files.h"
#include "tests/support/twosystems.h"

#include <QTest>

#include <algorithm>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class EvidenceRegisterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bank = std::make_unique<TwoSystems>();
        Evidence described;
        described.title = u"Shared"_s;
        const auto fraud = m_bank->assessmentOf(m_bank->fraud);
        m_shared = m_bank->attachTo(fraud, u"5.1.1-1"_s, u"shared.txt"_s, "shared", described);
        m_bank->attachTo(fraud, u"5.1.1-2"_s, u"shared.txt"_s, "shared", described);
        m_bank->attachTo(m_bank->assessmentOf(m_bank->chatbot), u"5.1.1-1"_s, u"shared.txt"_s, "shared",
                         described);
    }

    void everyPieceIsListedOnceWithWhatItServes()
    {
        const auto lines = readEvidenceRegister(*m_bank->reader());

        QVERIFY(lines);
        QCOMPARE(lines->size(), size_t(m_bank->fixture.all<Evidence>().size()));
        QCOMPARE(lineOf(*lines).items, 3);
        QCOMPARE(lineOf(*lines).systems, 2);
    }

    void someAloneAreAsAmongAll()
    {
        const auto some = readEvidenceRegister(*m_bank->reader(), {m_shared.id});

        QVERIFY(some);
        QCOMPARE(some->size(), size_t(1));
        QCOMPARE(some->front(), lineOf(*readEvidenceRegister(*m_bank->reader())));
    }

    void whatIsCarriedToTheNextAssessmentCountsOnce()
    {
        close(m_bank->fraud);
        m_bank->fixture.commit(
            *planStart(*m_bank->reader(), *m_bank->catalogue, m_bank->fraud, m_bank->occasion()));

        QCOMPARE(lineOf(*readEvidenceRegister(*m_bank->reader())).items, 3);
        const auto served = readServedItems(*m_bank->reader(), m_shared.id);
        QCOMPARE(served->size(), 3);
        QVERIFY(std::all_of(served->cbegin(), served->cend(), [](const auto &item) { return item.isOpen; }));
    }

    void usesOfAClosedAssessmentAreListedAsClosed()
    {
        close(m_bank->fraud);

        const auto served = readServedItems(*m_bank->reader(), m_shared.id);

        QCOMPARE(
            std::count_if(served->cbegin(), served->cend(), [](const auto &item) { return item.isOpen; }), 1);
        const auto open = readOpenAssessments(*m_bank->reader());
        QVERIFY(std::none_of(open->cbegin(), open->cend(), [this](const OpenAssessment &assessment) {
            return assessment.holder.startsWith(m_bank->fraud.name);
        }));
    }

    void evidenceIsAttachedToSeveralItemsWithoutTouchingTheirAnswers()
    {
        const auto fraud = m_bank->assessmentOf(m_bank->fraud);
        const QList<ItemOfAssessment> items{
            {fraud, u"5.1.1-1"_s}, {fraud, u"5.1.2-1"_s}, {fraud, u"5.1.4-1"_s}};
        const auto before = m_bank->fixture.all<Response>();

        const auto planned = planAnswers(*m_bank->reader(), items, {.evidence = {m_shared.id}});

        QVERIFY(planned);
        QCOMPARE(planned->attached, 2);
        QCOMPARE(planned->changeSet.label,
                 u"Attach “%1” to 3 items of %2"_s.arg(m_shared.title, m_bank->fraud.name));
        m_bank->fixture.commit(planned->changeSet);
        QCOMPARE(lineOf(*readEvidenceRegister(*m_bank->reader())).items, 5);
        QCOMPARE(m_bank->fixture.all<Response>(), before);
    }

    void whatWasAttachedOrTakenAwayAndWhereIsInTheNameOfTheChange()
    {
        const auto fraud = m_bank->assessmentOf(m_bank->fraud);
        const auto chatbot = m_bank->assessmentOf(m_bank->chatbot);
        const QString file = test::writeFile(m_bank->fixture.path(u"plan.txt"_s), "plan");
        const auto attached = attach(m_bank->fixture.workspace(), {{file, {}, {{fraud, u"5.1.1-1"_s}}}});
        QVERIFY(attached);
        const auto newest = [this] {
            return entries(*m_bank->reader(), recordSchema(), {})->first().label;
        };
        QCOMPARE(newest(), u"Attach “plan.txt” to 5.1.1-1 of %1"_s.arg(m_bank->fraud.name));

        const auto id = attached->evidence.first().id;
        const auto away = planDetach(*m_bank->reader(), id, {fraud, u"5.1.1-1"_s});
        const auto both = planAnswers(*m_bank->reader(), {{fraud, u"5.1.2-1"_s}, {chatbot, u"5.1.2-1"_s}},
                                      {.evidence = {id}});
        const auto answer =
            planAnswers(*m_bank->reader(), {{fraud, u"5.1.2-1"_s}}, {.answer = Answer::NotMet});

        QCOMPARE(away->label, u"Take “plan.txt” away from 5.1.1-1 of %1"_s.arg(m_bank->fraud.name));
        QCOMPARE(both->changeSet.label, u"Attach “plan.txt” to 5.1.2-1 of 2 systems or platforms"_s);
        QVERIFY(answer->changeSet.label.startsWith(u"Answer 5.1.2-1 of %1: "_s.arg(m_bank->fraud.name)));
    }

    void aFileThatWasStoredCountsAsCheckedAtThatMoment()
    {
        const EvidenceStore store(m_bank->fixture->evidenceFolder());
        const auto known = keptChecks(store);

        const Evidence piece =
            m_bank->attachTo(m_bank->assessmentOf(m_bank->fraud), u"5.1.1-1"_s, u"a.txt"_s, "anew", {});

        QVERIFY(!known.contains(*piece.digest));
        QVERIFY(keptChecks(store).contains(*piece.digest));
        QCOMPARE(keptChecks(store).value(*piece.digest).integrity, Integrity::Unchanged);
        QVERIFY(known.contains(*m_shared.digest));
        QCOMPARE(keptChecks(store).value(*m_shared.digest), known.value(*m_shared.digest));
    }

    void whatWasStoredAlreadyOrComesTwiceIsSaid()
    {
        const QString held = test::writeFile(m_bank->fixture.path(u"held.txt"_s), "shared");
        const QString one = test::writeFile(m_bank->fixture.path(u"one.txt"_s), "one");
        const QString again = test::writeFile(m_bank->fixture.path(u"again.txt"_s), "one");

        const auto attached =
            attach(m_bank->fixture.workspace(), {{held, {}, {}}, {one, {}, {}}, {again, {}, {}}});

        QVERIFY(attached);
        QCOMPARE(attached->evidence.size(), 3);
        QCOMPARE(attached->alreadyHeld.size(), 2);
        QCOMPARE(attached->alreadyHeld.first().id, m_shared.id);
        QVERIFY(attached->putBack.isEmpty());
    }

    void aChangeNamesThePiecesItTouches()
    {
        Evidence after = m_shared;
        after.title = u"Renamed"_s;
        const EvidenceUse use = m_bank->fixture.all<EvidenceUse>().first();

        const auto touched = evidenceTouchedBy(ChangeSet(u"Both"_s).change(m_shared, after).remove(use));

        QCOMPARE(touched, (std::optional<QSet<Id<Evidence>>>({m_shared.id, use.evidence})));
        AiSystem system = m_bank->fraud;
        system.name = u"Another"_s;
        QCOMPARE(evidenceTouchedBy(ChangeSet(u"Rename"_s).change(m_bank->fraud, system)), std::nullopt);
    }

private:
    RegisteredEvidence lineOf(const std::vector<RegisteredEvidence> &lines) const
    {
        const auto found = std::find_if(lines.cbegin(), lines.cend(),
                                        [this](const auto &line) { return line.evidence.id == m_shared.id; });
        return found == lines.cend() ? RegisteredEvidence() : *found;
    }

    void close(const AiSystem &system)
    {
        m_bank->fixture.commit(*planClose(*m_bank->reader(), m_bank->catalogue, system, m_bank->occasion()));
    }

    std::unique_ptr<TwoSystems> m_bank;
    Evidence m_shared;
};

QTEST_GUILESS_MAIN(EvidenceRegisterTest)
#include "tst_evidenceregister.moc"
