#include "app/commands/systeminherit.h"

#include "app/commands/output.h"
#include "app/commands/place.h"

#include "core/base/text.h"
#include "core/catalogue/shippedcatalogue.h"
#include "core/workspace/commonanswers.h"
#include "core/workspace/platforms.h"

#include <QCoreApplication>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SystemInherit)
};

struct Arguments
{
    std::string folder;
    std::string system;
    std::string platform;
    bool ends = false;
};

/// How many items of its closed assessment rest on common answers that count otherwise now: none of an open
/// one, which follows them.
Result<int> outdatedItems(const RecordToWrite &record, const std::shared_ptr<const Catalogue> &catalogue,
                          const AiSystem &system)
{
    const QDate today = record.workspace->today();
    const auto checklist = readChecklist(*record.reader, catalogue, system.id, today);
    if (!checklist)
        return tl::unexpected(checklist.error());
    const auto changed = changedAnswer(*record.reader, *checklist, today);
    if (!changed)
        return tl::unexpected(changed.error());
    return *changed ? 1 + (*changed)->others : 0;
}

Result<Exit> inherit(const Arguments &arguments, const Invocation &invocation)
{
    const auto catalogue = shippedCatalogue();
    if (!catalogue)
        return tl::unexpected(catalogue.error());
    const auto record = recordToWrite(arguments.folder, invocation);
    if (!record)
        return tl::unexpected(record.error());
    const auto system = systemCalled(QString::fromStdString(arguments.system), *record->reader);
    const auto platform = knownPlatform(QString::fromStdString(arguments.platform), *record->reader);
    if (!system || !platform)
        return tl::unexpected(system ? platform.error() : system.error());
    const auto planned = planTakingOver(*record->reader, *system, *platform,
                                        arguments.ends ? TakingOver::Ends : TakingOver::Begins);
    if (!planned)
        return tl::unexpected(planned.error());
    const auto before = outdatedItems(*record, *catalogue, *system);
    if (!before)
        return tl::unexpected(before.error());
    const bool isNew = !planned->isEmpty();
    if (isNew) {
        if (const auto committed = record->workspace->commitAndWait(*planned); !committed)
            return tl::unexpected(committed.error());
    }
    const QString done = isNew ? planned->label + u'.' : Text::tr("That is so already. Nothing was changed.");
    const auto after = outdatedItems(*record, *catalogue, *system);
    if (!after)
        return tl::unexpected(after.error());
    invocation.output.words(withVisibleControls(done));
    if (*after > *before)
        invocation.output.words(Text::tr("That makes the closed assessment outdated: items it closed with a "
                                         "common answer that counts otherwise now: %1. Start the next.")
                                    .arg(*after));
    invocation.output.json({{u"system"_s, system->number},
                            {u"platform"_s, platform->name},
                            {u"inherits"_s, !arguments.ends},
                            {u"changed"_s, isNew},
                            {u"outdated_items"_s, *after}});
    return Exit::Fine;
}

}

void addSystemInherit(CommandLine &commandLine, Command group)
{
    const auto arguments = std::make_shared<Arguments>();
    const Command command = group.command("inherit", "Take over what a platform answers");
    command.takes("WS", arguments->folder, "The workspace").required();
    command.takes("SYSTEM", arguments->system, "Its number, name or id").required();
    command.takes("PLATFORM", arguments->platform, "Its name").required();
    command.flag("--end", arguments->ends, "From now on the system answers for itself");
    commandLine.perform(
        command, [arguments](const Invocation &invocation) { return inherit(*arguments, invocation); });
}

}
