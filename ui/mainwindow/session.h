#pragma once

#include "core/base/clock.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "ui/mainwindow/restorationnotice.h"
#include "ui/pages/page.h"

#include <QObject>

#include <memory>
#include <vector>

namespace plimsoll {

class ActingPerson;
class EverythingSearch;
class Jobs;
class LastWriting;
class MainWindow;
class OpenedPackage;
class PackageVisit;
class SavingState;
class UnsavedForms;
class Workspace;
struct Identity;
struct OpenedWorkspace;
struct RestoreOrder;
enum class Turn;

/// Which workspace the window shows: opens and closes it, and joins it to the window's undo, status and
/// pages.
class Session final : public QObject
{
    Q_OBJECT

public:
    /// The pages that show a workspace, in the order of the navigation.
    using PagesOf = std::function<std::vector<PageKind>(Workspace &workspace, Jobs &jobs)>;

    /// Makes the sample workspace in a folder that does not exist yet.
    using SampleMaker = std::function<Done(const QString &folder, const Progress &progress)>;

    /// Without a maker the sample can be looked at only where it exists already.
    Session(MainWindow &window, Jobs &jobs, const Clock &clock, PagesOf pagesOf, SampleMaker makeSample = {});
    ~Session() override;

    /// The three doors.
    void begin();
    /// A workspace, or a package, which is then read in place of one.
    void open(const QString &path)
    {
        openThen(path, [] {});
    }
    [[nodiscard]] Workspace *workspace() const { return m_workspace; }

protected:
    /// The window closes when nothing of what was written is lost.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// Everything that lets a workspace go waits for that here.
    void afterLastWriting(const std::function<void()> &then);
    /// Shows another workspace than before, and does `then`.
    void replaceBy(OpenedWorkspace opened, const std::function<void()> &then);
    void restoreNow(const RestoreOrder &order);
    /// Opens, and does `then` once the workspace is shown, or was refused.
    void openThen(const QString &path, const std::function<void()> &then);
    void read(const std::shared_ptr<OpenedPackage> &package);
    /// From a package to the workspace that was open before, or to the doors.
    void goBack();
    void refuseToOpen(const QString &folder, const Error &error);
    void restoreFrom(const QString &folder, const QString &backup);
    [[nodiscard]] PageKind restorePage(const QString &folder);
    PageKind identityPage();
    void askWho();
    void create(const Identity &identity);
    void look();
    void enter(OpenedWorkspace opened);
    /// That it is the sample, that it can only be read: across all pages.
    void sayWhatItIs();
    void offerSearch(const std::vector<PageKind> &pages);
    void leave();
    void backUp();
    void sayWhatOthersRestore(const KnownRestorations &known);
    void turn(Turn way);
    void showUndo();
    void refused(const Error &error);

    MainWindow &m_window;
    Jobs &m_jobs;
    const Clock &m_clock;
    PagesOf m_pagesOf;
    SampleMaker m_makeSample;
    std::unique_ptr<UnsavedForms> m_forms;
    QString m_broken; ///< a folder that could not be opened and has backups
    std::unique_ptr<Workspace> m_own;
    std::unique_ptr<PackageVisit> m_visit;
    Workspace *m_workspace = nullptr;       ///< that one's or this one's
    std::unique_ptr<ActingPerson> m_acting; ///< stands in the status line
    std::unique_ptr<SavingState> m_saving;
    std::unique_ptr<LastWriting> m_lastWriting;
    std::unique_ptr<EverythingSearch> m_search;
    std::unique_ptr<RestorationNotice> m_restorations;
};

}
