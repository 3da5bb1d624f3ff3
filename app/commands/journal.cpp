#include "app/commands/journal.h"

#include "app/commands/output.h"
#include "app/commands/place.h"

#include "core/base/text.h"
#include "core/journal/journal.h"
#include "core/workspace/journalreading.h"
#include "core/workspace/recordschema.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <limits>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(JournalCommand)
};

struct Arguments
{
    std::string folder;
    std::string system;
    int limit = 200;
};

/// What the page Journal lists.
Result<JournalLines> read(const Arguments &arguments, const Connection &connection, Output &output)
{
    JournalQuestion question;
    question.limit = arguments.limit;
    if (!arguments.system.empty()) {
        const auto system = systemCalled(QString::fromStdString(arguments.system), connection);
        if (!system)
            return tl::unexpected(system.error());
        question.system = system->id;
    }
    return readJournal(connection, question, output.progress());
}

QJsonObject json(const JournalEntry &entry, const QString &person)
{
    QJsonArray edits;
    for (const auto &edit : entry.edits) {
        QJsonObject fields;
        for (const auto &field : edit.fields)
            fields.insert(field.name, QJsonArray{field.before.toJson(), field.after.toJson()});
        edits.append(QJsonObject{{u"type"_s, edit.table},
                                 {u"id"_s, edit.id},
                                 {u"edit"_s, word(edit.kind)},
                                 {u"fields"_s, fields}});
    }
    return {{u"sequence"_s, entry.header.sequence},
            {u"at"_s, entry.header.at.toString(Qt::ISODateWithMs)},
            {u"person"_s, person},
            {u"label"_s, entry.label},
            {u"account"_s, entry.account},
            {u"host"_s, entry.host},
            {u"redacted"_s, entry.redacted},
            {u"edits"_s, edits}};
}

/// "Ana Ruiz (aruiz@pc-7)": whose change it was, and as whom the operating system knew who made it.
QString whoIn(const JournalLine &line)
{
    return line.account.isEmpty() ? line.person : u"%1 (%2)"_s.arg(line.person, line.account);
}

void say(const JournalLines &page, Output &output)
{
    for (const JournalLine &line : page.lines)
        output.words(
            u"%1  %2  %3  %4"_s.arg(line.sequence, 6)
                .arg(line.at.toString(Qt::ISODate), withVisibleControls(whoIn(line)),
                     line.label.isEmpty() ? Text::tr("(withheld)") : withVisibleControls(line.label)));
    output.words(page.lines.isEmpty() ? Text::tr("The journal has no entry for this.")
                                      : Text::tr("Identity declared, not proven"));
}

/// The lines with their edits, one entry at a time.
Result<QJsonArray> withEdits(const JournalLines &page, const Connection &connection)
{
    QJsonArray all;
    for (const JournalLine &line : page.lines) {
        const auto entry =
            entries(connection, recordSchema(), {.before = line.sequence + 1, .limit = 1, .entity = {}});
        if (!entry)
            return tl::unexpected(entry.error());
        for (const JournalEntry &one : *entry)
            all.append(json(one, line.person));
    }
    return all;
}

Result<Exit> show(const Arguments &arguments, const Invocation &invocation)
{
    const auto workspace = openRecord(arguments.folder, invocation);
    if (!workspace)
        return tl::unexpected(workspace.error());
    const auto reader = (*workspace)->reader();
    if (!reader)
        return tl::unexpected(reader.error());
    const auto page = read(arguments, **reader, invocation.output);
    if (!page)
        return tl::unexpected(page.error());
    if (invocation.output.form() == Output::Form::Json) {
        const auto all = withEdits(*page, **reader);
        if (!all)
            return tl::unexpected(all.error());
        invocation.output.json({{u"entries"_s, *all}, {u"identity"_s, Text::tr("declared, not proven")}});
    }
    say(*page, invocation.output);
    return Exit::Fine;
}

}

void addJournal(CommandLine &commandLine)
{
    const auto arguments = std::make_shared<Arguments>();
    const Command command = commandLine.command("journal", "Show who did what and when, newest first");
    command.takes("WS|PACKAGE", arguments->folder, "The workspace or package").required();
    command.takes("--system", arguments->system, "Only what touched this system").named("SYSTEM").filled();
    command.takes("--limit", arguments->limit, "At most so many entries; 200 when not said")
        .named("N")
        .between(1, std::numeric_limits<int>::max());
    commandLine.perform(command,
                        [arguments](const Invocation &invocation) { return show(*arguments, invocation); });
}

}
