#include "app/commands/platform.h"

#include "app/commands/output.h"
#include "app/commands/place.h"

#include "core/base/calledname.h"
#include "core/base/text.h"
#include "core/catalogue/shippedcatalogue.h"
#include "core/workspace/platforms.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PlatformCommand)
};

struct Arguments
{
    std::string folder;
    std::string name;
    std::string kind;
    std::string description;
};

Result<Exit> add(const Arguments &arguments, const Invocation &invocation)
{
    const auto catalogue = shippedCatalogue();
    if (!catalogue)
        return tl::unexpected(catalogue.error());
    const auto record = recordToWrite(arguments.folder, invocation);
    if (!record)
        return tl::unexpected(record.error());
    Platform platform;
    platform.id = Id<Platform>::generate(invocation.clock);
    platform.name = QString::fromStdString(arguments.name).trimmed();
    platform.kind =
        fromWord<PlatformKind>(QString::fromStdString(arguments.kind)).value_or(PlatformKind::Platform);
    platform.description = QString::fromStdString(arguments.description);
    const auto planned = planPlatform(*record->reader, **catalogue, platform, occasionOf(*record->workspace));
    if (!planned)
        return tl::unexpected(planned.error());
    if (const auto committed = record->workspace->commitAndWait(*planned); !committed)
        return tl::unexpected(committed.error());
    invocation.output.words(Text::tr("%1 can answer now for the systems that take its answers over: "
                                     "\"plimsollctl system inherit\" says which.")
                                .arg(withVisibleControls(platform.name)));
    invocation.output.json(
        {{u"platform"_s, platform.name}, {u"id"_s, platform.id.text()}, {u"kind"_s, word(platform.kind)}});
    return Exit::Fine;
}

QString line(const PlatformInUse &inUse)
{
    QStringList takers;
    for (const AiSystem &system : inUse.takers)
        takers.append(system.number);
    const QString taken = takers.isEmpty() ? Text::tr("taken over by no system")
                                           : Text::tr("taken over by %1").arg(takers.join(u", "_s));
    return withVisibleControls(u"%1  %2  %3, %4"_s.arg(inUse.platform.name, word(inUse.platform.kind),
                                                       Text::tr("items answered: %1").arg(inUse.answered),
                                                       taken));
}

QJsonObject json(const PlatformInUse &inUse)
{
    QJsonArray takers;
    for (const AiSystem &system : inUse.takers)
        takers.append(system.number);
    return {{u"platform"_s, inUse.platform.name},   {u"id"_s, inUse.platform.id.text()},
            {u"kind"_s, word(inUse.platform.kind)}, {u"description"_s, inUse.platform.description},
            {u"answered"_s, inUse.answered},        {u"taken_over_by"_s, takers}};
}

Result<Exit> list(const std::string &folder, const Invocation &invocation)
{
    const auto record = recordInSight(folder, invocation);
    if (!record)
        return tl::unexpected(record.error());
    const auto platforms = readPlatforms(*record->reader);
    if (!platforms)
        return tl::unexpected(platforms.error());
    QJsonArray all;
    for (const PlatformInUse &inUse : *platforms) {
        invocation.output.words(line(inUse));
        all.append(json(inUse));
    }
    if (platforms->isEmpty())
        invocation.output.words(Text::tr("%1 has no platform that answers once for several systems.")
                                    .arg(record->workspace->name()));
    invocation.output.json({{u"platforms"_s, all}});
    return Exit::Fine;
}

}

void addPlatform(CommandLine &commandLine)
{
    const Command group = commandLine.group("platform", "What answers once for several systems");
    const auto arguments = std::make_shared<Arguments>();
    const Command adding = group.command("add", "Make a platform, or the organisation as a whole");
    adding.takes("WS", arguments->folder, "The workspace").required();
    adding.takes("--name", arguments->name, "What people call it").named("NAME").required();
    adding.takes("--kind", arguments->kind, "What it is; platform when not said").wordOf<PlatformKind>();
    adding.takes("--description", arguments->description, "What it is for").named("TEXT");
    commandLine.perform(adding,
                        [arguments](const Invocation &invocation) { return add(*arguments, invocation); });

    const auto folder = std::make_shared<std::string>();
    const Command listing = group.command("list", "List every platform and who takes its answers over");
    listing.takes("WS|PACKAGE", *folder, "The workspace or package").required();
    commandLine.perform(listing,
                        [folder](const Invocation &invocation) { return list(*folder, invocation); });
}

}
