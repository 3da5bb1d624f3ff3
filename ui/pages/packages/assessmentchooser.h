#pragma once

#include "core/delivery/namedassessments.h"
#include "ui/pages/packages/packagesreading.h"

#include <QWidget>

class QVBoxLayout;

namespace plimsoll {

class ChoiceField;

/// Which assessment of each system is told: the present one, unless somebody chooses an earlier one. Shows
/// nothing for systems that have no earlier one.
class AssessmentChooser final : public QWidget
{
    Q_OBJECT

public:
    explicit AssessmentChooser(QWidget *parent = nullptr);

    /// Those whose assessments are told; what was chosen for one that stays is kept.
    void setSystems(const QList<PackageableSystem> &systems);
    /// Chooses these, and the present one of every other system.
    void setTold(const NamedAssessments &told);
    /// What is told instead of the present one, of the systems that are shown.
    [[nodiscard]] NamedAssessments told() const;
    /// Takes what is chosen now for proposed: it is not lost with the form.
    void settle();

Q_SIGNALS:
    /// The person chose.
    void toldChanged();

private:
    void build();
    QWidget *fieldOf(const PackageableSystem &system);

    QList<PackageableSystem> m_systems; ///< that have an earlier assessment
    NamedAssessments m_told;            ///< also of systems that are not shown now
    NamedAssessments m_proposed;        ///< likewise
    QHash<Id<AiSystem>, ChoiceField *> m_fields;
    QVBoxLayout *m_column = nullptr;
    QWidget *m_content = nullptr;
};

}
