#include "app/commands/command.h"

#include "app/commands/arguments.h"

#include "core/workspace/dayrules.h"

#include <CLI/CLI.hpp>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

std::string misuseOfDay(const std::string &words)
{
    const auto day = dayFrom(words);
    if (!day)
        return words + " is no day; write it as 2026-12-31";
    return isOfOurTime(*day) ? std::string()
                             : words + " is out of range; the record takes days of the years " +
                                   std::to_string(firstYear) + " to " + std::to_string(lastYear);
}

std::string misuseOfPeriod(const std::string &words)
{
    const auto ends = QString::fromStdString(words).split(u".."_s);
    const auto isEnd = [](const QString &end) {
        return end.isEmpty() || dayFrom(end.toStdString());
    };
    if (ends.size() != 2 || !isEnd(ends[0]) || !isEnd(ends[1]) || (ends[0].isEmpty() && ends[1].isEmpty()))
        return words + " is no period; write it as 2026-01-01..2026-12-31";
    for (const auto &end : ends) {
        if (const auto misuse = end.isEmpty() ? std::string() : misuseOfDay(end.toStdString());
            !misuse.empty())
            return misuse;
    }
    const auto [from, until] = periodFrom(words);
    return from && until && *until < *from ? words + " ends before it begins" : std::string();
}

}

Argument Argument::required() const
{
    m_option->required();
    return m_option->get_positional() ? filled() : *this;
}

Argument Argument::named(const char *placeholder) const
{
    m_option->type_name(placeholder);
    return *this;
}

Argument Argument::day() const
{
    m_option->check(CLI::Validator([](std::string &words) { return misuseOfDay(words); }, "DAY"));
    return *this;
}

Argument Argument::dayOrNone() const
{
    m_option->check(CLI::Validator(
        [](std::string &words) { return words.empty() ? std::string() : misuseOfDay(words); }, "DAY"));
    return *this;
}

Argument Argument::period() const
{
    m_option->check(CLI::Validator([](std::string &words) { return misuseOfPeriod(words); }, "A..B"));
    return *this;
}

Argument Argument::periodOrNone() const
{
    m_option->check(CLI::Validator(
        [](std::string &words) { return words.empty() ? std::string() : misuseOfPeriod(words); }, "A..B"));
    return *this;
}

Argument Argument::between(int least, int most) const
{
    m_option->check(CLI::Range(least, most));
    return *this;
}

Argument Argument::between(double least, double most) const
{
    m_option->check(CLI::Range(least, most));
    return *this;
}

Argument Argument::oneOf(const QStringList &words) const
{
    const auto known = words.join(u", "_s).toStdString();
    m_option->check(CLI::Validator(
        [words, known](std::string &said) {
            return words.contains(QString::fromStdString(said)) ? std::string()
                                                                : said + " is none of " + known;
        },
        words.join(u'|').toStdString()));
    return *this;
}

Argument Argument::filled() const
{
    m_option->check(CLI::Validator(
        [option = m_option](std::string &words) -> std::string {
            if (!words.empty())
                return {};
            return option->get_required() ? "nothing is named"
                                          : "nothing is named; leave it out if that is meant";
        },
        {}));
    return *this;
}

Argument Argument::needs(Argument other) const
{
    m_option->needs(other.m_option);
    return *this;
}

Argument Argument::excludes(Argument other) const
{
    m_option->excludes(other.m_option);
    return *this;
}

Argument Command::takes(const char *name, std::string &into, const char *sentence) const
{
    return Argument(*m_app->add_option(name, into, sentence));
}

Argument Command::takes(const char *name, std::optional<std::string> &into, const char *sentence) const
{
    return Argument(*m_app->add_option(name, into, sentence));
}

Argument Command::takes(const char *name, std::vector<std::string> &into, const char *sentence) const
{
    return Argument(*m_app->add_option(name, into, sentence));
}

Argument Command::takes(const char *name, int &into, const char *sentence) const
{
    return Argument(*m_app->add_option(name, into, sentence));
}

Argument Command::takes(const char *name, double &into, const char *sentence) const
{
    return Argument(*m_app->add_option(name, into, sentence));
}

Argument Command::flag(const char *name, bool &into, const char *sentence) const
{
    return Argument(*m_app->add_flag(name, into, sentence));
}

Command Command::command(const char *name, const char *sentence) const
{
    return Command(*m_app->add_subcommand(name, sentence));
}

}
