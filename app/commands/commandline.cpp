#include "app/commands/commandline.h"

#include "app/commands/output.h"

#include "core/base/text.h"

#include <CLI/CLI.hpp>

#include <QJsonObject>
#include <QStringList>
#include <QUtf8StringView>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <span>
#include <sstream>
#include <string_view>

using namespace Qt::StringLiterals;

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

std::string whyUnreadable(const char *word)
{
    return word + std::string(" is no readable text: its bytes are not UTF-8. ") +
           (isFile(word) ? "Rename the file, then name it again."
                         : "Write it in UTF-8, then run the command again.");
}

/// As far as that can be known of words that make no sense.
Output::Form formAskedFor(std::span<char *> words)
{
    const auto isJson = [](std::string_view word) {
        return word == "--json";
    };
    return std::ranges::any_of(words, isJson) ? Output::Form::Json : Output::Form::Words;
}

/// Answers with what was asked for instead of a command.
void tell(const QString &key, const std::string &text, Output::Form form)
{
    if (form == Output::Form::Json)
        std::cout << safeJson({{key, QString::fromStdString(text).trimmed()}}).toStdString();
    else
        std::cout << text;
}

/// Says why the words are no usage.
void explain(const std::string &sentences, Output::Form form)
{
    std::cerr << withVisibleControlsPerLine(sentences) << '\n';
    if (form == Output::Form::Json)
        std::cout << safeJson(whyNot(QString::fromStdString(sentences), Exit::Usage)).toStdString();
}

}

CommandLine::CommandLine()
    : m_program(std::make_unique<CLI::App>(
          "Plimsoll without a window: bring AI systems up to ETSI EN 304 223 and hand over what proves it.",
          "plimsollctl"))
{
    m_program->set_version_flag("--version", "plimsollctl " PLIMSOLL_VERSION);
    m_program->add_flag("--json", m_json, "Answer as one JSON document, also where that says why not");
    m_program->add_option("--as", m_person, "Who acts; without it, the operating system's user")
        ->type_name("NAME");
    m_program->add_flag("--verbose", m_verbose,
                        "When something is refused, also say what the disk or the database said");
    m_program->require_subcommand(1);
    m_program->fallthrough();
    m_program->footer("Every command understands --json, --as NAME and --verbose as well.\n"
                      "Exit codes: 0 fine, 1 the answer is no, 2 wrong usage, 3 could not.");
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
    const auto said = std::span(words, size_t(count));
    const auto form = formAskedFor(said);
    const auto unreadable = std::ranges::find_if_not(said, isText);
    if (unreadable != said.end()) {
        ending = Exit::Usage;
        explain(whyUnreadable(*unreadable), form);
        return std::nullopt;
    }
    try {
        m_program->parse(count, words);
    } catch (const CLI::Success &success) {
        ending = Exit::Fine;
        std::ostringstream text;
        m_program->exit(success, text, std::cerr);
        tell(dynamic_cast<const CLI::CallForVersion *>(&success) ? u"version"_s : u"help"_s, text.str(),
             form);
        return std::nullopt;
    } catch (const CLI::ParseError &error) {
        ending = Exit::Usage;
        const auto unknown = m_program->remaining();
        const bool hasNoCommand = m_program->get_subcommands().empty() && !unknown.empty();
        explain((hasNoCommand ? unknown.front() + " is no command of plimsollctl." : error.what()) +
                    "\nTry plimsollctl --help.",
                form);
        return std::nullopt;
    }
    return m_chosen;
}

}
