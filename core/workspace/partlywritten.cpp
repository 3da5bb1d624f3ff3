#include "core/workspace/partlywritten.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PartlyWritten)
};

QString reasonOf(const Error &refusal)
{
    switch (refusal.code) {
    case ErrorCode::Busy:
        return Text::tr("Then somebody else was writing in the workspace.");
    case ErrorCode::Conflict:
        return Text::tr("Then somebody else changed the same in the workspace.");
    case ErrorCode::Storage:
        return Text::tr("Then the disk did not take what was to be written: it may be full.");
    case ErrorCode::Denied:
        return Text::tr("Then writing here was no longer allowed, or whoever acts was no longer known.");
    default:
        return refusal.message;
    }
}

}

Error afterPartWasWritten(const QString &standing, const Error &refusal)
{
    QStringList details{refusal.message};
    if (!refusal.detail.isEmpty())
        details.append(refusal.detail);
    return {refusal.code, standing + u' ' + reasonOf(refusal), details.join(u' ')};
}

}
