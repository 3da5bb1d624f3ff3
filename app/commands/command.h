#pragma once

#include "core/record/words.h"

#include <QStringList>

#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
}

namespace plimsoll {

/// One thing that may be said after a command. What does not fit is wrong usage, explained and refused before
/// the command does its work.
class Argument
{
public:
    explicit Argument(CLI::Option &option)
        : m_option(&option)
    {
    }

    /// What is named by position is filled() then, too.
    Argument required() const;
    /// What stands for it in the help: NAME.
    Argument named(const char *placeholder) const;
    /// A calendar day as yyyy-MM-dd; see dayFrom().
    Argument day() const;
    /// The same, or empty to take away the day that is there.
    Argument dayOrNone() const;
    /// A..B: two days in order, either of which may be missing; see periodFrom().
    Argument period() const;
    /// The same, or empty to take away the days that are there.
    Argument periodOrNone() const;
    /// Both included.
    Argument between(int least, int most) const;
    Argument between(double least, double most) const;
    Argument oneOf(const QStringList &words) const;
    /// An empty word, such as a variable of a script that was never set, is wrong usage and not the same as
    /// saying nothing.
    Argument filled() const;
    /// One of the words by which the record writes the enum down.
    template <Worded E>
    Argument wordOf() const
    {
        QStringList words;
        for (const auto &[value, text] : Words<E>::words)
            words.append(text);
        return oneOf(words);
    }
    /// Makes sense beside the other alone.
    Argument needs(Argument other) const;
    /// Makes no sense beside the other.
    Argument excludes(Argument other) const;

private:
    CLI::Option *m_option;
};

/// A command and what may be said after it. A handle: copies speak of the same command.
class Command
{
public:
    explicit Command(CLI::App &app)
        : m_app(&app)
    {
    }

    /// By position when the name begins with no dash. `into` is what was said, and outlives the command line.
    Argument takes(const char *name, std::string &into, const char *sentence) const;
    Argument takes(const char *name, std::optional<std::string> &into, const char *sentence) const;
    Argument takes(const char *name, std::vector<std::string> &into, const char *sentence) const;
    Argument takes(const char *name, int &into, const char *sentence) const;
    Argument takes(const char *name, double &into, const char *sentence) const;
    Argument flag(const char *name, bool &into, const char *sentence) const;

    /// A command below this one: the "show" of "catalogue show".
    [[nodiscard]] Command command(const char *name, const char *sentence) const;

    [[nodiscard]] CLI::App &app() const { return *m_app; }

private:
    CLI::App *m_app;
};

}
