#include "core/delivery/wording.h"

#include "core/evidence/approval.h"

#include <QCoreApplication>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Delivery)
};

QString day(QDate date)
{
    return date.toString(Qt::ISODate);
}

}

QString inWords(AiActCategory category)
{
    switch (category) {
    case AiActCategory::NotAssessed:
        return {};
    case AiActCategory::Prohibited:
        return Text::tr("Prohibited practice");
    case AiActCategory::HighRisk:
        return Text::tr("High risk");
    case AiActCategory::LimitedRisk:
        return Text::tr("Limited risk");
    case AiActCategory::MinimalRisk:
        return Text::tr("Minimal risk");
    case AiActCategory::GeneralPurpose:
        break;
    }
    return Text::tr("General-purpose model");
}

QString inWords(EvidenceKind kind)
{
    switch (kind) {
    case EvidenceKind::Policy:
        return Text::tr("policy");
    case EvidenceKind::Procedure:
        return Text::tr("procedure");
    case EvidenceKind::Implementation:
        return Text::tr("implementation");
    case EvidenceKind::Monitoring:
        break;
    }
    return Text::tr("monitoring and review");
}

QString inWords(LimitationKind kind)
{
    return kind == LimitationKind::ResidualRisk ? Text::tr("Residual risk") : Text::tr("Known limitation");
}

QString heldInWords(const Reliance &reliance)
{
    const QString reference = reliance.reference.trimmed();
    const auto with = [&](const QString &held) {
        return reference.isEmpty() ? held : Text::tr("%1: %2").arg(held, reference);
    };
    switch (reliance.holding) {
    case Holding::Nothing:
        return reference;
    case Holding::Attestation:
        return with(Text::tr("Attestation"));
    case Holding::Contract:
        return with(Text::tr("Contract"));
    case Holding::Report:
        break;
    }
    return with(Text::tr("Report"));
}

QString dutyInWords(const Item &item)
{
    const QString holders = titles(item.dutyHolders);
    if (item.dutyHolders.size() < 2)
        return holders;
    return item.combination == Combination::Each ? Text::tr("each of %1").arg(holders)
                                                 : Text::tr("any of %1").arg(holders);
}

QString stateInWords(const Evidence &evidence, QDate today)
{
    QString state = Text::tr("draft");
    if (stateOn(evidence, today) != evidence.state) {
        state = Text::tr("not approved before %1").arg(day(*evidence.approvedOn));
    } else if (evidence.state == DocumentState::Approved) {
        state = evidence.approvedOn ? Text::tr("approved %1").arg(day(*evidence.approvedOn))
                                    : Text::tr("approved");
        if (!evidence.approvedBy.isEmpty())
            state = Text::tr("%1 by %2").arg(state, evidence.approvedBy);
    }
    const bool lapsed = evidence.validUntil && *evidence.validUntil < today;
    return lapsed ? Text::tr("%1, lapsed").arg(state) : state;
}

QString periodInWords(const std::optional<QDate> &from, const std::optional<QDate> &to)
{
    if (from && to)
        return *from == *to ? day(*from) : Text::tr("%1 to %2").arg(day(*from), day(*to));
    if (from)
        return Text::tr("from %1").arg(day(*from));
    return to ? Text::tr("until %1").arg(day(*to)) : QString();
}

}
