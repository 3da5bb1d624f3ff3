#pragma once

#include "ui/pages/checklist/checklistreading.h"
#include "ui/widgets/answerbuttons.h"

#include <QTimer>

class QPushButton;

namespace plimsoll {

class AnswerWriter;
class DateField;
class PersonBox;
class PlainLabel;
class PlainTextEdit;
struct AnswerChange;

/// The answer to one item with its rationale, owner and due date, and the reason why it is not inherited.
/// Everything is saved at once; a reason when the field is left or the hands rest.
class ResponseForm final : public QWidget
{
    Q_OBJECT

public:
    explicit ResponseForm(AnswerWriter &writer, QWidget *parent = nullptr);

    /// Shows the item of that ordinal; of the same item again only what changed, so that nothing is lost that
    /// is being typed.
    void show(const SharedReading &reading, int ordinal);
    /// Saves the texts that are typed and not yet saved.
    void flush();
    /// Another item is gone to: saves the texts, and the dates as they are written.
    void leave();
    /// While held, a pressed answer is for somebody else and is not saved here.
    void setHeld(bool isHeld) { m_isHeld = isHeld; }
    [[nodiscard]] AnswerButtons &answers() { return *m_answers; }
    /// Brings the keyboard to the rationale, where there is one to write.
    void writeRationale();
    /// Whether a text is kept unsaved because somebody else wrote another one.
    [[nodiscard]] bool isInDispute() const { return m_isDisputed; }

Q_SIGNALS:
    /// While a text is kept that was refused, somebody else wrote yet another one.
    void overtaken(const plimsoll::Error &error);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// Whether what is shown is of the same item, read again, or of another one.
    enum class Shown { Again, Anew };

    void build();
    void choose(StatusMark mark);
    void saveRationale(const QString &text);
    void saveReason(const QString &text);
    void showRationale(Shown shown);
    [[nodiscard]] QString heldRationale() const;
    [[nodiscard]] Id<Response> shownResponse() const;
    void keepRefused(const Error &error);
    void keepDisputed();
    void showDisputed();
    void sayOvertaken();
    void showText(PlainTextEdit &field, QString &saved, const QString &text, Shown shown);
    void save(AnswerChange change);
    void showResponse(const ChecklistLine &line);
    void showNote(const ChecklistLine &line);
    void showDates(const ChecklistLine &line);
    void showReason(const ChecklistLine &line);
    void enableParts();
    void takeNoteStep();
    [[nodiscard]] const ChecklistLine &line() const;

    /// What the button beside the note does.
    enum class NoteStep { None, Confirm, InheritAgain };

    AnswerWriter &m_writer;
    SharedReading m_reading;
    int m_ordinal = -1;
    QString m_savedRationale;
    QString m_rationaleBefore;               ///< what the record held when the person began to write
    QHash<Id<Response>, QString> m_disputed; ///< texts refused so, of items that are not shown now
    bool m_isDisputed = false; ///< what is in the field was refused because somebody else wrote meanwhile
    QString m_savedReason;     ///< why this system answers for itself
    std::optional<Answer> m_pending; ///< chosen over an inherited answer, waiting for its reason
    NoteStep m_step = NoteStep::None;
    bool m_isHeld = false;
    QTimer m_rest;

    PlainLabel *m_note = nullptr;
    QPushButton *m_noteStep = nullptr;
    AnswerButtons *m_answers = nullptr;
    PlainLabel *m_rationaleLabel = nullptr;
    PlainTextEdit *m_rationale = nullptr;
    PlainLabel *m_reasonLabel = nullptr;
    PlainTextEdit *m_reason = nullptr;
    PersonBox *m_owner = nullptr;
    DateField *m_due = nullptr;
    QWidget *m_approval = nullptr;
    PersonBox *m_approver = nullptr;
    DateField *m_reviewOn = nullptr;
};

}
