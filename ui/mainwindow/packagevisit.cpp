#include "ui/mainwindow/packagevisit.h"

#include "core/delivery/openedpackage.h"
#include "core/storage/repository.h"
#include "core/workspace/assessing.h"
#include "ui/jobs/jobs.h"
#include "ui/pages/packages/packagespage.h"
#include "ui/pages/pagelist.h"
#include "ui/pages/system/inventorywords.h"

namespace plimsoll {

namespace {

/// Systems of which the report in the package tells another assessment than the one that counts in its
/// record.
QStringList toldOtherwise(const OpenedPackage &package)
{
    QStringList called;
    const auto reader = package.workspace().reader();
    for (auto told = package.told().cbegin(); reader && told != package.told().cend(); ++told) {
        const auto current = currentAssessment(**reader, told.key());
        const auto system = Repository<AiSystem>(**reader).find(told.key());
        if (current && *current && (*current)->id != told.value() && system && *system)
            called.append(calledName(**system));
    }
    called.sort();
    return called;
}

}

PackageVisit::PackageVisit(std::shared_ptr<OpenedPackage> package, QString cameFrom, Jobs &jobs)
    : m_package(std::move(package))
    , m_cameFrom(std::move(cameFrom))
    , m_jobs(jobs)
{
}

PackageVisit::~PackageVisit()
{
    const QString label = tr("Take away what was unpacked of %1").arg(workspace().name());
    m_jobs.run<void>(
        label,
        [folder = m_package->letGo()](const Progress &) mutable -> Done {
            folder.reset();
            return {};
        },
        nullptr, [](const Done &) {});
}

QStringList PackageVisit::inWords() const
{
    const auto checked = checkBehind(workspace());
    QStringList facts{
        whyNothingChanges(workspace()),
        checked && checked->seal
            ? tr("It is complete and unchanged against its own list, and its seal is the one you "
                 "were given: it is the package of whoever told you that seal.")
            : tr("It is complete and unchanged against its own list. Who made it is not proven: "
                 "compare its seal with "
                 "the one that its sender tells you by another channel.")};
    if (workspace().profile().sample)
        facts.append(tr("It is of the sample workspace: everything in it is made up."));
    if (const QStringList systems = toldOtherwise(*m_package); !systems.isEmpty())
        facts.append(tr("The report in it tells an earlier assessment than the one shown here: %1.")
                         .arg(systems.join(tr(", "))));
    return facts;
}

Place PackageVisit::placeLeft() const
{
    const auto checked = checkBehind(workspace());
    return checked ? PackagesPage::placeToCheck(*checked) : Place{PackagesPage::key, {}};
}

Workspace &PackageVisit::workspace() const
{
    return m_package->workspace();
}

}
