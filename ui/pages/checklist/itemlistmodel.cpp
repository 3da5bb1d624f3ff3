#include "ui/pages/checklist/itemlistmodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

bool areTheSameItems(const std::vector<ItemRow> &a, const std::vector<ItemRow> &b)
{
    return std::equal(a.cbegin(), a.cend(), b.cbegin(), b.cend(),
                      [](const ItemRow &one, const ItemRow &other) { return one.item == other.item; });
}

}

bool ItemFilter::accepts(const ItemRow &row) const
{
    return (phase < 0 || row.phase == phase) && (!open || row.isOpen()) && (!minimum || row.isMinimum) &&
           (!problems || row.problems > 0) && (!overdue || row.isOverdue);
}

void ItemListModel::setRows(std::vector<ItemRow> rows, const Catalogue &catalogue)
{
    if (!m_rows.empty() && areTheSameItems(rows, m_rows)) {
        std::swap(m_rows, rows);
        for (int line = 0; line < rowCount(); ++line) {
            const int row = m_lines[size_t(line)].row;
            if (row >= 0 && m_rows[size_t(row)] != rows[size_t(row)])
                Q_EMIT dataChanged(index(line), index(line));
        }
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    m_principles.clear();
    for (const Principle &principle : catalogue.principles())
        m_principles.append(u"%1  %2"_s.arg(principle.clause, principle.title));
    layOut();
    endResetModel();
}

void ItemListModel::arrange(const ItemFilter &filter, ItemOrder order)
{
    beginResetModel();
    m_filter = filter;
    m_order = order;
    layOut();
    endResetModel();
}

QString ItemListModel::headingOf(const ItemRow &row) const
{
    return m_order == ItemOrder::StartHere ? title(row.urgency) : m_principles.value(row.principle);
}

void ItemListModel::layOut()
{
    std::vector<int> shown;
    for (size_t row = 0; row < m_rows.size(); ++row) {
        if (m_filter.accepts(m_rows[row]))
            shown.push_back(int(row));
    }
    if (m_order == ItemOrder::StartHere)
        std::stable_sort(shown.begin(), shown.end(), [this](int a, int b) {
            return m_rows[size_t(a)].urgency < m_rows[size_t(b)].urgency;
        });
    m_lines.clear();
    QString heading;
    for (const int row : shown) {
        if (const QString own = headingOf(m_rows[size_t(row)]); own != heading) {
            m_lines.push_back({own, -1});
            heading = own;
        }
        m_lines.push_back({{}, row});
    }
}

const ItemRow *ItemListModel::at(int row) const
{
    const int item = row < 0 || row >= rowCount() ? -1 : m_lines[size_t(row)].row;
    return item < 0 ? nullptr : &m_rows[size_t(item)];
}

QModelIndex ItemListModel::indexOf(const QString &item) const
{
    for (int line = 0; line < rowCount(); ++line) {
        if (const ItemRow *row = at(line); row && row->item == item)
            return index(line);
    }
    return {};
}

int ItemListModel::shownItems() const
{
    return int(shownInOrder().size());
}

int ItemListModel::itemsOfPhase() const
{
    return int(std::count_if(m_rows.cbegin(), m_rows.cend(),
                             [this](const ItemRow &row) { return ItemFilter{m_filter.phase}.accepts(row); }));
}

QStringList ItemListModel::shownInOrder() const
{
    QStringList items;
    for (int line = 0; line < rowCount(); ++line) {
        if (const ItemRow *row = at(line))
            items.append(row->item);
    }
    return items;
}

int ItemListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

QVariant ItemListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ItemRow *row = at(index.row());
    if (!row) {
        const bool isText = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
        return isText ? m_lines[size_t(index.row())].heading : QVariant();
    }
    switch (role) {
    case Qt::DisplayRole:
        return row->title;
    case Qt::AccessibleTextRole:
        return tr("%1 %2, %3, %4%5")
            .arg(row->item, row->title, word(row->verb), title(row->standing),
                 row->remark.isEmpty() ? QString() : u", "_s + row->remark);
    case ItemRole:
        return row->item;
    case RemarkRole:
        return row->remark;
    case VerbRole:
        return int(row->verb);
    case StandingRole:
        return int(row->standing);
    default:
        return {};
    }
}

Qt::ItemFlags ItemListModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    return at(index.row()) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                           : Qt::ItemFlags(Qt::ItemNeverHasChildren);
}

}
