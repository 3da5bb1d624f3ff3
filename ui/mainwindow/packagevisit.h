#pragma once

#include "ui/pages/place.h"

#include <QCoreApplication>

#include <memory>

namespace plimsoll {

class Jobs;
class OpenedPackage;
class Workspace;

/// A package that is read in place of a workspace, and where its reader came from. What was unpacked is taken
/// away when the visit ends, by a job, for it may be much.
class PackageVisit
{
    Q_DECLARE_TR_FUNCTIONS(PackageVisit)

public:
    /// `cameFrom` is the folder of the workspace that was open before, or nothing. The jobs outlive it.
    PackageVisit(std::shared_ptr<OpenedPackage> package, QString cameFrom, Jobs &jobs);
    PackageVisit(const PackageVisit &) = delete;
    PackageVisit &operator=(const PackageVisit &) = delete;
    ~PackageVisit();

    [[nodiscard]] Workspace &workspace() const;
    /// Sentences: what is read here, and how far it can be relied on.
    [[nodiscard]] QStringList inWords() const;
    [[nodiscard]] const QString &cameFrom() const { return m_cameFrom; }
    /// The place in the workspace its reader came from: where the package was checked.
    [[nodiscard]] Place placeLeft() const;

private:
    std::shared_ptr<OpenedPackage> m_package;
    QString m_cameFrom;
    Jobs &m_jobs;
};

}
