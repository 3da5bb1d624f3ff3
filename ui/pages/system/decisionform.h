#pragma once

#include "core/assessment/applicabilitydecision.h"
#include "core/catalogue/applicability.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/unsaved.h"

#include <QHash>

class QLineEdit;
class QPushButton;

namespace plimsoll {

class DateField;

/// A person's word against the computed applicability of one item: with a reason, who approves it, and when
/// it is looked at again.
class DecisionForm final : public QWidget
{
    Q_OBJECT

public:
    /// What is decided on.
    struct About
    {
        QString key;  ///< of the item of an assessment
        QString name; ///< as people read it
    };

    explicit DecisionForm(QWidget *parent = nullptr);

    /// `about` tells apart what is decided on, and is how people read it: what is being written about it
    /// stays, also while the form is about another, as long as its decision does. `now` is what holds; a new
    /// decision proposes the opposite.
    void setDecision(const About &about, const std::optional<ApplicabilityDecision> &decision,
                     Applicability::State now, const QList<Choice> &people);

    /// What was begun about others than the one it shows.
    [[nodiscard]] QList<Unsaved> drafts() const;

Q_SIGNALS:
    /// Without id, assessment, item, person and day: those are the page's to give.
    void decided(const plimsoll::ApplicabilityDecision &decision);
    void takenBack();

private:
    /// What was begun about one when the form went to another.
    struct Draft
    {
        QString name;
        std::optional<ApplicabilityDecision> decision; ///< that it was begun upon
        QString verdict;
        QString reason;
        QString approver;
        QString reviewOn;
    };

    void showDecision(Applicability::State now);
    void keepDraft();
    void takeUpDraft();
    void decide();

    About m_about;
    QHash<QString, Draft> m_drafts; ///< by About::key
    std::optional<ApplicabilityDecision> m_decision;
    ChoiceField *m_verdict = nullptr;
    QLineEdit *m_reason = nullptr;
    ChoiceField *m_approver = nullptr;
    DateField *m_reviewOn = nullptr;
    QPushButton *m_decide = nullptr;
    QPushButton *m_takeBack = nullptr;
};

}
