#include "core/exchange/registerimport.h"

#include "core/exchange/registerfields.h"
#include "core/exchange/registermatching.h"
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

/// Goes through the rows once and decides what becomes of each.
class Planner
{
public:
    Planner(const RegisterTable &table, const RegisterVocabulary &vocabulary, KnownNames known,
            Registrar registrar, RegisterPeople people, const RegisterOptions &options,
            const Occasion &occasion)
        : m_table(table)
        , m_vocabulary(vocabulary)
        , m_matching(table, std::move(known), options.renaming)
        , m_registrar(std::move(registrar))
        , m_people(std::move(people))
        , m_options(options)
        , m_occasion(occasion)
        , m_fields(vocabulary, m_people, m_registrar, m_preview.notUnderstood)
    {
    }

    Result<RegisterPreview> plan();

private:
    Done planRow(const RegisterLine &line, const RowMatch &found);
    Done create(const RegisterLine &line, PlannedRow &row, ChangeSet &changes);
    void readSkipped(const RegisterLine &line);
    void update(const RegisterLine &line, const AiSystem &before, PlannedRow &row, ChangeSet &changes);
    void keep(const ChangeSet &changes);
    void remarkOnRenamings();
    void remarkOnKnownSystems();
    void remarkOnDevelopers();
    [[nodiscard]] QString label() const;

    const RegisterTable &m_table;
    const RegisterVocabulary &m_vocabulary;
    RegisterMatching m_matching;
    Registrar m_registrar;
    RegisterPeople m_people;
    const RegisterOptions &m_options;
    const Occasion &m_occasion;
    RegisterPreview m_preview;
    RegisterFields m_fields;
};

Result<RegisterPreview> Planner::plan()
{
    m_preview.notUnderstood = m_table.notUnderstood;
    for (const auto &number : m_matching.numbers())
        m_registrar.reserve(number);
    for (const auto &line : m_table.lines)
        m_registrar.reserve(line.first(u"name"_s));
    const auto found = m_matching.matches();
    for (qsizetype i = 0; i < found.size(); ++i) {
        if (auto planned = planRow(m_table.lines[i], found[i]); !planned)
            return tl::unexpected(planned.error());
    }
    remarkOnRenamings();
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
    const auto named = label();
    for (auto &changeSet : m_preview.changeSets)
        changeSet.label = named;
    return std::move(m_preview);
}

/// Names what is renamed: nobody finds the former name in the register any more.
QString Planner::label() const
{
    const auto systems =
        m_preview.count(PlannedRow::Fate::Create) + m_preview.count(PlannedRow::Fate::Update);
    const auto renamed = m_preview.renaming(PlannedRow::Fate::Update);
    const auto imported = systems == 1 ? Text::tr("Import a register of 1 system")
                                       : Text::tr("Import a register of %1 systems").arg(systems);
    return renamed.isEmpty() ? imported
                             : Text::tr("%1; renamed: %2").arg(imported, renamingsInWords(renamed));
}

void Planner::remarkOnRenamings()
{
    if (const auto renamed = m_preview.renaming(PlannedRow::Fate::Update); !renamed.isEmpty())
        m_preview.remarks.append(
            Text::tr("Systems that get another name: %1. If a row means another system than the one that has "
                     "its own id here, give the row an own id that is free.")
                .arg(renamingsInWords(renamed)));
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
    if (after.name == before.name)
        row.formerName.clear();
    row.changed = differences(before, after);
    row.fate = changes.isEmpty() ? PlannedRow::Fate::Unchanged : PlannedRow::Fate::Update;
}

/// Lists what is not understood in a row that is left out; it makes nobody and nothing.
void Planner::readSkipped(const RegisterLine &line)
{
    Registrar registrar = m_registrar;
    RegisterPeople people = m_people;
    ChangeSet nothing;
    RegisterFields(m_vocabulary, people, registrar, m_preview.notUnderstood).applied({}, line, nothing);
}

Done Planner::planRow(const RegisterLine &line, const RowMatch &found)
{
    PlannedRow row;
    row.row = line.row;
    row.number = line.first(u"number"_s);
    row.name = line.first(u"name"_s);
    row.formerName = found.formerName;
    ChangeSet changes;
    if (!found.refusal.isEmpty()) {
        row.fate = PlannedRow::Fate::Skip;
        row.reason = found.refusal;
        readSkipped(line);
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
    if (sets.isEmpty() || sets.last().edits.size() + changes.edits.size() > mostEditsAtOnce)
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
