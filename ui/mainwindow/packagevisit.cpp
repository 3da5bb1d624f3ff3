#include "ui/mainwindow/packagevisit.h"

#include "core/delivery/openedpackage.h"
#include "ui/jobs/jobs.h"

namespace plimsoll {

PackageVisit::PackageVisit(std::shared_ptr<OpenedPackage> package, QString cameFrom, Jobs &jobs)
    : m_package(std::move(package))
    , m_cameFrom(std::move(cameFrom))
    , m_jobs(jobs)
{
}

PackageVisit::~PackageVisit()
{
    const QString label = Jobs::tr("Take away what was unpacked of %1").arg(workspace().name());
    m_jobs.run<void>(
        label,
        [folder = m_package->letGo()](const Progress &) mutable -> Done {
            folder.reset();
            return {};
        },
        nullptr, [](const Done &) {});
}

Workspace &PackageVisit::workspace() const
{
    return m_package->workspace();
}

}
