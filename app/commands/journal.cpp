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

/// Those that touched the system or anything of it, as the page Journal lists them.
Result<QList<JournalEntry>> ofSystem(const Id<AiSystem> &system, int limit, const Connection &connection)
{
    JournalQuestion question;
    question.system = system;
    question.limit = limit;
    const auto lines = readJournal(connection, question);
    if (!lines)
        return tl::unexpected(lines.error());
    QList<JournalEntry> found;
    for (const JournalLine &line : lines->lines) {
        JournalWindow window;
        window.before = line.sequence + 1;
        window.limit = 1;
        const auto entry = entries(connection, recordSchema(), window);
        if (!entry)
            return entry;
        found += *entry;
    }
    return found;
}

Result<QList<JournalEntry>> read(const Arguments &arguments, const Connection &connection)
{
    if (!arguments.system.empty()) {
        const auto system = systemCalled(QString::fromStdString(arguments.system), connection);
        if (!system)
            return tl::unexpected(system.error());
        return ofSystem(system->id, arguments.limit, connection);
    }
    JournalWindow window;
    window.limit = arguments.limit;
    return entries(connection, recordSchema(), window);
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
QString whoIn(const JournalEntry &entry, const QString &person)
{
    const QString account = entry.host.isEmpty() ? entry.account : entry.account + u'@' + entry.host;
    return account.isEmpty() ? person : u"%1 (%2)"_s.arg(person, account);
}

Result<Exit> show(const Arguments &arguments, const Invocation &invocation)
{
    const auto workspace = openRecord(arguments.folder, invocation);
    if (!workspace)
        return tl::unexpected(workspace.error());
    const auto reader = (*workspace)->reader();
    if (!reader)
        return tl::unexpected(reader.error());
    const auto names = personNames(**reader);
    if (!names)
        return tl::unexpected(names.error());
    const auto found = read(arguments, **reader);
    if (!found)
        return tl::unexpected(found.error());

    QJsonArray all;
    for (const auto &entry : *found) {
        const auto person = names->value(entry.header.actor, entry.header.actor.text());
        all.append(json(entry, person));
        invocation.output.words(
            u"%1  %2  %3  %4"_s.arg(entry.header.sequence, 6)
                .arg(entry.header.at.toString(Qt::ISODate), withVisibleControls(whoIn(entry, person)),
                     entry.label.isEmpty() ? Text::tr("(withheld)") : withVisibleControls(entry.label)));
    }
    if (found->isEmpty())
        invocation.output.words(Text::tr("The journal has no entry for this."));
    invocation.output.json({{u"entries"_s, all}});
    return Exit::Fine;
}

}

void addJournal(CommandLine &commandLine)
{
    const auto arguments = std::make_shared<Arguments>();
    const Command command = commandLine.command("journal", "Show who did what and when, newest first");
    command.takes("WS", arguments->folder, "The workspace or package").required();
    command.takes("--system", arguments->system, "Only what touched this system").named("SYSTEM").filled();
    command.takes("--limit", arguments->limit, "At most so many entries; 200 when not said")
        .named("N")
        .between(1, std::numeric_limits<int>::max());
    commandLine.perform(command,
                        [arguments](const Invocation &invocation) { return show(*arguments, invocation); });
}

}
