#include "app/commands/arguments.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr auto between = ".."_L1;

QDate day(const QString &words)
{
    return QDate::fromString(words, u"yyyy-MM-dd"_s);
}

std::string withoutDay(const std::string &words)
{
    return day(QString::fromStdString(words)).isValid() ? "" : words + " is no day; write it as 2026-12-31";
}

std::string withoutPeriod(const std::string &words)
{
    const auto text = QString::fromStdString(words);
    const auto ends = text.split(between);
    const auto isEnd = [](const QString &end) {
        return end.isEmpty() || day(end).isValid();
    };
    if (ends.size() != 2 || !isEnd(ends[0]) || !isEnd(ends[1]) || (ends[0].isEmpty() && ends[1].isEmpty()))
        return words + " is no period; write it as 2026-01-01..2026-12-31";
    if (!ends[0].isEmpty() && !ends[1].isEmpty() && day(ends[1]) < day(ends[0]))
        return words + " ends before it begins";
    return {};
}

}

CLI::Validator isDay()
{
    return {[](std::string &words) { return withoutDay(words); }, "DAY"};
}

CLI::Validator isPeriod()
{
    return {[](std::string &words) { return withoutPeriod(words); }, "A..B"};
}

CLI::Validator isOneOf(const QStringList &words)
{
    const auto known = words.join(u", "_s).toStdString();
    return {[words, known](std::string &said) {
                return words.contains(QString::fromStdString(said)) ? std::string()
                                                                    : said + " is none of " + known;
            },
            words.join(u'|').toStdString()};
}

std::optional<QDate> dayFrom(const std::string &words)
{
    const auto said = day(QString::fromStdString(words));
    return said.isValid() ? std::optional(said) : std::nullopt;
}

std::pair<std::optional<QDate>, std::optional<QDate>> periodFrom(const std::string &words)
{
    const auto text = QString::fromStdString(words);
    return {dayFrom(text.section(between, 0, 0).toStdString()),
            dayFrom(text.section(between, 1, 1).toStdString())};
}

}
