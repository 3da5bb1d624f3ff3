#include "core/exchange/registernames.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array namingFields{"number"_L1, "name"_L1, "version"_L1};

/// Starts from all names as they are wanted, and gives back one after the other.
class Settling
{
public:
    Settling(const SystemNames &before, const QList<SystemName> &names)
        : m_before(before)
        , m_after(before)
        , m_names(names)
        , m_refusals(names.size())
    {
        for (qsizetype i = 0; i < names.size(); ++i) {
            m_after.set(names[i]);
            m_places.insert(names[i].id, i);
        }
    }

    QStringList refusals()
    {
        QList<qsizetype> all;
        for (qsizetype i = 0; i < m_names.size(); ++i)
            all.append(i);
        refuseWhatOthersKeep(all);
        for (qsizetype i = m_names.size() - 1; i >= 0; --i) {
            const auto confusions = confusionsOf(i);
            if (!confusions.isEmpty())
                refuseWhatOthersKeep(refuse(i, confusions.first()));
        }
        while (grantOne()) {
        }
        return m_refusals;
    }

private:
    [[nodiscard]] QList<Confusion> confusionsOf(qsizetype place) const
    {
        return m_refusals[place].isEmpty() ? m_after.confusions(m_names[place].id, m_before)
                                           : QList<Confusion>();
    }

    /// Answers those whose names may not go with the one that the system keeps.
    QList<qsizetype> refuse(qsizetype place, const Confusion &confusion)
    {
        const QString id = m_names[place].id;
        m_refusals[place] = confusion.why;
        m_places.remove(id);
        const auto *held = m_before.find(id);
        if (!held) {
            m_after.remove(id);
            return {};
        }
        m_after.set(*held);
        QList<qsizetype> concerned;
        for (const Confusion &other : m_after.confusions(id, m_before)) {
            if (const auto found = m_places.constFind(other.other); found != m_places.cend())
                concerned.append(*found);
        }
        return concerned;
    }

    void refuseWhatOthersKeep(QList<qsizetype> places)
    {
        for (qsizetype i = 0; i < places.size(); ++i) {
            const auto confusions = confusionsOf(places[i]);
            const auto kept = std::ranges::find_if(
                confusions, [this](const Confusion &other) { return !m_places.contains(other.other); });
            if (kept != confusions.cend())
                places += refuse(places[i], *kept);
        }
    }

    /// What was refused for the sake of a name that was refused later itself goes after all.
    bool grantOne()
    {
        for (qsizetype i = 0; i < m_names.size(); ++i) {
            if (m_refusals[i].isEmpty() || !fitsNow(m_names[i]))
                continue;
            m_refusals[i].clear();
            m_places.insert(m_names[i].id, i);
            return true;
        }
        return false;
    }

    /// Leaves the name in its place when nobody is taken for another by it.
    bool fitsNow(const SystemName &name)
    {
        m_after.set(name);
        if (m_after.confusions(name.id, m_before).isEmpty())
            return true;
        if (const auto *held = m_before.find(name.id))
            m_after.set(*held);
        else
            m_after.remove(name.id);
        return false;
    }

    const SystemNames &m_before;
    SystemNames m_after;
    const QList<SystemName> &m_names;
    QHash<QString, qsizetype> m_places; ///< of those not refused, by id
    QStringList m_refusals;
};

}

SystemName nameAfter(const RegisterLine &line, const AiSystem *before)
{
    SystemName name = before ? nameOf(*before) : SystemName{u"row %1"_s.arg(line.row), {}, {}, {}};
    const auto take = [](const QString &said, QString &into) {
        if (!said.isEmpty())
            into = said;
    };
    take(line.first(u"number"_s), name.number);
    take(line.first(u"name"_s), name.name);
    take(line.fields.value(u"version"_s).joined(), name.version);
    return name;
}

QStringList refusalsOfNames(const SystemNames &before, const QList<SystemName> &names)
{
    return Settling(before, names).refusals();
}

void bringNamesForward(QList<ChangeSet> &changeSets)
{
    ChangeSet naming;
    for (ChangeSet &changeSet : changeSets) {
        for (Edit &edit : changeSet.edits) {
            if (edit.table != Described<AiSystem>::table || edit.kind != Edit::Kind::Changed)
                continue;
            const auto others =
                std::stable_partition(edit.fields.begin(), edit.fields.end(), [](const FieldChange &field) {
                    return !std::ranges::count(namingFields, field.name);
                });
            const qsizetype kept = others - edit.fields.begin();
            if (kept == edit.fields.size())
                continue;
            naming.edits.append({edit.table, edit.id, edit.kind, edit.fields.sliced(kept)});
            edit.fields = edit.fields.first(kept);
        }
        changeSet.edits.removeIf(
            [](const Edit &edit) { return edit.kind == Edit::Kind::Changed && edit.fields.isEmpty(); });
    }
    changeSets.removeIf([](const ChangeSet &changeSet) { return changeSet.isEmpty(); });
    if (!naming.isEmpty())
        changeSets.prepend(naming);
}

}
