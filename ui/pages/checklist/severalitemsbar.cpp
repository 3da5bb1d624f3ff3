#include "ui/pages/checklist/severalitemsbar.h"

#include "core/report/standingmark.h"
#include "core/workspace/workspace.h"
#include "ui/jobs/withreader.h"
#include "ui/pages/checklist/answerwriter.h"
#include "ui/pages/checklist/overwritepreview.h"
#include "ui/pages/checklist/personbox.h"
#include "ui/pages/checklist/tickableevidence.h"
#include "ui/pages/checklist/tickedfield.h"
#include "ui/pages/page.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/answerbuttons.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/labelledbeside.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plaintextedit.h"
#include "ui/widgets/proposed.h"
#include "ui/widgets/scrollpane.h"
#include "ui/widgets/tick.h"
#include "ui/widgets/ticklist.h"

#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr int pauseMilliseconds = 120;

/// Box and field kept in one piece.
QWidget *optional(QCheckBox *box, QWidget *field)
{
    new TickedField(*box, *field);
    auto *pair = new QWidget;
    auto *column = new QVBoxLayout(pair);
    column->setContentsMargins(0, 0, spacing::small, 0);
    auto *row = new QHBoxLayout;
    column->addLayout(row);
    row->addWidget(box);
    row->addWidget(field);
    row->addStretch(1); // what is said of a wrong date is wider than the date
    if (const auto *date = qobject_cast<const DateField *>(field))
        column->addWidget(sentenceOf(*date));
    return pair;
}

}

SeveralItemsBar::SeveralItemsBar(Workspace &workspace, Jobs &jobs, AnswerWriter &writer, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_jobs(jobs)
    , m_writer(writer)
    , m_heading((new PlainLabel({}, TextKind::Subtitle))->wrapped())
    , m_leftOut((new PlainLabel({}, TextKind::Body, Emphasis::Quiet))->wrapped())
    , m_answers(new AnswerButtons)
    , m_withRationale(new Tick(tr("Rationale")))
    , m_rationale(new PlainTextEdit(tr("Rationale for all of them")))
    , m_withOwner(new Tick(tr("Owner")))
    , m_owner(new PersonBox(tr("Owner of all of them")))
    , m_withDue(new Tick(tr("Due")))
    , m_due(new DateField(tr("Due date of all of them")))
    , m_approval(new QWidget)
    , m_approver(new PersonBox(tr("Approver of not applicable for all of them")))
    , m_reviewOn(new DateField(tr("Review of not applicable for all of them")))
    , m_withEvidence(new Tick(tr("Evidence, besides what is attached already")))
    , m_evidence(new TickList(u"severalEvidence"_s, tr("Evidence for all of them")))
    , m_foot(new OverwritePreview)
{
    build();
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMilliseconds);
    connect(&m_pause, &QTimer::timeout, this, &SeveralItemsBar::preview);
    connect(m_answers, &AnswerButtons::chosen, this, &SeveralItemsBar::ask);
    for (QCheckBox *box : {m_withRationale, m_withOwner, m_withDue, m_withEvidence})
        connect(box, &QCheckBox::toggled, this, &SeveralItemsBar::ask);
    connect(m_withEvidence, &QCheckBox::toggled, this, &SeveralItemsBar::offerEvidence);
    connect(&m_evidence->model(), &TickListModel::tickChanged, this, &SeveralItemsBar::ask);
    connect(m_rationale, &QPlainTextEdit::textChanged, this, &SeveralItemsBar::ask);
    connect(m_owner, &PersonBox::personChosen, this, &SeveralItemsBar::ask);
    connect(m_due, &QLineEdit::textChanged, this, &SeveralItemsBar::ask);
    connect(m_approver, &PersonBox::personChosen, this, &SeveralItemsBar::ask);
    connect(m_reviewOn, &QLineEdit::textChanged, this, &SeveralItemsBar::ask);
    connect(m_foot, &OverwritePreview::setAsked, this, &SeveralItemsBar::apply);
    connect(m_foot, &OverwritePreview::startOverAsked, this, &SeveralItemsBar::forget);
    // What is said of an own change comes later; after another one, undo takes back that.
    connect(&workspace, &Workspace::changed, this, [this] {
        if (!std::exchange(m_done, {}).isEmpty())
            ask();
    });
    connect(&m_writer, &AnswerWriter::overwritten, this, &SeveralItemsBar::noteOverwritten);
    connect(&m_writer, &AnswerWriter::refused, this, [this] {
        if (isVisible())
            ask(); // of what is to be set nothing is lost, and the preview is told anew
    });
}

SeveralItemsBar::~SeveralItemsBar() = default;

void SeveralItemsBar::build()
{
    setObjectName(u"answerBar"_s);
    auto *panel = new Panel;
    QVBoxLayout *column = panel->content();
    m_heading->setObjectName(u"severalItems"_s);
    column->addWidget(m_heading);
    m_leftOut->setObjectName(u"leftOut"_s);
    column->addWidget(m_leftOut);
    column->addWidget(m_answers);
    column->addWidget(m_withRationale);
    column->addWidget(m_rationale);
    m_rationale->setObjectName(u"rationaleForAll"_s);
    m_rationale->setPlaceholderText(
        tr("For a system that takes over a common answer: why it answers for itself"));
    m_approver->setObjectName(u"approverForAll"_s);
    m_reviewOn->setObjectName(u"reviewForAll"_s);
    m_due->setObjectName(u"dueForAll"_s);
    m_withDue->setObjectName(u"withDue"_s);
    new TickedField(*m_withRationale, *m_rationale);
    // Whoever fills in a field means it.
    connect(m_rationale, &QPlainTextEdit::textChanged, this, [this] {
        m_withRationale->setChecked(m_withRationale->isChecked() || !m_rationale->document()->isEmpty());
    });
    connect(m_owner, &PersonBox::personChosen, m_withOwner, [this] { m_withOwner->setChecked(true); });
    connect(m_due, &QLineEdit::textChanged, m_withDue, [this](const QString &text) {
        m_withDue->setChecked(m_withDue->isChecked() || !text.isEmpty());
    });
    auto *fields = new FlowLayout;
    fields->addWidget(optional(m_withOwner, m_owner));
    fields->addWidget(optional(m_withDue, m_due));
    column->addLayout(fields);
    auto *approval = new FlowLayout(m_approval);
    approval->addWidget(labelledBeside(tr("Approved by"), m_approver));
    approval->addWidget(labelledBeside(tr("Review on"), m_reviewOn));
    m_approval->hide();
    column->addWidget(m_approval);
    m_withEvidence->setObjectName(u"withEvidence"_s);
    column->addWidget(m_withEvidence);
    column->addWidget(m_evidence);
    column->addStretch(1);
    m_evidence->hide();
    takeAsProposed({m_answers, m_withRationale, m_withOwner, m_withDue, m_withEvidence, m_owner, m_due,
                    m_approver, m_reviewOn, m_evidence});
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(panel);
    whole->addWidget(m_foot);
}

void SeveralItemsBar::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    for (QWidget *around = parentWidget(); around; around = around->parentWidget()) {
        if (auto *page = qobject_cast<Page *>(around); page && m_foot->parentWidget() == this)
            page->pin(m_foot);
    }
    m_foot->show();
}

void SeveralItemsBar::hideEvent(QHideEvent *event)
{
    m_foot->hide();
    QWidget::hideEvent(event);
}

void SeveralItemsBar::setItems(const QList<ChosenItem> &items, const PassedOver &passedOver)
{
    QStringList reasons;
    if (passedOver.notAnswerable > 0)
        reasons.append(tr("Left out of those chosen, because they wait, are relied upon or do not apply: %1.")
                           .arg(passedOver.notAnswerable));
    if (passedOver.unread > 0)
        reasons.append(tr("Still being read: %1.").arg(passedOver.unread));
    if (passedOver.tooMany > 0)
        reasons.append(
            tr("Left out, because only 1,000 can be answered at once: %1.").arg(passedOver.tooMany));
    m_leftOut->setPlainText(reasons.join(u'\n'));
    m_leftOut->setVisible(!reasons.isEmpty());
    if (items != m_items)
        m_done.clear();
    m_items = items;
    m_heading->setPlainText(items.isEmpty() ? tr("None of the items chosen can be answered")
                            : items.size() == 1
                                ? tr("An answer for %1  %2").arg(items.first().name, items.first().title)
                                : tr("The same for %1 items").arg(items.size()));
    m_foot->nameStep(items.size() == 1 ? tr("Set 1 item") : tr("Set %1 items").arg(items.size()));
    ask();
}

void SeveralItemsBar::setPersons(const QList<Person> &persons)
{
    m_persons = persons;
    for (PersonBox *box : {m_owner, m_approver})
        box->setPersons(persons);
}

void SeveralItemsBar::choose(StatusMark answer)
{
    m_answers->setAnswer(answer);
    ask();
}

void SeveralItemsBar::confirm()
{
    if (m_foot->isStepEnabled() && isVisible())
        apply();
}

void SeveralItemsBar::writeRationale()
{
    if (!isVisible())
        return;
    m_rationale->setFocus(Qt::ShortcutFocusReason);
    bringIntoSight(*m_rationale);
}

void SeveralItemsBar::listenWithin(QWidget &place)
{
    m_answers->listenWithin({&place});
    auto *write = new QShortcut(QKeySequence(Qt::Key_F2), &place);
    write->setContext(Qt::WidgetWithChildrenShortcut);
    connect(write, &QShortcut::activated, this, &SeveralItemsBar::writeRationale);
    for (const Qt::Key enter : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *key = new QShortcut(QKeySequence(Qt::CTRL | enter), &place);
        key->setContext(Qt::WidgetWithChildrenShortcut);
        connect(key, &QShortcut::activated, this, &SeveralItemsBar::confirm);
    }
}

void SeveralItemsBar::forget()
{
    m_answers->setAnswer(std::nullopt);
    for (QCheckBox *box : {m_withRationale, m_withOwner, m_withDue, m_withEvidence})
        box->setChecked(false);
    m_evidence->model().setTicked({});
    m_rationale->setText({});
    for (PersonBox *box : {m_owner, m_approver})
        box->setPerson(std::nullopt);
    for (DateField *date : {m_due, m_reviewOn})
        date->setDate(std::nullopt);
    ask();
}

void SeveralItemsBar::offerEvidence()
{
    m_evidence->setVisible(m_withEvidence->isChecked());
    if (!m_withEvidence->isChecked())
        return;
    m_jobs.run<QList<Tickable>>(tr("Read the evidence"), withReader(m_workspace, tickableEvidence), this,
                                [this](const Result<QList<Tickable>> &things) {
                                    if (things)
                                        m_evidence->model().setThings(*things);
                                    else
                                        Q_EMIT refused(things.error());
                                });
}

QList<ItemOfAssessment> SeveralItemsBar::items() const
{
    QList<ItemOfAssessment> items;
    for (const ChosenItem &chosen : m_items)
        items.append(chosen.item);
    return items;
}

QList<Id<Evidence>> SeveralItemsBar::evidence() const
{
    QList<Id<Evidence>> chosen;
    if (m_withEvidence->isChecked()) {
        for (const QString &key : m_evidence->model().ticked())
            chosen.append(Id<Evidence>::fromText(key));
    }
    return chosen;
}

bool SeveralItemsBar::saysSomething() const
{
    return m_answers->answer() || !evidence().isEmpty() || m_withRationale->isChecked() ||
           m_withOwner->isChecked() || m_withDue->isChecked();
}

AnswerChange SeveralItemsBar::change() const
{
    AnswerChange change;
    if (const auto mark = m_answers->answer())
        change.answer = answerOf(*mark);
    if (m_withRationale->isChecked())
        change.rationale = change.overrideReason = m_rationale->toPlainText();
    if (m_withOwner->isChecked())
        change.owner = m_owner->person();
    if (m_withDue->isChecked())
        change.due = m_due->date();
    if (change.answer == Answer::NotApplicable) {
        if (const auto approver = m_approver->person())
            change.approver = approver;
        if (const auto day = m_reviewOn->date())
            change.reviewOn = day;
    }
    change.evidence = evidence();
    return change;
}

void SeveralItemsBar::ask()
{
    m_asking.forget();
    m_shown.reset();
    m_foot->setStepEnabled(false);
    m_approval->setVisible(m_answers->answer() == StatusMark::NotApplicable);
    const QString unread = dateNotRead();
    if (saysSomething())
        m_done.clear();
    if (unread.isEmpty() && saysSomething() && !m_items.isEmpty())
        return m_pause.start();
    m_pause.stop();
    const QString rest =
        tr("Choose an answer, or tick what is to be set. What is left as it is stays as it is.");
    m_foot->say(!unread.isEmpty() ? unread : !m_done.isEmpty() ? m_done : rest);
}

QString SeveralItemsBar::dateNotRead() const
{
    if (m_withDue->isChecked() && !m_due->isUnderstood())
        return tr("The due date does not name a day yet.");
    if (m_approval->isVisibleTo(this) && !m_reviewOn->isUnderstood())
        return tr("The date of the review does not name a day yet.");
    return {};
}

void SeveralItemsBar::preview()
{
    m_asking.run<PlannedAnswers>(
        m_jobs, tr("See what is overwritten"),
        withReader(m_workspace, [items = items(), change = change()](
                                    const Connection &reader) { return planAnswers(reader, items, change); }),
        this, [this](Result<PlannedAnswers> planned) { receive(std::move(planned)); });
}

QString SeveralItemsBar::nameOf(const Response &response) const
{
    for (const ChosenItem &chosen : m_items) {
        if (chosen.item == ItemOfAssessment{response.assessment, response.item})
            return chosen.name;
    }
    return response.item;
}

void SeveralItemsBar::receive(Result<PlannedAnswers> planned)
{
    if (!planned)
        return m_foot->say(planned.error().message);
    m_shown = planned->overwritten;
    std::vector<Overwritten> rows;
    for (const Response &response : std::as_const(planned->overwritten)) {
        const auto owner = std::ranges::find(m_persons, response.owner, &Person::id);
        rows.push_back({nameOf(response), response, owner == m_persons.cend() ? QString() : owner->name});
    }
    QStringList words{rows.empty() ? tr("Nothing is overwritten.")
                                   : tr("Overwrites: %1. Undo brings them back.").arg(rows.size())};
    if (planned->answeredFirst > 0)
        words.append(tr("Not answered so far, and answered by this: %1.").arg(planned->answeredFirst));
    if (!evidence().isEmpty())
        words.append(tr("New uses of evidence: %1.").arg(planned->attached));
    words.append(leftOutInWords(planned->leftOut));
    m_inheriting = evidence().isEmpty() ? planned->leftOut.size() : 0;
    m_foot->showOverwritten(std::move(rows), words.join(u' ').trimmed());
    m_foot->setStepEnabled(!planned->changeSet.isEmpty());
}

void SeveralItemsBar::apply()
{
    if (!m_shown)
        return;
    m_foot->setStepEnabled(false);
    m_writer.save(items(), change(), *m_shown);
}

/// What is set is no longer to be set. What was begun while it was being saved stays.
void SeveralItemsBar::noteOverwritten(const QList<ItemOfAssessment> &overwritten, const AnswerChange &set)
{
    if (overwritten == items() && set == change()) {
        const auto count = overwritten.size() - m_inheriting;
        m_done = count == 1 ? tr("1 item is set. Undo takes it back.")
                            : tr("%1 items are set. Undo takes all of it back.").arg(count);
        forget();
    } else {
        ask(); // of what it would overwrite, some may be other by now
    }
}

}
