#include "core/exchange/registerimport.h"

#include "core/exchange/registerfields.h"
#include "core/exchange/registernames.h"
#include "core/storage/repository.h"
#include "core/workspace/namingrules.h"
#include "core/workspace/profile.h"

#include <QCoreApplication>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RegisterImport)
};

constexpr qsizetype largestChangeSet = 1000; // edits

/// What tells rows without an own id apart.
QString nameAndVersion(const RegisterLine &line)
{
    return heard(line.first(u"name"_s)) + u'\n' + line.first(u"version"_s);
}

/// The labels of the fields in which the systems differ.
QStringList differences(const AiSystem &before, const AiSystem &after)
{
    ChangeSet changes;
    changes.change(before, after);
    QStringList labels;
    for (const auto &edit : std::as_const(changes.edits)) {
        for (const auto &field : edit.fields)
            labels.append(fieldLabel(field.name));
    }
    return labels;
}

/// Whom a row may name, or must not name a system after.
struct KnownNames
{
    QList<AiSystem> systems;
    QSet<QString> platforms;
};

/// Goes through the rows once and decides what becomes of each.
class Planner
{
public:
    Planner(const RegisterTable &table, const RegisterVocabulary &vocabulary, KnownNames known,
            Registrar registrar, RegisterPeople people, const RegisterOptions &options,
            const Occasion &occasion)
        : m_table(table)
        , m_systems(std::move(known.systems))
        , m_platforms(std::move(known.platforms))
        , m_registrar(std::move(registrar))
        , m_people(std::move(people))
        , m_options(options)
        , m_occasion(occasion)
        , m_fields(vocabulary, m_people, m_registrar, m_preview.notUnderstood)
    {
    }

    Result<RegisterPreview> plan();

private:
    struct Match
    {
        const AiSystem *system = nullptr; ///< null for a new one
        QString refusal;                  ///< why the row is skipped
    };

    void indexSystems();
    void countNames();
    [[nodiscard]] Match match(const RegisterLine &line);
    [[nodiscard]] Match matchByName(const RegisterLine &line) const;
    [[nodiscard]] QString asPlatform(const SystemName &name) const;
    [[nodiscard]] QList<Match> matches();
    Done planRow(const RegisterLine &line, const Match &found);
    Done create(const RegisterLine &line, PlannedRow &row, ChangeSet &changes);
    void update(const RegisterLine &line, const AiSystem &before, PlannedRow &row, ChangeSet &changes);
    void keep(const ChangeSet &changes);
    void remarkOnKnownSystems();
    void remarkOnDevelopers();

    const RegisterTable &m_table;
    const QList<AiSystem> m_systems;
    const QSet<QString> m_platforms; ///< as they are heard
    Registrar m_registrar;
    RegisterPeople m_people;
    const RegisterOptions &m_options;
    const Occasion &m_occasion;
    RegisterPreview m_preview;
    RegisterFields m_fields;
    SystemNames m_names;     ///< as they are now
    QSet<QString> m_numbers; ///< own ids that rows have: names never lead to these systems
    QHash<QString, const AiSystem *> m_systemOfNumber;
    QHash<QString, QList<const AiSystem *>> m_systemsOfName; ///< as it is heard
    QHash<QString, int> m_rowsOfName;                        ///< without an own id
    QHash<QString, qsizetype> m_seen; ///< the row in which an own id, or a name and version, came first
    QSet<Id<AiSystem>> m_matched;
};

Result<RegisterPreview> Planner::plan()
{
    m_preview.notUnderstood = m_table.notUnderstood;
    indexSystems();
    countNames();
    for (const auto &number : std::as_const(m_numbers))
        m_registrar.reserve(number);
    for (const auto &line : m_table.lines)
        m_registrar.reserve(line.first(u"name"_s));
    const auto found = matches();
    for (qsizetype i = 0; i < found.size(); ++i) {
        if (auto planned = planRow(m_table.lines[i], found[i]); !planned)
            return tl::unexpected(planned.error());
    }
    remarkOnKnownSystems();
    remarkOnDevelopers();
    m_preview.newParties = m_registrar.newParties();
    m_preview.newPeople = m_people.newPeople();
    m_preview.organisation = m_registrar.organisation();
    if (m_preview.changeSets.size() > 1) {
        bringNamesForward(m_preview.changeSets);
        const auto group = QUuid::createUuid().toString(QUuid::WithoutBraces);
        for (auto &changeSet : m_preview.changeSets)
            changeSet.group = group;
    }
    const auto systems =
        m_preview.count(PlannedRow::Fate::Create) + m_preview.count(PlannedRow::Fate::Update);
    for (auto &changeSet : m_preview.changeSets)
        changeSet.label = systems == 1 ? Text::tr("Import a register of 1 system")
                                       : Text::tr("Import a register of %1 systems").arg(systems);
    return std::move(m_preview);
}

/// Facts and roles of a known system were settled by somebody; a table is no reason to change them.
void Planner::remarkOnKnownSystems()
{
    const auto known =
        m_preview.count(PlannedRow::Fate::Update) + m_preview.count(PlannedRow::Fate::Unchanged);
    if (known == 0 || (m_options.preset.isEmpty() && m_options.holders.isEmpty()))
        return;
    m_preview.remarks.append(
        known == 1
            ? Text::tr("Preset and roles are for new systems alone: 1 system known already keeps its "
                       "own. Change those on the page of that system.")
            : Text::tr("Preset and roles are for new systems alone: %1 systems known already keep their "
                       "own. Change those on the pages of these systems.")
                  .arg(known));
}

/// Registers call a person so who builds the system; EN 304 223 a party.
void Planner::remarkOnDevelopers()
{
    const auto isTakenForOwner = [](const RegisterLine &line) {
        const auto said = line.fields.constFind(u"technical_owner"_s);
        return said != line.fields.cend() &&
               RegisterVocabulary::folded(said->cells.first().header) == "developer"_L1;
    };
    if (std::ranges::any_of(m_table.lines, isTakenForOwner))
        m_preview.remarks.append(
            Text::tr("The column “Developer” was read as the technical owner, who is a person. In EN 304 223 "
                     "Developer is a role that a party holds: say who holds it with the roles of the import, "
                     "or on the page of the system."));
}

void Planner::indexSystems()
{
    for (const AiSystem &system : m_systems) {
        m_names.set(nameOf(system));
        m_systemsOfName[heard(system.name)].append(&system);
        if (!m_systemOfNumber.contains(system.number))
            m_systemOfNumber.insert(system.number, &system);
    }
}

void Planner::countNames()
{
    for (const auto &line : m_table.lines) {
        const auto number = line.first(u"number"_s);
        if (number.isEmpty())
            ++m_rowsOfName[heard(line.first(u"name"_s))];
        else
            m_numbers.insert(number);
    }
}

Planner::Match Planner::matchByName(const RegisterLine &line) const
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
        return {exact.first(), {}};
    const bool isOnlyOne = named.size() == 1 && m_rowsOfName.value(heard(name)) == 1;
    if (isOnlyOne)
        return {named.first(), {}};
    if (exact.size() > 1 || (version.isEmpty() && !named.isEmpty()))
        return {nullptr,
                Text::tr("Several systems are called %1. Give the row the own id of the one it means.")
                    .arg(name)};
    return {};
}

Planner::Match Planner::match(const RegisterLine &line)
{
    const auto number = line.first(u"number"_s);
    const auto key = number.isEmpty() ? nameAndVersion(line) : u"\n"_s + number;
    if (const auto before = m_seen.constFind(key); before != m_seen.constEnd())
        return {nullptr,
                number.isEmpty()
                    ? Text::tr("It repeats row %1. Give each system an own id.").arg(*before)
                    : Text::tr("It has the own id %1 of row %2.").arg(number, QString::number(*before))};
    m_seen.insert(key, line.row);

    Match found;
    if (number.isEmpty()) {
        if (line.first(u"name"_s).isEmpty())
            return {nullptr, Text::tr("It has no name.")};
        found = matchByName(line);
    } else {
        found.system = m_systemOfNumber.value(number);
    }
    if (found.system && found.system->removedAt)
        return {nullptr,
                Text::tr("%1 was removed from the register, and its id is not given again.").arg(number)};
    if (found.system && m_matched.contains(found.system->id))
        return {nullptr, Text::tr("Another row means %1 already.").arg(found.system->number)};
    if (!found.system && found.refusal.isEmpty() && line.first(u"name"_s).isEmpty())
        return {nullptr, Text::tr("It has no name.")};
    if (found.system)
        m_matched.insert(found.system->id);
    return found;
}

/// Why the system is not called so: a platform is, and was not when the system came to be called so.
QString Planner::asPlatform(const SystemName &name) const
{
    const auto *before = m_names.find(name.id);
    const SystemName held = before ? *before : SystemName();
    for (const auto &[now, then] : {std::pair(name.name, held.name), std::pair(name.number, held.number)}) {
        if (now != then && m_platforms.contains(heard(now)))
            return Text::tr("There is a platform called %1. Choose another name or id.").arg(shortened(now));
    }
    return {};
}

/// Which system each row means, or why it is left out: also when people could not tell it from another one
/// once all rows are brought in.
QList<Planner::Match> Planner::matches()
{
    QList<Match> found;
    QList<SystemName> names;
    QList<qsizetype> places;
    for (const auto &line : m_table.lines) {
        found.append(match(line));
        const auto &[system, refusal] = found.last();
        const auto name = nameAfter(line, system);
        if (!refusal.isEmpty() || (system && name == nameOf(*system)))
            continue;
        names.append(name);
        places.append(found.size() - 1);
    }
    const auto refusals = refusalsOfNames(m_names, names);
    for (qsizetype i = 0; i < places.size(); ++i)
        found[places[i]].refusal = refusals[i].isEmpty() ? asPlatform(names[i]) : refusals[i];
    return found;
}

Done Planner::create(const RegisterLine &line, PlannedRow &row, ChangeSet &changes)
{
    Registration registration;
    registration.preset = m_options.preset;
    registration.holders = m_options.holders;
    AiSystem blank;
    if (const auto *preset = m_registrar.catalogue().preset(m_options.preset))
        blank.generative = preset->generative;
    registration.system = m_fields.applied(blank, line, changes);
    registration.generative = registration.system.generative;
    const auto system = m_registrar.add(registration, changes);
    if (!system)
        return tl::unexpected(system.error());
    row.number = system->number;
    row.name = system->name;
    return {};
}

void Planner::update(const RegisterLine &line, const AiSystem &before, PlannedRow &row, ChangeSet &changes)
{
    const auto after = m_fields.applied(before, line, changes);
    changes.edits += planProfileChange(before, after, m_occasion).edits;
    row.number = after.number;
    row.name = after.name;
    row.changed = differences(before, after);
    row.fate = changes.isEmpty() ? PlannedRow::Fate::Unchanged : PlannedRow::Fate::Update;
}

Done Planner::planRow(const RegisterLine &line, const Match &found)
{
    PlannedRow row;
    row.row = line.row;
    row.number = line.first(u"number"_s);
    row.name = line.first(u"name"_s);
    ChangeSet changes;
    if (!found.refusal.isEmpty()) {
        row.fate = PlannedRow::Fate::Skip;
        row.reason = found.refusal;
    } else if (found.system) {
        update(line, *found.system, row, changes);
    } else if (auto created = create(line, row, changes); !created) {
        return created;
    }
    keep(changes);
    m_preview.rows.append(row);
    return {};
}

/// What one row changes stays together.
void Planner::keep(const ChangeSet &changes)
{
    if (changes.isEmpty())
        return;
    auto &sets = m_preview.changeSets;
    if (sets.isEmpty() || sets.last().edits.size() + changes.edits.size() > largestChangeSet)
        sets.append(ChangeSet());
    sets.last().edits += changes.edits;
}

}

Result<RegisterPreview> previewRegister(const Connection &connection, const Catalogue &catalogue,
                                        const CsvTable &csv, const RegisterOptions &options,
                                        const Occasion &occasion)
{
    const auto vocabulary = RegisterVocabulary::shipped();
    if (!vocabulary)
        return tl::unexpected(vocabulary.error());
    const auto table = registerTable(csv, *vocabulary);
    if (!table)
        return tl::unexpected(table.error());
    const auto systems = Repository<AiSystem>(connection).all();
    if (!systems)
        return tl::unexpected(systems.error());
    auto registrar = Registrar::begin(connection, catalogue, occasion);
    if (!registrar)
        return tl::unexpected(registrar.error());
    ChangeSet nothing;
    auto people = RegisterPeople::read(connection, registrar->party({}, nothing), occasion.clock);
    if (!people)
        return tl::unexpected(people.error());
    const auto platforms = platformWords(connection);
    if (!platforms)
        return tl::unexpected(platforms.error());
    return Planner(*table, *vocabulary, {*systems, *platforms}, *registrar, *people, options, occasion)
        .plan();
}

Result<RegisterPreview> previewRegister(const Connection &connection, const Catalogue &catalogue,
                                        const QString &pasted, const RegisterOptions &options,
                                        const Occasion &occasion)
{
    const auto table = readCsv(pasted.toUtf8());
    if (!table)
        return tl::unexpected(table.error());
    return previewRegister(connection, catalogue, *table, options, occasion);
}

}
