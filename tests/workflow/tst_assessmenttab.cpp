// The tab of a system on which its assessments are closed, and the earlier ones listed.
#include "tests/support/twosystems.h"
#include "tests/support/windowfixture.h"
#include "ui/pages/system/systempage.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/plainlabel.h"

#include <QApplication>
#include <QCheckBox>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class AssessmentTabTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bank = std::make_unique<TwoSystems>();
        m_window = std::make_unique<WindowFixture>();
        m_window->setWorkspace(m_bank->fixture.workspace());
    }

    void cleanup()
    {
        m_window.reset();
        m_bank.reset();
    }

    void whoeverClosesIsToldFirstHowManyItemsStayUnanswered()
    {
        const int unanswered = m_bank->checklist(m_bank->fraud).unanswered();
        QVERIFY(unanswered > 0);
        m_window->window().go(SystemPage::placeOf(m_bank->fraud.id, u"assessment"_s));
        auto *close = m_window->find<QPushButton>(u"assessment/close"_s);
        QTRY_VERIFY(close->isVisible());

        QTest::mouseClick(close, Qt::LeftButton);

        const auto *says = m_window->find<PlainLabel>(u"assessment/unanswered"_s);
        QTRY_VERIFY(says->isVisible());
        QTRY_COMPARE(says->plainText(), u"Items that are due and not answered: %1."_s.arg(unanswered));
    }

    void whoeverClosesIsToldFirstHowManyItemsHaveDaysWithoutEvidence()
    {
        m_window->window().go(SystemPage::placeOf(m_bank->fraud.id, u"assessment"_s));
        auto *close = m_window->find<QPushButton>(u"assessment/close"_s);
        QTRY_VERIFY(close->isVisible());

        QTest::mouseClick(close, Qt::LeftButton);

        const auto *says = m_window->find<PlainLabel>(u"assessment/uncovered"_s);
        QTRY_VERIFY(says->isVisible());
        QCOMPARE(says->plainText(), u"Items with days of the period that no evidence covers: 1."_s);
    }

    void whoeverClosesIsToldWhichDayEndsAPeriodThatNobodyEnded_data()
    {
        QTest::addColumn<QDate>("from");
        QTest::addColumn<QDate>("to");
        QTest::addColumn<QString>("said");
        const QDate first(2026, 1, 1);
        QTest::newRow("no period") << QDate() << QDate() << u"speaks of the day of its closing, %1."_s;
        QTest::newRow("no end") << first << QDate() << u"ends on the day of the closing, %1."_s;
        QTest::newRow("an end") << first << QDate(2026, 6, 30) << QString();
    }
    void whoeverClosesIsToldWhichDayEndsAPeriodThatNobodyEnded()
    {
        QFETCH(const QDate, from);
        QFETCH(const QDate, to);
        QFETCH(QString, said);
        if (!said.isEmpty())
            said = said.arg(m_bank->fixture->today().toString(Qt::ISODate));
        AssessmentDescription description;
        description.periodFrom.emplace(from.isValid() ? std::optional(from) : std::nullopt);
        description.periodTo.emplace(to.isValid() ? std::optional(to) : std::nullopt);
        const auto described = planDescription(*m_bank->reader(), m_bank->fraud, description);
        if (!described->isEmpty())
            m_bank->fixture.commit(*described);
        m_window->window().go(SystemPage::placeOf(m_bank->fraud.id, u"assessment"_s));
        m_window->settle();
        auto *close = m_window->find<QPushButton>(u"assessment/close"_s);
        QTRY_VERIFY(close->isVisible());

        QTest::mouseClick(close, Qt::LeftButton);

        const auto *says = m_window->find<PlainLabel>(u"assessment/periodEnd"_s);
        QCOMPARE(says->isVisible(), !said.isEmpty());
        QVERIFY2(says->plainText().endsWith(said), qPrintable(says->plainText()));
    }

    void theNextPeriodBeginsAfterTheLastOneEndedAndNeverInTheFuture_data()
    {
        QTest::addColumn<QDate>("ended");
        QTest::addColumn<QDate>("begins");
        const QDate today = TwoSystems::today;
        QTest::newRow("last month") << today.addDays(-30) << today.addDays(-29);
        QTest::newRow("yesterday") << today.addDays(-1) << today;
        QTest::newRow("today") << today << today;
    }

    void theNextPeriodBeginsAfterTheLastOneEndedAndNeverInTheFuture()
    {
        QFETCH(const QDate, ended);
        QFETCH(const QDate, begins);
        AssessmentDescription period;
        period.periodFrom.emplace(TwoSystems::today.addDays(-90));
        period.periodTo.emplace(ended);
        commit(planDescription(*m_bank->reader(), m_bank->fraud, period));
        commit(planClose(*m_bank->reader(), m_bank->catalogue, m_bank->fraud, m_bank->occasion()));

        commit(planStart(*m_bank->reader(), *m_bank->catalogue, m_bank->fraud, m_bank->occasion()));

        const auto next = currentAssessment(*m_bank->reader(), m_bank->fraud.id);
        QCOMPARE((*next)->periodFrom, std::optional(begins));
        QVERIFY(planClose(*m_bank->reader(), m_bank->catalogue, m_bank->fraud, m_bank->occasion()));
    }

    void whatIsCarriedOverAsNotApplicableIsNotCountedAmongTheDue()
    {
        const Checklist before = m_bank->checklist(m_bank->fraud);
        const auto due = std::ranges::find_if(
            before.lines, [](const ChecklistLine &line) { return line.standing() == Standing::NotAnswered; });
        QVERIFY(due != before.lines.cend());
        const Item &item = before.item(*due);
        m_bank->answer(m_bank->assessmentOf(m_bank->fraud), item.id,
                       {.answer = Answer::NotApplicable,
                        .rationale = u"Nothing of the kind is used here"_s,
                        .approver = std::optional(m_bank->fixture->actor())});
        commit(planClose(*m_bank->reader(), m_bank->catalogue, m_bank->fraud, m_bank->occasion()));
        commit(planStart(*m_bank->reader(), *m_bank->catalogue, m_bank->fraud, m_bank->occasion()));

        m_window->window().go(SystemPage::placeOf(m_bank->fraud.id, u"checklist"_s, item.id));

        const auto *counts = m_window->find<PlainLabel>(u"counts"_s);
        QTRY_VERIFY2(counts->plainText().contains(u"To confirm besides: 1."_s),
                     qPrintable(counts->plainText()));
        static const QRegularExpression numbers(u"due: (\\d+), of these open: (\\d+)"_s);
        const auto found = numbers.match(counts->plainText());
        QVERIFY(found.hasMatch());
        QVERIFY(found.captured(2).toInt() <= found.captured(1).toInt());
    }

    void anEarlierAssessmentNamesItsAssessorAsAtTheClosing()
    {
        commit(planClose(*m_bank->reader(), m_bank->catalogue, m_bank->fraud, m_bank->occasion()));
        commit(planStart(*m_bank->reader(), *m_bank->catalogue, m_bank->fraud, m_bank->occasion()));
        const QString then = renameWhoAssessed(u"Ana Ruiz-Weber"_s);

        m_window->window().go(SystemPage::placeOf(m_bank->fraud.id, u"assessment"_s));

        QTRY_VERIFY(!linesNaming(then).isEmpty());
        QVERIFY(linesNaming(then).first().endsWith(u"by "_s + then));
    }

    void aClosedAssessmentNamesItsAssessorAsAtTheClosing()
    {
        commit(planClose(*m_bank->reader(), m_bank->catalogue, m_bank->fraud, m_bank->occasion()));
        const QString then = renameWhoAssessed(u"Ana Ruiz-Weber"_s);

        m_window->window().go(SystemPage::placeOf(m_bank->fraud.id, u"assessment"_s));

        const auto *assessor = m_window->find<ChoiceField>(u"assessment/assessor"_s);
        QTRY_COMPARE(assessor->currentText(), then);
    }

    void aPlatformThatIsUntickedKeepsTheKeyboard()
    {
        m_window->window().go(SystemPage::placeOf(m_bank->fraud.id, u"assessment"_s));
        m_window->settle();
        auto *box = m_window->find<QCheckBox>(u"inherits/"_s + m_bank->cloud.id.text());
        box->setFocus();
        const bool before = box->isChecked();

        QTest::keyClick(box, Qt::Key_Space);
        m_window->settle();

        QCOMPARE(QApplication::focusWidget(),
                 m_window->find<QCheckBox>(u"inherits/"_s + m_bank->cloud.id.text()));
        QCOMPARE(box->isChecked(), !before);
    }

    void aQuestionWhoseAnswerIsTakenBackStaysInTheOrderOfTab_data()
    {
        QTest::addColumn<bool>("goneOn");
        QTest::newRow("the keyboard is there") << false;
        QTest::newRow("the keyboard has gone on") << true;
    }
    void aQuestionWhoseAnswerIsTakenBackStaysInTheOrderOfTab()
    {
        QFETCH(bool, goneOn);
        m_window->window().go(SystemPage::placeOf(m_bank->fraud.id, u"applicability"_s));
        m_window->settle();
        auto *unanswered = answerable();
        QVERIFY(unanswered);
        auto *yes =
            m_window->find<QRadioButton>(unanswered->objectName().replace(u"/unanswered"_s, u"/yes"_s));
        yes->setFocus();
        QTest::keyClick(yes, Qt::Key_Space);
        m_window->settle();
        QVERIFY(yes->isChecked());
        if (goneOn)
            QTest::keyClick(yes, Qt::Key_Tab);

        m_bank->fixture->undo();
        m_window->settle();

        QVERIFY(unanswered->isChecked());
        QCOMPARE(unanswered->hasFocus(), !goneOn);
        if (!goneOn)
            QTest::keyClick(unanswered, Qt::Key_Tab);
        QVERIFY(!unanswered->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab, Qt::ShiftModifier);
        QVERIFY(unanswered->hasFocus());
    }

private:
    /// "Not answered" of the first question that nobody has answered.
    [[nodiscard]] QRadioButton *answerable() const
    {
        for (auto *each : m_window->window().currentPage()->findChildren<QRadioButton *>()) {
            if (each->objectName().endsWith(u"/unanswered"_s) && each->isChecked() && each->isEnabled())
                return each;
        }
        return nullptr;
    }
    void commit(const Result<ChangeSet> &planned)
    {
        QVERIFY2(planned, planned ? "" : qPrintable(planned.error().message));
        m_bank->fixture.commit(*planned);
    }
    /// Gives back what they were called before.
    QString renameWhoAssessed(const QString &name)
    {
        const auto people = m_bank->fixture.all<Person>();
        const auto actor = std::ranges::find(people, m_bank->fixture->actor(), &Person::id);
        Person renamed = *actor;
        renamed.name = name;
        m_bank->fixture.commit(ChangeSet(u"Rename"_s).change(*actor, renamed));
        return actor->name;
    }
    /// What the list of earlier assessments says with that name in it.
    [[nodiscard]] QStringList linesNaming(const QString &name) const
    {
        QStringList lines;
        for (const auto *label : m_window->window().currentPage()->findChildren<PlainLabel *>()) {
            if (const QString text = label->plainText(); text.startsWith(u"Begun "_s) && text.contains(name))
                lines.append(text);
        }
        return lines;
    }

    std::unique_ptr<TwoSystems> m_bank;
    std::unique_ptr<WindowFixture> m_window;
};

QTEST_MAIN(AssessmentTabTest)
#include "tst_assessmenttab.moc"
