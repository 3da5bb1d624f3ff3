#include "core/workspace/systemcircumstances.h"

#include "core/inventory/assetlink.h"
#include "core/inventory/assetwords.h"
#include "core/responsibility/roleassignment.h"
#include "core/storage/repository.h"

#include <QCoreApplication>

#include <algorithm>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Circumstances)
};

Done readRoles(const Connection &connection, Checklist &checklist)
{
    const auto assignments =
        Repository<RoleAssignment>(connection).where(&RoleAssignment::system, checklist.system.id);
    if (!assignments)
        return tl::unexpected(assignments.error());
    for (const auto &assignment : *assignments) {
        const auto party = Repository<Party>(connection).find(assignment.party);
        if (!party)
            return tl::unexpected(party.error());
        if (!*party)
            continue;
        checklist.roles.append({assignment.role, **party});
        auto &holders = checklist.circumstances.holders;
        auto holder = std::find_if(holders.begin(), holders.end(),
                                   [&](const RoleHolder &h) { return h.party == (*party)->name; });
        if (holder == holders.end())
            holder = holders.insert(holders.end(), {(*party)->name, isOwn(**party), {}});
        holder->roles.insert(assignment.role);
    }
    std::sort(checklist.roles.begin(), checklist.roles.end(),
              [](const HeldRole &a, const HeldRole &b) { return a.role < b.role; });
    return {};
}

Done readFacts(const Connection &connection, Checklist &checklist)
{
    auto &facts = checklist.circumstances.facts;
    const auto links = Repository<AssetLink>(connection).where(&AssetLink::system, checklist.system.id);
    if (!links)
        return tl::unexpected(links.error());
    for (const auto &link : *links) {
        const auto asset = Repository<Asset>(connection).find(link.asset);
        if (!asset)
            return tl::unexpected(asset.error());
        if (!*asset || (*asset)->removedAt)
            continue;
        for (const auto &[fact, because] : factsShownBy(**asset)) {
            if (!facts.contains(fact))
                facts.insert(fact, {true, because});
        }
    }
    auto answers = Repository<FactAnswer>(connection).where(&FactAnswer::system, checklist.system.id);
    if (!answers)
        return tl::unexpected(answers.error());
    for (const auto &answer : *answers)
        facts.insert(answer.fact, {answer.holds, {}});
    checklist.factAnswers = std::move(*answers);
    return {};
}

Done readEvents(const Connection &connection, QDate today, Checklist &checklist)
{
    auto events = Repository<SystemEvent>(connection).where(&SystemEvent::system, checklist.system.id);
    if (!events)
        return tl::unexpected(events.error());
    std::stable_sort(events->begin(), events->end(),
                     [](const SystemEvent &a, const SystemEvent &b) { return a.happenedOn < b.happenedOn; });
    for (const auto &event : *events) {
        if (event.happenedOn <= today)
            checklist.circumstances.events.insert(event.event, event.happenedOn);
    }
    checklist.events = std::move(*events);
    return {};
}

Done takeDecisions(const Connection &connection, Checklist &checklist)
{
    for (const auto &line : checklist.lines) {
        if (!line.decision || !counts(*line.decision))
            continue;
        QString approver;
        if (line.decision->approver) {
            const auto person = Repository<Person>(connection).find(*line.decision->approver);
            if (!person)
                return tl::unexpected(person.error());
            approver = *person ? (*person)->name : QString();
        }
        checklist.circumstances.decisions.insert(
            checklist.item(line).id,
            {line.decision->applies, line.decision->reason, approver, line.decision->reviewOn});
    }
    return {};
}

}

QList<std::pair<QString, QString>> factsShownBy(const Asset &asset)
{
    const QString what = Text::tr("the %1 “%2”").arg(inWords(asset.kind), asset.name);
    const bool isModelOrData = asset.kind == AssetKind::Model || asset.kind == AssetKind::Dataset;
    const bool trains = asset.kind == AssetKind::Dataset && asset.usedForTraining;
    QList<std::pair<QString, QString>> shown;
    if (asset.supplier) {
        const QString because = Text::tr("%1 has a supplier").arg(what);
        shown.append({u"external_component"_s, because});
        if (isModelOrData)
            shown.append({u"external_provider"_s, because});
        if (asset.kind == AssetKind::Model)
            shown.append({u"released_model"_s, because});
    }
    if (isModelOrData && asset.sensitivity > Sensitivity::Public)
        shown.append({u"confidential_training"_s, Text::tr("%1 is more sensitive than public").arg(what)});
    if (trains && asset.origin == Origin::Public)
        shown.append({u"public_training_data"_s,
                      Text::tr("%1 is publicly available and used for training").arg(what)});
    if (trains && asset.origin != Origin::Public && asset.origin != Origin::Unknown)
        shown.append(
            {u"private_training_data"_s, Text::tr("%1 is not public and used for training").arg(what)});
    if (asset.documentation == Documentation::Poor)
        shown.append({u"undocumented_component"_s, Text::tr("%1 is poorly documented").arg(what)});
    if (asset.sharedWithOthers)
        shown.append({u"shares_components"_s, Text::tr("%1 is shared with other parties").arg(what)});
    return shown;
}

Done readCircumstances(const Connection &connection, QDate today, Checklist &checklist)
{
    for (const auto read : {readRoles, readFacts, takeDecisions}) {
        if (auto done = read(connection, checklist); !done)
            return done;
    }
    return readEvents(connection, today, checklist);
}

}
