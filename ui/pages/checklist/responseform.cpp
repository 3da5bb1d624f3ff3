#include "ui/pages/checklist/responseform.h"

#include "core/assessment/reason.h"
#include "core/report/standingmark.h"
#include "ui/pages/checklist/answerwriter.h"
#include "ui/pages/checklist/itemrow.h"
#include "ui/pages/checklist/personbox.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/labelledbeside.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plaintextedit.h"
#include "ui/widgets/scrollpane.h"

#include <QKeyEvent>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr qsizetype mostQuoted = 500;  ///< characters of somebody else's text in a banner
constexpr int restMilliseconds = 1500; ///< hands that rest this long are done with a sentence

}

ResponseForm::ResponseForm(AnswerWriter &writer, QWidget *parent)
    : QWidget(parent)
    , m_writer(writer)
    , m_note((new PlainLabel)->wrapped())
    , m_noteStep(button({}))
    , m_answers(new AnswerButtons)
    , m_rationaleLabel(new PlainLabel({}, TextKind::Strong))
    , m_rationale(new PlainTextEdit(tr("Rationale")))
    , m_reasonLabel((new PlainLabel(tr("Why this system answers for itself"), TextKind::Strong))->wrapped())
    , m_reason(new PlainTextEdit(tr("Why this system answers for itself")))
    , m_owner(new PersonBox(tr("Owner")))
    , m_due(new DateField(tr("Due")))
    , m_approval(new QWidget)
    , m_approver(new PersonBox(tr("Approver of not applicable")))
    , m_reviewOn(new DateField(tr("Review of not applicable")))
{
    build();
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMilliseconds);
    for (PlainTextEdit *text : {m_rationale, m_reason}) {
        text->installEventFilter(this);
        connect(text, &QPlainTextEdit::textChanged, &m_rest, qOverload<>(&QTimer::start));
    }
    connect(&m_rest, &QTimer::timeout, this, &ResponseForm::flush);
    connect(m_rationale, &PlainTextEdit::finished, this, &ResponseForm::saveRationale);
    connect(m_reason, &PlainTextEdit::finished, this, &ResponseForm::saveReason);
    connect(&m_writer, &AnswerWriter::refused, this, &ResponseForm::keepRefused);
    connect(m_answers, &AnswerButtons::chosen, this, &ResponseForm::choose);
    connect(m_noteStep, &QPushButton::clicked, this, &ResponseForm::takeNoteStep);
    connect(m_owner, &PersonBox::personChosen, this, [this](const auto &person) { save({.owner = person}); });
    connect(m_due, &DateField::dateChosen, this, [this](std::optional<QDate> day) { save({.due = day}); });
    connect(m_approver, &PersonBox::personChosen, this,
            [this](const auto &person) { save({.approver = person}); });
    connect(m_reviewOn, &DateField::dateChosen, this,
            [this](std::optional<QDate> day) { save({.reviewOn = day}); });
}

void ResponseForm::build()
{
    m_rationale->setObjectName(u"rationale"_s);
    m_reason->setObjectName(u"overrideReason"_s);
    m_owner->setObjectName(u"owner"_s);
    m_due->setObjectName(u"due"_s);
    m_noteStep->setObjectName(u"noteStep"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::small);
    auto *note = new QHBoxLayout;
    note->addWidget(m_note, 1);
    note->addWidget(m_noteStep, 0, Qt::AlignTop);
    column->addLayout(note);
    column->addWidget(m_answers);
    column->addWidget(m_reasonLabel);
    column->addWidget(m_reason);
    column->addWidget(m_rationaleLabel);
    column->addWidget(m_rationale);
    auto *fields = new FlowLayout;
    fields->addWidget(labelledBeside(tr("Owner"), m_owner));
    fields->addWidget(labelledBeside(tr("Due"), m_due));
    column->addLayout(fields);
    auto *approval = new FlowLayout(m_approval);
    approval->addWidget(labelledBeside(tr("Approved by"), m_approver));
    approval->addWidget(labelledBeside(tr("Review on"), m_reviewOn));
    column->addWidget(m_approval);
}

void ResponseForm::keepRefused(const Error &error)
{
    if (error.code != ErrorCode::Conflict || !m_reading || m_ordinal < 0)
        return;
    showResponse(line()); // what was chosen is not what the record holds
    if (m_rationale->toPlainText() == heldRationale())
        return;
    m_isDisputed = true;
    m_rationaleBefore = heldRationale();
}

void ResponseForm::writeRationale()
{
    if (!m_rationale->isVisible() || !m_rationale->isEnabled())
        return;
    m_rationale->setFocus(Qt::ShortcutFocusReason);
    bringIntoSight(*m_rationale);
}

const ChecklistLine &ResponseForm::line() const
{
    return m_reading->checklist.lines.at(size_t(m_ordinal));
}

void ResponseForm::show(const SharedReading &reading, int ordinal)
{
    const bool isAnother =
        ordinal != m_ordinal || (m_reading && m_reading->assessment() != reading->assessment());
    if (isAnother) {
        leave();
        keepDisputed();
    }
    m_reading = reading;
    m_ordinal = ordinal;
    if (isAnother)
        m_pending.reset();
    for (PersonBox *box : {m_owner, m_approver})
        box->setPersons(reading->persons);
    const Shown shown = isAnother ? Shown::Anew : Shown::Again;
    showRationale(shown);
    if (isAnother)
        showDisputed();
    showText(*m_reason, m_savedReason, line().own ? line().own->overrideReason : QString(), shown);
    showResponse(line());
    if (isAnother)
        showDates(line());
    showNote(line());
    enableParts();
}

/// What stands beside an inherited answer is the platform's, until this system answers for itself.
void ResponseForm::enableParts()
{
    for (QWidget *part : std::initializer_list<QWidget *>{m_noteStep, m_answers, m_reason, m_approval})
        part->setEnabled(m_reading->isOpen());
    const bool isOwn = m_reading->isOpen() && !line().isInherited();
    for (QWidget *part : std::initializer_list<QWidget *>{m_rationale, m_owner, m_due})
        part->setEnabled(isOwn);
}

Id<Response> ResponseForm::shownResponse() const
{
    return responseId(m_reading->assessment(), m_reading->checklist.item(line()).id);
}

/// What was refused because somebody else wrote meanwhile is nobody's to lose, wherever the person goes next.
void ResponseForm::keepDisputed()
{
    if (m_isDisputed && m_reading && m_ordinal >= 0)
        m_disputed.insert(shownResponse(), m_rationale->toPlainText());
}

void ResponseForm::showDisputed()
{
    const QString kept = m_disputed.take(shownResponse());
    if (kept.isEmpty() || kept == heldRationale())
        return;
    m_rationale->setText(kept);
    m_savedRationale = kept;
    m_isDisputed = true;
    m_rationaleBefore.clear();
    sayOvertaken();
    m_rationaleBefore = heldRationale();
}

void ResponseForm::sayOvertaken()
{
    Q_EMIT overtaken(Error{ErrorCode::Conflict,
                           tr("Meanwhile somebody else wrote for %1: “%2” That is kept, yours is not saved. "
                              "Change yours once more to put it in the place of theirs, or press Escape to "
                              "keep theirs.")
                               .arg(m_reading->checklist.item(line()).id, heldRationale().left(mostQuoted)),
                           {}});
}

QString ResponseForm::heldRationale() const
{
    return line().own ? line().own->rationale : QString();
}

void ResponseForm::showRationale(Shown shown)
{
    const QString held = heldRationale();
    m_isDisputed = m_isDisputed && shown == Shown::Again;
    if (m_isDisputed && held != m_rationaleBefore && held != m_rationale->toPlainText())
        sayOvertaken();
    if (!m_isDisputed)
        showText(*m_rationale, m_savedRationale, held, shown);
    if (m_isDisputed || m_rationale->toPlainText() == held)
        m_rationaleBefore = held;
}

void ResponseForm::showText(PlainTextEdit &field, QString &saved, const QString &text, Shown shown)
{
    const bool isUntouched = shown == Shown::Anew || field.toPlainText() == saved;
    const bool isShown =
        text == saved || text == asReason(saved); // while people write, the field keeps blanks
    if (!isUntouched || (shown == Shown::Again && isShown))
        return;
    saved = text;
    field.setText(text);
    m_rest.stop();
}

void ResponseForm::showResponse(const ChecklistLine &line)
{
    const Response *response = line.response();
    const Answer answer = response ? response->answer : Answer::NotAnswered;
    if (!m_pending)
        m_answers->setAnswer(markOf(answer));
    m_owner->setPerson(line.own ? line.own->owner : std::nullopt);
    m_approver->setPerson(line.own ? line.own->approver : std::nullopt);
    if (!m_due->hasFocus())
        m_due->showDate(line.own ? line.own->due : std::nullopt);
    if (!m_reviewOn->hasFocus())
        m_reviewOn->showDate(line.own ? line.own->reviewOn : std::nullopt);
    m_approval->setVisible(answer == Answer::NotApplicable && !line.isInherited());
    const bool needsReason =
        answer == Answer::PartlyMet || answer == Answer::NotMet || answer == Answer::NotApplicable;
    m_rationaleLabel->setPlainText(needsReason && !line.isInherited() ? tr("Rationale (required)")
                                                                      : tr("Rationale"));
    showReason(line);
}

/// What is inherited needs no reason before somebody chooses another answer.
void ResponseForm::showReason(const ChecklistLine &line)
{
    const bool isAsked =
        line.common && (!line.isInherited() || m_pending || !m_reason->toPlainText().isEmpty());
    m_reasonLabel->setVisible(isAsked);
    m_reason->setVisible(isAsked);
}

void ResponseForm::showDates(const ChecklistLine &line)
{
    m_due->setDate(line.own ? line.own->due : std::nullopt);
    m_reviewOn->setDate(line.own ? line.own->reviewOn : std::nullopt);
}

void ResponseForm::showNote(const ChecklistLine &line)
{
    QString note;
    m_step = NoteStep::None;
    if (!m_reading->isOpen()) {
        const auto &assessment = m_reading->checklist.assessment;
        note = assessment
                   ? tr("The assessment was closed on %1: its answers stay as they are. The next one takes "
                        "them over.")
                         .arg(assessment->closedOn->toString(Qt::ISODate))
                   : tr("This system has no assessment: it is out of scope.");
    } else if (m_pending) {
        note = tr("Say below why this system answers for itself; then “%1” is saved.").arg(title(*m_pending));
    } else if (line.isInherited()) {
        note = tr("Inherited from %1: “%2”.").arg(line.commonSource, title(line.common->answer));
        if (!line.common->rationale.isEmpty())
            note += u' ' + line.common->rationale.left(2000);
        if (line.isCarried())
            note +=
                u'\n' + tr("It was carried over and not reconfirmed: that is done once, on the platform.");
        note += u'\n' + tr("To answer for this system, choose an answer and say why.");
    } else if (line.own && line.own->carried && line.own->answer != Answer::NotAnswered) {
        note = tr("Carried over from the assessment before, not reconfirmed.");
        m_step = NoteStep::Confirm;
        m_noteStep->setText(tr("Confirm"));
    } else if (line.own && line.common) {
        note = tr("This system answers for itself. %1 answers “%2”.")
                   .arg(line.commonSource, title(line.common->answer));
        m_step = NoteStep::InheritAgain;
        m_noteStep->setText(tr("Inherit again"));
    } else if (line.restsOnDrafts()) {
        note = tr("Counted as “%1”: the evidence is drafts alone.").arg(title(line.counted));
    } else if (line.awaitsApproval()) {
        note = tr("Counted as “%1” until there is a reason and somebody has approved it.")
                   .arg(title(line.counted));
    }
    m_note->setPlainText(note);
    m_note->setVisible(!note.isEmpty());
    m_noteStep->setVisible(m_step != NoteStep::None);
}

void ResponseForm::choose(StatusMark mark)
{
    const auto answer = answerOf(mark);
    if (!m_reading || !answer || m_isHeld)
        return;
    if (line().isInherited() && m_reason->toPlainText().trimmed().isEmpty()) {
        m_pending = answer;
        showNote(line());
        showReason(line());
        return m_reason->setFocus();
    }
    m_pending.reset();
    m_approval->setVisible(*answer == Answer::NotApplicable);
    m_savedRationale = m_rationale->toPlainText();
    m_savedReason = m_reason->toPlainText();
    m_rest.stop();
    save({.answer = answer,
          .rationale = m_savedRationale,
          .overrideReason = line().common ? std::optional(m_savedReason) : std::nullopt});
}

void ResponseForm::takeNoteStep()
{
    if (m_step == NoteStep::Confirm)
        save({.answer = line().own->answer});
    if (m_step == NoteStep::InheritAgain)
        save({.answer = Answer::NotAnswered, .overrideReason = QString()});
}

void ResponseForm::leave()
{
    if (m_reading && m_ordinal >= 0) {
        m_due->finish();
        m_reviewOn->finish();
    }
    flush();
}

void ResponseForm::flush()
{
    if (m_reading && m_ordinal >= 0)
        saveReason(m_reason->toPlainText());
    if (m_reading && m_ordinal >= 0)
        saveRationale(m_rationale->toPlainText());
    m_reason->finish();
    m_rationale->finish();
}

void ResponseForm::saveRationale(const QString &text)
{
    m_rest.stop();
    if (text == m_savedRationale || !m_reading)
        return;
    m_savedRationale = text;
    save({.rationale = text});
}

void ResponseForm::saveReason(const QString &text)
{
    m_rest.stop();
    if (text == m_savedReason || !m_reading)
        return;
    m_savedReason = text;
    if (!m_pending || text.trimmed().isEmpty())
        return save({.overrideReason = text});
    const Answer answer = *std::exchange(m_pending, std::nullopt);
    m_savedRationale = m_rationale->toPlainText();
    m_approval->setVisible(answer == Answer::NotApplicable);
    save({.answer = answer, .rationale = m_savedRationale, .overrideReason = text});
}

void ResponseForm::save(AnswerChange change)
{
    if (!m_reading || !m_reading->isOpen())
        return;
    if (change.rationale) {
        change.rationaleBefore = std::exchange(m_rationaleBefore, *change.rationale);
        m_isDisputed = false;
    }
    m_writer.save({m_reading->checklist.assessment->id, m_reading->checklist.item(line()).id}, change,
                  line().own.value_or(Response()));
}

bool ResponseForm::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Hide)
        flush();
    const bool givesWay = m_isDisputed && watched == m_rationale && event->type() == QEvent::KeyPress &&
                          static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape;
    if (givesWay) {
        m_isDisputed = false;
        showText(*m_rationale, m_savedRationale, heldRationale(), Shown::Anew);
        m_rationaleBefore = heldRationale();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

}
