#include "ui/pages/checklist/evidencewords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr int soonDays = 30;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(EvidenceWords)
};

QString day(QDate date)
{
    return date.toString(Qt::ISODate);
}

bool areWholeMonths(QDate from, QDate to)
{
    return from.day() == 1 && to.day() == to.daysInMonth();
}

}

QString coverageInWords(const Evidence &evidence)
{
    const auto &from = evidence.coversFrom;
    const auto &to = evidence.coversTo;
    if (!from && !to)
        return {};
    if (!from)
        return Text::tr("until %1").arg(day(*to));
    if (!to)
        return Text::tr("since %1").arg(day(*from));
    if (*from == *to)
        return day(*from);
    const auto inWords = [&](const QString &format) {
        const QString begins = from->toString(format);
        const QString ends = to->toString(format);
        return begins == ends ? begins : Text::tr("%1 to %2").arg(begins, ends);
    };
    return inWords(areWholeMonths(*from, *to) ? u"yyyy-MM"_s : u"yyyy-MM-dd"_s);
}

QString title(DocumentState state)
{
    return state == DocumentState::Approved ? Text::tr("approved") : Text::tr("draft");
}

QString title(EvidenceKind kind)
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

QString title(Classification classification)
{
    switch (classification) {
    case Classification::Public:
        return Text::tr("public");
    case Classification::Internal:
        return Text::tr("internal");
    case Classification::Confidential:
        return Text::tr("confidential");
    case Classification::Restricted:
        return Text::tr("restricted");
    case Classification::Unclassified:
        break;
    }
    return Text::tr("not classified");
}

QString validityInWords(const Evidence &evidence, QDate today)
{
    if (!evidence.validUntil)
        return {};
    const QString until = day(*evidence.validUntil);
    if (*evidence.validUntil < today)
        return Text::tr("%1, lapsed").arg(until);
    return *evidence.validUntil <= today.addDays(soonDays) ? Text::tr("%1, soon").arg(until) : until;
}

}
