#include "ui/pages/grid/gridmodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

void GridModel::setSystems(std::vector<GridSystem> systems, std::shared_ptr<const Catalogue> catalogue)
{
    if (systems == m_systems && m_catalogue)
        return;
    beginResetModel();
    m_systems = std::move(systems);
    m_catalogue = std::move(catalogue);
    m_places.clear();
    m_places.reserve(qsizetype(m_systems.size()));
    for (size_t place = 0; place < m_systems.size(); ++place)
        m_places.insert(m_systems[place].id, int(place));
    endResetModel();
}

void GridModel::setRow(const Id<AiSystem> &system, const GridRow &row)
{
    const auto place = m_places.constFind(system);
    if (place == m_places.cend())
        return;
    m_fresh.insert(system);
    const auto known = m_rows.constFind(system);
    if (known != m_rows.cend() && *known == row)
        return;
    m_rows.insert(system, row);
    Q_EMIT dataChanged(index(*place, 0), index(*place, columnCount() - 1));
}

void GridModel::forgetRows()
{
    m_fresh.clear();
}

const GridRow *GridModel::row(int row) const
{
    const auto known = m_rows.constFind(system(row).id);
    return known == m_rows.cend() ? nullptr : &*known;
}

QList<Id<AiSystem>> GridModel::missingBetween(int first, int last) const
{
    QList<Id<AiSystem>> missing;
    for (int row = std::max(0, first); row <= std::min(last, rowCount() - 1); ++row) {
        if (!m_fresh.contains(system(row).id))
            missing.append(system(row).id);
    }
    return missing;
}

int GridModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_systems.size());
}

int GridModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_catalogue ? 0 : int(m_catalogue->items().size());
}

const GridCell *GridModel::cell(const QModelIndex &index) const
{
    const GridRow *cells = row(index.row());
    return cells ? &cells->cells.at(size_t(index.column())) : nullptr;
}

QString GridModel::wordsOf(const QModelIndex &index) const
{
    const GridCell *known = cell(index);
    QString standing = known ? title(known->standing) : tr("being read");
    if (known && !known->inheritedFrom.isEmpty())
        standing = tr("%1, inherited from %2").arg(standing, known->inheritedFrom);
    return tr("%1\n%2 %3: %4")
        .arg(system(index.row()).name, item(index.column()).id, m_catalogue->titleOf(item(index.column())),
             standing);
}

QVariant GridModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return wordsOf(index);
    case StandingRole: {
        const GridCell *known = cell(index);
        return known ? QVariant(int(known->standing)) : QVariant();
    }
    case InheritedRole: {
        const GridCell *known = cell(index);
        return known && !known->inheritedFrom.isEmpty();
    }
    default:
        return {};
    }
}

QVariant GridModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (section < 0)
        return {};
    if (orientation == Qt::Vertical) {
        const bool isText = role == Qt::DisplayRole || role == Qt::ToolTipRole;
        return isText && section < rowCount() ? QVariant(system(section).name) : QVariant();
    }
    if (section >= columnCount())
        return {};
    if (role == Qt::DisplayRole)
        return item(section).id;
    if (role == Qt::ToolTipRole)
        return u"%1 %2 (%3)"_s.arg(item(section).id, m_catalogue->titleOf(item(section)),
                                   word(item(section).verb));
    return {};
}

}
