#pragma once

#include "core/report/statusmark.h"
#include "core/workspace/answering.h"
#include "ui/jobs/lastasked.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;

namespace plimsoll {

class AnswerButtons;
class AnswerWriter;
class DateField;
class OverwritePreview;
class PersonBox;
class PlainLabel;
class PlainTextEdit;
class TickList;
class Workspace;

/// One of the items a bar speaks of.
struct ChosenItem
{
    ItemOfAssessment item;
    QString name;  ///< "5.2.1-1", or "Fraud scoring: 5.2.1-1" among several systems
    QString title; ///< of the item in the catalogue

    friend bool operator==(const ChosenItem &, const ChosenItem &) = default;
};

/// Of what somebody chose, the part that is not answered with the rest, and why.
struct PassedOver
{
    qint64 notAnswerable = 0; ///< they wait, are relied upon or do not apply
    qint64 unread = 0;        ///< their systems are being read
    qint64 tooMany = 0;       ///< over what can be answered at once
};

/// Says the same of several items at once: answer, rationale, owner, due date, evidence. What it would
/// overwrite is shown before anything is saved, below all that scrolls on the page; all of it is one change
/// that can be undone.
class SeveralItemsBar final : public QWidget
{
    Q_OBJECT

public:
    SeveralItemsBar(Workspace &workspace, Jobs &jobs, AnswerWriter &writer, QWidget *parent = nullptr);
    ~SeveralItemsBar() override;

    void setItems(const QList<ChosenItem> &items, const PassedOver &passedOver);
    void setPersons(const QList<Person> &persons);
    /// Empties the form: what was said of a former choice of items is not said of the next.
    void forget();
    /// As if the person had pressed that answer.
    void choose(StatusMark answer);
    /// Sets what was chosen and previewed, if anything was.
    void confirm();
    /// Puts the keyboard into the rationale for all of them.
    void writeRationale();
    /// While the keyboard is anywhere in `place`, the digits choose the answer, F2 writes the rationale and
    /// Ctrl+Enter confirms.
    void listenWithin(QWidget &place);
    [[nodiscard]] AnswerButtons &answers() { return *m_answers; }

Q_SIGNALS:
    void refused(const plimsoll::Error &error);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void ask();
    void preview();
    void receive(Result<PlannedAnswers> planned);
    void apply();
    void noteOverwritten(const QList<ItemOfAssessment> &overwritten, const AnswerChange &set);
    void offerEvidence();
    [[nodiscard]] QList<ItemOfAssessment> items() const;
    [[nodiscard]] QList<Id<Evidence>> evidence() const;
    [[nodiscard]] AnswerChange change() const;
    [[nodiscard]] bool saysSomething() const;
    [[nodiscard]] QString dateNotRead() const;
    [[nodiscard]] QString nameOf(const Response &response) const;

    Workspace &m_workspace;
    Jobs &m_jobs;
    AnswerWriter &m_writer;
    QList<ChosenItem> m_items;
    QList<Person> m_persons;
    QTimer m_pause{this};
    LastAsked m_asking;                     ///< what would be overwritten
    std::optional<QList<Response>> m_shown; ///< what the preview says is overwritten
    qsizetype m_inheriting = 0;             ///< how many of them it leaves as they are
    QString m_done;                         ///< what was set last of these items, in a sentence

    PlainLabel *m_heading = nullptr;
    PlainLabel *m_leftOut = nullptr;
    AnswerButtons *m_answers = nullptr;
    QCheckBox *m_withRationale = nullptr;
    PlainTextEdit *m_rationale = nullptr;
    QCheckBox *m_withOwner = nullptr;
    PersonBox *m_owner = nullptr;
    QCheckBox *m_withDue = nullptr;
    DateField *m_due = nullptr;
    QWidget *m_approval = nullptr; ///< what "not applicable" asks for
    PersonBox *m_approver = nullptr;
    DateField *m_reviewOn = nullptr;
    QCheckBox *m_withEvidence = nullptr;
    TickList *m_evidence = nullptr;
    OverwritePreview *m_foot = nullptr;
};

}
