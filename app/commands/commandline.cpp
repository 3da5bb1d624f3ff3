#include "app/commands/commandline.h"

#include "core/base/text.h"

#include <CLI/CLI.hpp>

#include <QStringList>
#include <QUtf8StringView>

#include <filesystem>
#include <iostream>
#include <span>

namespace plimsoll {

namespace {

std::string withVisibleControlsPerLine(const std::string &text)
{
    QStringList lines;
    for (const auto &line : QString::fromStdString(text).split(u'\n'))
        lines.append(withVisibleControls(line));
    return lines.join(u'\n').toStdString();
}

/// Whether the bytes are UTF-8: all text of a workspace is, and what is not would be read as another name.
bool isText(const char *word)
{
    return QUtf8StringView(word).isValidUtf8();
}

bool isFile(const char *path)
{
    std::error_code unknown;
    return std::filesystem::exists(path, unknown);
}

}

CommandLine::CommandLine()
    : m_program(std::make_unique<CLI::App>(
          "Plimsoll without a window: bring AI systems up to ETSI EN 304 223 and hand over what proves it.",
          "plimsollctl"))
{
    m_program->set_version_flag("--version", "plimsollctl " PLIMSOLL_VERSION);
    m_program->add_flag("--json", m_json, "Answer as one JSON document");
    m_program->add_option("--as", m_person, "Who acts; without it, the operating system's user")
        ->type_name("NAME");
    m_program->add_flag("--verbose", m_verbose,
                        "When something is refused, also say what the disk or the database said");
    m_program->require_subcommand(1);
    m_program->fallthrough();
    m_program->footer("Exit codes: 0 fine, 1 the answer is no, 2 wrong usage, 3 could not.");
}

CommandLine::~CommandLine() = default;

Command CommandLine::command(const char *name, const char *sentence) const
{
    return Command(*m_program->add_subcommand(name, sentence));
}

Command CommandLine::group(const char *name, const char *sentence) const
{
    CLI::App &group = *m_program->add_subcommand(name, sentence);
    group.require_subcommand(1);
    group.fallthrough();
    return Command(group);
}

void CommandLine::perform(Command command, Work work, Paints paints)
{
    command.app().callback([this, work = std::move(work), paints] { m_chosen = Chosen{work, paints}; });
}

std::optional<CommandLine::Chosen> CommandLine::parse(int count, char **words, Exit &ending)
{
    for (const char *word : std::span(words, size_t(count))) {
        if (isText(word))
            continue;
        std::cerr << withVisibleControlsPerLine(word) << " is no readable text: its bytes are not UTF-8. "
                  << (isFile(word) ? "Rename the file, then name it again.\n"
                                   : "Write it in UTF-8, then run the command again.\n");
        ending = Exit::Usage;
        return std::nullopt;
    }
    try {
        m_program->parse(count, words);
    } catch (const CLI::Success &success) {
        m_program->exit(success, std::cout, std::cerr);
        ending = Exit::Fine;
        return std::nullopt;
    } catch (const CLI::ParseError &error) {
        const auto unknown = m_program->remaining();
        const bool hasNoCommand = m_program->get_subcommands().empty() && !unknown.empty();
        std::cerr << withVisibleControlsPerLine(
                         hasNoCommand ? (unknown.front() + " is no command of plimsollctl.").c_str()
                                      : error.what())
                  << "\nTry plimsollctl --help.\n";
        ending = Exit::Usage;
        return std::nullopt;
    }
    return m_chosen;
}

}
