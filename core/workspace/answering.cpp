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
    if (change.answer) {
        response.answer = *change.answer;
        response.carried = false;
    }
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

tl::unexpected<Error> askWhy(const QString &item, const Response &former, const Response &after,
                             const InheritedAnswer &common)
{
    const auto &[response, source] = common;
    if (former.answer != Answer::NotAnswered && isReason(former.overrideReason))
        return refuse(
            ErrorCode::Invalid,
            Text::tr("%1 inherits “%2” from %3. The reason on record was given for “%4”: say why it "
                     "is answered “%5” here.")
                .arg(item, title(response.answer), source, title(former.answer), title(after.answer)));
    return refuse(ErrorCode::Invalid,
                  Text::tr("%1 inherits “%2” from %3. Say why it is answered otherwise here.")
                      .arg(item, title(response.answer), source));
}

/// Sees to it that an answer against a common one says why, and that no other does. The reason for another
/// answer is none for this one.
Done explainOverride(const Connection &connection, const ItemOfAssessment &item,
                     const std::optional<Response> &before, const AnswerChange &change, Response &after,
                     PlannedAnswers &planned)
{
    const Response former = before.value_or(Response());
    if (after.answer == former.answer && after.overrideReason == former.overrideReason)
        return {};
    const QString kept = after.answer == former.answer ? former.overrideReason : QString();
    const auto common = inheritedAnswer(connection, item);
    if (!common)
        return tl::unexpected(common.error());
    if (!*common || !change.overrideReason)
        after.overrideReason = kept;
    if (!*common) {
        if (former.answer == Answer::NotAnswered && after.answer != Answer::NotAnswered)
            ++planned.answeredFirst;
        return {};
    }
    const Response &response = (*common)->response;
    if (after.answer == former.answer || after.answer == Answer::NotAnswered ||
        after.answer == response.answer)
        return {};
    if (!isReason(after.overrideReason))
        return askWhy(item.item, former, after, **common);
    if (former.answer == Answer::NotAnswered) {
        planned.overwritten.append(response);
        planned.overwritten.last().assessment = item.assessment;
    }
    return {};
}

/// Whether it sets something beside the answer that was not so before; what is taken away does not count.
bool setsSomethingBeside(const Response &before, const Response &after)
{
    const auto isSet = [](const auto &was, const auto &is) {
        return is && is != was;
    };
    return (isReason(after.rationale) && after.rationale != before.rationale) ||
           (isReason(after.overrideReason) && after.overrideReason != before.overrideReason) ||
           isSet(before.owner, after.owner) || isSet(before.due, after.due) ||
           isSet(before.approver, after.approver) || isSet(before.reviewOn, after.reviewOn);
}

/// The answer that counts in the place of this one, when something was to be set that would not count.
Result<std::optional<InheritedAnswer>> countsInstead(const Connection &connection,
                                                     const ItemOfAssessment &item, const Response &before,
                                                     const Response &after)
{
    if (after.answer != Answer::NotAnswered || !setsSomethingBeside(before, after))
        return std::nullopt;
    return inheritedAnswer(connection, item);
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
    const auto instead = countsInstead(connection, item, before->value_or(blank), after);
    if (!instead)
        return tl::unexpected(instead.error());
    if (*instead) {
        planned.leftOut.append({item.item, (*instead)->response.answer, (*instead)->source});
        return {};
    }
    if (auto explained = explainOverride(connection, item, *before, change, after, planned); !explained)
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
    PlannedAnswers planned{ChangeSet(*label), {}, 0, 0, {}};
    for (const auto &item : items) {
        if (touchesResponses(said)) {
            if (auto done = planResponse(connection, item, said, planned); !done)
                return tl::unexpected(done.error());
        }
        if (auto done = planUses(connection, item, said.evidence, planned); !done)
            return tl::unexpected(done.error());
    }
    if (items.size() == 1 && !planned.leftOut.isEmpty())
        return refuse(ErrorCode::Invalid, leftOutInWords(planned.leftOut));
    return planned;
}

QString leftOutInWords(const QList<InheritingItem> &leftOut)
{
    if (leftOut.isEmpty())
        return {};
    const InheritingItem &first = leftOut.first();
    if (leftOut.size() == 1)
        return Text::tr("%1 inherits “%2” from %3, and with the answer its rationale, owner and days. Answer "
                        "it here to say otherwise, or change that at %3.")
            .arg(first.item, title(first.common), first.source);
    return Text::tr("Left out, because they inherit their answers, and with them rationale, owner and days: "
                    "%1, the first of them %2 from %3. Answer them here to say otherwise, or change that "
                    "where they inherit from.")
        .arg(QString::number(leftOut.size()), first.item, first.source);
}

}
