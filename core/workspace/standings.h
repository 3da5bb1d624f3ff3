#pragma once

#include "core/base/progress.h"
#include "core/workspace/outdated.h"

#include <span>

namespace plimsoll {

class Workspace;

/// Where one system stands, without the reasons: see readChecklist() for these.
struct SystemStanding
{
    Id<AiSystem> id;
    QString number;
    QString name;
    QString version;
    LifecyclePhase phase = LifecyclePhase::Design;
    bool outOfScope = false;
    std::optional<QDate> plannedRelease;
    std::optional<Id<Assessment>> assessment;
    std::optional<Outdated> outdated; ///< why that does not speak of the system as it is now
    QList<ItemStanding> items; ///< by ordinal of the item; as at its closing when the assessment is closed
    /// Ordinals of items that are not open and keep the system from being released all the same: carried over
    /// and not reconfirmed, or said not to apply and not approved. As whatBlocks().
    QList<int> unsettled;

    friend bool operator==(const SystemStanding &, const SystemStanding &) = default;
};

/// The counts of the system: the same as Checklist::rollUp.
RollUp rollUpOf(const Catalogue &catalogue, const SystemStanding &standing);
/// The sums of the counts of those systems that are in scope. Uses every core.
RollUp sumOf(const Catalogue &catalogue, std::span<const SystemStanding> systems);

/// Reads where every system stands today that is not removed, in the order of their numbers, by a handful of
/// questions about all of them. Opens readers of its own and uses every core. A commit meanwhile may be seen
/// in part; it is announced by Workspace::changed.
Result<std::vector<SystemStanding>> readStandings(const Workspace &workspace, const Catalogue &catalogue,
                                                  const Progress &progress = unwatched());

/// How every item of the checklist stands, by ordinal.
QList<ItemStanding> itemStandings(const Checklist &checklist);
/// One system's standing from its checklist. `system` is the system as it is now.
SystemStanding standingOf(const Checklist &checklist, const AiSystem &system,
                          const std::optional<Outdated> &outdated);

}
