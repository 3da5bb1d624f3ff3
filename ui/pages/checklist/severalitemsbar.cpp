#include "ui/pages/checklist/severalitemsbar.h"

#include "core/report/standingmark.h"
#include "core/workspace/workspace.h"
#include "ui/pages/checklist/answerwriter.h"
#include "ui/pages/checklist/personbox.h"
#include "ui/pages/checklist/tickableevidence.h"
#include "ui/pages/checklist/tickedfield.h"
#include "ui/pages/page.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/answerbuttons.h"
#include "ui/widgets/button.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plaintextedit.h"
#include "ui/widgets/scrollpane.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/ticklist.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr int pauseMilliseconds = 120;
constexpr int mostRows = 4; ///< in sight at once; the others scroll

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
    , m_withRationale(
          new QCheckBox(tr("Rationale; where a common answer applies, also why it is not taken over")))
    , m_rationale(new PlainTextEdit(tr("Rationale for all of them")))
    , m_withOwner(new QCheckBox(tr("Owner")))
    , m_owner(new PersonBox(tr("Owner of all of them")))
    , m_withDue(new QCheckBox(tr("Due")))
    , m_due(new DateField(tr("Due date of all of them")))
    , m_withEvidence(new QCheckBox(tr("Evidence, besides what is attached already")))
    , m_evidence(new TickList(u"severalEvidence"_s, tr("Evidence for all of them")))
    , m_preview((new PlainLabel)->wrapped())
    , m_table(new TableView(u"overwritten"_s, tr("Answers that would be overwritten")))
    , m_apply(button({}, ButtonKind::Primary))
{
    using C = Column<Overwritten>;
    std::vector<C> columns{
        C(tr("Item"), [](const Overwritten &o) { return o.name; }),
        C(tr("Answer now"),
          [](const Overwritten &o) {
              return title(o.now.answer);
          }).marked([](const Overwritten &o) { return int(markOf(o.now.answer)); }),
        C(tr("Owner now"), [](const Overwritten &o) { return o.owner; }),
        C(tr("Due now"), [](const Overwritten &o) { return o.now.due ? QVariant(*o.now.due) : QVariant(); }),
        C(tr("Rationale now"), [](const Overwritten &o) { return o.now.rationale; }),
    };
    m_model = std::make_unique<RecordModel<Overwritten>>([](const Overwritten &o) { return o.now.id.text(); },
                                                         std::move(columns));
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
    connect(m_apply, &QPushButton::clicked, this, &SeveralItemsBar::apply);
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
    m_withEvidence->setObjectName(u"withEvidence"_s);
    column->addWidget(m_withEvidence);
    column->addWidget(m_evidence);
    column->addStretch(1);
    m_evidence->hide();
    m_foot = buildFoot();
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(panel);
    whole->addWidget(m_foot);
}

QWidget *SeveralItemsBar::buildFoot()
{
    m_apply->setObjectName(u"applyToAll"_s);
    m_preview->setObjectName(u"preview"_s);
    m_table->setModel(m_model.get());
    m_table->suggestWidths({24, 16, 18, 12});
    auto *panel = new Panel;
    QVBoxLayout *column = panel->content();
    column->addWidget(m_preview);
    column->addWidget(m_table);
    auto *steps = new FlowLayout;
    auto *clear = button(tr("Start over"));
    clear->setToolTip(tr("Empties this form; nothing is changed"));
    connect(clear, &QPushButton::clicked, this, &SeveralItemsBar::forget);
    steps->addWidget(m_apply);
    steps->addWidget(clear);
    column->addLayout(steps);
    auto *foot = new QWidget;
    auto *whole = new QVBoxLayout(foot);
    whole->setContentsMargins(spacing::wide, spacing::small, spacing::wide, spacing::medium);
    whole->addWidget(panel);
    return foot;
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
    m_items = items;
    m_heading->setPlainText(items.isEmpty() ? tr("None of those chosen is answered here")
                            : items.size() == 1
                                ? tr("An answer for %1  %2").arg(items.first().name, items.first().title)
                                : tr("The same for %1 items").arg(items.size()));
    m_apply->setText(items.size() == 1 ? tr("Set 1 item") : tr("Set %1 items").arg(items.size()));
    ask();
}

void SeveralItemsBar::setPersons(const QList<Person> &persons)
{
    m_persons = persons;
    m_owner->setPersons(persons);
}

void SeveralItemsBar::choose(StatusMark answer)
{
    m_answers->setAnswer(answer);
    ask();
}

void SeveralItemsBar::confirm()
{
    if (m_apply->isEnabled() && isVisible())
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
    m_answers->listenWithin(place);
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
    m_owner->setPerson(std::nullopt);
    m_due->setDate(std::nullopt);
    ask();
}

void SeveralItemsBar::offerEvidence()
{
    m_evidence->setVisible(m_withEvidence->isChecked());
    if (!m_withEvidence->isChecked())
        return;
    const Workspace &workspace = m_workspace;
    m_jobs.run<QList<Tickable>>(
        tr("Read the evidence"), [&workspace](const Progress &) { return tickableEvidence(workspace); }, this,
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
    change.evidence = evidence();
    return change;
}

void SeveralItemsBar::ask()
{
    m_asking.forget();
    m_shown.reset();
    m_apply->setEnabled(false);
    const bool isDateUnread = m_withDue->isChecked() && !m_due->isUnderstood();
    if (isDateUnread || !saysSomething() || m_items.isEmpty()) {
        m_pause.stop();
        m_table->hide();
        return m_preview->setPlainText(isDateUnread ? tr("The due date does not name a day yet.")
                                                    : tr("Choose an answer, or tick what is to be set. What "
                                                         "is left as it is stays as it is."));
    }
    m_pause.start();
}

void SeveralItemsBar::preview()
{
    const Workspace &workspace = m_workspace;
    m_asking.run<PlannedAnswers>(
        m_jobs, tr("See what is overwritten"),
        [&workspace, items = items(), change = change()](const Progress &) -> Result<PlannedAnswers> {
            const auto connection = workspace.reader();
            if (!connection)
                return tl::unexpected(connection.error());
            return planAnswers(**connection, items, change);
        },
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
    if (!planned) {
        m_table->hide();
        return m_preview->setPlainText(planned.error().message);
    }
    m_shown = planned->overwritten;
    std::vector<Overwritten> rows;
    for (const Response &response : std::as_const(planned->overwritten)) {
        const auto owner = std::find_if(m_persons.cbegin(), m_persons.cend(),
                                        [&](const Person &person) { return response.owner == person.id; });
        rows.push_back({nameOf(response), response, owner == m_persons.cend() ? QString() : owner->name});
    }
    const int overwritten = int(rows.size());
    m_model->setRows(std::move(rows));
    m_table->setVisible(overwritten > 0);
    const int lines = std::min(overwritten, mostRows) + 1;
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() +
                            lines * m_table->verticalHeader()->defaultSectionSize());
    QString words = overwritten == 0 ? tr("Nothing is overwritten.")
                                     : tr("Overwrites: %1. Undo brings them back.").arg(overwritten);
    if (!evidence().isEmpty())
        words += u' ' + tr("New uses of evidence: %1.").arg(planned->attached);
    m_preview->setPlainText(words);
    m_apply->setEnabled(!planned->changeSet.isEmpty());
}

void SeveralItemsBar::apply()
{
    if (!m_shown)
        return;
    m_apply->setEnabled(false);
    m_writer.save(items(), change(), *m_shown);
}

/// What is set is no longer to be set. What was begun while it was being saved stays.
void SeveralItemsBar::noteOverwritten(const QList<ItemOfAssessment> &overwritten, const AnswerChange &set)
{
    if (overwritten == items() && set == change())
        forget();
    else
        ask(); // of what it would overwrite, some may be other by now
}

}
