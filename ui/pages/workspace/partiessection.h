#pragma once

#include "ui/models/recordmodel.h"
#include "ui/pages/system/recordform.h"
#include "ui/pages/workspace/peoplereading.h"
#include "ui/pages/workspace/tablewithform.h"

namespace plimsoll {

/// The parties of the record in a table, and what is known of the one chosen.
class PartiesSection final : public TableWithForm
{
    Q_OBJECT

public:
    explicit PartiesSection(QWidget *parent = nullptr);

    void setParties(const QList<Party> &parties);
    using TableWithForm::choose;
    void choose(const QString &id);
    /// Shows what the record holds where a change was refused.
    void showChosen();

Q_SIGNALS:
    void changeAsked(const plimsoll::Party &before, const plimsoll::Party &after);
    void removalAsked(const plimsoll::Party &party);

private:
    static std::vector<Column<Party>> columns();
    void buildForm();

    RecordModel<Party> m_model;
    RecordForm<Party> m_form;
};

}
