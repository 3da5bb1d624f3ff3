#include "core/exchange/registerday.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RegisterDay)
};

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

QString withoutTimeOfDay(const QString &cell)
{
    static const QRegularExpression timeOfDay(u"[T ]\\d{1,2}:\\d{2}.*$"_s);
    return QString(cell).remove(timeOfDay).simplified();
}

/// Of any year.
QDate dayFrom(const QString &text)
{
    static const QStringList forms{u"yyyy-M-d"_s,    u"yyyy/M/d"_s,    u"d.M.yyyy"_s,     u"d MMM yyyy"_s,
                                   u"d MMMM yyyy"_s, u"MMM d, yyyy"_s, u"MMMM d, yyyy"_s, u"d-MMM-yyyy"_s};
    QDate day;
    for (const auto &form : forms) {
        if (!day.isValid())
            day = QLocale::c().toDate(text, form);
    }
    if (!day.isValid())
        day = bySlashes(text);
    return day;
}

bool isInRange(QDate day)
{
    return day.isValid() && day.year() >= 1900 && day.year() <= 2200;
}

/// Whether it is written like a day, and only that the calendar has none such keeps it from being one.
bool isBeyondCalendar(const QString &text)
{
    static const QRegularExpression yearFirst(
        QRegularExpression::anchoredPattern(u"\\d{4}([-/])\\d{1,2}\\1\\d{1,2}"_s));
    static const QRegularExpression byDots(
        QRegularExpression::anchoredPattern(u"\\d{1,2}\\.\\d{1,2}\\.\\d{4}"_s));
    static const QRegularExpression named(QRegularExpression::anchoredPattern(
        u"(\\d{1,2})([ -]\\p{L}+[ -]\\d{4})|(\\p{L}+) (\\d{1,2})(, \\d{4})"_s));
    if (yearFirst.match(text).hasMatch() || byDots.match(text).hasMatch())
        return true;
    const auto match = named.match(text);
    const QString firstOfMonth = match.captured(1).isEmpty()
                                     ? u"%1 1%2"_s.arg(match.captured(3), match.captured(5))
                                     : u'1' + match.captured(2);
    return match.hasMatch() && dayFrom(firstOfMonth).isValid();
}

}

std::optional<QDate> dayInCell(const QString &cell)
{
    const QDate day = dayFrom(withoutTimeOfDay(cell));
    return isInRange(day) ? std::optional(day) : std::nullopt;
}

QString whyNoDay(const QString &cell)
{
    const auto text = withoutTimeOfDay(cell);
    const QDate day = dayFrom(text);
    if (isInRange(day))
        return {};
    if (day.isValid())
        return Text::tr("The year is out of range. Write a day of the years 1900 to 2200.");
    if (isBeyondCalendar(text))
        return Text::tr("%1 is no day: the calendar has none such. Write one as 2026-12-31.").arg(text);
    return Text::tr("This is no day that can be read in one way only. Write it as 2026-12-31.");
}

}
