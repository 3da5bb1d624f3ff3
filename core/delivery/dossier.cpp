#include "core/delivery/dossier.h"

#include "core/base/calledname.h"
#include "core/catalogue/shippedcatalogue.h"
#include "core/delivery/journalexcerpt.h"
#include "core/delivery/restorationwords.h"
#include "core/inventory/assetlink.h"
#include "core/storage/repository.h"
#include "core/storage/rowgathering.h"
#include "core/workspace/closedrecord.h"
#include "core/workspace/recordschema.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Dossier)
};

template <IsDescribed Entity>
Result<QHash<Id<Entity>, Entity>> allById(const Connection &connection)
{
    const auto all = Repository<Entity>(connection).all();
    if (!all)
        return tl::unexpected(all.error());
    QHash<Id<Entity>, Entity> byId;
    for (const auto &entity : *all)
        byId.insert(entity.id, entity);
    return byId;
}

Result<Named> readNamed(const Connection &connection)
{
    auto persons = allById<Person>(connection);
    auto parties = allById<Party>(connection);
    if (!persons || !parties)
        return tl::unexpected(persons ? parties.error() : persons.error());
    return Named{std::move(*persons), std::move(*parties)};
}

Done readProfile(const Connection &connection, Dossier &dossier)
{
    const auto profiles = Repository<WorkspaceProfile>(connection).all();
    if (!profiles)
        return tl::unexpected(profiles.error());
    if (profiles->size() != 1)
        return refuse(ErrorCode::Damaged, Text::tr("The record does not say whose it is."));
    dossier.profile = profiles->first();
    const auto organisation = Repository<Party>(connection).find(dossier.profile.organisation);
    if (!organisation)
        return tl::unexpected(organisation.error());
    dossier.organisation = organisation->value_or(Party()).name;
    return {};
}

Result<QList<Asset>> assetsOf(const Connection &connection, const Id<AiSystem> &system)
{
    const auto links = Repository<AssetLink>(connection).where(&AssetLink::system, system);
    if (!links)
        return tl::unexpected(links.error());
    QList<Asset> assets;
    for (const auto &link : *links) {
        const auto asset = Repository<Asset>(connection).find(link.asset);
        if (!asset)
            return tl::unexpected(asset.error());
        if (*asset && !(*asset)->removedAt)
            assets.append(**asset);
    }
    std::sort(assets.begin(), assets.end(), [](const Asset &a, const Asset &b) {
        return std::tuple(a.kind, a.name, a.version, a.id) < std::tuple(b.kind, b.name, b.version, b.id);
    });
    return assets;
}

Result<QList<Limitation>> limitationsOf(const Connection &connection, const Id<AiSystem> &system)
{
    auto limitations = Repository<Limitation>(connection).where(&Limitation::system, system);
    if (!limitations)
        return limitations;
    limitations->removeIf([](const Limitation &limitation) { return limitation.removedAt.has_value(); });
    std::sort(limitations->begin(), limitations->end(), [](const Limitation &a, const Limitation &b) {
        return std::tuple(a.notedOn, a.id) < std::tuple(b.notedOn, b.id);
    });
    return limitations;
}

/// What was closed of the assessment that is told; null while it is open.
Result<std::unique_ptr<ClosedRecord>> closedRecordOf(const Connection &connection, const Id<AiSystem> &system,
                                                     const std::optional<Id<Assessment>> &named)
{
    if (!named)
        return ClosedRecord::ofCurrent(connection, system);
    const auto assessment = Repository<Assessment>(connection).find(*named);
    if (!assessment)
        return tl::unexpected(assessment.error());
    if (!*assessment || (*assessment)->system != system)
        return refuse(ErrorCode::NotFound, Text::tr("The system has no such assessment."), named->text());
    return ClosedRecord::of(connection, **assessment);
}

Result<Checklist> checklistOf(const Connection &connection, const std::shared_ptr<const Catalogue> &catalogue,
                              const Id<AiSystem> &system, const std::optional<Id<Assessment>> &named,
                              QDate today)
{
    return named ? readChecklist(connection, catalogue, *named, today)
                 : readPresentChecklist(connection, catalogue, system, today);
}

/// A closed assessment is told as it was closed, also when the system has changed since.
Result<SystemFile> readSystem(const Connection &connection, const std::shared_ptr<const Catalogue> &catalogue,
                              const Id<AiSystem> &system, const std::optional<Id<Assessment>> &named,
                              const Result<Named> &present, QDate today)
{
    const auto closed = closedRecordOf(connection, system, named);
    if (!closed)
        return tl::unexpected(closed.error());
    const Connection &source = *closed ? (*closed)->connection() : connection;
    auto checklist = *closed ? readChecklist(**closed, catalogue)
                             : checklistOf(connection, catalogue, system, named, today);
    if (!checklist)
        return tl::unexpected(checklist.error());
    auto assets = assetsOf(source, system);
    auto limitations = limitationsOf(source, system);
    auto people = *closed ? readNamed(source) : present;
    auto outdated = whyOutdated(connection, *checklist, today);
    if (!assets || !limitations)
        return tl::unexpected(assets ? limitations.error() : assets.error());
    if (!people || !outdated)
        return tl::unexpected(people ? outdated.error() : people.error());
    // A report speaks of the version that was assessed.
    if (const auto &assessment = checklist->assessment; assessment && !assessment->systemVersion.isEmpty())
        checklist->system.version = assessment->systemVersion;
    return SystemFile{std::move(*checklist), std::move(*assets), std::move(*limitations), std::move(*people),
                      std::move(*outdated)};
}

Done readSystems(const Connection &connection, const QList<Id<AiSystem>> &systems,
                 const NamedAssessments &assessments, Dossier &dossier)
{
    const auto present = readNamed(connection);
    for (const auto &system : systems) {
        const auto named = assessments.constFind(system);
        auto file = readSystem(connection, dossier.catalogue, system,
                               named == assessments.cend() ? std::nullopt : std::optional(*named), present,
                               dossier.today);
        if (!file)
            return tl::unexpected(file.error());
        dossier.systems.push_back(std::move(*file));
    }
    std::sort(dossier.systems.begin(), dossier.systems.end(), [](const SystemFile &a, const SystemFile &b) {
        return a.checklist.system.number < b.checklist.system.number;
    });
    return {};
}

/// What closed assessments rested on goes with them, also where nothing present rests on it any more.
Done addEvidenceOfClosings(const Connection &connection, BelongingRows &belonging)
{
    if (belonging.isWhole)
        return {};
    RowGathering gathering(connection, recordSchema(), belonging.rows);
    const auto closings = belonging.rows.of(Described<Closing>::table); // a copy: gathering adds to the rows
    for (auto id = closings.keyBegin(); id != closings.keyEnd(); ++id) {
        const auto closing = Repository<Closing>(connection).find(Id<Closing>::fromText(*id));
        if (!closing)
            return tl::unexpected(closing.error());
        const auto evidence = evidenceIn(**closing);
        if (!evidence)
            return tl::unexpected(evidence.error());
        for (const QString &piece : *evidence) {
            if (auto added = gathering.fetch(Described<Evidence>::table, piece); !added)
                return added;
        }
    }
    return {};
}

/// First what the checklists show, in their order; then what only other assessments rest on.
Done listEvidence(const Connection &connection, Dossier &dossier)
{
    QList<Evidence> evidence;
    for (const auto &file : dossier.systems) {
        for (const auto &line : file.checklist.lines) {
            for (const auto &id : line.evidence + line.beside)
                evidence.append(file.checklist.evidence.value(id));
        }
    }
    const auto all = Repository<Evidence>(connection).all();
    if (!all)
        return tl::unexpected(all.error());
    for (const auto &piece : *all) {
        if (!piece.removedAt && dossier.rows.rows.contains(Described<Evidence>::table, piece.id.text()))
            evidence.append(piece);
    }
    dossier.evidence = PackagedEvidenceList(evidence);
    return {};
}

}

QString Dossier::systemsInWords() const
{
    QStringList names;
    for (const SystemFile &file : systems) {
        const auto &system = file.checklist.system;
        names.append(calledName(system.name, system.version));
    }
    return names.join(u", "_s);
}

Result<Dossier> readDossier(const Connection &connection, const std::shared_ptr<const Catalogue> &catalogue,
                            const QList<Id<AiSystem>> &systems, QDate today,
                            const NamedAssessments &assessments)
{
    if (systems.isEmpty())
        return refuse(ErrorCode::Invalid, Text::tr("Name at least one system to hand over."));
    Dossier dossier;
    dossier.catalogue = catalogue;
    dossier.today = today;
    auto mappings = shippedMappings(*catalogue);
    if (!mappings)
        return tl::unexpected(mappings.error());
    dossier.mappings = std::move(*mappings);
    if (auto read = readProfile(connection, dossier); !read)
        return tl::unexpected(read.error());
    if (auto read = readSystems(connection, systems, assessments, dossier); !read)
        return tl::unexpected(read.error());
    auto rows = rowsBelongingTo(connection, recordSchema(), systems);
    if (!rows)
        return tl::unexpected(rows.error());
    dossier.rows = std::move(*rows);
    if (auto added = addEvidenceOfClosings(connection, dossier.rows); !added)
        return tl::unexpected(added.error());
    if (auto added = addActors(connection, recordSchema(), dossier.rows); !added)
        return tl::unexpected(added.error());
    if (auto listed = listEvidence(connection, dossier); !listed)
        return tl::unexpected(listed.error());
    const auto head = journalHead(connection);
    if (!head)
        return tl::unexpected(head.error());
    dossier.head = *head;
    auto restorations = restorationsInWords(connection);
    if (!restorations)
        return tl::unexpected(restorations.error());
    dossier.restorations = std::move(*restorations);
    return dossier;
}

}
