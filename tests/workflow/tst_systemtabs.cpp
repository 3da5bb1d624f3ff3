// What is recorded about one system, through the real window: reliance, decisions, events, assets,
// assessments.
#include "core/assessment/applicabilitydecision.h"
#include "core/catalogue/shippedcatalogue.h"
#include "core/inventory/assetlink.h"
#include "core/workspace/answering.h"
#include "core/workspace/assessing.h"
#include "core/workspace/registration.h"
#include "tests/support/windowfixture.h"
#include "tests/support/workspacefixture.h"
#include "ui/pages/checklist/itemlist.h"
#include "ui/pages/system/proposalspanel.h"
#include "ui/pages/system/systempage.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plaintextedit.h"
#include "ui/widgets/tableview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class TestSystemTabs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_catalogue = *shippedCatalogue(); }
    void init()
    {
        m_record = std::make_unique<WorkspaceFixture>();
        m_window = std::make_unique<WindowFixture>();
        m_window->setWorkspace(m_record->workspace());
    }
    void cleanup()
    {
        m_window.reset();
        m_record.reset();
    }

    void whatIsReliedUponNamesThePartyAndWhatWeHoldAndDo();
    void theChecklistSaysOfTheSameItemWhatIsHeld();
    void aDecisionNeedsReasonApproverAndReviewAndCanBeTakenBack();
    void anEventIsRecordedAndMakesDueWhatWaitedForIt();
    void anAssetIsAddedChangedAndTakenAway();
    void theNextAssessmentCarriesAnswersNotReconfirmed();
    void whatThePresetProposesIsTakenOverInOneChangeOrLeft();
    void aSystemThatAnswersForItselfSaysWhy();
    void besideAnInheritedAnswerNothingIsWrittenUntilTheSystemAnswersForItself();

private:
    /// A system that takes over from a cloud that its first item is met, and that item.
    std::pair<AiSystem, QString> takingOver()
    {
        const Occasion occasion{(*m_record)->today(), (*m_record)->actor(), m_record->clock()};
        const Platform cloud{Id<Platform>::generate(m_record->clock()), u"Bank cloud"_s, {}, {}, {}};
        const Assessment common = newAssessment(*m_catalogue, cloud, occasion);
        m_record->commit(ChangeSet(u"Cloud"_s).create(cloud).create(common));
        const AiSystem system = registered({}, {}, {cloud.id});
        const QString item = firstIn(system, Applicability::State::Applies);
        answer(common.id, item, {.answer = Answer::Met});
        return {system, item};
    }
    void answer(const Id<Assessment> &assessment, const QString &item, const AnswerChange &change)
    {
        m_record->commit(planAnswers(**(*m_record)->reader(), {{assessment, item}}, change)->changeSet);
    }
    AiSystem registered(const QString &preset, const QList<NamedHolder> &holders = {},
                        const QList<Id<Platform>> &inheritsFrom = {})
    {
        const Occasion occasion{(*m_record)->today(), (*m_record)->actor(), m_record->clock()};
        Registration registration;
        registration.system.name = u"Chatbot"_s;
        registration.preset = preset;
        registration.holders = holders;
        registration.inheritsFrom = inheritsFrom;
        const auto reader = (*m_record)->reader();
        m_record->commit(*planRegistration(**reader, *m_catalogue, registration, occasion));
        return m_record->all<AiSystem>().last();
    }

    void open(const AiSystem &system, const QString &tab, const QString &target = {})
    {
        m_window->window().go(SystemPage::placeOf(system.id, tab, target));
        settle();
        QTRY_VERIFY(m_window->window().currentPage()->title() != u"System"_s);
    }

    void settle() const { m_window->settle(); }

    [[nodiscard]] Checklist checklistOf(const AiSystem &system) const
    {
        return *readChecklist(**(*m_record)->reader(), m_catalogue, system.id, (*m_record)->today());
    }
    [[nodiscard]] QString firstIn(const AiSystem &system, Applicability::State state) const
    {
        const Checklist checklist = checklistOf(system);
        for (const ChecklistLine &line : checklist.lines) {
            if (line.applicability.state == state)
                return checklist.item(line).id;
        }
        return {};
    }
    template <class Widget>
    [[nodiscard]] Widget *field(const QString &name) const
    {
        return m_window->find<Widget>(name);
    }
    static void choose(QComboBox *box, const QVariant &key)
    {
        const int index = box->findData(key);
        QVERIFY(index >= 0);
        box->setCurrentIndex(index);
        Q_EMIT box->activated(index);
    }
    static void write(QLineEdit *line, const QString &text)
    {
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, text);
        QTest::keyClick(line, Qt::Key_Return);
    }
    [[nodiscard]] QPushButton *visible(const QString &name) const
    {
        for (auto *button : m_window->window().findChildren<QPushButton *>(name)) {
            if (button->isVisible())
                return button;
        }
        return nullptr;
    }
    void press(const QString &name) const
    {
        QPushButton *seen = nullptr;
        QTRY_VERIFY((seen = visible(name)) && seen->isEnabled());
        QTest::mouseClick(seen, Qt::LeftButton);
    }
    void pressWords(const QString &words) const
    {
        const auto seen = [&]() -> QPushButton * {
            for (auto *button : m_window->window().currentPage()->findChildren<QPushButton *>()) {
                if (button->isVisible() && button->text() == words)
                    return button;
            }
            return nullptr;
        };
        QTRY_VERIFY(seen());
        QTest::mouseClick(seen(), Qt::LeftButton);
    }

    std::shared_ptr<const Catalogue> m_catalogue;
    std::unique_ptr<WorkspaceFixture> m_record;
    std::unique_ptr<WindowFixture> m_window;
};

void TestSystemTabs::whatIsReliedUponNamesThePartyAndWhatWeHoldAndDo()
{
    const AiSystem system = registered(
        {}, {{Role::Developer, u"Acme AI"_s}, {Role::SystemOperator, {}}, {Role::DataCustodian, {}}});
    const QString item = firstIn(system, Applicability::State::BorneByAnotherParty);
    QVERIFY(!item.isEmpty());
    open(system, u"applicability"_s, item);
    QTRY_COMPARE(field<ChoiceField>(u"reliance/party"_s)->currentText(), u"Acme AI"_s);

    choose(field<ChoiceField>(u"reliance/holding"_s), QString(word(Holding::Contract)));
    QTRY_COMPARE(m_record->all<Reliance>().size(), 1);
    settle();
    write(field<QLineEdit>(u"reliance/reference"_s), u"Contract of 2026-03-01"_s);
    QTRY_COMPARE(m_record->all<Reliance>().first().reference, u"Contract of 2026-03-01"_s);
    settle();
    auto *duty = field<PlainTextEdit>(u"reliance/ownDuty"_s);
    duty->setFocus();
    QTest::keyClicks(duty, u"Read each report."_s);
    QTest::keyClick(duty, Qt::Key_Return, Qt::ControlModifier);

    QTRY_COMPARE(m_record->all<Reliance>().first().ownDuty, u"Read each report."_s);
    const Reliance held = m_record->all<Reliance>().first();
    QCOMPARE(held.item, item);
    QCOMPARE(held.holding, Holding::Contract);
    QVERIFY((*m_record)->undoLabel().startsWith(u"Say what we hold for %1"_s.arg(item)));
    QCOMPARE(checklistOf(system).line(item)->standing(), Standing::ReliedUpon);
}

void TestSystemTabs::theChecklistSaysOfTheSameItemWhatIsHeld()
{
    const AiSystem system = registered(
        {}, {{Role::Developer, u"Acme AI"_s}, {Role::SystemOperator, {}}, {Role::DataCustodian, {}}});
    const QString item = firstIn(system, Applicability::State::BorneByAnotherParty);
    open(system, u"checklist"_s, item);
    QTRY_COMPARE(m_window->window().findChild<ItemList *>()->current(), item);
    QTRY_VERIFY(field<QComboBox>(u"holding"_s)->isVisible());

    choose(field<QComboBox>(u"holding"_s), int(Holding::Attestation));
    QTRY_COMPARE(m_record->all<Reliance>().size(), 1);
    settle();
    write(field<QLineEdit>(u"reference"_s), u"Letter"_s);

    QTRY_COMPARE(m_record->all<Reliance>().first().reference, u"Letter"_s);
    QCOMPARE(m_record->all<Reliance>().first().holding, Holding::Attestation);
    QCOMPARE(m_record->all<Party>().last().name, u"Acme AI"_s);
    QCOMPARE(m_record->all<Reliance>().first().party, m_record->all<Party>().last().id);
}

void TestSystemTabs::aDecisionNeedsReasonApproverAndReviewAndCanBeTakenBack()
{
    const AiSystem system = registered({});
    const QString item = firstIn(system, Applicability::State::Applies);
    open(system, u"applicability"_s, item);
    QTRY_COMPARE(field<ChoiceField>(u"decision/verdict"_s)->key(), u"applies-not"_s);

    write(field<QLineEdit>(u"decision/reason"_s), u"Nothing is trained here."_s);
    press(u"decision/decide"_s);
    settle();
    QVERIFY(m_record->all<ApplicabilityDecision>().isEmpty());
    field<ChoiceField>(u"decision/approver"_s)->setKey((*m_record)->actor().text());
    field<DateField>(u"decision/reviewOn"_s)->setDate(QDate(2027, 3, 1));
    press(u"decision/decide"_s);

    QTRY_COMPARE(m_record->all<ApplicabilityDecision>().size(), 1);
    const ApplicabilityDecision decision = m_record->all<ApplicabilityDecision>().first();
    QVERIFY(!decision.applies);
    QCOMPARE(decision.item, item);
    QCOMPARE(decision.reason, u"Nothing is trained here."_s);
    QCOMPARE(decision.approver, std::optional((*m_record)->actor()));
    QCOMPARE(decision.reviewOn, std::optional(QDate(2027, 3, 1)));
    QCOMPARE(checklistOf(system).line(item)->standing(), Standing::NotApplicable);
    settle();
    press(u"decision/takeBack"_s);
    QTRY_VERIFY(m_record->all<ApplicabilityDecision>().isEmpty());
}

void TestSystemTabs::anEventIsRecordedAndMakesDueWhatWaitedForIt()
{
    const AiSystem system = registered({});
    const QString item = firstIn(system, Applicability::State::WaitsForEvent);
    const Checklist before = checklistOf(system);
    const Event &event = m_catalogue->events().at(size_t(before.line(item)->applicability.event));
    open(system, u"applicability"_s);
    auto *kind = field<ChoiceField>(u"event/kind"_s);
    QTRY_VERIFY(kind->count() > 0);

    choose(kind, event.id);
    QTest::keyClicks(field<QLineEdit>(u"event/note"_s), u"Ticket 12"_s);
    press(u"event/record"_s);

    QTRY_COMPARE(m_record->all<SystemEvent>().size(), before.events.size() + 1);
    QCOMPARE(m_record->all<SystemEvent>().last().note, u"Ticket 12"_s);
    QCOMPARE(m_record->all<SystemEvent>().last().happenedOn, (*m_record)->today());
    QCOMPARE(checklistOf(system).line(item)->applicability.state, Applicability::State::Applies);
    settle();
    pressWords(u"Take away"_s);
    QTRY_COMPARE(m_record->all<SystemEvent>().size(), before.events.size());
}

void TestSystemTabs::anAssetIsAddedChangedAndTakenAway()
{
    const AiSystem system = registered({});
    open(system, u"inventory"_s);

    write(field<QLineEdit>(u"asset/newName"_s), u"base-classifier"_s);
    QTRY_COMPARE(m_record->all<Asset>().size(), 1);
    QTRY_COMPARE(field<TableView>(u"assets"_s)->model()->rowCount(), 1);
    QTRY_VERIFY(field<QLineEdit>(u"asset/version"_s)->isVisible());
    write(field<QLineEdit>(u"asset/version"_s), u"3.4"_s);
    QTRY_COMPARE(m_record->all<Asset>().first().version, u"3.4"_s);
    settle();
    choose(field<ChoiceField>(u"asset/documentation"_s), QString(word(Documentation::Poor)));
    QTRY_COMPARE(m_record->all<Asset>().first().documentation, Documentation::Poor);
    QVERIFY(checklistOf(system).circumstances.facts.value(u"undocumented_component"_s).holds);
    settle();
    pressWords(u"Not part of this system any more"_s);

    QTRY_VERIFY(m_record->all<AssetLink>().isEmpty());
    QTRY_COMPARE(field<TableView>(u"assets"_s)->model()->rowCount(), 0);
    QCOMPARE(m_record->all<Asset>().size(), 1);
    QVERIFY((*m_record)->undoLabel().contains(u"base-classifier"_s));
}

void TestSystemTabs::theNextAssessmentCarriesAnswersNotReconfirmed()
{
    const AiSystem system = registered({});
    const QString item = firstIn(system, Applicability::State::Applies);
    const auto first = checklistOf(system).assessment->id;
    m_record->commit(
        planAnswers(**(*m_record)->reader(), {{first, item}}, {.answer = Answer::Met})->changeSet);
    open(system, u"assessment"_s);

    press(u"assessment/close"_s);
    QVERIFY(!m_record->all<Assessment>().first().closedOn);
    press(u"assessment/closeForGood"_s);
    QTRY_VERIFY(m_record->all<Assessment>().first().closedOn);
    settle();
    press(u"assessment/start"_s);

    QTRY_COMPARE(m_record->all<Assessment>().size(), 2);
    const Checklist next = checklistOf(system);
    QVERIFY(next.assessment->id != first);
    QVERIFY(next.line(item)->own->carried);
    open(system, u"checklist"_s, item);
    QTRY_COMPARE(m_window->window().findChild<ItemList *>()->current(), item);
    auto *confirm = field<QPushButton>(u"noteStep"_s);
    QTRY_VERIFY(confirm->isVisible());
    QTest::mouseClick(confirm, Qt::LeftButton);
    QTRY_VERIFY(!checklistOf(system).line(item)->own->carried);
    QCOMPARE(checklistOf(system).line(item)->own->answer, Answer::Met);
}

void TestSystemTabs::whatThePresetProposesIsTakenOverInOneChangeOrLeft()
{
    const auto &presets = m_catalogue->presets();
    const auto proposing = std::find_if(presets.begin(), presets.end(), [](const Preset &preset) {
        return !preset.proposesNotApplicable.empty();
    });
    QVERIFY(proposing != presets.end());
    const QString item = proposing->proposesNotApplicable.front().item;
    const AiSystem system = registered(proposing->id);
    QCOMPARE(checklistOf(system).line(item)->applicability.state, Applicability::State::Applies);
    open(system, u"applicability"_s);
    auto *panel = m_window->window().findChild<ProposalsPanel *>();
    QTRY_VERIFY(panel->isVisible());

    press(u"proposals/takeOver"_s); // nobody approves yet
    settle();
    QVERIFY(m_record->all<ApplicabilityDecision>().isEmpty());
    field<ChoiceField>(u"proposals/approver"_s)->setKey((*m_record)->actor().text());
    field<DateField>(u"proposals/reviewOn"_s)->setDate(QDate(2027, 3, 1));
    write(field<QLineEdit>(u"proposals/reason/"_s + item), u"It does not learn online."_s);
    press(u"proposals/takeOver"_s);

    QTRY_COMPARE(m_record->all<ApplicabilityDecision>().size(), 1);
    const ApplicabilityDecision decision = m_record->all<ApplicabilityDecision>().first();
    QCOMPARE(decision.reason, u"It does not learn online."_s);
    QCOMPARE(decision.reviewOn, std::optional(QDate(2027, 3, 1)));
    QTRY_VERIFY(panel->isHidden());
    QVERIFY((*m_record)->undoLabel().contains(item));
    (*m_record)->undo();
    QTRY_VERIFY(panel->isVisible());
    QVERIFY(m_record->all<ApplicabilityDecision>().isEmpty());
    press(u"proposals/dismiss"_s);
    QVERIFY(panel->isHidden());
    QVERIFY(m_record->all<ApplicabilityDecision>().isEmpty());
}

void TestSystemTabs::aSystemThatAnswersForItselfSaysWhy()
{
    const auto [system, item] = takingOver();
    open(system, u"checklist"_s, item);
    QTRY_COMPARE(m_window->window().findChild<ItemList *>()->current(), item);
    auto *reason = field<PlainTextEdit>(u"overrideReason"_s);
    QVERIFY(reason->isHidden()); // of what is inherited nobody asks why

    press(u"answer3"_s);
    QTRY_COMPARE(m_window->window().focusWidget(), reason);
    QVERIFY(reason->isVisible());
    QVERIFY(!checklistOf(system).line(item)->own);
    QTest::keyClicks(reason, u"It runs in our own hall."_s);
    QTest::keyClick(reason, Qt::Key_Return, Qt::ControlModifier);

    QTRY_VERIFY(checklistOf(system).line(item)->own);
    const Response own = *checklistOf(system).line(item)->own;
    QCOMPARE(own.answer, Answer::NotMet);
    QCOMPARE(own.overrideReason, u"It runs in our own hall."_s);
    QCOMPARE(own.rationale, QString());
    open(system, u"checklist"_s, item);
    QTRY_VERIFY(field<QPushButton>(u"noteStep"_s)->isVisible());
    press(u"noteStep"_s); // inherit again
    QTRY_VERIFY(checklistOf(system).line(item)->isInherited());
    QCOMPARE(checklistOf(system).line(item)->own->overrideReason, QString());
}

void TestSystemTabs::besideAnInheritedAnswerNothingIsWrittenUntilTheSystemAnswersForItself()
{
    const auto [system, item] = takingOver();
    const auto isWritable = [this](bool expected) {
        return field<QWidget>(u"rationale"_s)->isEnabled() == expected &&
               field<QWidget>(u"owner"_s)->isEnabled() == expected &&
               field<QWidget>(u"due"_s)->isEnabled() == expected;
    };
    open(system, u"checklist"_s, item);
    QTRY_COMPARE(m_window->window().findChild<ItemList *>()->current(), item);
    QTRY_VERIFY(isWritable(false));

    answer(checklistOf(system).assessment->id, item,
           {.answer = Answer::NotMet, .overrideReason = u"Not here."_s});

    QTRY_VERIFY(isWritable(true));
}

QTEST_MAIN(TestSystemTabs)
#include "tst_systemtabs.moc"
