#pragma once

#include "core/workspace/proposals.h"
#include "ui/widgets/choicefield.h"

#include <QWidget>

class QCheckBox;
class QPushButton;
class QVBoxLayout;

namespace plimsoll {

class DateField;
class TextField;

/// What presets propose to call not applicable: a person takes proposals over with a reason, an approver and
/// a day of review, or leaves them for now. Hidden while there is none.
class ProposalsPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ProposalsPanel(QWidget *parent = nullptr);

    void show(const Checklist &checklist, const QList<Choice> &people);

Q_SIGNALS:
    void takenOver(const plimsoll::TakenProposals &proposals);

private:
    /// One proposal as it stands in the panel.
    struct Line
    {
        ProposedExclusion proposed;
        QWidget *whole = nullptr;
        QCheckBox *tick = nullptr;
        TextField *reason = nullptr;
    };

    Line line(const ProposedExclusion &proposed, const QString &title);
    void takeOver();
    void dismiss();
    void showSteps();

    Id<AiSystem> m_system;
    QSet<QString> m_dismissed; ///< system and item; until the workspace is opened again
    QList<Line> m_lines;
    QVBoxLayout *m_column = nullptr;
    ChoiceField *m_approver = nullptr;
    DateField *m_reviewOn = nullptr;
    QPushButton *m_takeOver = nullptr;
    QPushButton *m_dismiss = nullptr;
};

}
