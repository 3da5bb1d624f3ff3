// What the next assessment carries over of decisions and reliances, how somebody reconfirms it in the window,
// and how it looks once that assessment is closed.
#include "core/assessment/applicabilitydecision.h"
#include "core/assessment/reliance.h"
#include "tests/support/sessionfixture.h"
#include "ui/pages/system/systempage.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plaintextedit.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class CarriedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_shown = std::make_unique<SessionFixture>();
        m_borne = m_shown->all<Reliance>().first().item;
        decide();
        const auto &bank = m_shown->bank;
        m_shown->commit(planned(planClose(*reader(), bank.catalogue, bank.chatbot, occasion())));
        m_shown->commit(planned(planStart(*reader(), *bank.catalogue, bank.chatbot, occasion())));
    }
    void cleanup() { m_shown.reset(); }

    void aCarriedDecisionIsConfirmedAsItStandsByOneStep()
    {
        open(u"applicability"_s, m_out);
        QVERIFY(decision().carried);
        const ApplicabilityDecision before = decision();
        QCOMPARE(button(u"decision/decide"_s)->text(), u"Confirm the decision carried over"_s);

        button(u"decision/decide"_s)->click();
        m_shown->settle();

        const ApplicabilityDecision after = decision();
        QVERIFY(!after.carried);
        QCOMPARE(after.reason, before.reason);
        QCOMPARE(after.approver, before.approver);
        QCOMPARE(after.reviewOn, before.reviewOn);
        QCOMPARE(after.decidedOn, m_shown->workspace().today());
        QCOMPARE(button(u"decision/decide"_s)->text(), u"Decide"_s);
    }

    void aConfirmedDecisionIsCarriedAgainWhenThatIsUndone()
    {
        open(u"applicability"_s, m_out);
        button(u"decision/decide"_s)->click();
        m_shown->settle();

        Q_EMIT m_shown->window().undoAsked();
        m_shown->settle();

        QVERIFY(decision().carried);
        QCOMPARE(button(u"decision/decide"_s)->text(), u"Confirm the decision carried over"_s);
    }

    void aCarriedDecisionCanBeTakenBackInstead()
    {
        open(u"applicability"_s, m_out);

        button(u"decision/takeBack"_s)->click();
        m_shown->settle();

        QVERIFY(std::ranges::none_of(m_shown->all<ApplicabilityDecision>(),
                                     [this](const auto &one) { return one.assessment == assessment(); }));
        QCOMPARE(button(u"decision/decide"_s)->text(), u"Decide"_s);
    }

    void aCarriedRelianceIsConfirmedAsItStandsOnItsCard()
    {
        open(u"checklist"_s, m_borne);
        const Reliance before = reliance();
        QVERIFY(before.carried);
        QTRY_VERIFY(button(u"confirmReliance"_s)->isVisible());

        button(u"confirmReliance"_s)->click();
        m_shown->settle();

        Reliance expected = before;
        expected.carried = false;
        QCOMPARE(reliance(), expected);
        QVERIFY(!button(u"confirmReliance"_s)->isVisible());
    }

    void whoeverChangesACarriedRelianceHasConfirmedIt()
    {
        open(u"checklist"_s, m_borne);
        auto *reference = m_shown->find<QLineEdit>(u"reference"_s);
        reference->setFocus();
        QTest::keyClick(reference, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(reference, u"SOC 2 of 2027"_s);

        QTest::keyClick(reference, Qt::Key_Return);
        m_shown->settle();

        QCOMPARE(reliance().reference, u"SOC 2 of 2027"_s);
        QVERIFY(!reliance().carried);
    }

    void lookingAtWhatIsCarriedConfirmsNothing()
    {
        for (const QString &tab : {u"checklist"_s, u"applicability"_s}) {
            for (const QString &item : {m_borne, m_out, m_borne})
                open(tab, item);
        }

        QVERIFY(decision().carried);
        QVERIFY(reliance().carried);
    }

    void onTheCardsOfAClosedAssessmentNothingSeemsOpenAndEachSaysWhy()
    {
        const auto &bank = m_shown->bank;
        m_shown->commit(planned(planClose(*reader(), bank.catalogue, bank.chatbot, occasion())));
        for (const auto &[item, text] :
             {std::pair(m_borne, u"ownDuty"_s), std::pair(u"5.2.1-1"_s, u"rationale"_s)}) {
            open(u"checklist"_s, item);

            const auto *field = m_shown->find<PlainTextEdit>(text);
            QVERIFY2(!field->isEnabled(), qPrintable(item));
            QCOMPARE(field->viewport()->backgroundRole(), QPalette::Window); // as closed lines have it
            QVERIFY(!button(u"confirmReliance"_s)->isVisible());
            const auto labels = m_shown->window().currentPage()->findChildren<PlainLabel *>();
            QVERIFY2(std::ranges::any_of(labels,
                                         [](const PlainLabel *label) {
                                             return label->isVisible() &&
                                                    label->plainText().contains(u"was closed on"_s);
                                         }),
                     qPrintable(item));
        }
        open(u"checklist"_s, m_out);
        QVERIFY(!m_shown->find<PlainTextEdit>(u"rationale"_s)->isVisible());
        QVERIFY(!m_shown->find<PlainTextEdit>(u"ownDuty"_s)->isVisible());
    }

private:
    void decide()
    {
        ApplicabilityDecision decision;
        decision.assessment = assessment();
        decision.item = m_out;
        decision.id = applicabilityDecisionId(decision.assessment, m_out);
        decision.reason = u"Another system watches it."_s;
        decision.decidedBy = m_shown->workspace().actor();
        decision.decidedOn = m_shown->workspace().today().addDays(-30);
        decision.approver = m_shown->workspace().actor();
        decision.reviewOn = m_shown->workspace().today().addDays(300);
        m_shown->commit(ChangeSet(u"Decide"_s).create(decision));
    }

    static ChangeSet planned(const Result<ChangeSet> &plan)
    {
        if (!plan)
            qFatal("%s", qPrintable(plan.error().message));
        return *plan;
    }

    void open(const QString &tab, const QString &item)
    {
        m_shown->go(SystemPage::placeOf(m_shown->bank.chatbot.id, tab, item));
    }

    [[nodiscard]] std::unique_ptr<Connection> reader() const
    {
        return std::move(*m_shown->workspace().reader());
    }
    [[nodiscard]] Occasion occasion() const
    {
        return {m_shown->workspace().today(), m_shown->workspace().actor(), m_shown->clock};
    }
    [[nodiscard]] Id<Assessment> assessment() const
    {
        return (**currentAssessment(*reader(), m_shown->bank.chatbot.id)).id;
    }
    [[nodiscard]] QPushButton *button(const QString &name) const { return m_shown->find<QPushButton>(name); }

    /// Those of the assessment that is open.
    [[nodiscard]] ApplicabilityDecision decision() const { return *currentLine(m_out).decision; }
    [[nodiscard]] Reliance reliance() const { return *currentLine(m_borne).reliance; }
    [[nodiscard]] ChecklistLine currentLine(const QString &item) const
    {
        const auto checklist = readChecklist(*reader(), m_shown->bank.catalogue, m_shown->bank.chatbot.id,
                                             m_shown->workspace().today());
        if (!checklist)
            qFatal("%s", qPrintable(checklist.error().message));
        return *checklist->line(item);
    }

    const QString m_out = u"5.4.2-4"_s;
    QString m_borne;
    std::unique_ptr<SessionFixture> m_shown;
};

QTEST_MAIN(CarriedTest)
#include "tst_carried.moc"
