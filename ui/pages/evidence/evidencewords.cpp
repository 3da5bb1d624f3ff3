#include "ui/pages/evidence/evidencewords.h"

#include "core/delivery/wording.h"
#include "core/evidence/approval.h"
#include "core/workspace/problems.h"
#include "ui/widgets/plaintext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

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
    return inWords(kind);
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

QString title(Integrity integrity)
{
    switch (integrity) {
    case Integrity::Unchanged:
        return Text::tr("unchanged");
    case Integrity::Changed:
        return Text::tr("changed");
    case Integrity::Replaced:
        return Text::tr("replaced");
    case Integrity::Missing:
        return Text::tr("missing");
    case Integrity::Unreadable:
        break;
    }
    return Text::tr("unreadable");
}

QString title(Freshness freshness)
{
    switch (freshness) {
    case Freshness::Ready:
        return Text::tr("Ready");
    case Freshness::LapsesLater:
        return Text::tr("Lapses within %1 to %2 days").arg(lapsingDays + 1).arg(lapsingLaterDays);
    case Freshness::LapsesSoon:
        return Text::tr("Lapses within %1 days").arg(lapsingDays);
    case Freshness::Lapsed:
        return Text::tr("Lapsed");
    case Freshness::Draft:
        break;
    }
    return Text::tr("Draft");
}

QString documentInWords(const Evidence &evidence, QDate today)
{
    if (evidence.state == DocumentState::Draft)
        return title(evidence.state);
    if (const QString missing = missingApproval(evidence, today); !missing.isEmpty())
        return missing + u' ' + adviceOnApproval(evidence, today);
    return Text::tr("approved by %1, %2").arg(evidence.approvedBy, day(*evidence.approvedOn));
}

QString documentInShort(const Evidence &evidence, QDate today)
{
    if (stateOn(evidence, today) != evidence.state)
        return Text::tr("not approved yet");
    return namesItsApproval(evidence) ? title(evidence.state) : Text::tr("approved by?");
}

StatusMark documentMark(const Evidence &evidence, QDate today)
{
    const bool isApproved = stateOn(evidence, today) == DocumentState::Approved;
    return isApproved && namesItsApproval(evidence) ? StatusMark::Met : StatusMark::PartlyMet;
}

Validity validityOf(const Evidence &evidence, QDate today)
{
    if (!evidence.validUntil)
        return Validity::Unlimited;
    if (*evidence.validUntil < today)
        return Validity::Lapsed;
    return *evidence.validUntil <= today.addDays(lapsingDays) ? Validity::EndsSoon : Validity::Valid;
}

QString validityInWords(const Evidence &evidence, QDate today)
{
    switch (validityOf(evidence, today)) {
    case Validity::Unlimited:
        break;
    case Validity::Valid:
        return day(*evidence.validUntil);
    case Validity::EndsSoon:
        return Text::tr("%1, soon").arg(day(*evidence.validUntil));
    case Validity::Lapsed:
        return Text::tr("%1, lapsed").arg(day(*evidence.validUntil));
    }
    return {};
}

std::optional<StatusMark> markOf(Validity validity)
{
    switch (validity) {
    case Validity::Unlimited:
        break;
    case Validity::Valid:
        return StatusMark::Met;
    case Validity::EndsSoon:
        return StatusMark::Waiting;
    case Validity::Lapsed:
        return StatusMark::NotMet;
    }
    return std::nullopt;
}

QString integrityInWords(const Evidence &evidence, const FileChecks &checks)
{
    const auto check = evidence.digest ? checks.constFind(*evidence.digest) : checks.cend();
    if (check == checks.cend())
        return integrityInShort(evidence, checks);
    const QString when = check->at.toLocalTime().date().toString(Qt::ISODate);
    switch (check->integrity) {
    case Integrity::Unchanged:
        return Text::tr("Unchanged, %1").arg(when);
    case Integrity::Changed:
        return Text::tr("Changed, %1").arg(when);
    case Integrity::Replaced:
        return Text::tr("Replaced by something else, %1").arg(when);
    case Integrity::Missing:
        return Text::tr("Missing, %1").arg(when);
    case Integrity::Unreadable:
        break;
    }
    return Text::tr("Unreadable, %1").arg(when);
}

QString integrityInShort(const Evidence &evidence, const FileChecks &checks)
{
    if (!evidence.digest)
        return Text::tr("link");
    const auto check = checks.constFind(*evidence.digest);
    return check == checks.cend() ? Text::tr("not checked") : title(check->integrity);
}

StatusMark integrityMark(const Evidence &evidence, const FileChecks &checks)
{
    if (!evidence.digest)
        return StatusMark::ReliedUpon;
    const auto check = checks.constFind(*evidence.digest);
    if (check == checks.cend())
        return StatusMark::NotAnswered;
    return check->integrity == Integrity::Unchanged ? StatusMark::Met : StatusMark::NotMet;
}

QStringList problemsOfPiece(const Evidence &evidence, const FileChecks &checks, QDate today)
{
    QStringList problems;
    if (const QString missing = missingApproval(evidence, today); !missing.isEmpty())
        problems.append(missing + u' ' + adviceOnApproval(evidence, today));
    const auto check = evidence.digest ? checks.constFind(*evidence.digest) : checks.cend();
    if (check != checks.cend() && check->integrity != Integrity::Unchanged)
        problems.append(damageInWords(evidence.title, check->integrity) + u' ' +
                        adviceOnDamage(check->integrity));
    return problems;
}

QString approvalEndedInWords(const Evidence &evidence)
{
    return Text::tr("“%1” is a draft again: it was approved as it was described before. When somebody has "
                    "approved it as it is described now, set “Document” to approved and say by whom and on "
                    "which day. Edit, Undo brings back what was approved.")
        .arg(shownInLine(evidence.title));
}

}
