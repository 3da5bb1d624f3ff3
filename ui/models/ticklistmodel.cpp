#include "ui/models/ticklistmodel.h"

#include "ui/models/modelroles.h"

#include <algorithm>

namespace plimsoll {

void TickListModel::setThings(const QList<Tickable> &things)
{
    if (things == m_things)
        return;
    beginResetModel();
    m_things = things;
    QHash<QString, Qt::CheckState> kept;
    for (const Tickable &thing : things) {
        if (const auto state = m_states.constFind(thing.key); state != m_states.cend())
            kept.insert(thing.key, *state);
    }
    m_states = kept;
    m_shown = accepted();
    endResetModel();
}

void TickListModel::setTicked(const QStringList &whole, const QStringList &half)
{
    QHash<QString, Qt::CheckState> states;
    for (const QString &key : half)
        states.insert(key, Qt::PartiallyChecked);
    for (const QString &key : whole)
        states.insert(key, Qt::Checked);
    if (states == m_states)
        return;
    m_states = states;
    if (!m_shown.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Qt::CheckStateRole});
}

void TickListModel::setFilter(const QString &words)
{
    beginResetModel();
    m_filter = words;
    m_shown = accepted();
    endResetModel();
}

QList<qsizetype> TickListModel::accepted() const
{
    const QStringList wanted = m_filter.split(u' ', Qt::SkipEmptyParts);
    QList<qsizetype> shown;
    for (qsizetype i = 0; i < m_things.size(); ++i) {
        const QString &text = m_things[i].text;
        if (std::all_of(wanted.cbegin(), wanted.cend(),
                        [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); }))
            shown.append(i);
    }
    return shown;
}

QStringList TickListModel::ticked() const
{
    QStringList keys;
    for (const Tickable &thing : m_things) {
        if (m_states.value(thing.key) == Qt::Checked)
            keys.append(thing.key);
    }
    return keys;
}

int TickListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant TickListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Tickable &thing = m_things[m_shown[index.row()]];
    switch (role) {
    case Qt::DisplayRole:
        return thing.text;
    case Qt::CheckStateRole:
        return int(m_states.value(thing.key, Qt::Unchecked));
    case KeyRole:
        return thing.key;
    default:
        return {};
    }
}

bool TickListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const QString key = m_things[m_shown[index.row()]].key;
    const auto state = Qt::CheckState(value.toInt());
    if (state == Qt::Unchecked)
        m_states.remove(key);
    else
        m_states.insert(key, state);
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT tickChanged(key, state);
    return true;
}

Qt::ItemFlags TickListModel::flags(const QModelIndex &index) const
{
    return index.isValid()
               ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren
               : Qt::NoItemFlags;
}

}
