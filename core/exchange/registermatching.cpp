#include "core/exchange/registermatching.h"

#include "core/exchange/registernames.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RegisterImport)
};

/// What tells rows apart.
QString keyOf(const RegisterLine &line)
{
    const auto number = line.first(u"number"_s);
    return number.isEmpty() ? heard(line.first(u"name"_s)) + u'\n' + line.first(u"version"_s)
                            : u"\n"_s + number;
}

}

RegisterMatching::RegisterMatching(const RegisterTable &table, KnownNames known,
                                   RegisterOptions::Renaming renaming)
    : m_table(table)
    , m_systems(std::move(known.systems))
    , m_platforms(std::move(known.platforms))
    , m_renaming(renaming)
{
    indexSystems();
    countNames();
}

void RegisterMatching::indexSystems()
{
    for (const AiSystem &system : m_systems) {
        m_names.set(nameOf(system));
        m_systemsOfName[heard(system.name)].append(&system);
        if (!m_systemOfNumber.contains(system.number))
            m_systemOfNumber.insert(system.number, &system);
    }
}

void RegisterMatching::countNames()
{
    for (const auto &line : m_table.lines) {
        const auto number = line.first(u"number"_s);
        if (number.isEmpty())
            ++m_rowsOfName[heard(line.first(u"name"_s))];
        else
            m_numbers.insert(number);
    }
}

RowMatch RegisterMatching::matchByName(const RegisterLine &line) const
{
    const auto name = line.first(u"name"_s);
    const auto version = line.first(u"version"_s);
    QList<const AiSystem *> named;
    QList<const AiSystem *> exact;
    for (const AiSystem *system : m_systemsOfName.value(heard(name))) {
        if (system->removedAt || m_numbers.contains(system->number))
            continue;
        named.append(system);
        if (system->version == version)
            exact.append(system);
    }
    if (exact.size() == 1)
        return {exact.first()};
    const bool isOnlyOne = named.size() == 1 && m_rowsOfName.value(heard(name)) == 1;
    if (isOnlyOne)
        return {named.first()};
    if (exact.size() > 1 || (version.isEmpty() && !named.isEmpty()))
        return {nullptr,
                Text::tr("Several systems are called %1. Give the row the own id of the one it means.")
                    .arg(name)};
    return {};
}

/// As if there were no other row.
RowMatch RegisterMatching::matchAlone(const RegisterLine &line) const
{
    const auto number = line.first(u"number"_s);
    const auto name = line.first(u"name"_s);
    if (number.isEmpty())
        return name.isEmpty() ? RowMatch{nullptr, Text::tr("It has no name.")} : matchByName(line);
    const auto *system = m_systemOfNumber.value(number);
    if (!system)
        return name.isEmpty() ? RowMatch{nullptr, Text::tr("It has no name.")} : RowMatch();
    if (system->removedAt)
        return {nullptr,
                Text::tr("%1 was removed from the register, and its id is not given again.").arg(number)};
    if (name.isEmpty() || heard(name) == heard(system->name))
        return {system};
    if (m_renaming == RegisterOptions::Renaming::Planned)
        return {system, {}, system->name};
    return {nullptr,
            Text::tr("%1 is called “%2” here, so the row may mean another system. Give the row an own id "
                     "that is free, or ask for renaming.")
                .arg(number, shortened(system->name)),
            system->name};
}

/// Which system the row means that stands at `place` in the table, unless another one does.
RowMatch RegisterMatching::match(qsizetype place)
{
    const auto &line = m_table.lines[place];
    const auto number = line.first(u"number"_s);
    const auto key = keyOf(line);
    if (const auto other = m_seen.constFind(key); other != m_seen.constEnd()) {
        const auto row = QString::number(m_table.lines[*other].row);
        if (number.isEmpty())
            return {nullptr, Text::tr("It repeats row %1. Give each system an own id.").arg(row)};
        return {nullptr, Text::tr("It has the own id %1 of row %2.").arg(number, row), {}, *other};
    }
    m_seen.insert(key, place);
    const auto found = matchAlone(line);
    if (!found.system)
        return found;
    if (m_matched.contains(found.system->id))
        return {nullptr, Text::tr("Another row means %1 already.").arg(found.system->number)};
    m_matched.insert(found.system->id);
    return found;
}

/// Why the system is not called so: a platform is, and was not when the system came to be called so.
QString RegisterMatching::asPlatform(const SystemName &name) const
{
    const auto *before = m_names.find(name.id);
    const SystemName held = before ? *before : SystemName();
    for (const auto &[now, then] : {std::pair(name.name, held.name), std::pair(name.number, held.number)}) {
        if (now != then && m_platforms.contains(heard(now)))
            return Text::tr("There is a platform called %1. Choose another name or id.").arg(shortened(now));
    }
    return {};
}

/// Which system each row means, or why it is left out.
QList<RowMatch> RegisterMatching::matches()
{
    QList<RowMatch> found;
    for (qsizetype place = 0; place < m_table.lines.size(); ++place)
        found.append(match(place));
    refuseNames(found);
    nameWhatIsLeftOutItself(found);
    return found;
}

/// Leaves out the rows of which people could not tell the system from another one once all rows are brought
/// in.
void RegisterMatching::refuseNames(QList<RowMatch> &found)
{
    QList<SystemName> names;
    QList<qsizetype> places;
    for (qsizetype place = 0; place < found.size(); ++place) {
        const auto *system = found[place].system;
        const auto name = nameAfter(m_table.lines[place], system);
        if (!found[place].refusal.isEmpty() || (system && name == nameOf(*system)))
            continue;
        names.append(name);
        places.append(place);
    }
    const auto refusals = refusalsOfNames(m_names, names);
    for (qsizetype i = 0; i < places.size(); ++i)
        found[places[i]].refusal = refusals[i].isEmpty() ? asPlatform(names[i]) : refusals[i];
}

/// A row never takes the own id over from one that is left out: imported again, that one might have it.
/// Whoever reads the table has to say which of them is meant.
void RegisterMatching::nameWhatIsLeftOutItself(QList<RowMatch> &found) const
{
    for (RowMatch &match : found) {
        if (match.repeated && !found[*match.repeated].refusal.isEmpty())
            match.refusal = Text::tr("Row %1 has its own id %2, too, and is left out itself. Keep the one of "
                                     "them that is meant.")
                                .arg(m_table.lines[*match.repeated].row)
                                .arg(m_table.lines[*match.repeated].first(u"number"_s));
    }
}

}
