#include "core/workspace/assessing.h"

#include "core/assessment/applicabilitydecision.h"
#include "core/assessment/inheritance.h"
#include "core/assessment/platform.h"
#include "core/assessment/reliance.h"
#include "core/assessment/response.h"
#include "core/evidence/evidenceuse.h"
#include "core/storage/repository.h"
#include "core/workspace/changelabels.h"

#include <QCoreApplication>

#include <algorithm>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Assessing)
};

constexpr qsizetype mostQuoted = 300;

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

std::optional<Assessment> newestOf(const QList<Assessment> &assessments)
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
        if constexpr (std::is_same_v<Entity, Response>)
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

Response withChange(Response response, const AnswerChange &change)
{
    if (change.answer)
        response.answer = *change.answer;
    if (change.rationale)
        response.rationale = *change.rationale;
    if (change.owner)
        response.owner = *change.owner;
    if (change.due)
        response.due = *change.due;
    if (change.approver)
        response.approver = *change.approver;
    if (change.reviewOn)
        response.reviewOn = *change.reviewOn;
    if (change.overrideReason)
        response.overrideReason = *change.overrideReason;
    response.carried = false;
    return response;
}

bool overwrites(const Response &before, const AnswerChange &change)
{
    return (change.answer && before.answer != Answer::NotAnswered && before.answer != *change.answer) ||
           (change.rationale && !before.rationale.isEmpty() && before.rationale != *change.rationale) ||
           (change.owner && before.owner && before.owner != *change.owner) ||
           (change.due && before.due && before.due != *change.due);
}

bool touchesResponses(const AnswerChange &change)
{
    return change.answer || change.rationale || change.owner || change.due || change.approver ||
           change.reviewOn || change.overrideReason;
}

Result<QString> labelFor(const Connection &connection, const QList<ItemOfAssessment> &items,
                         const AnswerChange &change)
{
    if (!touchesResponses(change)) {
        QStringList titles;
        for (const Id<Evidence> &id : change.evidence) {
            const auto evidence = Repository<Evidence>(connection).find(id);
            if (!evidence)
                return tl::unexpected(evidence.error());
            titles.append(*evidence ? (*evidence)->title : QString());
        }
        return labelOfAttaching(connection, titles, items);
    }
    const auto which = itemsInWords(connection, items);
    if (!which)
        return which;
    if (change.answer)
        return Text::tr("Answer %1: %2").arg(*which, title(*change.answer));
    return items.size() == 1 ? Text::tr("Change the answer to %1").arg(*which)
                             : Text::tr("Change the answers to %1").arg(*which);
}

/// The answer that the item's system inherits, and from where; nothing where it inherits none.
struct InheritedAnswer
{
    Response response;
    QString source;
};

Result<std::optional<InheritedAnswer>> inheritedAnswer(const Connection &connection,
                                                       const ItemOfAssessment &item)
{
    const auto assessment = Repository<Assessment>(connection).find(item.assessment);
    if (!assessment)
        return tl::unexpected(assessment.error());
    if (!*assessment || !(*assessment)->system)
        return std::nullopt;
    const auto inheritances =
        Repository<Inheritance>(connection).where(&Inheritance::system, *(*assessment)->system);
    if (!inheritances)
        return tl::unexpected(inheritances.error());
    for (const Inheritance &inheritance : *inheritances) {
        const auto platform = Repository<Platform>(connection).find(inheritance.platform);
        const auto current = currentAssessment(connection, inheritance.platform);
        if (!platform || !current)
            return tl::unexpected(platform ? current.error() : platform.error());
        if (!*platform || (*platform)->removedAt || !*current)
            continue;
        const auto response = Repository<Response>(connection).find(responseId((*current)->id, item.item));
        if (!response)
            return tl::unexpected(response.error());
        if (*response && (*response)->answer != Answer::NotAnswered)
            return InheritedAnswer{**response, (*platform)->name};
    }
    return std::nullopt;
}

/// Sees to it that an answer against a common one says why, and that no other does.
Done explainOverride(const Connection &connection, const ItemOfAssessment &item,
                     const std::optional<Response> &before, Response &after, PlannedAnswers &planned)
{
    const Response former = before.value_or(Response());
    if (after.answer == former.answer && after.overrideReason == former.overrideReason)
        return {};
    const auto common = inheritedAnswer(connection, item);
    if (!common)
        return tl::unexpected(common.error());
    if (!*common) {
        after.overrideReason = former.overrideReason;
        return {};
    }
    const auto &[response, source] = **common;
    if (after.answer == former.answer || after.answer == Answer::NotAnswered ||
        after.answer == response.answer)
        return {};
    if (after.overrideReason.trimmed().isEmpty())
        return refuse(ErrorCode::Invalid,
                      Text::tr("%1 inherits “%2” from %3. Say why it is answered otherwise here.")
                          .arg(item.item, title(response.answer), source));
    if (former.answer == Answer::NotAnswered) {
        planned.overwritten.append(response);
        planned.overwritten.last().assessment = item.assessment;
    }
    return {};
}

Done planResponse(const Connection &connection, const ItemOfAssessment &item, const AnswerChange &change,
                  PlannedAnswers &planned)
{
    Response blank;
    blank.id = responseId(item.assessment, item.item);
    blank.assessment = item.assessment;
    blank.item = item.item;
    const auto before = Repository<Response>(connection).find(blank.id);
    if (!before)
        return tl::unexpected(before.error());
    const QString theirs = *before ? (*before)->rationale : QString();
    if (change.rationale && change.rationaleBefore && theirs != *change.rationaleBefore &&
        theirs != *change.rationale)
        return refuse(
            ErrorCode::Conflict,
            Text::tr("Somebody else wrote a rationale for %1 meanwhile: “%2” Theirs is kept, yours is not "
                     "saved. Change yours once more to put it in the place of theirs, or leave it to keep "
                     "theirs.")
                .arg(item.item, theirs.left(mostQuoted)));
    Response after = withChange(before->value_or(blank), change);
    if (auto explained = explainOverride(connection, item, *before, after, planned); !explained)
        return explained;
    planned.changeSet.put(*before, after);
    if (*before && overwrites(**before, change))
        planned.overwritten.append(**before);
    return {};
}

Done planUses(const Connection &connection, const ItemOfAssessment &item, const QList<Id<Evidence>> &evidence,
              PlannedAnswers &planned)
{
    for (const Id<Evidence> &piece : evidence) {
        const auto id = evidenceUseId(piece, item.assessment, item.item);
        const auto held = Repository<EvidenceUse>(connection).find(id);
        if (!held)
            return tl::unexpected(held.error());
        if (*held)
            continue;
        planned.changeSet.create(EvidenceUse{id, piece, item.assessment, item.item});
        ++planned.attached;
    }
    return {};
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

Result<std::optional<Assessment>> currentAssessment(const Connection &connection, const Id<AiSystem> &system)
{
    const auto held = Repository<Assessment>(connection).where(&Assessment::system, std::optional(system));
    if (!held)
        return tl::unexpected(held.error());
    return newestOf(*held);
}

Result<std::optional<Assessment>> currentAssessment(const Connection &connection,
                                                    const Id<Platform> &platform)
{
    const auto held =
        Repository<Assessment>(connection).where(&Assessment::platform, std::optional(platform));
    if (!held)
        return tl::unexpected(held.error());
    return newestOf(*held);
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
        next.purpose = (*before)->purpose;
        next.scopeIn = (*before)->scopeIn;
        next.scopeOut = (*before)->scopeOut;
        next.methods = (*before)->methods;
        next.intendedReaders = (*before)->intendedReaders;
        next.limitations = (*before)->limitations;
        next.independence = (*before)->independence;
        if (const auto to = (*before)->periodTo)
            next.periodFrom = to->addDays(1);
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
    describe(described, description);
    return ChangeSet(Text::tr("Describe the assessment of %1").arg(system.name)).change(*open, described);
}

Result<ChangeSet> planClose(const Connection &connection, const AiSystem &system, const Occasion &occasion)
{
    const auto open = openAssessment(connection, system);
    if (!open)
        return tl::unexpected(open.error());
    Assessment closed = *open;
    closed.closedOn = occasion.today;
    if (!closed.periodTo)
        closed.periodTo = occasion.today;
    return ChangeSet(Text::tr("Close the assessment of %1").arg(system.name)).change(*open, closed);
}

Result<PlannedAnswers> planAnswers(const Connection &connection, const QList<ItemOfAssessment> &items,
                                   const AnswerChange &change)
{
    const auto label = labelFor(connection, items, change);
    if (!label)
        return tl::unexpected(label.error());
    PlannedAnswers planned{ChangeSet(*label), {}};
    for (const auto &item : items) {
        if (touchesResponses(change)) {
            if (auto done = planResponse(connection, item, change, planned); !done)
                return tl::unexpected(done.error());
        }
        if (auto done = planUses(connection, item, change.evidence, planned); !done)
            return tl::unexpected(done.error());
    }
    return planned;
}

}
