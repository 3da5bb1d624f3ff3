#include "ui/pages/checklist/checklistview.h"

#include "core/catalogue/shippedcatalogue.h"
#include "core/workspace/workspace.h"
#include "ui/jobs/jobs.h"
#include "ui/jobs/withreader.h"
#include "ui/pages/checklist/answerwriter.h"
#include "ui/pages/checklist/fileproblems.h"
#include "ui/pages/checklist/itemcard.h"
#include "ui/pages/checklist/itemlist.h"
#include "ui/pages/checklist/phasestates.h"
#include "ui/pages/checklist/responseform.h"
#include "ui/pages/checklist/severalitemsbar.h"
#include "ui/pages/page.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/scrollpane.h"
#include "ui/widgets/turningsplitter.h"

#include <QAction>
#include <QApplication>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr int leastLines = 21; ///< of text, for list and card before the page scrolls

}

ChecklistView::ChecklistView(Workspace &workspace, Jobs &jobs, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_jobs(jobs)
    , m_writer(new AnswerWriter(workspace, jobs, this))
    , m_strip(new PhaseStrip)
    , m_outdated((new PlainLabel({}, TextKind::Strong))->wrapped())
    , m_progress((new PlainLabel({}, TextKind::Strong))->wrapped())
    , m_splitter(new TurningSplitter(leastLines))
    , m_list(new ItemList)
    , m_stack(new QStackedWidget)
    , m_card(new ItemCard(workspace, jobs, *m_writer))
    , m_bar(new SeveralItemsBar(workspace, jobs, *m_writer))
{
    build();
    addActions();
    connect(m_strip, &PhaseStrip::phaseChosen, this, &ChecklistView::choosePhase);
    connect(m_list, &ItemList::allPhasesChosen, this, [this] { m_list->setPhase(-1); });
    connect(m_list, &ItemList::currentChanged, this, &ChecklistView::showItem);
    connect(m_list, &ItemList::selectionChanged, this, [this](const QStringList &items) {
        m_bar->forget();
        showSelection(items);
    });
    connect(m_card, &ItemCard::itemAsked, this, &ChecklistView::goToItem);
    connect(m_card, &ItemCard::nextOpenAsked, this, &ChecklistView::goToNextOpen);
    connect(m_card, &ItemCard::previousAsked, this, [this] { goToItem(m_list->neighbour(-1)); });
    connect(&m_card->response().answers(), &AnswerButtons::chosen, this, [this](StatusMark mark) {
        if (isChoosingSeveral())
            m_bar->choose(mark);
    });
    connect(m_writer, &AnswerWriter::refused, this, &ChecklistView::say);
    connect(m_card, &ItemCard::refused, this, &ChecklistView::say);
    connect(m_card, &ItemCard::goTo, this, &ChecklistView::goTo);
    connect(m_card, &ItemCard::filesJudged, this, &ChecklistView::read);
    connect(m_bar, &SeveralItemsBar::refused, this, &ChecklistView::say);
    connect(&workspace, &Workspace::changed, this, [this](const ChangeSet &changeSet) {
        if (concernsChecklists(changeSet))
            read();
    });
    connect(&workspace, &Workspace::changedElsewhere, this, &ChecklistView::read);
}

void ChecklistView::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::small);
    m_strip->setObjectName(u"phases"_s);
    m_progress->hide();
    m_outdated->setObjectName(u"checklist/outdated"_s);
    m_outdated->hide();
    column->addWidget(m_outdated);
    column->addWidget(m_strip);
    column->addWidget(m_progress);
    m_stack->addWidget(m_card);
    auto *pane = new ScrollPane(tr("Several items"));
    pane->column()->setContentsMargins(0, 0, 0, 0);
    pane->column()->addWidget(m_bar);
    m_stack->addWidget(pane);
    m_splitter->add(m_list, 44);
    m_splitter->add(m_stack, 56);
    column->addWidget(m_splitter, 1);
}

QAction *ChecklistView::addKey(const QString &text, const QList<QKeySequence> &keys)
{
    auto *action = new QAction(text, this);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_keys.append(action);
    return action;
}

void ChecklistView::addActions()
{
    connect(addKey(tr("Next &open item"), {QKeySequence(Qt::ALT | Qt::Key_Right)}), &QAction::triggered, this,
            [this] {
                goToNextOpen();
                giveKeyboardToAnswers();
            });
    connect(addKey(tr("&Answer and go on"),
                   {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)}),
            &QAction::triggered, this, [this] { isChoosingSeveral() ? m_bar->confirm() : goToNextOpen(); });
    connect(addKey(tr("&Next item"), {QKeySequence(Qt::CTRL | Qt::Key_Down)}), &QAction::triggered, this,
            [this] { walk(1); });
    connect(addKey(tr("&Previous item"), {QKeySequence(Qt::CTRL | Qt::Key_Up)}), &QAction::triggered, this,
            [this] { walk(-1); });
    connect(addKey(tr("Write the &rationale"), {QKeySequence(Qt::Key_F2)}), &QAction::triggered, this,
            &ChecklistView::writeRationale);
    m_oneAgain = addKey(tr("Choose one &item again"), {QKeySequence(Qt::Key_Escape)});
    m_oneAgain->setEnabled(false); // Escape is for others to hear while one item is chosen
    connect(m_oneAgain, &QAction::triggered, m_list, &ItemList::chooseCurrentOnly);
    m_guided = addKey(tr("&Guided: one card at a time"), {QKeySequence(Qt::Key_F11)});
    m_guided->setCheckable(true);
    connect(m_guided, &QAction::toggled, this, &ChecklistView::setGuided);
}

/// A text in dispute is kept unsaved, and what is said of it stays; another refusal ends with the next
/// change.
void ChecklistView::say(const Error &error)
{
    Q_EMIT refused(error, m_card->response().isInDispute() ? tr("Read again") : QString());
}

void ChecklistView::show(const ChecklistSubject &subject, const QString &target)
{
    if (subject != m_subject) {
        m_card->leave();
        m_subject = subject;
        m_reading.reset();
    }
    m_wanted = target;
    m_wantsKeyboard = !target.isEmpty() && !m_guided->isChecked();
    if (!m_reading || m_isOutdated)
        return read();
    goToTarget(std::exchange(m_wanted, {}));
    takeKeyboard();
}

void ChecklistView::read()
{
    m_isOutdated = true;
    if (m_isReading || !m_subject || !isVisibleTo(window()))
        return;
    m_isReading = true;
    m_isOutdated = false;
    m_settledWhenRead = m_writer->settled();
    m_jobs.run<SharedReading>(
        tr("Read the checklist"),
        withReader(m_workspace,
                   [&workspace = m_workspace, subject = *m_subject,
                    catalogue = m_catalogue](const Connection &reader) -> Result<SharedReading> {
                       const auto known = shippedCatalogue(catalogue);
                       if (!known)
                           return tl::unexpected(known.error());
                       const auto reading = readForPage(reader, *known, subject, workspace.today());
                       return reading ? Result<SharedReading>(withFileProblems(workspace, *reading))
                                      : reading;
                   }),
        this, [this, asked = *m_subject](const Result<SharedReading> &reading) { receive(asked, reading); });
}

void ChecklistView::receive(const ChecklistSubject &asked, const Result<SharedReading> &reading)
{
    m_isReading = false;
    if (m_isOutdated || asked != m_subject)
        return read();
    if (!reading) {
        Q_EMIT refused(reading.error(), tr("Read again"));
        return;
    }
    const bool isFirst = !m_reading;
    m_reading = *reading;
    m_writer->noteShown(m_settledWhenRead);
    m_catalogue = m_reading->checklist.catalogue;
    if (isFirst) {
        const QSignalBlocker quietly(m_list);
        m_list->setPhase(int(m_reading->checklist.system.phase));
    }
    showReading();
}

void ChecklistView::showReading()
{
    m_outdated->setVisible(m_reading->outdated.has_value());
    m_outdated->setPlainText(m_reading->outdated ? m_reading->outdated->inWords() : QString());
    showPhases();
    m_bar->setPersons(m_reading->persons);
    m_list->setReading(*m_reading);
    if (!m_wanted.isEmpty())
        goToTarget(std::exchange(m_wanted, {}));
    showItem(m_list->current());
    if (isChoosingSeveral())
        showSelection(m_list->selection());
    showProgress();
    takeKeyboard();
}

void ChecklistView::takeKeyboard()
{
    if (std::exchange(m_wantsKeyboard, false))
        giveKeyboardToAnswers();
}

void ChecklistView::giveKeyboardToAnswers()
{
    if (m_guided->isChecked())
        m_card->response().answers().setFocus();
    else
        m_list->focusList();
}

QList<Unsaved> ChecklistView::unsaved() const
{
    QList<Unsaved> begun = m_card->unsaved();
    for (Unsaved &one : begun)
        one.part = &m_list->rows(); // where its item is chosen again
    return begun;
}

void ChecklistView::askForKeyboard()
{
    m_wantsKeyboard = true;
    if (m_reading && !m_isReading && !m_isOutdated)
        takeKeyboard();
}

void ChecklistView::showPhases()
{
    m_strip->setPhases(phaseStates(m_reading->checklist));
    if (m_list->phase() >= 0)
        m_strip->setCurrentKey(m_catalogue->phases().at(size_t(m_list->phase())).id);
}

void ChecklistView::choosePhase(const QString &key)
{
    const Phase *phase = m_catalogue ? m_catalogue->phase(key) : nullptr;
    if (phase)
        m_list->setPhase(int(phase - m_catalogue->phases().data()));
}

void ChecklistView::showItem(const QString &id)
{
    const Item *item = m_catalogue ? m_catalogue->item(id) : nullptr;
    if (!m_reading || !item)
        return;
    m_card->show(m_reading, item->ordinal);
    showProgress();
}

void ChecklistView::showSelection(const QStringList &items)
{
    m_stack->setCurrentIndex(isChoosingSeveral() ? 1 : 0);
    m_oneAgain->setEnabled(isChoosingSeveral());
    m_card->response().setHeld(isChoosingSeveral());
    if (!m_reading)
        return;
    if (!isChoosingSeveral())
        return showItem(m_list->current());
    m_card->leave();
    QList<ChosenItem> chosen;
    for (const QString &item : items) {
        const ChecklistLine *line = m_reading->checklist.line(item);
        if (line && isAnswerable(*line) && m_reading->isOpen())
            chosen.append({{m_reading->checklist.assessment->id, item},
                           item,
                           m_catalogue->titleOf(m_reading->checklist.item(*line))});
    }
    m_bar->setItems(chosen, {.notAnswerable = items.size() - chosen.size()});
}

bool ChecklistView::isChoosingSeveral() const
{
    return m_list->selection().size() > 1 && !m_workspace.isReadOnly();
}

void ChecklistView::goToTarget(const QString &target)
{
    if (!m_catalogue->phase(target))
        return goToItem(target);
    m_strip->setCurrentKey(target);
    choosePhase(target);
}

void ChecklistView::goToItem(const QString &id)
{
    const Item *item = m_catalogue ? m_catalogue->item(id) : nullptr;
    if (!item)
        return;
    if (m_list->phase() >= 0 && m_list->phase() != item->phase) {
        m_strip->setCurrentKey(m_catalogue->phases().at(size_t(item->phase)).id);
        m_list->setPhase(item->phase);
    }
    m_list->setCurrent(id);
    endWriting();
    Q_EMIT targetChanged(id);
}

/// What was being written belongs to the item before; at the next one the digits answer.
void ChecklistView::endWriting()
{
    const QWidget *focus = QApplication::focusWidget();
    if (focus && m_card->isWithinItem(*focus))
        giveKeyboardToAnswers();
}

/// By a key: the digits answer what it led to.
void ChecklistView::walk(int step)
{
    goToItem(m_list->neighbour(step));
    giveKeyboardToAnswers();
}

void ChecklistView::goToNextOpen()
{
    m_card->leave();
    goToItem(m_list->nextOpen());
}

void ChecklistView::writeRationale()
{
    if (isChoosingSeveral())
        m_bar->writeRationale();
    else
        m_card->response().writeRationale();
}

void ChecklistView::setGuided(bool guided)
{
    m_guided->setChecked(guided);
    if (guided && isChoosingSeveral())
        m_list->chooseCurrentOnly();
    m_strip->setVisible(!guided);
    m_list->setVisible(!guided);
    m_progress->setVisible(guided);
    showProgress();
    giveKeyboardToAnswers();
}

void ChecklistView::showProgress()
{
    const QString words =
        m_workspace.isReadOnly()
            ? tr("Open: %1. Alt+Right goes to the next open one, F11 comes back to the list.")
            : tr("Open: %1. Keys 1 to 4 and 0 answer, Alt+Right goes to the next open one, F11 comes back to "
                 "the list.");
    m_progress->setPlainText(words.arg(m_list->openItems()));
}

Page *ChecklistView::page() const
{
    QWidget *around = parentWidget();
    while (around && !qobject_cast<Page *>(around))
        around = around->parentWidget();
    return qobject_cast<Page *>(around);
}

void ChecklistView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (Page *whole = page()) {
        whole->addActions(m_keys);
        AnswerButtons &answers = m_card->response().answers();
        answers.listenWithin({&m_list->rows(), &answers, &m_bar->answers()});
    }
}

void ChecklistView::hideEvent(QHideEvent *event)
{
    m_card->response().answers().stopListening();
    if (Page *whole = page()) {
        for (QAction *key : std::as_const(m_keys))
            whole->removeAction(key);
    }
    m_card->leave();
    m_wantsKeyboard = false;
    QWidget::hideEvent(event);
}

}
