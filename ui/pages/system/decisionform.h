#pragma once

#include "core/assessment/applicabilitydecision.h"
#include "core/catalogue/applicability.h"
#include "ui/widgets/choicefield.h"

#include <QWidget>

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
    explicit DecisionForm(QWidget *parent = nullptr);

    /// `about` tells apart what is decided on: what is being written about the same stays while its decision
    /// does. `now` is what holds; a new decision proposes the opposite.
    void setDecision(const QString &about, const std::optional<ApplicabilityDecision> &decision,
                     Applicability::State now, const QList<Choice> &people);

Q_SIGNALS:
    /// Without id, assessment, item, person and day: those are the page's to give.
    void decided(const plimsoll::ApplicabilityDecision &decision);
    void takenBack();

private:
    void decide();

    QString m_about;
    std::optional<ApplicabilityDecision> m_decision;
    ChoiceField *m_verdict = nullptr;
    QLineEdit *m_reason = nullptr;
    ChoiceField *m_approver = nullptr;
    DateField *m_reviewOn = nullptr;
    QPushButton *m_decide = nullptr;
    QPushButton *m_takeBack = nullptr;
};

}
