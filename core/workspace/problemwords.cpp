#include "core/evidence/approval.h"
#include "core/workspace/problems.h"

#include <QCoreApplication>

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Problems)
};

QString day(QDate date)
{
    return date.toString(Qt::ISODate);
}

}

QString missingApproval(const Evidence &evidence, QDate today)
{
    if (stateOn(evidence, today) != evidence.state)
        return Text::tr("“%1” is called approved on %2, a day that has not come yet, and is a draft until "
                        "then.")
            .arg(evidence.title, day(*evidence.approvedOn));
    if (namesItsApproval(evidence))
        return {};
    const QString says = evidence.approvedOn ? Text::tr("“%1” is called approved, but not by whom.")
                         : evidence.approvedBy.trimmed().isEmpty()
                             ? Text::tr("“%1” is called approved, but neither by whom nor when.")
                             : Text::tr("“%1” is called approved, but not when.");
    return says.arg(evidence.title);
}

QString adviceOnApproval(const Evidence &evidence, QDate today)
{
    if (stateOn(evidence, today) != evidence.state)
        return Text::tr("Say the day it was approved in its details, or call it a draft.");
    return namesItsApproval(evidence) ? QString() : Text::tr("Say it in its details, or call it a draft.");
}

QString endedApprovalInWords(const Evidence &approved)
{
    return Text::tr(
               "What %1 approved is described otherwise now, so it is a draft until somebody approves it as "
               "it is.")
        .arg(approved.approvedBy.trimmed().isEmpty() ? Text::tr("somebody") : approved.approvedBy);
}

QString damageInWords(const QString &title, Integrity integrity)
{
    switch (integrity) {
    case Integrity::Unchanged:
        return {};
    case Integrity::Changed:
        return Text::tr("The stored file of “%1” is not what was stored: its content no longer has the "
                        "fingerprint in the record.")
            .arg(title);
    case Integrity::Replaced:
        return Text::tr("In the place of the stored file of “%1” lies something else, such as a link; the "
                        "record vouches for nothing behind it.")
            .arg(title);
    case Integrity::Missing:
        return Text::tr("The stored file of “%1” is missing.").arg(title);
    case Integrity::Unreadable:
        break;
    }
    return Text::tr("The stored file of “%1” cannot be read.").arg(title);
}

QString adviceOnDamage(Integrity integrity)
{
    switch (integrity) {
    case Integrity::Unchanged:
        return {};
    case Integrity::Changed:
    case Integrity::Missing:
        return Text::tr("Attach the original again, and it takes its place.");
    case Integrity::Replaced: // nothing is stored behind a link in the place of a folder
        return Text::tr("Take away what lies there, then attach the original again.");
    case Integrity::Unreadable:
        break;
    }
    return Text::tr("Give yourself the right to read the evidence folder, or attach the original again.");
}

}
