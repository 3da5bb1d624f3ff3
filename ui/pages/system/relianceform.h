#pragma once

#include "core/assessment/reliance.h"
#include "ui/pages/system/recordform.h"

#include <QWidget>

namespace plimsoll {

/// What another party bears: which party, what is held from it, and what remains to be done here. Saved field
/// by field.
class RelianceForm final : public QWidget
{
    Q_OBJECT

public:
    explicit RelianceForm(QWidget *parent = nullptr);

    void setReliance(const Reliance &reliance, const QList<Choice> &parties);

Q_SIGNALS:
    void changed(const plimsoll::Reliance &reliance);

private:
    RecordForm<Reliance> m_form;
    ChoiceField *m_party = nullptr;
};

}
