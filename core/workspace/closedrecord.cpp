#include "core/workspace/closedrecord.h"

#include "core/assessment/applicabilitydecision.h"
#include "core/assessment/factanswer.h"
#include "core/assessment/inheritance.h"
#include "core/assessment/reliance.h"
#include "core/assessment/response.h"
#include "core/evidence/evidenceuse.h"
#include "core/inventory/assetlink.h"
#include "core/inventory/limitation.h"
#include "core/inventory/systemevent.h"
#include "core/record/canonicaljson.h"
#include "core/record/rowsjson.h"
#include "core/responsibility/roleassignment.h"
#include "core/storage/migrations.h"
#include "core/storage/rowgathering.h"
#include "core/storage/rowplacement.h"
#include "core/storage/transaction.h"
#include "core/workspace/assessing.h"
#include "core/workspace/recordschema.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ClosedRecord)
};

template <class... Steps>
Done inOrder(Steps... steps)
{
    Done done;
    ((done ? void(done = steps()) : void()), ...);
    return done;
}

/// Rows of these kinds that say of the system how it is.
template <class... Entities>
Done gatherOfSystem(RowGathering &gathering, const Id<AiSystem> &system)
{
    return inOrder([&] {
        return gathering.fetchWhere(&Entities::system, system);
    }...);
}

template <class... Entities>
Done gatherOfAssessment(RowGathering &gathering, const Id<Assessment> &assessment)
{
    return inOrder([&] {
        return gathering.fetchWhere(&Entities::assessment, assessment);
    }...);
}

/// The common answers of the platforms the system points to, with their evidence.
Done gatherCommon(const Connection &connection, RowGathering &gathering, const RecordRows &rows)
{
    const auto &found = rows.of(Described<Platform>::table);
    const QStringList platforms(found.keyBegin(), found.keyEnd()); // gathering adds to the rows
    for (const QString &platform : platforms) {
        const auto assessment = currentAssessment(connection, Id<Platform>::fromText(platform));
        if (!assessment)
            return tl::unexpected(assessment.error());
        if (!*assessment)
            continue;
        auto done = gathering.fetch(Described<Assessment>::table, (*assessment)->id.text());
        if (done)
            done = gatherOfAssessment<Response, EvidenceUse>(gathering, (*assessment)->id);
        if (!done)
            return done;
    }
    return {};
}

/// The documents the assessment itself uses; the uses are its own, and frozen with it.
Done gatherEvidence(const Connection &connection, RowGathering &gathering, const Id<Assessment> &assessment)
{
    const auto uses = Repository<EvidenceUse>(connection).where(&EvidenceUse::assessment, assessment);
    if (!uses)
        return tl::unexpected(uses.error());
    for (const EvidenceUse &use : *uses) {
        if (auto done = gathering.fetch(Described<Evidence>::table, use.evidence.text()); !done)
            return done;
    }
    return {};
}

/// Whoever answered, decided, assessed or bears something: their names are part of what was closed.
Done gatherNamed(const Connection &connection, const Id<Assessment> &assessment, RecordRows &rows)
{
    RecordRows own;
    RowGathering gathering(connection, recordSchema(), own);
    const auto done = inOrder(
        [&] { return gathering.fetch(Described<Assessment>::table, assessment.text()); },
        [&] { return gatherOfAssessment<Response, ApplicabilityDecision, Reliance>(gathering, assessment); });
    for (const auto table : {Described<Person>::table, Described<Party>::table})
        rows.tables[table].insert(own.of(table));
    return done;
}

tl::unexpected<Error> unreadable(const QString &reason)
{
    return refuse(ErrorCode::Damaged,
                  Text::tr("What a closed assessment rested on cannot be read: %1. Restore the newest "
                           "backup, or have an engineer look at it.")
                      .arg(reason));
}

Result<QJsonObject> objectIn(const Closing &closing)
{
    QJsonParseError error{};
    const auto document = QJsonDocument::fromJson(closing.basis.toUtf8(), &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return unreadable(Text::tr("it is no JSON object"));
    return document.object();
}

Result<RecordRows> rowsIn(const Closing &closing)
{
    const auto object = objectIn(closing);
    if (!object)
        return tl::unexpected(object.error());
    const auto rows = rowsFromJson(*object, recordSchema(), Unnamed::Neutral);
    if (!rows)
        return unreadable(rows.error());
    return *rows;
}

Result<std::unique_ptr<Connection>> databaseOf(const RecordRows &rows)
{
    auto database = emptyDatabase();
    if (!database)
        return database;
    auto transaction = Transaction::begin(**database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    auto done = placeRows(**database, recordSchema(), rows);
    if (done)
        done = transaction->commit();
    if (!done)
        return tl::unexpected(done.error());
    return database;
}

}

Result<QString> basisOf(const Connection &connection, const Id<AiSystem> &system,
                        const Id<Assessment> &assessment)
{
    RecordRows rows;
    RowGathering gathering(connection, recordSchema(), rows);
    const auto done = inOrder([&] { return gathering.fetch(Described<AiSystem>::table, system.text()); },
                              [&] {
                                  return gatherOfSystem<RoleAssignment, FactAnswer, SystemEvent, Limitation,
                                                        AssetLink, Inheritance>(gathering, system);
                              },
                              [&] { return gatherCommon(connection, gathering, rows); },
                              [&] { return gatherEvidence(connection, gathering, assessment); },
                              [&] { return gatherNamed(connection, assessment, rows); });
    if (!done)
        return tl::unexpected(done.error());
    return QString::fromUtf8(canonicalJson(rowsToJson(rows, recordSchema())));
}

Result<std::optional<LifecyclePhase>> phaseAtClosing(const Connection &connection,
                                                     const Id<Assessment> &assessment)
{
    const auto closing = Repository<Closing>(connection).find(closingId(assessment));
    if (!closing)
        return tl::unexpected(closing.error());
    if (!*closing || (*closing)->phase)
        return *closing ? (*closing)->phase : std::nullopt;
    const auto rows = rowsIn(**closing);
    const auto database = rows ? databaseOf(*rows) : tl::unexpected(rows.error());
    const auto systems = database ? Repository<AiSystem>(**database).all() : tl::unexpected(database.error());
    if (!systems)
        return tl::unexpected(systems.error());
    return systems->isEmpty() ? std::nullopt : std::optional(systems->first().phase);
}

Result<std::optional<QString>> nameAtClosing(const Connection &connection, const Id<Assessment> &assessment,
                                             const Id<Person> &person)
{
    const auto closing = Repository<Closing>(connection).find(closingId(assessment));
    if (!closing)
        return tl::unexpected(closing.error());
    if (!*closing)
        return std::optional<QString>();
    const auto object = objectIn(**closing);
    if (!object)
        return tl::unexpected(object.error());
    // Only these rows: whoever lists assessments asks this of each, and a basis holds much else.
    const QJsonArray people = object->value(Described<Person>::table).toArray();
    const auto row = std::find_if(people.cbegin(), people.cend(), [&person](const QJsonValue &each) {
        return each["id"_L1].toString() == person.text();
    });
    return row == people.cend() ? std::nullopt : std::optional((*row)["name"_L1].toString());
}

Result<QStringList> unconfirmedAtClosing(const Connection &connection, const Id<Assessment> &assessment)
{
    const auto present = Repository<Assessment>(connection).find(assessment);
    if (!present)
        return tl::unexpected(present.error());
    const auto closed = *present ? ClosedRecord::of(connection, **present) : nullptr;
    if (!closed)
        return tl::unexpected(closed.error());
    if (!*closed)
        return QStringList();
    const Connection &then = (*closed)->connection();
    const auto sources = inheritsFrom(then, *(*present)->system);
    if (!sources)
        return tl::unexpected(sources.error());
    QSet<QString> answered;
    QStringList unconfirmed;
    for (const InheritedFrom &source : *sources) {
        const auto responses = Repository<Response>(then).where(&Response::assessment, source.assessment.id);
        if (!responses)
            return tl::unexpected(responses.error());
        for (const Response &response : *responses) {
            if (response.answer == Answer::NotAnswered || answered.contains(response.item))
                continue;
            answered.insert(response.item);
            if (response.carried)
                unconfirmed.append(response.item);
        }
    }
    return unconfirmed;
}

Result<QStringList> evidenceIn(const Closing &closing)
{
    const auto rows = rowsIn(closing);
    if (!rows)
        return tl::unexpected(rows.error());
    return rows->of(Described<Evidence>::table).keys();
}

Result<std::unique_ptr<ClosedRecord>> ClosedRecord::of(const Connection &connection,
                                                       const Assessment &assessment)
{
    if (!assessment.closedOn || !assessment.system)
        return nullptr;
    const auto closing = Repository<Closing>(connection).find(closingId(assessment.id));
    if (!closing)
        return tl::unexpected(closing.error());
    if (!*closing)
        return nullptr;
    auto rows = rowsIn(**closing);
    if (!rows)
        return tl::unexpected(rows.error());
    if (!rows->contains(Described<AiSystem>::table, assessment.system->text()))
        return unreadable(Text::tr("its system is not in it"));
    RowGathering gathering(connection, recordSchema(), *rows);
    const auto done =
        inOrder([&] { return gathering.fetch(Described<Assessment>::table, assessment.id.text()); },
                [&] {
                    return gatherOfAssessment<Response, ApplicabilityDecision, Reliance, EvidenceUse>(
                        gathering, assessment.id);
                });
    if (!done)
        return tl::unexpected(done.error());
    auto database = databaseOf(*rows);
    if (!database)
        return tl::unexpected(database.error());
    return std::unique_ptr<ClosedRecord>(
        new ClosedRecord(std::move(*database), assessment, (*closing)->findings));
}

Result<std::unique_ptr<ClosedRecord>> ClosedRecord::ofCurrent(const Connection &connection,
                                                              const Id<AiSystem> &system)
{
    const auto assessment = currentAssessment(connection, system);
    if (!assessment)
        return tl::unexpected(assessment.error());
    if (!*assessment)
        return nullptr;
    return of(connection, **assessment);
}

}
