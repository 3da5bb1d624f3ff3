#include "ui/pages/pagelist.h"

#include "core/workspace/workspace.h"
#include "core/workspace/writelease.h"
#include "ui/pages/catalogue/cataloguepage.h"
#include "ui/pages/evidence/evidencepage.h"
#include "ui/pages/grid/gridpage.h"
#include "ui/pages/journal/journalpage.h"
#include "ui/pages/overview/overviewpage.h"
#include "ui/pages/packages/packagespage.h"
#include "ui/pages/packages/packagetoread.h"
#include "ui/pages/platforms/platformspage.h"
#include "ui/pages/system/systempage.h"
#include "ui/pages/systems/importregisterpage.h"
#include "ui/pages/systems/newsystempage.h"
#include "ui/pages/systems/systemspage.h"
#include "ui/pages/workspace/workspacepage.h"
#include "ui/widgets/readingonly.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

/// The page as it is in a workspace that can only be read.
std::function<Page *()> closedToChanges(const std::function<Page *()> &create, const QString &why)
{
    return [create, why] {
        Page *page = create();
        new ReadingOnly(*page, why);
        return page;
    };
}

std::vector<PageKind> allPages(Workspace &workspace, Jobs &jobs)
{
    return {{OverviewPage::key, OverviewPage::tr("Overview"), Listing::InNavigation,
             [&workspace, &jobs] {
                 return new OverviewPage(workspace, jobs);
             }},
            {SystemsPage::key, SystemsPage::tr("Systems"), Listing::InNavigation,
             [&workspace, &jobs] {
                 return new SystemsPage(workspace, jobs);
             }},
            {PlatformsPage::key, PlatformsPage::tr("Common answers"), Listing::InNavigation,
             [&workspace, &jobs] {
                 return new PlatformsPage(workspace, jobs);
             }},
            {EvidencePage::key, EvidencePage::tr("Evidence"), Listing::InNavigation,
             [&workspace, &jobs] {
                 return new EvidencePage(workspace, jobs);
             }},
            {GridPage::key, GridPage::tr("Grid"), Listing::InNavigation,
             [&workspace, &jobs] {
                 return new GridPage(workspace, jobs);
             }},
            {NewSystemPage::key, NewSystemPage::tr("New system"), Listing::Unlisted,
             [&workspace, &jobs] { return new NewSystemPage(workspace, jobs); }, SystemsPage::key,
             NewSystemPage::tr("New system …")},
            {ImportRegisterPage::key, ImportRegisterPage::tr("Import a register"), Listing::Unlisted,
             [&workspace, &jobs] { return new ImportRegisterPage(workspace, jobs); }, SystemsPage::key,
             ImportRegisterPage::tr("Import a register …")},
            {SystemPage::key, SystemPage::tr("System"), Listing::NeedsTarget,
             [&workspace, &jobs] { return new SystemPage(workspace, jobs); }, SystemsPage::key},
            {PackagesPage::key, PackagesPage::tr("Packages"), Listing::InNavigation,
             [&workspace, &jobs] {
                 return new PackagesPage(workspace, jobs);
             }},
            {JournalPage::key, JournalPage::tr("Journal"), Listing::InNavigation,
             [&workspace, &jobs] {
                 return new JournalPage(workspace, jobs);
             }},
            {CataloguePage::key, CataloguePage::tr("Catalogue"), Listing::InNavigation,
             [&jobs] {
                 return new CataloguePage(jobs);
             }},
            {WorkspacePage::key, WorkspacePage::tr("Workspace"), Listing::InNavigation, [&workspace, &jobs] {
                 return new WorkspacePage(workspace, jobs);
             }}};
}

}

QString whyNothingChanges(const Workspace &workspace)
{
    if (const QString package = packageBehind(workspace); !package.isEmpty())
        return WorkspacePage::tr(
                   "The package %1 is open for reading only: everything in it can be looked at, "
                   "nothing changed.")
            .arg(QFileInfo(package).fileName());
    const auto holder = WriteLease::holderIn(workspace.folder());
    return whyNothingChanges(workspace.name(), hindranceToChange(workspace.databaseFile()),
                             QFileInfo(workspace.databaseFile()).owner(),
                             holder ? holder->inWords() : QString());
}

QString whyNothingChanges(const QString &name, Hindrance hindrance, const QString &owner,
                          const QString &holder)
{
    const QString what =
        WorkspacePage::tr("%1 is open for reading only: everything can be looked at, nothing changed.")
            .arg(name);
    const auto because = [&what](const QString &reason) {
        return what + u' ' + reason;
    };
    if (hindrance == Hindrance::ReadOnlyFileSystem)
        return because(WorkspacePage::tr("It lies on a medium that takes no changes. Copy its folder to a "
                                         "disk that does, and open the copy."));
    if (hindrance == Hindrance::NoRight)
        return because(
            owner.isEmpty()
                ? WorkspacePage::tr("You have no right to change its files. Ask whoever looks after them for "
                                    "it, or copy the folder and open the copy.")
                : WorkspacePage::tr("You have no right to change its files, which are those of %1. Ask for "
                                    "it, or copy the folder and open the copy.")
                      .arg(owner));
    if (!holder.isEmpty())
        return because(
            WorkspacePage::tr("%1 is writing in it. Open it again when that has ended.").arg(holder));
    return because(WorkspacePage::tr("Nothing but that hinders you: open it again by File, Open a workspace, "
                                     "to change it."));
}

std::vector<PageKind> workspacePages(Workspace &workspace, Jobs &jobs)
{
    std::vector<PageKind> pages = allPages(workspace, jobs);
    if (workspace.isReadOnly()) {
        for (PageKind &kind : pages) {
            kind.create = closedToChanges(kind.create, whyNothingChanges(workspace));
            kind.stepTo.clear();
        }
    }
    return pages;
}

}
