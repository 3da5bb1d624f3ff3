#include "app/commands/party.h"

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
    Q_DECLARE_TR_FUNCTIONS(PartyCommand)
};

struct Arguments
{
    std::string folder;
    std::string name;
    std::string kind;
    std::string contact;
};

/// What may be entered: the organisation itself is there from the beginning.
QStringList otherKinds()
{
    QStringList words;
    for (const auto &[kind, text] : Words<PartyKind>::words) {
        if (kind != PartyKind::Own)
            words.append(text);
    }
    return words;
}

QJsonObject json(const Party &party)
{
    return {{u"party"_s, party.name},
            {u"id"_s, party.id.text()},
            {u"kind"_s, word(party.kind)},
            {u"contact"_s, party.contact}};
}

Result<Exit> add(const Arguments &arguments, const Invocation &invocation)
{
    const auto record = recordToWrite(arguments.folder, invocation);
    if (!record)
        return tl::unexpected(record.error());
    Party party;
    party.id = Id<Party>::generate(invocation.clock);
    party.name = QString::fromStdString(arguments.name).trimmed();
    party.kind = fromWord<PartyKind>(QString::fromStdString(arguments.kind)).value_or(PartyKind::Other);
    party.contact = QString::fromStdString(arguments.contact).trimmed();
    const auto planned = planNewParty(*record->reader, party);
    if (!planned)
        return tl::unexpected(planned.error());
    if (const auto committed = record->workspace->commitAndWait(*planned); !committed)
        return tl::unexpected(committed.error());
    invocation.output.words(
        Text::tr("%1 can hold roles now, and people can belong to it.").arg(withVisibleControls(party.name)));
    invocation.output.json(json(party));
    return Exit::Fine;
}

Result<Exit> list(const std::string &folder, const Invocation &invocation)
{
    const auto record = recordInSight(folder, invocation);
    if (!record)
        return tl::unexpected(record.error());
    auto parties = Repository<Party>(*record->reader).all();
    if (!parties)
        return tl::unexpected(parties.error());
    parties->removeIf([](const Party &party) { return party.removedAt.has_value(); });
    std::ranges::sort(*parties,
                      [](const Party &a, const Party &b) { return a.name.localeAwareCompare(b.name) < 0; });
    QJsonArray all;
    for (const Party &party : std::as_const(*parties)) {
        QStringList said{party.name, word(party.kind), party.contact};
        said.removeAll(QString());
        invocation.output.words(withVisibleControls(said.join(u"  "_s)));
        all.append(json(party));
    }
    invocation.output.json({{u"parties"_s, all}});
    return Exit::Fine;
}

}

void addParty(CommandLine &commandLine)
{
    const Command group = commandLine.group("party", "Organisations and their parts");
    const auto arguments = std::make_shared<Arguments>();
    const Command adding = group.command("add", "Enter an organisation, or a part of one");
    adding.takes("WS", arguments->folder, "The workspace").required();
    adding.takes("--name", arguments->name, "What people know it by").named("NAME").required();
    adding.takes("--kind", arguments->kind, "What it is to the organisation itself")
        .oneOf(otherKinds())
        .required();
    adding.takes("--contact", arguments->contact, "Whom to ask there").named("TEXT");
    commandLine.perform(adding,
                        [arguments](const Invocation &invocation) { return add(*arguments, invocation); });

    const auto folder = std::make_shared<std::string>();
    const Command listing = group.command("list", "List every party");
    listing.takes("WS|PACKAGE", *folder, "The workspace or package").required();
    commandLine.perform(listing,
                        [folder](const Invocation &invocation) { return list(*folder, invocation); });
}

}
