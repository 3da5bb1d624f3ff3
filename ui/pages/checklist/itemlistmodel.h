#pragma once

#include "ui/pages/checklist/itemrow.h"

#include <QAbstractListModel>

namespace plimsoll {

/// In which order the list shows the items.
enum class ItemOrder {
    OfTheStandard, ///< grouped by principle
    StartHere,     ///< grouped by urgency
};

/// Which items the list shows; what is off leaves all.
struct ItemFilter
{
    int phase = -1; ///< index of Catalogue::phases(); -1 for all
    bool open = false;
    bool minimum = false;
    bool problems = false;
    bool overdue = false;

    [[nodiscard]] bool accepts(const ItemRow &row) const;
    friend bool operator==(const ItemFilter &, const ItemFilter &) = default;
};

/// The items of a checklist under headings. A row that changes stays where it is until order or filter are
/// chosen anew, so that nothing moves under somebody's hands.
class ItemListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        ItemRole = Qt::UserRole + 1, ///< the item's id; empty for a heading
        RemarkRole,
        VerbRole,     ///< Verb as int
        StandingRole, ///< Standing as int
    };

    using QAbstractListModel::QAbstractListModel;

    /// Takes the rows of one checklist. Of the same one, only the rows that differ are said to have changed.
    void setRows(std::vector<ItemRow> rows, const Catalogue &catalogue);
    void arrange(const ItemFilter &filter, ItemOrder order);

    [[nodiscard]] const std::vector<ItemRow> &rows() const { return m_rows; }
    /// Null for a heading.
    [[nodiscard]] const ItemRow *at(int row) const;
    [[nodiscard]] QModelIndex indexOf(const QString &item) const;
    [[nodiscard]] int shownItems() const;
    /// How many items the chosen phase has, shown or not.
    [[nodiscard]] int itemsOfPhase() const;
    /// The ids shown, in order.
    [[nodiscard]] QStringList shownInOrder() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Line
    {
        QString heading; ///< empty for an item
        int row = -1;    ///< into m_rows
    };

    void layOut();
    [[nodiscard]] QString headingOf(const ItemRow &row) const;

    std::vector<ItemRow> m_rows;
    QStringList m_principles; ///< headings by index of the principle
    std::vector<Line> m_lines;
    ItemFilter m_filter;
    ItemOrder m_order = ItemOrder::OfTheStandard;
};

}
