#include "ui/mainwindow/session.h"

#include "core/delivery/openedpackage.h"
#include "core/workspace/backup.h"
#include "core/workspace/restoring.h"
#include "core/workspace/workspace.h"
#include "ui/jobs/jobs.h"
#include "ui/jobs/settled.h"
#include "ui/mainwindow/actingperson.h"
#include "ui/mainwindow/doors.h"
#include "ui/mainwindow/everythingsearch.h"
#include "ui/mainwindow/lastwriting.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/openedworkspace.h"
#include "ui/mainwindow/packagevisit.h"
#include "ui/mainwindow/recentworkspaces.h"
#include "ui/mainwindow/restorationnotice.h"
#include "ui/mainwindow/savingstate.h"
#include "ui/mainwindow/statusline.h"
#include "ui/mainwindow/undojob.h"
#include "ui/mainwindow/unsavedforms.h"
#include "ui/pages/help/helppage.h"
#include "ui/pages/journal/journalpage.h"
#include "ui/pages/pagelist.h"
#include "ui/pages/start/identitypage.h"
#include "ui/pages/workspace/restorepage.h"
#include "ui/pages/workspace/workspacepage.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace plimsoll {

Session::Session(MainWindow &window, Jobs &jobs, const Clock &clock, PagesOf pagesOf, SampleMaker makeSample)
    : m_window(window)
    , m_jobs(jobs)
    , m_clock(clock)
    , m_pagesOf(std::move(pagesOf))
    , m_makeSample(std::move(makeSample))
    , m_forms(std::make_unique<UnsavedForms>(window))
{
    connect(&window, &MainWindow::newWorkspaceAsked, this, &Session::askWho);
    connect(&window, &MainWindow::openAsked, this, [this] { askForWorkspace(m_window); });
    connect(&window, &MainWindow::openPackageAsked, this, [this] { askForPackage(m_window); });
    connect(&window, &MainWindow::packageOpened, this, &Session::read);
    connect(&window, &MainWindow::pathChosen, this, &Session::open);
    connect(&window, &MainWindow::sampleAsked, this, &Session::look);
    connect(&window, &MainWindow::closeWorkspaceAsked, this,
            [this] { afterLastWriting([this] { begin(); }); });
    window.installEventFilter(this);
    connect(&window, &MainWindow::undoAsked, this, [this] { turn(Turn::Undo); });
    connect(&window, &MainWindow::redoAsked, this, [this] { turn(Turn::Redo); });
    connect(&window.banner(), &Banner::acted, this, [this] { m_visit ? goBack() : askWho(); });
    connect(&window.news(), &Banner::acted, this, [this] {
        m_window.news().hide();
        m_window.go({JournalPage::key, {}});
    });
}

Session::~Session()
{
    leave();
}

bool Session::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Close)
        return QObject::eventFilter(watched, event);
    if (m_forms->holdBack()) {
        event->ignore();
        return true;
    }
    if (!m_lastWriting || m_lastWriting->isOver(LastWriting::Also::Jobs))
        return QObject::eventFilter(watched, event);
    event->ignore();
    afterLastWriting([this] { m_window.close(); });
    return true;
}

void Session::afterLastWriting(const std::function<void()> &then)
{
    if (m_forms->holdBack())
        return;
    m_lastWriting ? m_lastWriting->before(LastWriting::Also::Jobs, then) : then();
}

void Session::begin()
{
    leave();
    std::vector<PageKind> pages = helpPages();
    const auto sample = m_makeSample || isSampleThere() ? StartPage::Sample::Here : StartPage::Sample::Absent;
    pages.insert(pages.begin(), startPage(m_window, sample));
    pages.push_back(identityPage());
    if (!m_broken.isEmpty())
        pages.push_back(restorePage(m_broken));
    m_window.setPages(std::move(pages));
}

PageKind Session::identityPage()
{
    return {u"who"_s, tr("Who are you?"), Listing::Unlisted, [this] {
                auto *page = new IdentityPage(suggestedIdentity());
                connect(page, &IdentityPage::begun, this, &Session::create);
                return page;
            }};
}

/// The workspace that is open stays so until another one is made.
void Session::askWho()
{
    m_window.go({u"who"_s, {}});
}

void Session::openThen(const QString &path, const std::function<void()> &then)
{
    if (m_forms->holdBack())
        return;
    QThread *here = thread();
    const Clock &clock = m_clock;
    m_jobs.run<OpenedWorkspace>(
        tr("Open %1").arg(QFileInfo(path).completeBaseName()),
        [path, here, &clock](const Progress &progress) { return openedFor(*here, path, clock, progress); },
        this,
        [this, path, then](Result<OpenedWorkspace> opened) {
            if (opened)
                return replaceBy(std::move(*opened), then);
            refuseToOpen(path, opened.error());
            then();
        });
}

void Session::read(const std::shared_ptr<OpenedPackage> &package)
{
    // Later: the page that opened it goes with the workspace.
    const auto show = [this, package] {
        replaceBy({{}, {}, package}, [] {});
    };
    QMetaObject::invokeMethod(this, show, Qt::QueuedConnection);
}

void Session::goBack()
{
    if (m_visit->cameFrom().isEmpty())
        return afterLastWriting([this] { begin(); });
    openThen(m_visit->cameFrom(), [this, left = m_visit->placeLeft()] {
        if (!m_visit)
            m_window.enter(left);
    });
}

void Session::refuseToOpen(const QString &folder, const Error &error)
{
    const bool isBroken = error.code == ErrorCode::Damaged || error.code == ErrorCode::Foreign ||
                          error.code == ErrorCode::NotFound;
    if (isBroken && !m_workspace && !backupsIn(folder + u"/backups"_s).isEmpty()) {
        m_broken = folder;
        begin();
        m_window.currentPage()->banner().say(error, tr("Restore a backup …"));
        connect(&m_window.currentPage()->banner(), &Banner::acted, this, [this] {
            m_window.go({RestorePage::key, {}});
        });
        return;
    }
    // Started with a folder that is refused, the window has no page yet.
    if (m_window.pages().empty())
        begin();
    refused(error);
}

PageKind Session::restorePage(const QString &folder)
{
    return {RestorePage::key, tr("Restore a backup"), Listing::Unlisted,
            [this, folder] {
                auto *page = new RestorePage(folder);
                // Queued: the page that asks goes with the workspace.
                connect(
                    page, &RestorePage::restoreAsked, this,
                    [this, folder](const QString &backup) { restoreFrom(folder, backup); },
                    Qt::QueuedConnection);
                return page;
            },
            WorkspacePage::key};
}

void Session::restoreFrom(const QString &folder, const QString &backup)
{
    m_broken = folder;
    const Id<Person> actor = m_workspace ? m_workspace->actor() : Id<Person>();
    const RestoreOrder order{
        .backup = backup, .workspaceFolder = folder, .person = actor.isNull() ? QString() : actor.text()};
    afterLastWriting([this, order] { restoreNow(order); });
}

void Session::restoreNow(const RestoreOrder &order)
{
    begin(); // what is read again from the disk is read as a whole
    const Clock &clock = m_clock;
    const QString folder = order.workspaceFolder;
    m_jobs.run<Restored>(
        tr("Restore %1").arg(QFileInfo(folder).completeBaseName()),
        [order, &clock](const Progress &) { return restore(order, clock); }, this,
        [this, folder](const Result<Restored> &restored) {
            openThen(folder, [this, restored] {
                if (!restored)
                    return refused(restored.error());
                m_window.go({WorkspacePage::key, {}});
                m_window.currentPage()->banner().say(BannerKind::Information,
                                                     tr("The backup is restored.") + u' ' +
                                                         inWords(*restored).join(u' '));
            });
        });
}

void Session::create(const Identity &identity)
{
    // What is in the form that asks for it is being made.
    if (m_forms->holdBack(m_window.currentPage()))
        return;
    QThread *here = thread();
    const Clock &clock = m_clock;
    const NewWorkspace start{.organisation = identity.organisation,
                             .timeZone = {},
                             .personName = identity.name,
                             .personAddress = identity.address,
                             .personFunction = identity.function};
    m_jobs.run<OpenedWorkspace>(
        tr("Make the workspace of %1").arg(identity.organisation),
        [folder = identity.folder, start, here, &clock](const Progress &) {
            return createdFor(*here, folder, start, clock);
        },
        this,
        [this](Result<OpenedWorkspace> opened) {
            if (!opened)
                return refused(opened.error());
            m_forms->letGo();
            replaceBy(std::move(*opened), [] {});
        });
}

void Session::replaceBy(OpenedWorkspace opened, const std::function<void()> &then)
{
    const auto next = std::make_shared<OpenedWorkspace>(std::move(opened));
    afterLastWriting([this, next, then] {
        enter(std::move(*next));
        then();
    });
}

void Session::look()
{
    const QString folder = sampleFolder();
    if (isSampleThere() || !m_makeSample)
        return open(folder);
    m_jobs.run<void>(
        tr("Make the sample workspace"),
        [make = m_makeSample, folder](const Progress &progress) { return make(folder, progress); }, this,
        [this, folder](const Done &done) {
            if (!done)
                return refused(done.error());
            open(folder);
        });
}

void Session::enter(OpenedWorkspace opened)
{
    const QString open = m_workspace ? m_workspace->folder() : QString();
    const QString cameFrom = m_visit ? m_visit->cameFrom() : open;
    leave();
    m_broken.clear();
    m_own = std::move(opened.workspace);
    if (opened.package)
        m_visit = std::make_unique<PackageVisit>(std::move(opened.package), cameFrom, m_jobs);
    else
        rememberWorkspace(m_own->folder());
    m_workspace = m_visit ? &m_visit->workspace() : m_own.get();
    connect(m_workspace, &Workspace::undoChanged, this, &Session::showUndo);
    connect(m_workspace, &Workspace::changed, this, [this] {
        if (Page *page = m_window.currentPage())
            page->banner().noteSaved();
    });
    std::vector<PageKind> pages = m_pagesOf(*m_workspace, m_jobs);
    for (PageKind &kind : helpPages())
        pages.push_back(std::move(kind));
    pages.push_back(identityPage());
    if (!m_workspace->isReadOnly())
        pages.push_back(restorePage(m_workspace->folder()));
    m_window.setWorkspaceName(m_workspace->name());
    m_saving = std::make_unique<SavingState>(*m_workspace, m_window);
    m_lastWriting = std::make_unique<LastWriting>(m_window, m_jobs, *m_saving);
    sayWhatItIs();
    m_acting = std::make_unique<ActingPerson>(*m_workspace, m_jobs);
    connect(m_acting.get(), &ActingPerson::chosen, this, [this](const Id<Person> &person) {
        // What was typed before was written by whoever acted then.
        m_lastWriting->before(LastWriting::Also::Nothing, [this, person] { m_acting->switchTo(person); });
    });
    m_window.status().addPermanentWidget(m_acting.get());
    offerSearch(pages);
    m_window.setPages(std::move(pages));
    showUndo();
    if (!m_visit) {
        m_workspace->watchOthers();
        sayWhatOthersRestore(opened.restorations);
    }
    if (!m_workspace->isReadOnly())
        backUp();
}

void Session::sayWhatItIs()
{
    const bool isSample = m_workspace->profile().sample;
    QStringList facts = m_visit ? m_visit->inWords() : QStringList();
    if (isSample && !m_visit)
        facts.append(tr("This is the sample workspace: everything in it is made up."));
    if (m_workspace->isReadOnly() && !m_visit)
        facts.append(whyNothingChanges(*m_workspace));
    if (facts.isEmpty())
        return;
    const QString wayOut = m_visit ? tr("Go back") : isSample ? tr("Make my own") : QString();
    m_window.banner().say(BannerKind::Notice, facts.join(u'\n'), wayOut);
    m_window.banner().setClosable(false);
}

void Session::offerSearch(const std::vector<PageKind> &pages)
{
    QStringList keys;
    for (const PageKind &kind : pages)
        keys.append(kind.key);
    m_search = std::make_unique<EverythingSearch>(*m_workspace, m_jobs, keys);
    m_window.setSearchProviders({m_search->provider()});
}

void Session::backUp()
{
    m_jobs.run<QString>(
        tr("Back %1 up").arg(m_workspace->name()),
        [file = m_workspace->databaseFile(), folder = m_workspace->backupsFolder(),
         at = m_clock.now()](const Progress &) { return backUpWhenDue(file, folder, at); },
        this,
        [this](const Result<QString> &backup) {
            if (!backup)
                refused(backup.error());
        });
}

void Session::sayWhatOthersRestore(const KnownRestorations &known)
{
    m_restorations = std::make_unique<RestorationNotice>(*m_workspace, known, m_jobs, m_window.news());
    connect(m_restorations.get(), &RestorationNotice::refused, this, &Session::refused);
}

void Session::leave()
{
    m_window.setPages({});
    m_window.banner().hide();
    m_window.news().hide();
    m_window.setWorkspaceName({});
    m_window.setUndoLabels({}, {});
    m_window.status().setSaved({});
    m_window.status().setHeld({});
    m_window.status().setRecordState({});
    m_acting.reset();
    m_lastWriting.reset();
    m_saving.reset();
    m_window.setSearchProviders({});
    m_search.reset();
    m_restorations.reset();
    m_jobs.cancelAndWait(); // they read the workspace
    m_workspace = nullptr;
    m_own.reset();
    m_visit.reset();
}

void Session::turn(Turn way)
{
    if (m_workspace)
        whenSettled(turnAsJob(way, *m_workspace, m_jobs), this, [this](const Result<Committed> &done) {
            if (!done)
                refused(done.error());
        });
}

void Session::showUndo()
{
    m_window.setUndoLabels(m_workspace->undoLabel(), m_workspace->redoLabel());
}

void Session::refused(const Error &error)
{
    Page *page = m_window.currentPage();
    if (page && error.code == ErrorCode::Cancelled)
        page->banner().say(BannerKind::Information, error.message);
    else if (page)
        page->banner().say(error);
    else
        m_window.banner().say(error);
}

}
