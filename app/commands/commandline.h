#pragma once

#include "core/base/result.h"

#include <CLI/CLI.hpp>

#include <QString>

#include <functional>
#include <optional>

namespace plimsoll {

class Clock;
class Output;

/// What a command ends with; the numbers are the program's exit codes.
enum class Exit {
    Fine = 0,
    No = 1,       ///< it was done, and the answer is no
    Usage = 2,    ///< asked in a way that makes no sense
    CouldNot = 3, ///< it could not be done; the reason was given
};

/// What every command is given.
struct Invocation
{
    Output &output;
    const Clock &clock;
    QString person; ///< who acts, as given with --as; empty means the operating system's user
};

/// Does the command's work once its arguments are parsed.
using Work = std::function<Result<Exit>(const Invocation &)>;

/// Whether a command draws text and pictures, and so needs fonts and a painting engine (never a display).
enum class Paints { No, Yes };

/// The words after `plimsollctl`: what may be said, and what was.
class CommandLine
{
public:
    struct Chosen
    {
        Work work;
        Paints paints = Paints::No;
    };

    CommandLine();

    /// Where commands add their subcommand and its arguments.
    [[nodiscard]] CLI::App &program() { return m_program; }
    /// `command` does `work` when it is the one asked for.
    void perform(CLI::App &command, Work work, Paints paints = Paints::No);

    /// The command asked for. Nothing when help or the version was asked for, or the words made no sense:
    /// then `ending` says how the program ends, and the answer was printed.
    std::optional<Chosen> parse(int count, char **words, Exit &ending);

    [[nodiscard]] bool wantsJson() const { return m_json; }
    [[nodiscard]] QString person() const { return QString::fromStdString(m_person); }

private:
    CLI::App m_program;
    bool m_json = false;
    std::string m_person;
    std::optional<Chosen> m_chosen;
};

/// Adds one command to the command line.
using AddCommand = void (*)(CommandLine &);

}
