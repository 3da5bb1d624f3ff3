#include "core/workspace/registration.h"

#include "core/assessment/factanswer.h"
#include "core/assessment/inheritance.h"
#include "core/assessment/reason.h"
#include "core/base/text.h"
#include "core/inventory/systemnames.h"
#include "core/responsibility/roleassignment.h"
#include "core/storage/repository.h"
#include "core/workspace/assessing.h"
#include "core/workspace/namingrules.h"
#include "core/workspace/occasionof.h"
#include "core/workspace/profile.h"
#include "core/workspace/workspace.h"

#include <QCoreApplication>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Registration)
};

Done checkScope(const AiSystem &system)
{
    if (heard(system.name).isEmpty())
        return refuse(ErrorCode::Invalid,
                      Text::tr("A system needs a name. Give it the one people use for it."));
    if (system.outOfScope &&
        (!isReason(system.outOfScopeReason) || !system.outOfScopeApprover || !system.outOfScopeReviewOn))
        return refuse(
            ErrorCode::Invalid,
            Text::tr(
                "%1 will not be deployed, so it needs a reason, the person who approved that, and a day on "
                "which it is reviewed.")
                .arg(system.name));
    return {};
}

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

/// Records that the event happened to the system, as of today.
void addEvent(ChangeSet &changeSet, const QString &event, const AiSystem &system, const Occasion &occasion,
              const QString &note)
{
    changeSet.create(
        SystemEvent{Id<SystemEvent>::generate(occasion.clock), system.id, event, occasion.today, note});
}

/// Who registers a system says that something happened to it, and not on which day.
QString notedAtRegistration()
{
    return Text::tr("Recorded with the registration; on which day it happened is not recorded");
}

void addPresetAnswers(ChangeSet &changeSet, const Catalogue &catalogue, const Preset &preset,
                      const AiSystem &system, const Occasion &occasion)
{
    const QString reason = Text::tr("Taken from the preset “%1”").arg(preset.name);
    for (const auto &answer : preset.answers) {
        const QString &fact = catalogue.facts().at(size_t(answer.fact)).id;
        changeSet.create(FactAnswer{factAnswerId(system.id, fact), system.id, fact, answer.holds, reason,
                                    occasion.actor, occasion.today});
    }
}

/// What moving from one phase to the other means, as events of the catalogue.
QStringList eventsBetween(LifecyclePhase before, LifecyclePhase after)
{
    if (after == before)
        return {};
    const bool skipsDeployment = before < LifecyclePhase::Deployment && after == LifecyclePhase::Maintenance;
    if (after == LifecyclePhase::Deployment || skipsDeployment)
        return {u"release"_s, u"deployment"_s};
    return after == LifecyclePhase::EndOfLife ? QStringList{u"decommission"_s} : QStringList();
}

/// What lies behind a system in that phase that went through all before it.
QStringList eventsUpTo(LifecyclePhase phase)
{
    QStringList events;
    if (phase >= LifecyclePhase::Deployment)
        events += eventsBetween(LifecyclePhase::Design, LifecyclePhase::Deployment);
    if (phase == LifecyclePhase::EndOfLife)
        events += eventsBetween(LifecyclePhase::Maintenance, phase);
    return events;
}

/// What has happened to a system that is registered: whoever means to deploy it has decided to have it.
void addEventsSoFar(ChangeSet &changeSet, const Catalogue &catalogue, const Preset *preset,
                    const AiSystem &system, const Occasion &occasion)
{
    QStringList events;
    if (preset) {
        for (const int event : preset->events)
            events.append(catalogue.events().at(size_t(event)).id);
    }
    if (!system.outOfScope)
        events.append(u"creation_decided"_s);
    events += eventsUpTo(system.phase);
    events.removeDuplicates();
    for (const QString &event : std::as_const(events))
        addEvent(changeSet, event, system, occasion, notedAtRegistration());
}

/// A system to be, and what makes it.
struct Planned
{
    ChangeSet changes;
    Registered registered;
};

Result<Planned> plan(const Connection &connection, const Catalogue &catalogue,
                     const Registration &registration, const Occasion &occasion)
{
    auto registrar = Registrar::begin(connection, catalogue, occasion);
    if (!registrar)
        return tl::unexpected(registrar.error());
    ChangeSet changes(Text::tr("Register %1").arg(registration.system.name.trimmed()));
    auto system = registrar->add(registration, changes);
    if (!system)
        return tl::unexpected(system.error());
    return Planned{std::move(changes),
                   {std::move(*system), registrar->newParties(), registrar->organisation()}};
}

}

Registrar::Registrar(const Connection &connection, const Catalogue &catalogue, const Occasion &occasion,
                     const QList<Party> &parties, const Id<Party> &own)
    : m_connection(connection)
    , m_catalogue(catalogue)
    , m_occasion(occasion)
    , m_own(own)
{
    for (const Party &party : parties) {
        if (party.id == m_own)
            m_organisation = party.name;
        if (const QString name = heard(party.name); !party.removedAt && !m_parties.contains(name))
            m_parties.insert(name, party.id);
    }
}

Result<Registrar> Registrar::begin(const Connection &connection, const Catalogue &catalogue,
                                   const Occasion &occasion)
{
    const auto parties = Repository<Party>(connection).all();
    if (!parties)
        return tl::unexpected(parties.error());
    const auto profile = Repository<WorkspaceProfile>(connection).all();
    if (!profile)
        return tl::unexpected(profile.error());
    const auto platforms = platformWords(connection);
    if (!platforms)
        return tl::unexpected(platforms.error());
    Registrar registrar(connection, catalogue, occasion, *parties, profile->value(0).organisation);
    for (const QString &platform : *platforms)
        registrar.reserve(platform);
    return registrar;
}

Id<Party> Registrar::party(const QString &name, ChangeSet &changeSet)
{
    const QString wanted = name.trimmed();
    if (wanted.isEmpty())
        return m_own;
    if (const auto known = m_parties.constFind(heard(wanted)); known != m_parties.cend())
        return *known;
    const Party made{Id<Party>::generate(m_occasion.clock), wanted, PartyKind::Supplier, {}, {}};
    changeSet.create(made);
    m_parties.insert(heard(wanted), made.id);
    m_newParties.append(made);
    return made.id;
}

void Registrar::reserve(const QString &words)
{
    if (m_numbers)
        m_numbers->reserve(words);
    m_reserved.append(words);
}

Result<QString> Registrar::nextNumber()
{
    if (!m_numbers) {
        auto read = SystemNumbers::read(m_connection);
        if (!read)
            return tl::unexpected(read.error());
        m_numbers = std::move(*read);
        for (const QString &words : std::as_const(m_reserved))
            m_numbers->reserve(words);
    }
    return m_numbers->give();
}

Result<const Preset *> Registrar::presetNamed(const QString &id) const
{
    const Preset *preset = id.isEmpty() ? nullptr : m_catalogue.preset(id);
    if (!id.isEmpty() && !preset)
        return refuse(ErrorCode::NotFound,
                      Text::tr("There is no preset “%1” in the catalogue %2.").arg(id, m_catalogue.id()));
    return preset;
}

void Registrar::addHolders(const AiSystem &system, const QList<NamedHolder> &holders, ChangeSet &changeSet)
{
    QSet<Id<RoleAssignment>> assigned;
    for (const auto &holder : holders) {
        const auto held = party(holder.party, changeSet);
        const auto id = roleAssignmentId(system.id, holder.role, held);
        if (!assigned.contains(id))
            changeSet.create(RoleAssignment{id, system.id, holder.role, held});
        assigned.insert(id);
    }
}

Result<AiSystem> Registrar::add(const Registration &registration, ChangeSet &changeSet)
{
    AiSystem system = registration.system;
    system.name = system.name.trimmed();
    if (auto fit = checkScope(system); !fit)
        return tl::unexpected(fit.error());
    const auto preset = presetNamed(registration.preset);
    if (!preset)
        return tl::unexpected(preset.error());
    if (system.id.isNull())
        system.id = Id<AiSystem>::generate(m_occasion.clock);
    if (system.number.isEmpty()) {
        const auto number = nextNumber();
        if (!number)
            return tl::unexpected(number.error());
        system.number = *number;
    }
    if (*preset)
        system.generative = (*preset)->generative;
    system.generative = registration.generative.value_or(system.generative);

    changeSet.create(system);
    addHolders(system, registration.holders.isEmpty() && *preset ? holdersOf(**preset) : registration.holders,
               changeSet);
    if (*preset)
        addPresetAnswers(changeSet, m_catalogue, **preset, system, m_occasion);
    addEventsSoFar(changeSet, m_catalogue, *preset, system, m_occasion);
    for (const auto &platform : registration.inheritsFrom)
        changeSet.create(Inheritance{inheritanceId(system.id, platform), system.id, platform});
    if (!system.outOfScope)
        changeSet.create(newAssessment(m_catalogue, system, m_occasion));
    return system;
}

Result<ChangeSet> planRegistration(const Connection &connection, const Catalogue &catalogue,
                                   const Registration &registration, const Occasion &occasion)
{
    auto planned = plan(connection, catalogue, registration, occasion);
    if (!planned)
        return tl::unexpected(planned.error());
    return std::move(planned->changes);
}

Result<Registered> registerSystem(Workspace &workspace, const Catalogue &catalogue,
                                  const Registration &registration)
{
    const auto reader = workspace.reader();
    if (!reader)
        return tl::unexpected(reader.error());
    const Occasion occasion = occasionOf(workspace);
    std::optional<Error> refusal;
    QString refused;
    while (true) {
        const auto planned = plan(**reader, catalogue, registration, occasion);
        if (!planned)
            return tl::unexpected(planned.error());
        if (refusal && planned->registered.system.number == refused)
            return tl::unexpected(*refusal);
        const auto committed = workspace.commitAndWait(planned->changes, occasion.actor);
        if (committed)
            return planned->registered;
        refusal = committed.error();
        refused = planned->registered.system.number;
    }
}

QString newPartiesInWords(const QList<Party> &parties, const QString &organisation)
{
    if (parties.isEmpty())
        return {};
    QStringList names;
    for (const Party &party : parties)
        names.append(withVisibleControls(shortened(party.name)));
    return Text::tr("New, and entered as suppliers: %1. If one of them is a known party by another spelling, "
                    "or a part of %2, set that right: what a supplier bears is not asked of %2.")
        .arg(names.join(u", "_s), withVisibleControls(shortened(organisation)));
}

ChangeSet planProfileChange(const AiSystem &before, const AiSystem &after, const Occasion &occasion)
{
    ChangeSet changeSet(Text::tr("Change the profile of %1").arg(after.name));
    changeSet.change(before, after);
    for (const QString &event : eventsBetween(before.phase, after.phase))
        addEvent(changeSet, event, after, occasion, Text::tr("Recorded with the move of phase"));
    return changeSet;
}

}
