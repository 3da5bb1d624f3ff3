#include "ui/pages/workspace/tablewithform.h"

#include "ui/widgets/cellgrid.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/tableview.h"

#include <QVBoxLayout>

namespace plimsoll {

namespace {

constexpr int rowsInSight = 6;

}

TableWithForm::TableWithForm(const QString &key, const QString &heading, QWidget *parent)
    : QWidget(parent)
    , m_table(new TableView(key, heading))
    , m_fields(new QWidget)
    , m_grid(new CellGrid(26))
{
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setRowsInSight(rowsInSight);
    m_fields->setLayout(m_grid);
    auto *panel = new Panel(heading);
    panel->content()->addWidget(m_table);
    panel->content()->addWidget(m_fields);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(panel);
    m_fields->hide();
}

void TableWithForm::setModel(QAbstractItemModel &model, const QList<int> &widths)
{
    m_table->setModel(&model);
    m_table->suggestWidths(widths);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &TableWithForm::showFields);
}

void TableWithForm::choose(const QModelIndex &row)
{
    if (row.isValid()) {
        m_table->selectRow(row.row());
        m_table->scrollTo(row);
    } else {
        m_table->clearSelection();
    }
    showFields();
}

int TableWithForm::chosenRow() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? -1 : rows.first().row();
}

void TableWithForm::showFields()
{
    m_fields->setVisible(chosenRow() >= 0);
    Q_EMIT chosenChanged();
}

}
