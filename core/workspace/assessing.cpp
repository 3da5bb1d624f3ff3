#include "core/workspace/assessing.h"

#include "core/assessment/applicabilitydecision.h"
#include "core/assessment/inheritance.h"
#include "core/assessment/reliance.h"
#include "core/assessment/response.h"
#include "core/evidence/evidenceuse.h"
#include "core/storage/repository.h"
#include "core/workspace/closedrecord.h"
#include "core/workspace/standings.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Assessing)
};

Assessment freshAssessment(const Catalogue &catalogue, const Occasion &occasion)
{
    Assessment assessment;
    assessment.id = Id<Assessment>::generate(occasion.clock);
    assessment.catalogue = catalogue.id();
    assessment.catalogueVersion = catalogue.version();
    assessment.catalogueDigest = catalogue.digest();
    assessment.assessor = occasion.actor;
    assessment.startedOn = occasion.today;
    return assessment;
}

/// Copies what belongs to the assessment before into the next, each under its own id.
template <class Entity, class MakeId>
Done carry(const Connection &connection, const Assessment &from, const Assessment &to, ChangeSet &changeSet,
           MakeId makeId)
{
    auto held = Repository<Entity>(connection).where(&Entity::assessment, from.id);
    if (!held)
        return tl::unexpected(held.error());
    for (auto &entity : *held) {
        entity.assessment = to.id;
        entity.id = makeId(entity);
        if constexpr (!std::is_same_v<Entity, EvidenceUse>)
            entity.carried = true;
        changeSet.create(entity);
    }
    return {};
}

Done carryAll(const Connection &connection, const Assessment &from, const Assessment &to,
              ChangeSet &changeSet)
{
    if (auto done = carry<Response>(connection, from, to, changeSet,
                                    [](const Response &r) { return responseId(r.assessment, r.item); });
        !done)
        return done;
    if (auto done = carry<ApplicabilityDecision>(
            connection, from, to, changeSet,
            [](const ApplicabilityDecision &d) { return applicabilityDecisionId(d.assessment, d.item); });
        !done)
        return done;
    if (auto done = carry<Reliance>(connection, from, to, changeSet,
                                    [](const Reliance &r) { return relianceId(r.assessment, r.item); });
        !done)
        return done;
    return carry<EvidenceUse>(connection, from, to, changeSet, [](const EvidenceUse &u) {
        return evidenceUseId(u.evidence, u.assessment, u.item);
    });
}

/// How long the row of assessments is that this one goes on. Days alone do not tell two of one day apart.
int howManyBefore(const Id<Assessment> &assessment,
                  const QHash<Id<Assessment>, std::optional<Id<Assessment>>> &previous)
{
    int before = 0;
    for (auto earlier = previous.value(assessment); earlier && before < previous.size(); ++before)
        earlier = previous.value(*earlier);
    return before;
}

template <class Field, class Said>
void take(Field &field, const std::optional<Said> &said)
{
    if (said)
        field = *said;
}

void describe(Assessment &assessment, const AssessmentDescription &description)
{
    take(assessment.purpose, description.purpose);
    take(assessment.periodFrom, description.periodFrom);
    take(assessment.periodTo, description.periodTo);
    take(assessment.scopeIn, description.scopeIn);
    take(assessment.scopeOut, description.scopeOut);
    take(assessment.assessor, description.assessor);
    take(assessment.independence, description.independence);
    take(assessment.methods, description.methods);
    take(assessment.intendedReaders, description.intendedReaders);
    take(assessment.limitations, description.limitations);
}

/// For whom it is assessed, by whom, and how independent they are of it belong together: somebody else is not
/// as independent as the one before, and whoever starts the next has not become its assessor.
Done carryAssessor(const Connection &connection, const Assessment &before,
                   const AssessmentDescription &description, Assessment &next)
{
    next.purpose = before.purpose;
    next.assessor = std::nullopt;
    if (before.assessor) {
        const auto person = Repository<Person>(connection).find(*before.assessor);
        if (!person)
            return tl::unexpected(person.error());
        if (!*person || (*person)->leftOn)
            return {};
        next.assessor = before.assessor;
    }
    if (description.assessor.value_or(next.assessor) == next.assessor)
        next.independence = before.independence;
    return {};
}

Result<Assessment> openAssessment(const Connection &connection, const AiSystem &system)
{
    const auto current = currentAssessment(connection, system.id);
    if (!current)
        return tl::unexpected(current.error());
    if (!*current || (*current)->closedOn)
        return refuse(ErrorCode::Invalid,
                      Text::tr("No assessment of %1 is open. Start one first.").arg(system.name));
    return **current;
}

}

Assessment newAssessment(const Catalogue &catalogue, const AiSystem &system, const Occasion &occasion)
{
    Assessment assessment = freshAssessment(catalogue, occasion);
    assessment.system = system.id;
    assessment.systemVersion = system.version;
    return assessment;
}

Assessment newAssessment(const Catalogue &catalogue, const Platform &platform, const Occasion &occasion)
{
    Assessment assessment = freshAssessment(catalogue, occasion);
    assessment.platform = platform.id;
    return assessment;
}

std::optional<Assessment> currentOf(const QList<Assessment> &assessments)
{
    std::optional<Assessment> newest;
    for (const auto &assessment : assessments) {
        if (!assessment.closedOn)
            return assessment;
        if (!newest || newest->closedOn < assessment.closedOn ||
            (newest->closedOn == assessment.closedOn && newest->id < assessment.id))
            newest = assessment;
    }
    return newest;
}

Result<std::optional<Assessment>> currentAssessment(const Connection &connection, const Id<AiSystem> &system)
{
    const auto held = Repository<Assessment>(connection).where(&Assessment::system, std::optional(system));
    if (!held)
        return tl::unexpected(held.error());
    return currentOf(*held);
}

Result<QList<Assessment>> assessmentsOf(const Connection &connection, const Id<AiSystem> &system)
{
    auto held = Repository<Assessment>(connection).where(&Assessment::system, std::optional(system));
    if (!held)
        return held;
    QHash<Id<Assessment>, std::optional<Id<Assessment>>> previous;
    for (const Assessment &assessment : std::as_const(*held))
        previous.insert(assessment.id, assessment.previous);
    std::sort(held->begin(), held->end(), [&](const Assessment &a, const Assessment &b) {
        return std::tuple(howManyBefore(a.id, previous), a.startedOn, a.id) <
               std::tuple(howManyBefore(b.id, previous), b.startedOn, b.id);
    });
    return held;
}

Result<std::optional<Assessment>> currentAssessment(const Connection &connection,
                                                    const Id<Platform> &platform)
{
    const auto held =
        Repository<Assessment>(connection).where(&Assessment::platform, std::optional(platform));
    if (!held)
        return tl::unexpected(held.error());
    return currentOf(*held);
}

Result<QList<InheritedFrom>> inheritsFrom(const Connection &connection, const Id<AiSystem> &system)
{
    auto platforms =
        Repository<Platform>(connection).referredTo(&Inheritance::platform, &Inheritance::system, system);
    if (!platforms)
        return tl::unexpected(platforms.error());
    std::ranges::sort(*platforms, [](const Platform &a, const Platform &b) {
        return std::pair(a.name.toUtf8(), a.id) < std::pair(b.name.toUtf8(), b.id);
    });
    QList<InheritedFrom> sources;
    for (const Platform &platform : std::as_const(*platforms)) {
        const auto assessment = currentAssessment(connection, platform.id);
        if (!assessment)
            return tl::unexpected(assessment.error());
        if (!platform.removedAt && *assessment)
            sources.append({platform, **assessment});
    }
    return sources;
}

Result<ChangeSet> planStart(const Connection &connection, const Catalogue &catalogue, const AiSystem &system,
                            const Occasion &occasion, const AssessmentDescription &description)
{
    const auto before = currentAssessment(connection, system.id);
    if (!before)
        return tl::unexpected(before.error());
    if (*before && !(*before)->closedOn)
        return refuse(
            ErrorCode::Invalid,
            Text::tr("The assessment of %1 begun on %2 is still open. Close it before you start the next.")
                .arg(system.name, (*before)->startedOn.toString(Qt::ISODate)));
    Assessment next = newAssessment(catalogue, system, occasion);
    ChangeSet changeSet(Text::tr("Start an assessment of %1").arg(system.name));
    if (*before) {
        next.previous = (*before)->id;
        if (auto carried = carryAssessor(connection, **before, description, next); !carried)
            return tl::unexpected(carried.error());
        next.scopeIn = (*before)->scopeIn;
        next.scopeOut = (*before)->scopeOut;
        next.methods = (*before)->methods;
        next.intendedReaders = (*before)->intendedReaders;
        next.limitations = (*before)->limitations;
        // A period that has yet to begin could not be closed.
        if (const auto to = (*before)->periodTo)
            next.periodFrom = std::min(to->addDays(1), occasion.today);
    }
    describe(next, description);
    changeSet.create(next);
    if (*before) {
        if (auto carried = carryAll(connection, **before, next, changeSet); !carried)
            return tl::unexpected(carried.error());
    }
    return changeSet;
}

Result<ChangeSet> planDescription(const Connection &connection, const AiSystem &system,
                                  const AssessmentDescription &description)
{
    const auto open = openAssessment(connection, system);
    if (!open)
        return tl::unexpected(open.error());
    Assessment described = *open;
    if (description.assessor.value_or(open->assessor) != open->assessor)
        described.independence.clear();
    describe(described, description);
    return ChangeSet(Text::tr("Describe the assessment of %1").arg(system.name)).change(*open, described);
}

Result<Closing> closingOf(const Connection &connection, const std::shared_ptr<const Catalogue> &catalogue,
                          const Assessment &open, QDate on)
{
    const auto checklist = readPresentChecklist(connection, catalogue, *open.system, on);
    const auto basis = basisOf(connection, *open.system, open.id);
    if (!checklist || !basis)
        return tl::unexpected(checklist ? basis.error() : checklist.error());
    return Closing{closingId(open.id), open.id, findingsText(*catalogue, itemStandings(*checklist)), *basis,
                   checklist->system.phase};
}

QString unansweredInWords(int unanswered)
{
    return unanswered == 0 ? Text::tr("Every item that is due is answered.")
                           : Text::tr("Items that are due and not answered: %1.").arg(unanswered);
}

QString uncoveredInWords(int uncovered)
{
    return uncovered == 0
               ? QString()
               : Text::tr("Items with days of the period that no evidence covers: %1.").arg(uncovered);
}

QString periodEndInWords(const Assessment &open, QDate day)
{
    if (open.periodTo)
        return {};
    const QString on = day.toString(Qt::ISODate);
    return open.periodFrom
               ? Text::tr("Nobody has set the end of the period: it ends on the day of the closing, "
                          "%1.")
                     .arg(on)
               : Text::tr("Nobody has set a period: the assessment speaks of the day of its "
                          "closing, %1.")
                     .arg(on);
}

Assessment asClosed(Assessment open, QDate day)
{
    open.closedOn = day;
    if (!open.periodTo)
        open.periodTo = day;
    return open;
}

Result<ChangeSet> planClose(const Connection &connection, const std::shared_ptr<const Catalogue> &catalogue,
                            const AiSystem &system, const Occasion &occasion)
{
    const auto open = openAssessment(connection, system);
    if (!open)
        return tl::unexpected(open.error());
    if (const auto begins = open->periodFrom ? open->periodFrom : open->periodTo;
        begins && *begins > occasion.today)
        return refuse(
            ErrorCode::Invalid,
            Text::tr("The period that the assessment of %1 speaks of begins on %2, so it cannot be "
                     "closed on %3. Set its period right, or close it once that has begun.")
                .arg(system.name, begins->toString(Qt::ISODate), occasion.today.toString(Qt::ISODate)));
    if (open->periodTo && *open->periodTo > occasion.today)
        return refuse(
            ErrorCode::Invalid,
            Text::tr("The period that the assessment of %1 speaks of ends on %2, so it cannot be closed on "
                     "%3: nobody has looked at the days between. Set the end of its period to the last day "
                     "that was looked at, or close it once it has ended.")
                .arg(system.name, open->periodTo->toString(Qt::ISODate),
                     occasion.today.toString(Qt::ISODate)));
    const auto closing = closingOf(connection, catalogue, *open, occasion.today);
    if (!closing)
        return tl::unexpected(closing.error());
    return ChangeSet(Text::tr("Close the assessment of %1").arg(system.name))
        .change(*open, asClosed(*open, occasion.today))
        .create(*closing);
}

}
