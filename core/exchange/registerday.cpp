#include "core/exchange/registerday.h"

#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

/// 15/03/2026 and 03/15/2026 are the same day; 03/04/2026 is nobody knows which.
QDate bySlashes(const QString &text)
{
    static const QRegularExpression slashes(
        QRegularExpression::anchoredPattern(u"(\\d{1,2})[/-](\\d{1,2})[/-](\\d{4})"_s));
    const auto match = slashes.match(text);
    if (!match.hasMatch())
        return {};
    const int first = match.captured(1).toInt();
    const int second = match.captured(2).toInt();
    const int year = match.captured(3).toInt();
    if (first <= 12 && second <= 12 && first != second)
        return {};
    return second > 12 ? QDate(year, first, second) : QDate(year, second, first);
}

}

std::optional<QDate> dayInCell(const QString &cell)
{
    static const QRegularExpression timeOfDay(u"[T ]\\d{1,2}:\\d{2}.*$"_s);
    const auto text = QString(cell).remove(timeOfDay).simplified();
    static const QStringList forms{u"yyyy-M-d"_s,    u"yyyy/M/d"_s,    u"d.M.yyyy"_s,     u"d MMM yyyy"_s,
                                   u"d MMMM yyyy"_s, u"MMM d, yyyy"_s, u"MMMM d, yyyy"_s, u"d-MMM-yyyy"_s};
    QDate day;
    for (const auto &form : forms) {
        if (!day.isValid())
            day = QLocale::c().toDate(text, form);
    }
    if (!day.isValid())
        day = bySlashes(text);
    return day.isValid() && day.year() >= 1900 && day.year() <= 2200 ? std::optional(day) : std::nullopt;
}

}
