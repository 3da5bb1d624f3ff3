#pragma once

#include "core/evidence/issuedsystem.h"
#include "core/storage/connection.h"

#include <QSet>

namespace plimsoll {

/// A system that can be put into a package.
struct PackageableSystem
{
    Id<AiSystem> id;
    QString number;
    QString name;
    QString called; ///< with its version

    friend bool operator==(const PackageableSystem &, const PackageableSystem &) = default;
};

/// What the page of the packages shows.
struct PackagesReading
{
    QList<IssuedPackage> issued;      ///< newest first
    QList<PackageableSystem> systems; ///< by number
    /// Which systems a package is about; nothing of one whose entry says it in words alone.
    QHash<Id<IssuedPackage>, QSet<Id<AiSystem>>> about = {};
};

Result<PackagesReading> readPackages(const Connection &connection);

}
