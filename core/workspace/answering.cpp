#include "core/workspace/answering.h"

#include "core/assessment/reason.h"
#include "core/evidence/evidenceuse.h"
#include "core/storage/repository.h"
#include "core/workspace/assessing.h"
#include "core/workspace/changelabels.h"

#include <QCoreApplication>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Answering)
};

constexpr qsizetype mostQuoted = 300;

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

AnswerChange withoutBlanks(AnswerChange change)
{
    for (auto *reason : {&change.rationale, &change.rationaleBefore, &change.overrideReason}) {
        if (*reason)
            *reason = asReason(**reason);
    }
    return change;
}

bool overwrites(const Response &before, const AnswerChange &change)
{
    return (change.answer && before.answer != Answer::NotAnswered && before.answer != *change.answer) ||
           (change.rationale && isReason(before.rationale) && before.rationale != *change.rationale) ||
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
    const auto sources = inheritsFrom(connection, *(*assessment)->system);
    if (!sources)
        return tl::unexpected(sources.error());
    for (const auto &[platform, common] : *sources) {
        const auto response = Repository<Response>(connection).find(responseId(common.id, item.item));
        if (!response)
            return tl::unexpected(response.error());
        if (*response && (*response)->answer != Answer::NotAnswered)
            return InheritedAnswer{**response, platform.name};
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
    if (!isReason(after.overrideReason))
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
    const QString theirs = *before ? asReason((*before)->rationale) : QString();
    if (change.rationale && change.rationaleBefore && theirs != *change.rationaleBefore &&
        theirs != *change.rationale)
        return refuse(
            ErrorCode::Conflict,
            Text::tr("Somebody else wrote a rationale for %1 meanwhile: “%2” Theirs is kept, yours is not "
                     "saved. Change yours once more to put it in the place of theirs, or press Escape to "
                     "keep theirs.")
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

Result<PlannedAnswers> planAnswers(const Connection &connection, const QList<ItemOfAssessment> &items,
                                   const AnswerChange &change)
{
    const AnswerChange said = withoutBlanks(change);
    const auto label = labelFor(connection, items, said);
    if (!label)
        return tl::unexpected(label.error());
    PlannedAnswers planned{ChangeSet(*label), {}};
    for (const auto &item : items) {
        if (touchesResponses(said)) {
            if (auto done = planResponse(connection, item, said, planned); !done)
                return tl::unexpected(done.error());
        }
        if (auto done = planUses(connection, item, said.evidence, planned); !done)
            return tl::unexpected(done.error());
    }
    return planned;
}

}
