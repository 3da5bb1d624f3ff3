#include "app/commands/place.h"

#include "app/commands/output.h"

#include "core/delivery/openedpackage.h"
#include "core/storage/repository.h"

#include <QCoreApplication>

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
    return Workspace::open(QString::fromStdString(folder), access, invocation.clock);
}

Result<Person> personNamed(const QString &name, const Connection &connection)
{
    const auto persons = Repository<Person>(connection).all();
    if (!persons)
        return tl::unexpected(persons.error());
    QStringList known;
    for (const auto &person : *persons) {
        if (person.name == name || person.id.text() == name)
            return person;
        known.append(person.name);
    }
    return refuse(
        ErrorCode::NotFound,
        Text::tr("Nobody here is called %1. The workspace knows %2.").arg(name, known.join(u", "_s)));
}

Result<Person> whoActs(const Workspace &workspace, const Invocation &invocation)
{
    if (!invocation.person.isEmpty()) {
        const auto reader = workspace.reader();
        if (!reader)
            return tl::unexpected(reader.error());
        return personNamed(invocation.person, **reader);
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

}

Result<std::unique_ptr<Workspace>> openToRead(const std::string &folder, const Invocation &invocation)
{
    return open(folder, Workspace::Access::ReadOnly, invocation);
}

Result<std::shared_ptr<const Workspace>> openRecord(const std::string &place, const Invocation &invocation)
{
    const auto path = QString::fromStdString(place);
    if (!looksLikePackage(path)) {
        auto workspace = openToRead(place, invocation);
        if (!workspace)
            return tl::unexpected(workspace.error());
        return std::shared_ptr<const Workspace>(std::move(*workspace));
    }
    auto package = OpenedPackage::open(path, invocation.clock, invocation.output.progress());
    if (!package)
        return tl::unexpected(package.error());
    const std::shared_ptr<const OpenedPackage> opened(std::move(*package));
    return std::shared_ptr<const Workspace>(opened, &opened->workspace());
}

Result<std::unique_ptr<Workspace>> openToWrite(const std::string &folder, const Invocation &invocation)
{
    auto workspace = open(folder, Workspace::Access::ReadWrite, invocation);
    if (!workspace)
        return workspace;
    const auto person = whoActs(**workspace, invocation);
    if (!person)
        return tl::unexpected(person.error());
    (*workspace)->actAs(person->id);
    return workspace;
}

Occasion occasionOf(const Workspace &workspace)
{
    return {workspace.today(), workspace.actor(), workspace.clock()};
}

Result<AiSystem> systemCalled(const QString &words, const Connection &connection)
{
    const Repository<AiSystem> systems(connection);
    auto found = systems.where(&AiSystem::number, words);
    if (found && found->isEmpty())
        found = systems.where(&AiSystem::name, words);
    if (!found)
        return tl::unexpected(found.error());
    if (found->isEmpty())
        return refuse(
            ErrorCode::NotFound,
            Text::tr("No system is called %1. \"plimsollctl system list\" shows them all.").arg(words));
    if (found->size() > 1)
        return refuse(
            ErrorCode::Invalid,
            Text::tr("Several systems are called %1. Name the one you mean by its number.").arg(words));
    return found->first();
}

}
