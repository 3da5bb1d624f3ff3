#include "core/workspace/evidenceremoval.h"

#include "core/assessment/inheritance.h"
#include "core/journal/journal.h"
#include "core/storage/repository.h"
#include "core/workspace/changelabels.h"
#include "core/workspace/recordschema.h"
#include "core/workspace/systemsofpackages.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(EvidenceRemoval)
};

constexpr auto sequencesOfUses =
    "SELECT u.assessment, MAX(p.sequence) FROM evidence_use u "
    "JOIN journal_part p ON p.entity_type = 'evidence_use' AND p.entity_id = u.id "
    "WHERE u.evidence = ? GROUP BY u.id, u.assessment"_L1;
constexpr auto usesTakenAway =
    "SELECT p.entity_id, MIN(p.sequence), MAX(p.sequence) FROM journal_part p "
    "LEFT JOIN evidence_use u ON u.id = p.entity_id "
    "WHERE p.entity_type = 'evidence_use' AND u.id IS NULL GROUP BY p.entity_id"_L1;
constexpr auto bodyOfUse =
    "SELECT body FROM journal_part WHERE entity_type = 'evidence_use' AND entity_id = ? "
    "AND sequence = ? AND body IS NOT NULL"_L1;
constexpr auto sequenceOfIssue =
    "SELECT MIN(sequence) FROM journal_part WHERE entity_type = 'issued_package' AND entity_id = ?"_L1;

/// The entries of the journal between which the evidence served an assessment.
struct Service
{
    Id<Assessment> assessment;
    qint64 from = 0;
    qint64 until = std::numeric_limits<qint64>::max();
};

/// What it serves now.
Done addPresent(const Connection &connection, const Id<Evidence> &evidence, QList<Service> &services)
{
    return connection.each(sequencesOfUses, {evidence.text()}, [&services](const Row &row) {
        services.append({Id<Assessment>::fromText(row.text(0)), row.integer(1)});
    });
}

/// What it served once; the rows are gone, the journal knows them.
Done addFormer(const Connection &connection, const Id<Evidence> &evidence, QList<Service> &services)
{
    QList<std::pair<QString, Service>> gone;
    if (auto read = connection.each(usesTakenAway, {},
                                    [&gone](const Row &row) {
                                        gone.append({row.text(0), {{}, row.integer(1), row.integer(2)}});
                                    });
        !read)
        return read;
    for (auto &[id, service] : gone) {
        const auto body = connection.single(bodyOfUse, {id, service.from});
        if (!body)
            return tl::unexpected(body.error());
        if (!body->toString().contains(evidence.text()))
            continue;
        const auto edit = editFromText(body->toString().toUtf8(), recordSchema());
        if (!edit)
            return tl::unexpected(edit.error());
        if (const auto *assessment = edit->field("assessment"_L1); assessment && assessment->after.text())
            service.assessment = Id<Assessment>::fromText(*assessment->after.text());
        services.append(service);
    }
    return {};
}

/// The systems that an assessment speaks for: its own, or those that inherit from its platform.
Result<QList<Id<AiSystem>>> systemsOf(const Connection &connection, const Id<Assessment> &id)
{
    const auto assessment = Repository<Assessment>(connection).find(id);
    if (!assessment)
        return tl::unexpected(assessment.error());
    QList<Id<AiSystem>> systems;
    if (*assessment && (*assessment)->system)
        systems.append(*(*assessment)->system);
    if (!*assessment || !(*assessment)->platform)
        return systems;
    const auto heirs =
        Repository<Inheritance>(connection).where(&Inheritance::platform, *(*assessment)->platform);
    if (!heirs)
        return tl::unexpected(heirs.error());
    for (const auto &heir : *heirs)
        systems.append(heir.system);
    return systems;
}

/// Every name the systems ever had, for the register keeps the one of its day.
Result<QStringList> namesEver(const Connection &connection, const QList<Id<AiSystem>> &systems)
{
    QStringList names;
    for (const auto &system : systems) {
        const auto history = fieldHistory(connection, recordSchema(), system.text(), "name"_L1);
        if (!history)
            return tl::unexpected(history.error());
        for (const auto &step : *history) {
            if (const auto *name = step.after.text(); name && !name->isEmpty() && !names.contains(*name))
                names.append(*name);
        }
    }
    return names;
}

/// Earlier programs entered in words alone what a package is about.
bool isAboutAny(const IssuedPackage &package, const SystemsOfPackages &about,
                const QList<Id<AiSystem>> &systems, const QStringList &names)
{
    if (const auto own = about.constFind(package.id); own != about.cend())
        return std::ranges::any_of(systems, [&](const auto &system) { return own->contains(system); });
    return std::ranges::any_of(names, [&](const QString &name) { return package.systems.contains(name); });
}

Done refuseIssued(const Connection &connection, const Evidence &evidence)
{
    const auto issued = Repository<IssuedPackage>(connection).all();
    if (!issued)
        return tl::unexpected(issued.error());
    if (issued->isEmpty())
        return {};
    const auto about = systemsOfPackages(connection);
    if (!about)
        return tl::unexpected(about.error());
    QList<Service> services;
    if (auto present = addPresent(connection, evidence.id, services); !present)
        return present;
    if (auto former = addFormer(connection, evidence.id, services); !former)
        return former;
    for (const auto &service : services) {
        const auto systems = systemsOf(connection, service.assessment);
        const auto names = systems ? namesEver(connection, *systems) : tl::unexpected(systems.error());
        if (!names)
            return tl::unexpected(names.error());
        for (const auto &package : *issued) {
            const auto at = connection.single(sequenceOfIssue, {package.id.text()});
            if (!at)
                return tl::unexpected(at.error());
            if (isAboutAny(package, *about, *systems, *names) && service.from < at->toLongLong() &&
                at->toLongLong() < service.until)
                return refuse(
                    ErrorCode::Denied,
                    Text::tr("%1 went out with %2 on %3, and whoever holds that may ask for it, so it "
                             "stays in the record. Take it away from the items that no longer rest "
                             "on it.")
                        .arg(piecesInWords({evidence.title}), package.fileName,
                             package.issuedAt.date().toString(Qt::ISODate)));
        }
    }
    return {};
}

Done refuseClosed(const Connection &connection, const Evidence &evidence, const QList<EvidenceUse> &uses)
{
    for (const auto &use : uses) {
        const auto assessment = Repository<Assessment>(connection).find(use.assessment);
        if (!assessment)
            return tl::unexpected(assessment.error());
        if (!*assessment || !(*assessment)->closedOn)
            continue;
        const auto item = itemsInWords(connection, {{use.assessment, use.item}});
        if (!item)
            return tl::unexpected(item.error());
        return refuse(
            ErrorCode::Denied,
            Text::tr("The assessment closed on %1 rests on %2 for %3, so it stays in the record. Take it "
                     "away from the items that are still open and no longer rest on it.")
                .arg((*assessment)->closedOn->toString(Qt::ISODate), piecesInWords({evidence.title}), *item));
    }
    return {};
}

}

Result<PlannedRemoval> planEvidenceRemoval(const Connection &connection, const Id<Evidence> &evidence,
                                           const Occasion &occasion)
{
    const auto held = Repository<Evidence>(connection).find(evidence);
    if (!held)
        return tl::unexpected(held.error());
    if (!*held || (*held)->removedAt)
        return refuse(ErrorCode::NotFound,
                      Text::tr("This piece of evidence was removed from the record already."));
    const auto uses = Repository<EvidenceUse>(connection).where(&EvidenceUse::evidence, evidence);
    auto served = readServedItems(connection, evidence);
    if (!uses || !served)
        return tl::unexpected(uses ? served.error() : uses.error());
    if (auto open = refuseClosed(connection, **held, *uses); !open)
        return tl::unexpected(open.error());
    if (auto kept = refuseIssued(connection, **held); !kept)
        return tl::unexpected(kept.error());

    PlannedRemoval planned{
        ChangeSet(Text::tr("Remove %1 from the evidence").arg(piecesInWords({(*held)->title}))),
        std::move(*served)};
    for (const auto &use : *uses)
        planned.changeSet.remove(use);
    Evidence removed = **held;
    removed.removedAt = occasion.clock.now();
    planned.changeSet.change(**held, removed);
    return planned;
}

}
