#include "app/commands/place.h"

#include "app/commands/output.h"

#include "core/base/diskerror.h"
#include "core/delivery/openedpackage.h"
#include "core/journal/journal.h"
#include "core/storage/repository.h"
#include "core/workspace/assessing.h"
#include "core/workspace/backup.h"
#include "core/workspace/people.h"
#include "core/workspace/platforms.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Place)
};

Result<std::unique_ptr<Workspace>> open(const std::string &folder, Workspace::Access access,
                                        const Invocation &invocation)
{
    const QString path = QString::fromStdString(folder);
    const QFileInfo place(path);
    if (place.isDir() ? !place.isExecutable() : place.exists() && !place.isReadable())
        return tl::unexpected(readingError(path, EACCES));
    if (auto refused = refusePackage(folder); !refused)
        return tl::unexpected(refused.error());
    return Workspace::open(path, access, invocation.clock);
}

Result<Person> whoActs(const Workspace &workspace, const Invocation &invocation)
{
    if (!invocation.person.isEmpty()) {
        const auto reader = workspace.reader();
        if (!reader)
            return tl::unexpected(reader.error());
        return personCalled(invocation.person, **reader);
    }
    auto person = workspace.personOfThisAccount();
    if (!person)
        return tl::unexpected(person.error());
    if (!*person)
        return refuse(ErrorCode::Denied,
                      Text::tr("The account %1 belongs to nobody in %2. Say who acts with --as NAME.")
                          .arg(currentAccount(), workspace.name()));
    return **person;
}

/// Before anything is stored or backed up for a change that would be refused.
Done journalEnds(const Workspace &workspace)
{
    const auto reader = workspace.reader();
    if (!reader)
        return tl::unexpected(reader.error());
    return checkJournalHead(**reader);
}

/// Once a day the record is copied before it is changed. A copy that cannot be made keeps nobody from their
/// work; when no copy is due, this looks at names alone.
void backUpIfDue(const Workspace &workspace, const Invocation &invocation)
{
    const auto made =
        backUpWhenDue(workspace.databaseFile(), workspace.backupsFolder(), invocation.clock.now());
    if (made)
        return;
    Error error = made.error();
    error.message = Text::tr("The backup of %1 that is due was not made. %2 It is tried again in an hour.")
                        .arg(workspace.name(), error.message);
    invocation.output.refusal(error);
}

template <class Answerer>
Result<Assessment> openAssessmentOf(const Answerer &who, const Connection &connection)
{
    const auto current = currentAssessment(connection, who.id);
    if (!current)
        return tl::unexpected(current.error());
    if (!*current || (*current)->closedOn)
        return refuse(ErrorCode::Denied,
                      Text::tr("No assessment of %1 is open. \"plimsollctl assessment start\" begins one.")
                          .arg(who.name));
    return **current;
}

/// "AI-001 (1.0), AI-004 (2.0)"
QString ownIds(QList<AiSystem> systems)
{
    std::ranges::sort(systems, {}, &AiSystem::number);
    QStringList ids;
    for (const AiSystem &system : std::as_const(systems))
        ids.append(system.version.isEmpty() ? system.number
                                            : u"%1 (%2)"_s.arg(system.number, system.version));
    return ids.join(u", "_s);
}

Result<std::variant<AiSystem, Platform>> whoAnswers(const QString &words, const Connection &connection)
{
    auto system = systemCalled(words, connection);
    if (!system && system.error().code != ErrorCode::NotFound)
        return tl::unexpected(system.error());
    auto platform = knownPlatform(words, connection);
    if (system && platform)
        return refuse(
            ErrorCode::Invalid,
            Text::tr("A system and a platform are called %1. Name the system by its own id %2, or the "
                     "platform by its id %3.")
                .arg(words, system->number, platform->id.text()));
    if (system)
        return *system;
    if (platform)
        return *platform;
    if (platform.error().code != ErrorCode::NotFound)
        return tl::unexpected(platform.error());
    return refuse(ErrorCode::NotFound,
                  Text::tr("No system and no platform is called %1. \"plimsollctl system list\" and "
                           "\"plimsollctl platform list\" show them all.")
                      .arg(words));
}

}

Done refusePackage(const std::string &folder)
{
    const auto path = QString::fromStdString(folder);
    if (!looksLikePackage(path))
        return {};
    return refuse(ErrorCode::Denied,
                  Text::tr("%1 is an audit package, which is for reading only: \"plimsollctl status\", "
                           "\"journal\", \"verify\" and the lists take it. Name the workspace it came from.")
                      .arg(QDir::toNativeSeparators(path)));
}

Result<std::unique_ptr<Workspace>> openToRead(const std::string &folder, const Invocation &invocation)
{
    return open(folder, Workspace::Access::ReadOnly, invocation);
}

Result<ToldRecord> openToldRecord(const std::string &place, const Invocation &invocation)
{
    const auto path = QString::fromStdString(place);
    if (!looksLikePackage(path)) {
        auto workspace = openToRead(place, invocation);
        if (!workspace)
            return tl::unexpected(workspace.error());
        return ToldRecord{std::move(*workspace), {}};
    }
    auto package = OpenedPackage::open(path, invocation.clock, invocation.output.progress());
    if (!package)
        return tl::unexpected(package.error());
    const std::shared_ptr<const OpenedPackage> opened(std::move(*package));
    return ToldRecord{{opened, &opened->workspace()}, opened->told()};
}

Result<std::shared_ptr<const Workspace>> openRecord(const std::string &place, const Invocation &invocation)
{
    auto record = openToldRecord(place, invocation);
    if (!record)
        return tl::unexpected(record.error());
    return std::move(record->workspace);
}

Result<RecordInSight> recordInSight(const std::string &place, const Invocation &invocation)
{
    const auto workspace = openRecord(place, invocation);
    if (!workspace)
        return tl::unexpected(workspace.error());
    auto reader = (*workspace)->reader();
    if (!reader)
        return tl::unexpected(reader.error());
    return RecordInSight{*workspace, std::move(*reader)};
}

Result<std::unique_ptr<Workspace>> openToWrite(const std::string &folder, const Invocation &invocation)
{
    auto workspace = open(folder, Workspace::Access::ReadWrite, invocation);
    if (!workspace)
        return workspace;
    if (auto ends = journalEnds(**workspace); !ends)
        return tl::unexpected(ends.error());
    const auto person = whoActs(**workspace, invocation);
    if (!person)
        return tl::unexpected(person.error());
    (*workspace)->actAs(person->id);
    backUpIfDue(**workspace, invocation);
    invocation.output.announceChange();
    return workspace;
}

Result<RecordToWrite> recordToWrite(const std::string &folder, const Invocation &invocation)
{
    auto workspace = openToWrite(folder, invocation);
    if (!workspace)
        return tl::unexpected(workspace.error());
    auto reader = (*workspace)->reader();
    if (!reader)
        return tl::unexpected(reader.error());
    return RecordToWrite{std::move(*workspace), std::move(*reader)};
}

Result<QHash<Id<Person>, QString>> personNames(const Connection &connection)
{
    const auto persons = Repository<Person>(connection).all();
    if (!persons)
        return tl::unexpected(persons.error());
    QHash<Id<Person>, QString> names;
    for (const auto &person : *persons)
        names.insert(person.id, person.name);
    return names;
}

Result<AiSystem> systemCalled(const QString &words, const Connection &connection)
{
    const Repository<AiSystem> systems(connection);
    auto found = systems.where(&AiSystem::number, words);
    if (found && found->isEmpty())
        found = systems.where(&AiSystem::name, words);
    if (const auto id = Id<AiSystem>::fromText(words); found && found->isEmpty() && !id.isNull())
        found = systems.select({{"id"_L1, Condition::Comparison::Equal, Value(id.text())}});
    if (!found)
        return tl::unexpected(found.error());
    found->removeIf([](const AiSystem &system) { return system.removedAt.has_value(); });
    if (found->isEmpty())
        return refuse(
            ErrorCode::NotFound,
            Text::tr("No system is called %1. \"plimsollctl system list\" shows them all.").arg(words));
    if (found->size() > 1)
        return refuse(ErrorCode::Invalid,
                      Text::tr("Several systems are called %1. Name the one you mean by its own id: %2.")
                          .arg(words, ownIds(*found)));
    return found->first();
}

Result<QList<AiSystem>> registeredSystems(const Connection &connection)
{
    auto systems = Repository<AiSystem>(connection).all();
    if (!systems)
        return systems;
    systems->removeIf([](const AiSystem &system) { return system.removedAt.has_value(); });
    std::sort(systems->begin(), systems->end(),
              [](const AiSystem &a, const AiSystem &b) { return a.number < b.number; });
    return systems;
}

Result<Platform> knownPlatform(const QString &words, const Connection &connection)
{
    auto found = platformCalled(connection, words);
    if (const auto id = Id<Platform>::fromText(words); found && !*found && !id.isNull())
        found = Repository<Platform>(connection).find(id);
    if (!found)
        return tl::unexpected(found.error());
    if (*found && !(*found)->removedAt)
        return **found;
    return refuse(
        ErrorCode::NotFound,
        Text::tr("No platform is called %1. \"plimsollctl platform list\" shows them all.").arg(words));
}

QString Answering::name() const
{
    return std::visit([](const auto &answerer) { return answerer.name; }, who);
}

std::pair<QString, QJsonValue> Answering::forJson() const
{
    if (const auto *system = std::get_if<AiSystem>(&who))
        return {u"system"_s, system->number};
    return {u"platform"_s, name()};
}

Result<Checklist> Answering::checklist(const std::shared_ptr<const Catalogue> &catalogue) const
{
    return std::visit(
        [&](const auto &answerer) {
            return readChecklist(*reader, catalogue, answerer.id, workspace->today());
        },
        who);
}

Result<Answering> openToAnswer(const std::string &folder, const std::string &words,
                               const Invocation &invocation)
{
    auto workspace = openToWrite(folder, invocation);
    if (!workspace)
        return tl::unexpected(workspace.error());
    auto reader = (*workspace)->reader();
    if (!reader)
        return tl::unexpected(reader.error());
    const auto who = whoAnswers(QString::fromStdString(words), **reader);
    if (!who)
        return tl::unexpected(who.error());
    const auto assessment =
        std::visit([&](const auto &answerer) { return openAssessmentOf(answerer, **reader); }, *who);
    if (!assessment)
        return tl::unexpected(assessment.error());
    return Answering{std::move(*workspace), std::move(*reader), *who, *assessment};
}

const Item *itemCalled(const QString &words, const Catalogue &catalogue, Output &output)
{
    if (const auto *item = catalogue.item(words))
        return item;
    const auto *provision = catalogue.provision(words);
    if (!provision) {
        output.remark(Text::tr("%1 has no provision %2. \"plimsollctl catalogue show\" lists them all.")
                          .arg(catalogue.edition(), words));
        return nullptr;
    }
    output.remark(Text::tr("%1 is answered part by part. Name one of:").arg(words));
    for (const auto &part : catalogue.itemsOf(*provision))
        output.remark(u"%1  %2"_s.arg(part.id, catalogue.titleOf(part)));
    return nullptr;
}

}
