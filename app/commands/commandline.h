#pragma once

#include "app/commands/command.h"
#include "app/commands/invocation.h"

#include <memory>
#include <optional>

namespace plimsoll {

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
    CommandLine(const CommandLine &) = delete;
    CommandLine &operator=(const CommandLine &) = delete;
    ~CommandLine();

    /// A command of the program.
    [[nodiscard]] Command command(const char *name, const char *sentence) const;
    /// A command that only makes sense with one below it.
    [[nodiscard]] Command group(const char *name, const char *sentence) const;
    /// `command` does `work` when it is the one asked for.
    void perform(Command command, Work work, Paints paints = Paints::No);

    /// The command asked for. Nothing when help or the version was asked for, or the words made no sense:
    /// then `ending` says how the program ends, and the answer was printed.
    std::optional<Chosen> parse(int count, char **words, Exit &ending);

    [[nodiscard]] bool wantsJson() const { return m_json; }
    [[nodiscard]] bool wantsDetails() const { return m_verbose; }
    [[nodiscard]] QString person() const { return QString::fromStdString(m_person); }
    /// All that may be said, as the library that parses it keeps it.
    [[nodiscard]] CLI::App &program() const { return *m_program; }

private:
    std::unique_ptr<CLI::App> m_program;
    bool m_json = false;
    bool m_verbose = false;
    std::string m_person;
    std::optional<Chosen> m_chosen;
};

/// Adds one command to the command line.
using AddCommand = void (*)(CommandLine &);

}
