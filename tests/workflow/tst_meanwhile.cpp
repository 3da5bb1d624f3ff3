// Two people at one item: nobody's answer, owner, date or reason is overwritten without a word.
#include "core/assessment/response.h"
#include "tests/support/shownbanktest.h"
#include "ui/pages/checklist/personbox.h"
#include "ui/pages/system/systempage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plaintextedit.h"

#include <QListView>
#include <QPushButton>
#include <QTest>

#include <memory>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class MeanwhileTest : public ShownBankTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        showBank();
        m_window->window().go(SystemPage::placeOf(m_bank->fraud.id, u"checklist"_s, item));
        QTRY_VERIFY(list()->currentIndex().isValid());
        m_window->settle();
    }

    void cleanup() { endBank(); }

    void aThirdTextIsAnnouncedWhileTheFirstIsInDispute()
    {
        auto *rationale = m_window->find<PlainTextEdit>(u"rationale"_s);
        rationale->setFocus();
        QTest::keyClicks(rationale, u"Mine"_s);
        theySay({.rationale = u"Second"_s});
        QTest::keyClicks(rationale, u"!"_s);
        QTRY_VERIFY(said().contains(u"“Second”"_s));

        theySay({.rationale = u"Third"_s});

        QTRY_VERIFY(said().contains(u"“Third”"_s));
        QCOMPARE(now().rationale, u"Third"_s);
        QVERIFY(rationale->toPlainText().startsWith(u"Mine!"_s));
        QTest::keyClicks(rationale, u"!"_s);
        QTRY_VERIFY(now().rationale.startsWith(u"Mine!!"_s));
    }

    void blanksOfWhatIsBeingWrittenStayInTheField()
    {
        auto *rationale = m_window->find<PlainTextEdit>(u"rationale"_s);
        rationale->setFocus();
        rationale->selectAll();
        QTest::keyClicks(rationale, u"Half "_s);
        QTRY_COMPARE(now().rationale, u"Half"_s);
        m_window->settle();

        QCOMPARE(rationale->toPlainText(), u"Half "_s);
        QTest::keyClicks(rationale, u"of it"_s);
        QTRY_COMPARE(now().rationale, u"Half of it"_s);
    }

    void aTextInDisputeIsKeptWhereverOneGoesUntilOneGivesWay()
    {
        auto *rationale = m_window->find<PlainTextEdit>(u"rationale"_s);
        rationale->setFocus();
        QTest::keyClicks(rationale, u"Mine"_s);
        theySay({.rationale = u"Second"_s});
        QTest::keyClicks(rationale, u"!"_s);
        QTRY_VERIFY(said().contains(u"“Second”"_s));
        m_window->settle();
        const QString mine = rationale->toPlainText();
        QVERIFY(mine.startsWith(u"Mine!"_s));

        QTest::keyClick(rationale, Qt::Key_Return, Qt::ControlModifier);
        m_window->settle();
        QVERIFY(rationale->toPlainText() != mine);
        m_window->window().go(SystemPage::placeOf(m_bank->fraud.id, u"checklist"_s, item));
        m_window->settle();
        QCOMPARE(rationale->toPlainText(), mine);
        QVERIFY(said().contains(u"“Second”"_s));
        m_window->window().go({u"systems"_s, {}});
        m_window->settle();
        m_window->window().go(SystemPage::placeOf(m_bank->fraud.id, u"checklist"_s, item));
        m_window->settle();
        QCOMPARE(rationale->toPlainText(), mine);
        QVERIFY(said().contains(u"“Second”"_s));
        QCOMPARE(now().rationale, u"Second"_s);

        rationale->setFocus();
        QTest::keyClick(rationale, Qt::Key_Escape);
        QCOMPARE(rationale->toPlainText(), u"Second"_s);
        QTest::keyClick(rationale, Qt::Key_Return, Qt::ControlModifier);
        m_window->settle();
        m_window->window().go(SystemPage::placeOf(m_bank->fraud.id, u"checklist"_s, item));
        m_window->settle();
        QCOMPARE(rationale->toPlainText(), u"Second"_s);
        QCOMPARE(now().rationale, u"Second"_s);
    }

    void anAnswerOfSomebodyElseIsAnnouncedAndKeptUntilOnesOwnIsGivenAgain()
    {
        const auto unseen = behindTheWindow({.answer = Answer::NotApplicable, .rationale = u"Theirs"_s});

        QTest::keyClick(list(), Qt::Key_3);

        QTRY_VERIFY(said().contains(u"Somebody else answered "_s + item));
        QCOMPARE(now().answer, Answer::NotApplicable);
        catchUp();
        QTRY_VERIFY(m_window->find<QWidget>(u"card"_s)->findChild<QPushButton *>(u"answer4"_s)->isChecked());
        QTest::keyClick(list(), Qt::Key_3);
        QTRY_COMPARE(now().answer, Answer::NotMet);
    }

    void anOwnerAndADateOfSomebodyElseAreAnnounced()
    {
        const QDate theirs(2027, 1, 2);
        const auto unseen = behindTheWindow({.due = theirs});
        auto *due = m_window->find<DateField>(u"due"_s);

        Q_EMIT due->dateChosen(QDate(2027, 5, 6));

        QTRY_VERIFY(said().contains(u"due on 2027-01-02"_s));
        QCOMPARE(now().due, theirs);
        catchUp();
        const auto person = m_bank->fixture.all<Person>().first();
        const auto alsoUnseen = behindTheWindow({.owner = person.id});
        Q_EMIT m_window->find<PersonBox>(u"owner"_s)->personChosen(std::optional<Id<Person>>(other().id));
        QTRY_VERIFY(said().contains(u"gave %1 to %2"_s.arg(item, person.name)));
        QCOMPARE(now().owner, person.id);
    }

    void quickHandsNeverMeetThemselves()
    {
        list()->setFocus();
        for (const auto key : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_1, Qt::Key_3})
            QTest::keyClick(list(), key);

        QTRY_COMPARE(now().answer, Answer::NotMet);
        m_window->settle();
        QCOMPARE(said(), QString());
    }

    void anOwnAnswerOfEarlierIsNotTakenForTheSameOneOfSomebodyElse()
    {
        QTest::keyClick(list(), Qt::Key_1);
        QTRY_COMPARE(now().answer, Answer::Met);
        m_window->settle();
        theySay({.answer = Answer::NotMet, .rationale = u"Theirs"_s});
        QTRY_VERIFY(m_window->find<QWidget>(u"card"_s)->findChild<QPushButton *>(u"answer3"_s)->isChecked());
        const auto unseen = behindTheWindow({.answer = Answer::Met});

        QTest::keyClick(list(), Qt::Key_4);

        QTRY_VERIFY(said().contains(u"Somebody else answered "_s + item));
        QCOMPARE(now().answer, Answer::Met);
    }

    void theNextChoiceOfSeveralBeginsBlank()
    {
        list()->setFocus();
        list()->selectAll();
        QTest::keyClick(list(), Qt::Key_1);
        auto *bar = m_window->find<QWidget>(u"answerBar"_s);
        QVERIFY(bar->findChild<QPushButton *>(u"answer1"_s)->isChecked());
        auto *rationale = bar->findChild<PlainTextEdit *>();
        QTest::keyClicks(rationale, u"For these"_s);

        list()->selectionModel()->select(list()->currentIndex(), QItemSelectionModel::Deselect);

        QVERIFY(!bar->findChild<QPushButton *>(u"answer1"_s)->isChecked());
        QCOMPARE(rationale->toPlainText(), QString());
        m_window->settle(); // no preview is waited for any more
        QVERIFY(!m_window->find<QPushButton>(u"applyToAll"_s)->isEnabled());
    }

private:
    static inline const QString item = u"5.1.1-1"_s;

    [[nodiscard]] Workspace &workspace() const { return m_bank->fixture.workspace(); }
    [[nodiscard]] QListView *list() const { return m_window->find<QListView>(u"items"_s); }
    [[nodiscard]] QString said() const { return m_window->said(); }
    [[nodiscard]] Response now() const
    {
        const auto found = Repository<Response>(*m_bank->reader())
                               .find(responseId(m_bank->assessmentOf(m_bank->fraud), item));
        return found ? found->value_or(Response()) : Response();
    }
    /// Through the window's own workspace, which shows it.
    void theySay(const AnswerChange &change)
    {
        m_bank->answer(m_bank->assessmentOf(m_bank->fraud), item, change);
        m_window->settle();
    }
    /// By another copy of the program; the window has not looked yet.
    std::unique_ptr<Workspace> behindTheWindow(const AnswerChange &change)
    {
        auto other =
            Workspace::open(m_bank->fixture.folder(), Workspace::Access::ReadWrite, m_bank->fixture.clock());
        if (!other)
            qFatal("%s", qPrintable(other.error().message));
        (*other)->actAs(workspace().actor());
        const auto planned =
            planAnswers(*m_bank->reader(), {{m_bank->assessmentOf(m_bank->fraud), item}}, change);
        if (!planned || !(*other)->commitAndWait(planned->changeSet))
            qFatal("not written");
        return std::move(*other);
    }
    void catchUp()
    {
        Q_EMIT workspace().changedElsewhere();
        m_window->settle();
    }
    [[nodiscard]] Person other()
    {
        Person person;
        person.id = Id<Person>::generate(m_bank->fixture.clock());
        person.name = u"Jo Lee"_s;
        person.party = workspace().profile().organisation;
        m_bank->fixture.commit(ChangeSet(u"Add Jo"_s).create(person));
        return person;
    }
};

QTEST_MAIN(MeanwhileTest)
#include "tst_meanwhile.moc"
