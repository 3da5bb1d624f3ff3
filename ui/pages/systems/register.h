#pragma once

#include "core/assessment/answercounts.h"
#include "core/base/progress.h"
#include "core/inventory/aisystem.h"
#include "core/record/changeset.h"
#include "core/responsibility/roles.h"
#include "core/storage/connection.h"

#include <QSet>

#include <memory>
#include <vector>

namespace plimsoll {

class Catalogue;
class Workspace;

/// Where one system stands.
struct Readiness
{
    Fraction shall;   ///< met of due
    QString outdated; ///< why the assessment does not speak of the system as it is now; else empty

    friend bool operator==(const Readiness &, const Readiness &) = default;
};

/// One line of the register of AI systems.
struct RegisterRow
{
    AiSystem system;
    QString owner;                  ///< the business owner, else the technical one
    Roles ourRoles;                 ///< held by our own parties
    std::optional<Readiness> ready; ///< none while it is not worked out
    QString words;                  ///< what a filter looks through, case folded

    friend bool operator==(const RegisterRow &, const RegisterRow &) = default;
};

/// Every system that is not removed, by number; readiness is not worked out.
Result<std::vector<RegisterRow>> readRegister(const Connection &connection);

/// The same for some; those that are removed are missing.
Result<std::vector<RegisterRow>> readRegister(const Connection &connection,
                                              const QSet<Id<AiSystem>> &systems);

/// Works out where all systems stand.
Result<QHash<Id<AiSystem>, Readiness>> readReadiness(const Workspace &workspace, const Catalogue &catalogue,
                                                     const Progress &progress);

/// Works out where these systems stand.
Result<QHash<Id<AiSystem>, Readiness>> readReadiness(const Workspace &workspace,
                                                     const std::shared_ptr<const Catalogue> &catalogue,
                                                     const QList<Id<AiSystem>> &systems);

/// The systems whose line a change may have changed; nothing when that may be any.
Result<std::optional<QSet<Id<AiSystem>>>> systemsTouchedBy(const ChangeSet &changeSet,
                                                           const Connection &connection);

}
