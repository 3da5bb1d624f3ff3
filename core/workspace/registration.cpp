#include "core/workspace/registration.h"

#include "core/assessment/factanswer.h"
#include "core/assessment/inheritance.h"
#include "core/responsibility/roleassignment.h"
#include "core/storage/repository.h"
#include "core/workspace/assessing.h"
#include "core/workspace/profile.h"

#include <QCoreApplication>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Registration)
};

const QString countEverCreated =
    u"SELECT COUNT(DISTINCT entity_id) FROM journal_part WHERE entity_type = ?"_s;

Done checkScope(const AiSystem &system)
{
    if (system.name.trimmed().isEmpty())
        return refuse(ErrorCode::Invalid,
                      Text::tr("A system needs a name. Give it the one people use for it."));
    if (system.outOfScope && (system.outOfScopeReason.trimmed().isEmpty() || !system.outOfScopeApprover ||
                              !system.outOfScopeReviewOn))
        return refuse(
            ErrorCode::Invalid,
            Text::tr(
                "%1 will not be deployed, so it needs a reason, the person who approved that, and a day on "
                "which it is reviewed.")
                .arg(system.name));
    return {};
}

/// Finds parties by name, and makes those that the record does not know yet.
class Parties
{
public:
    static Result<Parties> read(const Connection &connection)
    {
        auto parties = Repository<Party>(connection).all();
        if (!parties)
            return tl::unexpected(parties.error());
        const auto profile = Repository<WorkspaceProfile>(connection).all();
        if (!profile)
            return tl::unexpected(profile.error());
        return Parties(std::move(*parties), profile->value(0).organisation);
    }

    Id<Party> named(const QString &name, ChangeSet &changeSet, const Clock &clock)
    {
        if (name.trimmed().isEmpty())
            return m_own;
        for (const auto &party : m_parties) {
            if (!party.removedAt && party.name.compare(name.trimmed(), Qt::CaseInsensitive) == 0)
                return party.id;
        }
        const Party made{Id<Party>::generate(clock), name.trimmed(), PartyKind::Supplier, {}, {}};
        changeSet.create(made);
        m_parties.append(made);
        return made.id;
    }

private:
    Parties(QList<Party> parties, const Id<Party> &own)
        : m_parties(std::move(parties))
        , m_own(own)
    {
    }

    QList<Party> m_parties;
    Id<Party> m_own;
};

QList<NamedHolder> holdersOf(const Preset &preset)
{
    QList<NamedHolder> holders;
    for (const Role role : {Role::Developer, Role::SystemOperator, Role::DataCustodian}) {
        if (preset.roles.contains(role))
            holders.append({role, {}});
        for (const auto &other : preset.others) {
            if (other.roles.contains(role))
                holders.append({role, other.party});
        }
    }
    return holders;
}

void addPreset(ChangeSet &changeSet, const Catalogue &catalogue, const Preset &preset, const AiSystem &system,
               const Occasion &occasion)
{
    const QString reason = Text::tr("Taken from the preset “%1”").arg(preset.name);
    for (const auto &answer : preset.answers) {
        const QString &fact = catalogue.facts().at(size_t(answer.fact)).id;
        changeSet.create(FactAnswer{factAnswerId(system.id, fact), system.id, fact, answer.holds, reason,
                                    occasion.actor, occasion.today});
    }
    for (const int event : preset.events)
        changeSet.create(SystemEvent{Id<SystemEvent>::generate(occasion.clock), system.id,
                                     catalogue.events().at(size_t(event)).id, occasion.today, reason});
}

}

Result<QString> nextSystemNumber(const Connection &connection)
{
    const auto count = connection.single(countEverCreated, {QString(Described<AiSystem>::table)});
    if (!count)
        return tl::unexpected(count.error());
    // Numbers brought in by a register import may lie ahead of the count.
    for (qint64 next = count->toLongLong() + 1;; ++next) {
        const QString number = u"AI-%1"_s.arg(next, 3, 10, QLatin1Char('0'));
        const auto taken = Repository<AiSystem>(connection).where(&AiSystem::number, number);
        if (!taken)
            return tl::unexpected(taken.error());
        if (taken->isEmpty())
            return number;
    }
}

Result<ChangeSet> planRegistration(const Connection &connection, const Catalogue &catalogue,
                                   const Registration &registration, const Occasion &occasion)
{
    AiSystem system = registration.system;
    system.name = system.name.trimmed();
    if (auto fit = checkScope(system); !fit)
        return tl::unexpected(fit.error());
    const Preset *preset = registration.preset.isEmpty() ? nullptr : catalogue.preset(registration.preset);
    if (!registration.preset.isEmpty() && !preset)
        return refuse(ErrorCode::NotFound, Text::tr("There is no preset “%1” in the catalogue %2.")
                                               .arg(registration.preset, catalogue.id()));
    if (system.id.isNull())
        system.id = Id<AiSystem>::generate(occasion.clock);
    if (system.number.isEmpty()) {
        const auto number = nextSystemNumber(connection);
        if (!number)
            return tl::unexpected(number.error());
        system.number = *number;
    }
    if (preset)
        system.generative = preset->generative;

    ChangeSet changeSet(Text::tr("Register %1").arg(system.name));
    auto parties = Parties::read(connection);
    if (!parties)
        return tl::unexpected(parties.error());
    changeSet.create(system);
    QList<NamedHolder> holders = registration.holders;
    if (holders.isEmpty() && preset)
        holders = holdersOf(*preset);
    QSet<Id<RoleAssignment>> assigned;
    for (const auto &holder : std::as_const(holders)) {
        const auto party = parties->named(holder.party, changeSet, occasion.clock);
        const auto id = roleAssignmentId(system.id, holder.role, party);
        if (!assigned.contains(id))
            changeSet.create(RoleAssignment{id, system.id, holder.role, party});
        assigned.insert(id);
    }
    if (preset)
        addPreset(changeSet, catalogue, *preset, system, occasion);
    for (const auto &platform : registration.inheritsFrom)
        changeSet.create(Inheritance{inheritanceId(system.id, platform), system.id, platform});
    if (!system.outOfScope)
        changeSet.create(newAssessment(catalogue, system, occasion));
    return changeSet;
}

ChangeSet planProfileChange(const AiSystem &before, const AiSystem &after, const Occasion &occasion)
{
    ChangeSet changeSet(Text::tr("Change the profile of %1").arg(after.name));
    changeSet.change(before, after);
    if (before.phase == after.phase)
        return changeSet;
    const auto record = [&](const QString &event) {
        changeSet.create(SystemEvent{Id<SystemEvent>::generate(occasion.clock), after.id, event,
                                     occasion.today, Text::tr("Recorded with the move of phase")});
    };
    if (after.phase == LifecyclePhase::Deployment) {
        record(u"release"_s);
        record(u"deployment"_s);
    } else if (after.phase == LifecyclePhase::EndOfLife) {
        record(u"decommission"_s);
    }
    return changeSet;
}

}
