#include "app/commands/sourcedateepoch.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SourceDateEpoch)
};

const QDate firstDay(1980, 1, 1);
const QDate lastDay(2107, 12, 31);

bool isDigit(QChar character)
{
    return character >= u'0' && character <= u'9';
}

}

Result<QDateTime> momentOfEpoch(const QString &seconds)
{
    bool isNumber = std::ranges::all_of(seconds, isDigit);
    const auto count = isNumber ? seconds.toLongLong(&isNumber) : 0;
    const bool isTellable = count >= firstDay.startOfDay(Qt::UTC).toSecsSinceEpoch() &&
                            count <= lastDay.endOfDay(Qt::UTC).toSecsSinceEpoch();
    if (!isNumber || !isTellable)
        return refuse(ErrorCode::Invalid,
                      Text::tr("SOURCE_DATE_EPOCH is “%1”, and no moment of the years %2 to %3. Set it to "
                               "whole seconds since 1970, such as 1767225600 for 2026-01-01, or unset it.")
                          .arg(seconds, QString::number(firstDay.year()), QString::number(lastDay.year())));
    return QDateTime::fromSecsSinceEpoch(count, Qt::UTC);
}

}
