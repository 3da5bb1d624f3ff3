#include "core/catalogue/applicability.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Applicability)
};

/// "Nordbank is Developer" for each of our own parties with a share in the duty; empty when there is none.
QString ownHolders(const Circumstances &circumstances, const Item &item)
{
    QStringList claims;
    for (const RoleHolder &holder : circumstances.holders) {
        if (holder.isOwn && holder.roles.meets(item.dutyHolders))
            claims += Text::tr("%1 is %2").arg(holder.party, titles(holder.roles & item.dutyHolders));
    }
    if (claims.size() < 2)
        return claims.join(QString());
    const QString last = claims.takeLast();
    return Text::tr("%1, and %2", "two claims about parties").arg(claims.join(u", "_s), last);
}

/// Who outside has a share in the duty: may do it in our place where one holder suffices, else has one of its
/// own beside ours.
QString otherHolders(const Circumstances &circumstances, const Item &item)
{
    const QString says = item.combination == Combination::Any
                             ? Text::tr("%1, which is %2, may do it instead.")
                             : Text::tr("%1 bears its own share as %2.");
    QString sentences;
    for (const RoleHolder &holder : circumstances.holders) {
        if (!holder.isOwn && holder.roles.meets(item.dutyHolders))
            sentences += u' ' + says.arg(holder.party, titles(holder.roles & item.dutyHolders));
    }
    return sentences;
}

enum class Holds { No, Yes };

QString factInWords(const Fact &fact, const Circumstances &circumstances, Holds holds)
{
    const bool isYes = holds == Holds::Yes;
    QString because = circumstances.facts.value(fact.id).because;
    if (settledByRoles(fact, circumstances.holders))
        because = Text::tr("that follows from who holds the roles");
    if (because.isEmpty())
        return isYes ? Text::tr("the answer to “%1” is yes").arg(fact.asks)
                     : Text::tr("the answer to “%1” is no").arg(fact.asks);
    return isYes ? Text::tr("the answer to “%1” is yes, because %2").arg(fact.asks, because)
                 : Text::tr("the answer to “%1” is no, because %2").arg(fact.asks, because);
}

QString sentence(QString claim)
{
    if (!claim.isEmpty())
        claim[0] = claim[0].toUpper();
    return claim + u'.';
}

/// As a person wrote it, with the full stop that another sentence needs before it.
QString asSentence(const QString &written)
{
    static const QString after = u"\"')]}”’»"_s;
    qsizetype end = written.size();
    while (end > 0 && after.contains(written[end - 1]))
        --end;
    const bool isClosed = end > 0 && u".!?…。！？"_s.contains(written[end - 1]);
    return isClosed ? written : written + u'.';
}

QString decisionInWords(const ItemDecision &decision, const Item &item)
{
    const QString reason = decision.reason.trimmed();
    QString words = decision.applies ? Text::tr("It was decided that %1 applies.").arg(item.id)
                                     : Text::tr("It was decided that %1 does not apply.").arg(item.id);
    words += u' ' + (reason.isEmpty() ? Text::tr("No reason is given.")
                                      : Text::tr("Reason: %1").arg(asSentence(reason)));
    words += u' ' + (decision.approver.isEmpty() ? Text::tr("No approver is named.")
                                                 : Text::tr("Approved by %1.").arg(decision.approver));
    words += u' ' + (decision.reviewOn
                         ? Text::tr("To be reviewed on %1.").arg(decision.reviewOn->toString(Qt::ISODate))
                         : Text::tr("No review date is set."));
    return words;
}

QString whyItApplies(const Catalogue &catalogue, const Circumstances &circumstances, const Item &item,
                     const Applicability &applicability)
{
    const QString holders = ownHolders(circumstances, item);
    const QString others = otherHolders(circumstances, item);
    const QString first = applicability.awaitsHolder
                              ? Text::tr("Nobody is recorded as %1 yet, so it counts as applying.")
                                    .arg(titles(item.dutyHolders))
                              : sentence(holders);
    if (applicability.awaitsAnswer)
        return first + u' ' +
               Text::tr("“%1” is not answered yet, so it counts as applying.")
                   .arg(catalogue.facts()[size_t(applicability.fact)].asks) +
               others;
    QString cause;
    if (applicability.fact >= 0)
        cause = factInWords(catalogue.facts()[size_t(applicability.fact)], circumstances, Holds::Yes);
    if (applicability.event >= 0) {
        const Event &event = catalogue.events()[size_t(applicability.event)];
        cause = Text::tr("this is recorded on %1: %2")
                    .arg(circumstances.events.value(event.id).toString(Qt::ISODate), event.says);
    }
    if (cause.isEmpty())
        return first + others;
    if (applicability.awaitsHolder)
        return first + u' ' + sentence(cause);
    return sentence(Text::tr("%1, and %2", "a party and a cause").arg(holders, cause)) + others;
}

}

QString reasonInWords(const Catalogue &catalogue, const Circumstances &circumstances, const Item &item,
                      const Applicability &applicability)
{
    const auto isUnknown = [&applicability] {
        switch (applicability.state) {
        case Applicability::State::ConditionNotMet:
            return applicability.fact < 0;
        case Applicability::State::WaitsForEvent:
            return applicability.event < 0;
        case Applicability::State::BorneByAnotherParty:
            return applicability.party < 0;
        case Applicability::State::Applies:
            break;
        }
        return false;
    };
    if (!applicability.isDecided && isUnknown())
        return Text::tr("It was found so when the assessment was closed.");
    if (applicability.isDecided)
        return decisionInWords(circumstances.decisions.value(item.id), item);
    switch (applicability.state) {
    case Applicability::State::Applies:
        return whyItApplies(catalogue, circumstances, item, applicability);
    case Applicability::State::ConditionNotMet:
        return sentence(factInWords(catalogue.facts()[size_t(applicability.fact)], circumstances, Holds::No));
    case Applicability::State::WaitsForEvent:
        return Text::tr("Waits until %1.").arg(catalogue.events()[size_t(applicability.event)].waitsUntil);
    case Applicability::State::BorneByAnotherParty: {
        const RoleHolder &holder = circumstances.holders[size_t(applicability.party)];
        return Text::tr("Borne by %1, which is %2.")
            .arg(holder.party, titles(holder.roles & item.dutyHolders));
    }
    }
    return {};
}

}
