#include "core/workspace/platforms.h"

#include "core/assessment/inheritance.h"
#include "core/assessment/response.h"
#include "core/base/calledname.h"
#include "core/inventory/systemnames.h"
#include "core/storage/repository.h"
#include "core/workspace/assessing.h"

#include <QCoreApplication>

#include <algorithm>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Platforms)
};

Result<int> answersOf(const Connection &connection, const Id<Platform> &platform)
{
    const auto assessment = currentAssessment(connection, platform);
    if (!assessment)
        return tl::unexpected(assessment.error());
    if (!*assessment)
        return 0;
    const auto responses = Repository<Response>(connection).where(&Response::assessment, (*assessment)->id);
    if (!responses)
        return tl::unexpected(responses.error());
    return int(std::ranges::count_if(
        *responses, [](const Response &response) { return response.answer != Answer::NotAnswered; }));
}

Result<QList<AiSystem>> takersOf(const Connection &connection, const Id<Platform> &platform)
{
    auto takers =
        Repository<AiSystem>(connection).referredTo(&Inheritance::system, &Inheritance::platform, platform);
    if (!takers)
        return takers;
    takers->removeIf([](const AiSystem &system) { return system.removedAt.has_value(); });
    std::ranges::sort(*takers, {}, &AiSystem::number);
    return takers;
}

QString systemsInWords(const QList<AiSystem> &systems)
{
    constexpr qsizetype most = 5;
    QStringList names;
    for (const AiSystem &system : systems.first(std::min(systems.size(), most)))
        names.append(calledName(system.name, system.version));
    const QString named = names.join(u", "_s);
    return systems.size() <= most ? named : Text::tr("%1 and %2 more").arg(named).arg(systems.size() - most);
}

Done checkName(const Connection &connection, const Platform &platform)
{
    if (heard(platform.name).isEmpty())
        return refuse(ErrorCode::Invalid,
                      Text::tr("Give the platform a name: answers are shown with it as their source."));
    const auto other = platformCalled(connection, platform.name);
    if (!other)
        return tl::unexpected(other.error());
    if (*other && (*other)->id != platform.id)
        return refuse(ErrorCode::Invalid,
                      Text::tr("There is a platform called “%1” already. Answer for that one, or choose "
                               "another name.")
                          .arg((*other)->name));
    return {};
}

}

Result<QList<PlatformInUse>> readPlatforms(const Connection &connection)
{
    const auto platforms = Repository<Platform>(connection).all();
    if (!platforms)
        return tl::unexpected(platforms.error());
    QList<PlatformInUse> inUse;
    for (const Platform &platform : *platforms) {
        if (platform.removedAt)
            continue;
        const auto answered = answersOf(connection, platform.id);
        const auto takers = takersOf(connection, platform.id);
        if (!answered || !takers)
            return tl::unexpected(answered ? takers.error() : answered.error());
        inUse.append({platform, *answered, *takers});
    }
    std::ranges::sort(inUse, [](const PlatformInUse &a, const PlatformInUse &b) {
        return a.platform.name.localeAwareCompare(b.platform.name) < 0;
    });
    return inUse;
}

Result<std::optional<Platform>> platformCalled(const Connection &connection, const QString &name)
{
    const auto platforms = Repository<Platform>(connection).all();
    if (!platforms)
        return tl::unexpected(platforms.error());
    const auto found = std::ranges::find_if(*platforms, [&](const Platform &platform) {
        return !platform.removedAt && heard(platform.name) == heard(name);
    });
    return found == platforms->cend() ? std::optional<Platform>() : *found;
}

Result<ChangeSet> planPlatform(const Connection &connection, const Catalogue &catalogue,
                               const Platform &platform, const Occasion &occasion)
{
    if (auto named = checkName(connection, platform); !named)
        return tl::unexpected(named.error());
    return ChangeSet(Text::tr("Make the platform %1").arg(platform.name))
        .create(platform)
        .create(newAssessment(catalogue, platform, occasion));
}

Result<ChangeSet> planPlatformChange(const Connection &connection, const Platform &before,
                                     const Platform &after)
{
    if (auto named = checkName(connection, after); !named)
        return tl::unexpected(named.error());
    return ChangeSet(Text::tr("Change the platform %1").arg(after.name)).change(before, after);
}

Result<ChangeSet> planPlatformRemoval(const Connection &connection, const Platform &platform,
                                      const Occasion &occasion)
{
    const auto takers = takersOf(connection, platform.id);
    if (!takers)
        return tl::unexpected(takers.error());
    if (!takers->isEmpty())
        return refuse(ErrorCode::Invalid,
                      Text::tr("What “%1” answers is taken over by %2. Untick that first, so that no system "
                               "loses answers without anybody noticing.")
                          .arg(platform.name, systemsInWords(*takers)));
    Platform removed = platform;
    removed.removedAt = occasion.clock.now();
    return ChangeSet(Text::tr("Remove the platform %1").arg(platform.name)).change(platform, removed);
}

Result<ChangeSet> planTakingOver(const Connection &connection, const AiSystem &system,
                                 const Platform &platform, TakingOver takingOver)
{
    const bool takesOver = takingOver == TakingOver::Begins;
    const Inheritance wanted{inheritanceId(system.id, platform.id), system.id, platform.id};
    const auto held = Repository<Inheritance>(connection).find(wanted.id);
    if (!held)
        return tl::unexpected(held.error());
    ChangeSet changeSet(
        takesOver ? Text::tr("%1 takes over the answers of %2").arg(system.name, platform.name)
                  : Text::tr("%1 no longer takes over the answers of %2").arg(system.name, platform.name));
    if (takesOver && !*held)
        changeSet.create(wanted);
    if (!takesOver && *held)
        changeSet.remove(**held);
    return changeSet;
}

}
