#include "core/workspace/evidenceremoval.h"

#include "core/assessment/inheritance.h"
#include "core/base/calledname.h"
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
constexpr auto sequencesOfIssues = "SELECT entity_id, MIN(sequence) FROM journal_part "
                                   "WHERE entity_type = 'issued_package' GROUP BY entity_id"_L1;
constexpr auto bodiesOfSystems =
    "SELECT entity_id, body FROM journal_part WHERE entity_type = 'ai_system' AND body IS NOT NULL"_L1;

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

using Systems = QSet<Id<AiSystem>>;

/// The systems that an assessment speaks for: its own, or those that inherit from its platform.
Result<Systems> systemsOf(const Connection &connection, const Id<Assessment> &id)
{
    const auto assessment = Repository<Assessment>(connection).find(id);
    if (!assessment)
        return tl::unexpected(assessment.error());
    Systems systems;
    if (*assessment && (*assessment)->system)
        systems.insert(*(*assessment)->system);
    if (!*assessment || !(*assessment)->platform)
        return systems;
    const auto heirs =
        Repository<Inheritance>(connection).where(&Inheritance::platform, *(*assessment)->platform);
    if (!heirs)
        return tl::unexpected(heirs.error());
    for (const auto &heir : *heirs)
        systems.insert(heir.system);
    return systems;
}

/// When each package of the register was entered.
Result<QHash<Id<IssuedPackage>, qint64>> sequencesOfPackages(const Connection &connection)
{
    QHash<Id<IssuedPackage>, qint64> sequences;
    const auto read = connection.each(sequencesOfIssues, {}, [&sequences](const Row &row) {
        sequences.insert(Id<IssuedPackage>::fromText(row.text(0)), row.integer(1));
    });
    if (!read)
        return tl::unexpected(read.error());
    return sequences;
}

/// Every name and version that systems ever had, for the register keeps those of its day.
struct Callings
{
    QSet<QString> names;
    QSet<QString> versions{QString()};
};

Result<QHash<Id<AiSystem>, Callings>> callingsEver(const Connection &connection)
{
    QHash<Id<AiSystem>, Callings> callings;
    std::optional<Error> damage;
    const auto read = connection.each(bodiesOfSystems, {}, [&](const Row &row) {
        const auto edit = editFromText(row.text(1).toUtf8(), recordSchema());
        if (!edit) {
            damage = edit.error();
            return;
        }
        auto &ever = callings[Id<AiSystem>::fromText(row.text(0))];
        if (const auto *name = edit->field("name"_L1); name && name->after.text())
            ever.names.insert(*name->after.text());
        if (const auto *version = edit->field("version"_L1); version && version->after.text())
            ever.versions.insert(*version->after.text());
    });
    if (!read)
        return tl::unexpected(read.error());
    if (damage)
        return tl::unexpected(*damage);
    return callings;
}

/// Whether the list, "Alpha 2.1, Beta", has the words as one whole entry; a name may hold a comma itself.
bool lists(const QString &list, const QString &words)
{
    constexpr auto between = ", "_L1;
    for (qsizetype at = list.indexOf(words); at >= 0; at = list.indexOf(words, at + 1)) {
        const auto before = QStringView(list).first(at);
        const auto after = QStringView(list).sliced(at + words.size());
        if ((before.isEmpty() || before.endsWith(between)) && (after.isEmpty() || after.startsWith(between)))
            return true;
    }
    return false;
}

bool namesAny(const QString &list, const Callings &ever)
{
    return std::ranges::any_of(ever.names, [&](const QString &name) {
        return std::ranges::any_of(
            ever.versions, [&](const QString &version) { return lists(list, calledName(name, version)); });
    });
}

/// The packages of the register, and what they are about.
class Issues
{
public:
    static Result<Issues> read(const Connection &connection, QList<IssuedPackage> packages)
    {
        auto about = systemsOfPackages(connection);
        if (!about)
            return tl::unexpected(about.error());
        auto sequences = sequencesOfPackages(connection);
        if (!sequences)
            return tl::unexpected(sequences.error());
        return Issues(connection, std::move(packages), std::move(*about), std::move(*sequences));
    }

    /// The first package that went out with one of these systems while the service lasted.
    Result<const IssuedPackage *> with(const Systems &systems, const Service &service)
    {
        for (const auto &package : std::as_const(m_packages)) {
            const qint64 at = m_sequences.value(package.id);
            if (at <= service.from || service.until <= at)
                continue;
            const auto isAbout = isAboutAny(package, systems);
            if (!isAbout)
                return tl::unexpected(isAbout.error());
            if (*isAbout)
                return &package;
        }
        return nullptr;
    }

private:
    Issues(const Connection &connection, QList<IssuedPackage> packages, SystemsOfPackages about,
           QHash<Id<IssuedPackage>, qint64> sequences)
        : m_connection(connection)
        , m_packages(std::move(packages))
        , m_about(std::move(about))
        , m_sequences(std::move(sequences))
    {
    }

    /// Earlier programs entered in words alone what a package is about.
    Result<bool> isAboutAny(const IssuedPackage &package, const Systems &systems)
    {
        if (const auto own = m_about.constFind(package.id); own != m_about.cend())
            return own->intersects(systems);
        if (!m_callings) {
            auto callings = callingsEver(m_connection);
            if (!callings)
                return tl::unexpected(callings.error());
            m_callings = std::move(*callings);
        }
        return std::ranges::any_of(systems, [&](const auto &system) {
            const auto ever = m_callings->constFind(system);
            return ever != m_callings->cend() && namesAny(package.systems, *ever);
        });
    }

    const Connection &m_connection;
    QList<IssuedPackage> m_packages;
    SystemsOfPackages m_about;
    QHash<Id<IssuedPackage>, qint64> m_sequences;
    std::optional<QHash<Id<AiSystem>, Callings>> m_callings; ///< read where a package asks for it
};

Done refuseIssued(const Connection &connection, const Evidence &evidence)
{
    const auto packages = Repository<IssuedPackage>(connection).all();
    if (!packages)
        return tl::unexpected(packages.error());
    if (packages->isEmpty())
        return {};
    auto issues = Issues::read(connection, *packages);
    if (!issues)
        return tl::unexpected(issues.error());
    QList<Service> services;
    if (auto present = addPresent(connection, evidence.id, services); !present)
        return present;
    if (auto former = addFormer(connection, evidence.id, services); !former)
        return former;
    QHash<Id<Assessment>, Systems> systemsOfAssessments;
    for (const auto &service : services) {
        auto systems = systemsOfAssessments.constFind(service.assessment);
        if (systems == systemsOfAssessments.constEnd()) {
            const auto read = systemsOf(connection, service.assessment);
            if (!read)
                return tl::unexpected(read.error());
            systems = systemsOfAssessments.insert(service.assessment, *read);
        }
        const auto package = issues->with(*systems, service);
        if (!package)
            return tl::unexpected(package.error());
        if (*package)
            return refuse(ErrorCode::Denied,
                          Text::tr("%1 went out with %2 on %3, and whoever holds that may ask for it, so it "
                                   "stays in the record. Take it away from the items that no longer rest "
                                   "on it.")
                              .arg(piecesInWords({evidence.title}), (*package)->fileName,
                                   (*package)->issuedAt.date().toString(Qt::ISODate)));
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
