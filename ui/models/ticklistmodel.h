#pragma once

#include <QAbstractListModel>
#include <QHash>
#include <QList>

namespace plimsoll {

/// One thing that can be ticked.
struct Tickable
{
    QString key;
    QString text;

    friend bool operator==(const Tickable &, const Tickable &) = default;
};

/// Things of which any number can be ticked. What a filter hides stays ticked.
class TickListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    /// Replaces the things; those that stay keep their ticks.
    void setThings(const QList<Tickable> &things);
    /// Ticks these, half ticks those, and nothing else.
    void setTicked(const QStringList &whole, const QStringList &half = {});
    /// Shows the things in whose text every word occurs.
    void setFilter(const QString &words);

    [[nodiscard]] const QList<Tickable> &things() const { return m_things; }
    /// The keys of what is ticked whole, in the order of the things.
    [[nodiscard]] QStringList ticked() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    /// A person ticked the thing, or took the tick away.
    void tickChanged(const QString &key, Qt::CheckState state);

private:
    [[nodiscard]] QList<qsizetype> accepted() const;

    QList<Tickable> m_things;
    QHash<QString, Qt::CheckState> m_states; ///< of what is not unticked
    QString m_filter;
    QList<qsizetype> m_shown; ///< indexes of m_things
};

}
