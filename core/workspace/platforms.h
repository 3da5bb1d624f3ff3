#pragma once

#include "core/assessment/platform.h"
#include "core/catalogue/catalogue.h"
#include "core/record/changeset.h"
#include "core/storage/connection.h"
#include "core/workspace/occasion.h"

namespace plimsoll {

/// A platform, and who takes over what it answers.
struct PlatformInUse
{
    Platform platform;
    int answered = 0;       ///< items of the catalogue it has an answer to
    QList<AiSystem> takers; ///< by number
};

/// All platforms that are not removed, by name.
Result<QList<PlatformInUse>> readPlatforms(const Connection &connection);

/// The platform of that name, whatever the case; nothing when there is none.
Result<std::optional<Platform>> platformCalled(const Connection &connection, const QString &name);

/// Makes the platform with an assessment to answer. Refused without a name, and when another has it.
Result<ChangeSet> planPlatform(const Connection &connection, const Catalogue &catalogue,
                               const Platform &platform, const Occasion &occasion);
/// Refused when the name is gone, or another platform has it.
Result<ChangeSet> planPlatformChange(const Connection &connection, const Platform &before,
                                     const Platform &after);
/// Refused while a system takes over what it answers: the answers would vanish from there without a word.
Result<ChangeSet> planPlatformRemoval(const Connection &connection, const Platform &platform,
                                      const Occasion &occasion);

enum class TakingOver { Begins, Ends };

/// The system takes over what the platform answers, or no longer. An empty change set when it is so already.
Result<ChangeSet> planTakingOver(const Connection &connection, const AiSystem &system,
                                 const Platform &platform, TakingOver takingOver);

}
