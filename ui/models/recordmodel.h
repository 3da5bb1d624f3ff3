#pragma once

#include "ui/models/modelroles.h"
#include "ui/models/sortkey.h"

#include <QAbstractTableModel>
#include <QHash>

#include <algorithm>
#include <functional>
#include <iterator>
#include <numeric>
#include <utility>
#include <vector>

namespace plimsoll {

/// One column of a table over values of type T: its header and what it shows, and by the words that follow
/// how.
template <class T>
class Column
{
public:
    using Answer = std::function<QVariant(const T &)>;

    Column(QString header, Answer value)
        : m_header(std::move(header))
        , m_value(std::move(value))
    {
    }

    /// For numbers.
    Column alignedRight() &&
    {
        m_alignment = Qt::AlignRight | Qt::AlignVCenter;
        return std::move(*this);
    }
    /// Sorts by this instead of by what is shown; an invalid QVariant comes last.
    Column sortedBy(Answer key) &&
    {
        m_sortKey = std::move(key);
        return std::move(*this);
    }
    /// Paints the StatusMark answered, as int, before the text.
    Column marked(Answer mark) &&
    {
        m_mark = std::move(mark);
        return std::move(*this);
    }
    /// The cell's tooltip; without it the whole text, where it is cut.
    Column withToolTip(Answer toolTip) &&
    {
        m_toolTip = std::move(toolTip);
        return std::move(*this);
    }
    /// What the column means: the header's tooltip.
    Column explained(QString meaning) &&
    {
        m_meaning = std::move(meaning);
        return std::move(*this);
    }

    [[nodiscard]] QVariant data(const T &value, int role) const
    {
        switch (role) {
        case Qt::DisplayRole:
            return m_value(value);
        case Qt::TextAlignmentRole:
            return QVariant::fromValue(m_alignment);
        case Qt::ToolTipRole:
            return m_toolTip ? m_toolTip(value) : QVariant();
        case MarkRole:
            return m_mark ? m_mark(value) : QVariant();
        case SortRole:
            return m_sortKey ? m_sortKey(value) : m_value(value);
        default:
            return {};
        }
    }

    [[nodiscard]] QVariant header(int role) const
    {
        switch (role) {
        case Qt::DisplayRole:
            return m_header;
        case Qt::TextAlignmentRole:
            return QVariant::fromValue(m_alignment);
        case Qt::ToolTipRole:
            return m_meaning.isEmpty() ? QVariant() : m_meaning;
        default:
            return {};
        }
    }

private:
    QString m_header;
    Answer m_value;
    Qt::Alignment m_alignment = Qt::AlignLeft | Qt::AlignVCenter;
    Answer m_sortKey;
    Answer m_mark;
    Answer m_toolTip;
    QString m_meaning;
};

/// A table over values, with all index arithmetic in one place: it is handed rows once and single rows
/// afterwards, sorts, filters, and says exactly what changed. A row that is updated stays where it is until
/// the next sort or filter, so that nothing moves under somebody's hands.
template <class T>
class RecordModel : public QAbstractTableModel
{
public:
    using Key = QString;
    using KeyOf = std::function<Key(const T &)>;
    using Filter = std::function<bool(const T &)>;

    RecordModel(KeyOf keyOf, std::vector<Column<T>> columns, QObject *parent = nullptr)
        : QAbstractTableModel(parent)
        , m_keyOf(std::move(keyOf))
        , m_columns(std::move(columns))
    {
    }

    /// Replaces everything; sort and filter stay.
    void setRows(std::vector<T> rows)
    {
        beginResetModel();
        m_rows = std::move(rows);
        m_places.clear();
        m_places.reserve(qsizetype(m_rows.size()));
        for (size_t place = 0; place < m_rows.size(); ++place)
            m_places.insert(m_keyOf(m_rows[place]), place);
        m_order = ordered();
        m_shown = accepted();
        endResetModel();
    }

    /// Puts the value in the place of the one with the same key, or adds it where the sort order wants it.
    void put(T value)
    {
        const auto place = m_places.constFind(m_keyOf(value));
        if (place == m_places.cend())
            return add(std::move(value));
        replace(*place, std::move(value));
        if (const int row = rowAt(*place); row >= 0)
            Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
        else if (passes(*place))
            show(*place);
    }

    /// Puts many values in the places of those with the same keys, and tells it once; a key that is not here
    /// is passed over.
    void update(std::vector<T> values)
    {
        for (T &value : values) {
            if (const auto place = m_places.constFind(m_keyOf(value)); place != m_places.cend())
                replace(*place, std::move(value));
        }
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }

    /// Takes the value with this key away; a key that is not here changes nothing.
    void remove(const Key &key)
    {
        const auto found = m_places.constFind(key);
        if (found == m_places.cend())
            return;
        const size_t place = *found;
        const int row = rowAt(place);
        if (row >= 0)
            beginRemoveRows({}, row, row);
        m_places.remove(key);
        m_rows.erase(m_rows.begin() + std::ptrdiff_t(place));
        for (size_t &later : m_places) {
            if (later > place)
                --later;
        }
        dropFrom(m_order, place);
        dropFrom(m_shown, place);
        if (row >= 0)
            endRemoveRows();
    }

    /// Shows only what the filter accepts; an empty one shows all.
    void setFilter(Filter filter)
    {
        m_filter = std::move(filter);
        rearrange();
    }

    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override
    {
        m_sortColumn = column;
        m_sortOrder = order;
        m_orderIsStale = true;
        rearrange();
    }

    /// The value shown in that row of the table.
    [[nodiscard]] const T &at(int row) const { return m_rows[m_shown[size_t(row)]]; }
    /// All values, shown or not, as they were handed over.
    [[nodiscard]] const std::vector<T> &rows() const { return m_rows; }
    [[nodiscard]] int total() const { return int(m_rows.size()); }

    /// Where the value with this key is shown, an invalid index when it is not.
    [[nodiscard]] QModelIndex indexOf(const Key &key, int column = 0) const
    {
        const auto place = m_places.constFind(key);
        const int row = place == m_places.cend() ? -1 : rowAt(*place);
        return row < 0 ? QModelIndex() : index(row, column);
    }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_shown.size());
    }

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_columns.size());
    }

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid))
            return {};
        const T &value = at(index.row());
        return role == KeyRole ? QVariant(m_keyOf(value))
                               : m_columns[size_t(index.column())].data(value, role);
    }

    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
            return {};
        return m_columns[size_t(section)].header(role);
    }

private:
    /// A key that changed leaves the row where it is, and the order to be found anew at the next sort or
    /// filter.
    void replace(size_t place, T value)
    {
        if (isSorted() && !m_orderIsStale) {
            const Column<T> &column = m_columns[size_t(m_sortColumn)];
            m_orderIsStale = column.data(m_rows[place], SortRole) != column.data(value, SortRole);
        }
        m_rows[place] = std::move(value);
    }

    static void dropFrom(std::vector<size_t> &places, size_t place)
    {
        std::erase(places, place);
        for (size_t &later : places) {
            if (later > place)
                --later;
        }
    }

    [[nodiscard]] bool passes(size_t place) const { return !m_filter || m_filter(m_rows[place]); }

    [[nodiscard]] int rowAt(size_t place) const
    {
        const auto found = std::find(m_shown.cbegin(), m_shown.cend(), place);
        return found == m_shown.cend() ? -1 : int(found - m_shown.cbegin());
    }

    [[nodiscard]] bool isSorted() const { return m_sortColumn >= 0 && m_sortColumn < columnCount(); }

    [[nodiscard]] SortKey keyOfCell(size_t place, const QCollator &collator) const
    {
        return {m_columns[size_t(m_sortColumn)].data(m_rows[place], SortRole), collator};
    }

    [[nodiscard]] bool comesBefore(const SortKey &a, const SortKey &b) const
    {
        if (a.isMissing() || b.isMissing())
            return !a.isMissing() && b.isMissing();
        const int order = a.compare(b);
        return m_sortOrder == Qt::AscendingOrder ? order < 0 : order > 0;
    }

    /// All places in the order of the sort.
    [[nodiscard]] std::vector<size_t> ordered() const
    {
        std::vector<size_t> order(m_rows.size());
        std::iota(order.begin(), order.end(), size_t(0));
        if (!isSorted())
            return order;
        const QCollator collator = tableCollator();
        std::vector<std::pair<SortKey, size_t>> keyed;
        keyed.reserve(order.size());
        for (const size_t place : order)
            keyed.emplace_back(keyOfCell(place, collator), place);
        std::stable_sort(keyed.begin(), keyed.end(),
                         [this](const auto &a, const auto &b) { return comesBefore(a.first, b.first); });
        std::transform(keyed.cbegin(), keyed.cend(), order.begin(),
                       [](const auto &pair) { return pair.second; });
        return order;
    }

    /// Of all places in their order, those the filter accepts.
    [[nodiscard]] std::vector<size_t> accepted() const
    {
        std::vector<size_t> shown;
        shown.reserve(m_order.size());
        std::copy_if(m_order.cbegin(), m_order.cend(), std::back_inserter(shown),
                     [this](size_t place) { return passes(place); });
        return shown;
    }

    /// Keeps selection and current row on the values they were on.
    void rearrange()
    {
        Q_EMIT layoutAboutToBeChanged();
        const QModelIndexList before = persistentIndexList();
        std::vector<size_t> places;
        places.reserve(size_t(before.size()));
        for (const QModelIndex &index : before)
            places.push_back(m_shown[size_t(index.row())]);
        if (std::exchange(m_orderIsStale, false))
            m_order = ordered();
        m_shown = accepted();
        std::vector<int> rowOf(m_rows.size(), -1);
        for (size_t row = 0; row < m_shown.size(); ++row)
            rowOf[m_shown[row]] = int(row);
        QModelIndexList after;
        after.reserve(before.size());
        for (qsizetype i = 0; i < before.size(); ++i) {
            const int row = rowOf[places[size_t(i)]];
            after.append(row < 0 ? QModelIndex() : index(row, before[i].column()));
        }
        changePersistentIndexList(before, after);
        Q_EMIT layoutChanged();
    }

    void add(T value)
    {
        m_rows.push_back(std::move(value));
        const size_t place = m_rows.size() - 1;
        m_places.insert(m_keyOf(m_rows.back()), place);
        m_order.insert(whereItBelongs(m_order, place), place);
        if (passes(place))
            show(place);
    }

    void show(size_t place)
    {
        const auto where = whereItBelongs(m_shown, place);
        const int row = int(where - m_shown.begin());
        beginInsertRows({}, row, row);
        m_shown.insert(where, place);
        endInsertRows();
    }

    [[nodiscard]] std::vector<size_t>::iterator whereItBelongs(std::vector<size_t> &places,
                                                               size_t place) const
    {
        if (!isSorted())
            return places.end();
        const QCollator collator = tableCollator();
        return std::upper_bound(
            places.begin(), places.end(), keyOfCell(place, collator),
            [&](const SortKey &key, size_t other) { return comesBefore(key, keyOfCell(other, collator)); });
    }

    KeyOf m_keyOf;
    std::vector<Column<T>> m_columns;
    std::vector<T> m_rows;
    QHash<Key, size_t> m_places; ///< key to index in m_rows
    std::vector<size_t> m_order; ///< all of m_rows as the sort wants them
    bool m_orderIsStale = false;
    std::vector<size_t> m_shown; ///< row of the table to index in m_rows
    Filter m_filter;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

}
