#pragma once

#include "core/assessment/platform.h"
#include "core/inventory/asset.h"
#include "core/inventory/assetlink.h"
#include "core/inventory/limitation.h"
#include "core/workspace/checklist.h"

namespace plimsoll {

/// An asset and how the system uses it.
struct AssetUse
{
    Asset asset;
    AssetLink link;
};

/// All that the page of one system shows, read at once so that its tabs never contradict each other.
struct SystemReading
{
    Checklist checklist;           ///< under the circumstances of now, also when its assessment is closed
    QList<Party> parties;          ///< by name, without the removed
    QList<Person> people;          ///< by name
    QList<Limitation> limitations; ///< the newest first
    QList<AssetUse> assets;        ///< by name
    QList<Asset> otherAssets;      ///< of other systems, by name
    QList<Platform> platforms;     ///< by name
    QList<Id<Platform>> inheritsFrom;
    QList<Assessment> assessments;            ///< of the system, the newest first
    QHash<Id<Assessment>, QString> assessors; ///< of closed ones as they were called then

    [[nodiscard]] const AiSystem &system() const { return checklist.system; }
    /// Whether there is an assessment that can still be changed.
    [[nodiscard]] bool isOpen() const;
    /// Names for ids; empty for none and for those that are gone.
    [[nodiscard]] QString nameOf(const std::optional<Id<Person>> &person) const;
    [[nodiscard]] QString nameOf(const std::optional<Id<Party>> &party) const;
};

/// Reads the system as it stands on that day; refused when there is none with that id.
Result<SystemReading> readSystem(const Connection &connection,
                                 const std::shared_ptr<const Catalogue> &catalogue,
                                 const Id<AiSystem> &system, QDate today);

}
