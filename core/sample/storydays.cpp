#include "core/sample/storydays.h"

#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr int middleOfMonth = 15;

int monthsSinceZero(const QDate &day)
{
    return day.year() * 12 + day.month() - 1;
}

QString nameOf(int month)
{
    return QLocale::c().monthName(month);
}

QString labelOf(int month)
{
    return QLocale::c().monthName(month, QLocale::ShortFormat).toUpper();
}

/// From 1 to 12. `names` has the form in which the month is written.
int monthCalled(const QString &name, QString (*names)(int))
{
    int month = 1;
    while (month < 12 && names(month) != name)
        ++month;
    return month;
}

/// The alternatives of a regular expression.
QString everyMonth(QString (*names)(int))
{
    QStringList months;
    for (int month = 1; month <= 12; ++month)
        months << names(month);
    return months.join(u'|');
}

const QRegularExpression &whatNamesADay()
{
    static const QRegularExpression mention(
        u"(?<!\\d)(?<day>20\\d\\d-\\d\\d-\\d\\d)(?!\\d)"
        "|(?<!\\d)(?<monthYear>20\\d\\d)-(?<monthNumber>0[1-9]|1[0-2])(?!\\d)"
        "|\\b(?<monthName>%1)\\b(?: (?<nameYear>20\\d\\d))?"
        "|\\b(?<monthLabel>%2)\\b"
        "|(?<!\\d)(?<year>20(?:1[5-9]|2\\d|3\\d))(?!\\d)"_s.arg(everyMonth(nameOf), everyMonth(labelOf)));
    return mention;
}

}

StoryDays::StoryDays(const QDate &writtenOn, const QDate &toldOn)
    : m_days(writtenOn.daysTo(toldOn))
    , m_writtenIn(writtenOn.year())
{
    // from the middle, so that a month and a year are moved to the nearest
    const QDate month(writtenOn.year(), writtenOn.month(), middleOfMonth);
    m_months = monthsSinceZero(month.addDays(m_days)) - monthsSinceZero(month);
    const QDate year(writtenOn.year(), 7, 1);
    m_years = year.addDays(m_days).year() - year.year();
}

QString StoryDays::moved(const QString &text) const
{
    QString told;
    qsizetype end = 0;
    for (auto mentions = whatNamesADay().globalMatch(text); mentions.hasNext();) {
        const auto mention = mentions.next();
        const auto number = [&](QStringView group) {
            return mention.captured(group).toInt();
        };
        told += text.mid(end, mention.capturedStart() - end);
        end = mention.capturedEnd();
        if (mention.hasCaptured(u"day")) {
            told += movedDay(mention.captured(u"day"));
        } else if (mention.hasCaptured(u"monthNumber")) {
            const auto [year, month] = moved(Month{number(u"monthYear"), number(u"monthNumber")});
            told += u"%1-%2"_s.arg(year).arg(month, 2, 10, QChar(u'0'));
        } else if (mention.hasCaptured(u"nameYear")) {
            const auto month = monthCalled(mention.captured(u"monthName"), nameOf);
            const auto there = moved(Month{number(u"nameYear"), month});
            told += nameOf(there.month) + u' ' + QString::number(there.year);
        } else if (mention.hasCaptured(u"monthName")) {
            const auto month = monthCalled(mention.captured(u"monthName"), nameOf);
            told += nameOf(moved(Month{m_writtenIn, month}).month);
        } else if (mention.hasCaptured(u"monthLabel")) {
            const auto month = monthCalled(mention.captured(u"monthLabel"), labelOf);
            told += labelOf(moved(Month{m_writtenIn, month}).month);
        } else {
            told += QString::number(number(u"year") + m_years);
        }
    }
    return told + text.mid(end);
}

QString StoryDays::movedDay(const QString &text) const
{
    const auto day = QDate::fromString(text, Qt::ISODate);
    return day.isValid() ? day.addDays(m_days).toString(Qt::ISODate) : text;
}

StoryDays::Month StoryDays::moved(const Month &month) const
{
    const auto there = month.year * 12 + month.month - 1 + m_months;
    return {there / 12, there % 12 + 1};
}

}
