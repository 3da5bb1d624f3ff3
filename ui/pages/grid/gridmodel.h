#pragma once

#include "core/workspace/checklist.h"

#include <QAbstractTableModel>
#include <QSet>

#include <vector>

namespace plimsoll {

/// A system as the grid lists it.
struct GridSystem
{
    Id<AiSystem> id;
    QString name; ///< with number and version

    friend bool operator==(const GridSystem &, const GridSystem &) = default;
};

/// One cell of the grid.
struct GridCell
{
    Standing standing = Standing::NotAnswered;
    bool isAnswerable = false;
    QString inheritedFrom = {}; ///< whose common answer it is; empty for an answer of the system's own

    friend bool operator==(const GridCell &, const GridCell &) = default;
};

/// The cells of one system, by ordinal of the item.
struct GridRow
{
    std::optional<Id<Assessment>> assessment; ///< none when it cannot be answered now
    std::vector<GridCell> cells;

    friend bool operator==(const GridRow &, const GridRow &) = default;
};

/// Systems by items. It knows all names, and the cells only of the rows that somebody looks at: asking for a
/// cell of another row is answered with nothing, and the row arrives later.
class GridModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        StandingRole = Qt::UserRole + 1, ///< Standing as int; invalid while the row has not arrived
        InheritedRole,                   ///< whether the answer is a common one
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setSystems(std::vector<GridSystem> systems, std::shared_ptr<const Catalogue> catalogue);
    /// The cells of one row as they were just read; a system that is not listed changes nothing.
    void setRow(const Id<AiSystem> &system, const GridRow &row);
    /// Rows known so far are old: they are asked for anew when looked at, and shown as they were until then.
    void forgetRows();

    [[nodiscard]] const GridSystem &system(int row) const { return m_systems.at(size_t(row)); }
    [[nodiscard]] const Item &item(int column) const { return m_catalogue->items().at(size_t(column)); }
    [[nodiscard]] const std::shared_ptr<const Catalogue> &catalogue() const { return m_catalogue; }
    /// Null while the row has not arrived.
    [[nodiscard]] const GridRow *row(int row) const;
    /// Those of the rows that have not arrived, or are old.
    [[nodiscard]] QList<Id<AiSystem>> missingBetween(int first, int last) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    /// Null while the row has not arrived.
    [[nodiscard]] const GridCell *cell(const QModelIndex &index) const;
    [[nodiscard]] QString wordsOf(const QModelIndex &index) const;

    std::shared_ptr<const Catalogue> m_catalogue;
    std::vector<GridSystem> m_systems;
    QHash<Id<AiSystem>, int> m_places;
    QHash<Id<AiSystem>, GridRow> m_rows;
    QSet<Id<AiSystem>> m_fresh; ///< rows read since the record last changed
};

}
