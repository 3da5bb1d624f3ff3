#include "app/commands/person.h"

#include "app/commands/output.h"
#include "app/commands/place.h"

#include "core/base/text.h"
#include "core/storage/repository.h"
#include "core/workspace/people.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PersonCommand)
};

struct Arguments
{
    std::string folder;
    std::string name;
    std::string address;
    std::string party;
    std::string function;
};

QString trimmed(const std::string &words)
{
    return QString::fromStdString(words).trimmed();
}

QJsonObject json(const Person &person, const QString &party)
{
    return {{u"person"_s, person.name},
            {u"id"_s, person.id.text()},
            {u"address"_s, person.address},
            {u"function"_s, person.function},
            {u"party"_s, party},
            {u"account"_s, person.account},
            {u"left_on"_s, person.leftOn ? person.leftOn->toString(Qt::ISODate) : QJsonValue()}};
}

/// Of a party that the workspace does not know.
Error withWayOut(const Error &error)
{
    if (error.code != ErrorCode::NotFound)
        return error;
    const auto wayOut = Text::tr("Name one of these, or enter another with plimsollctl party add.");
    return {error.code, error.message + u' ' + wayOut, error.detail};
}

Result<Exit> add(const Arguments &arguments, const Invocation &invocation)
{
    const auto record = recordToWrite(arguments.folder, invocation);
    if (!record)
        return tl::unexpected(record.error());
    const auto party = partyCalled(trimmed(arguments.party), *record->reader);
    if (!party)
        return tl::unexpected(withWayOut(party.error()));
    Person person;
    person.id = Id<Person>::generate(invocation.clock);
    person.name = trimmed(arguments.name);
    person.address = trimmed(arguments.address);
    person.function = trimmed(arguments.function);
    person.party = party->id;
    const auto planned = planNewPerson(person, *record->reader);
    if (!planned)
        return tl::unexpected(planned.error());
    if (const auto committed = record->workspace->commitAndWait(*planned); !committed)
        return tl::unexpected(committed.error());
    invocation.output.words(Text::tr("%1 of %2 can be named now as the one who acts, owns or approves.")
                                .arg(withVisibleControls(person.name), withVisibleControls(party->name)));
    invocation.output.json(json(person, party->name));
    return Exit::Fine;
}

/// By the id of the party.
Result<QHash<QString, QString>> partyNames(const Connection &connection)
{
    const auto parties = Repository<Party>(connection).all();
    if (!parties)
        return tl::unexpected(parties.error());
    QHash<QString, QString> names;
    for (const auto &party : *parties)
        names.insert(party.id.text(), party.name);
    return names;
}

QString line(const Person &person, const QString &party)
{
    QStringList said{person.name, person.address, person.function, party};
    if (person.leftOn)
        said.append(Text::tr("left on %1").arg(person.leftOn->toString(Qt::ISODate)));
    said.removeAll(QString());
    return withVisibleControls(said.join(u"  "_s));
}

Result<Exit> list(const std::string &folder, const Invocation &invocation)
{
    const auto record = recordInSight(folder, invocation);
    if (!record)
        return tl::unexpected(record.error());
    auto persons = Repository<Person>(*record->reader).all();
    const auto parties = partyNames(*record->reader);
    if (!persons || !parties)
        return tl::unexpected(persons ? parties.error() : persons.error());
    std::ranges::sort(*persons,
                      [](const Person &a, const Person &b) { return a.name.localeAwareCompare(b.name) < 0; });
    QJsonArray all;
    for (const Person &person : std::as_const(*persons)) {
        const QString party = parties->value(person.party.text());
        invocation.output.words(line(person, party));
        all.append(json(person, party));
    }
    invocation.output.json({{u"persons"_s, all}});
    return Exit::Fine;
}

}

void addPerson(CommandLine &commandLine)
{
    const Command group = commandLine.group("person", "Who acts, answers and approves");
    const auto arguments = std::make_shared<Arguments>();
    const Command adding = group.command("add", "Enter a person");
    adding.takes("WS", arguments->folder, "The workspace").required();
    adding.takes("--name", arguments->name, "What people call them").named("NAME").required();
    adding.takes("--address", arguments->address, "Their electronic mail").named("ADDRESS");
    adding.takes("--party", arguments->party, "Whom they belong to; without it, the organisation itself")
        .named("PARTY")
        .filled();
    adding.takes("--function", arguments->function, "Such as Security or Legal").named("TEXT");
    commandLine.perform(adding,
                        [arguments](const Invocation &invocation) { return add(*arguments, invocation); });

    const auto folder = std::make_shared<std::string>();
    const Command listing = group.command("list", "List every person, also those who have left");
    listing.takes("WS|PACKAGE", *folder, "The workspace or package").required();
    commandLine.perform(listing,
                        [folder](const Invocation &invocation) { return list(*folder, invocation); });
}

}
