#pragma once

#include "ui/mainwindow/placehistory.h"
#include "ui/pages/page.h"
#include "ui/theme/theme.h"
#include "ui/widgets/searchhit.h"

#include <QHash>
#include <QMainWindow>

#include <vector>

class QActionGroup;
class QStackedWidget;

namespace plimsoll {

class CommandPalette;
class Jobs;
class Navigation;
class PlainLabel;
class SearchField;
class StatusLine;

/// Navigation, undo, jobs and menus, and nothing else: what the pages show is theirs.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(Theme &theme, Jobs &jobs);
    ~MainWindow() override;

    /// Replaces all pages (another workspace, or none). Each is made at its first visit. Goes to the first
    /// one.
    void setPages(std::vector<PageKind> pages);
    [[nodiscard]] const std::vector<PageKind> &pages() const { return m_kinds; }
    /// Asked by Ctrl+K after the pages.
    void setSearchProviders(QList<SearchProvider> providers);

    /// Goes there, making the page if need be. An unknown page changes nothing.
    void go(const Place &place);
    /// The same, and the keyboard is on that page then.
    void enter(const Place &place);
    /// Goes to this part of a page that was made already, and gives it the keyboard.
    void showPart(Page &page, QWidget &part);
    [[nodiscard]] Place place() const { return m_history.current(); }
    [[nodiscard]] Page *currentPage() const;

    /// The workspace's name beside the product's; empty when none is open.
    void setWorkspaceName(const QString &name);
    /// What undo and redo would do; empty disables them.
    void setUndoLabels(const QString &undo, const QString &redo);
    [[nodiscard]] StatusLine &status() { return *m_status; }
    /// Across all pages: the sample's banner, read-only, another copy at work.
    [[nodiscard]] Banner &banner() { return *m_banner; }
    /// Across all pages too: what somebody else did with the workspace, until it is dismissed.
    [[nodiscard]] Banner &news() { return *m_news; }

Q_SIGNALS:
    void newWorkspaceAsked();
    void openAsked();
    void openPackageAsked();
    /// A page opened it, to be read in place of the workspace.
    void packageOpened(const std::shared_ptr<plimsoll::OpenedPackage> &package);
    /// A workspace or a package shall be opened.
    void pathChosen(const QString &path);
    void sampleAsked();
    void closeWorkspaceAsked();
    void undoAsked();
    void redoAsked();

protected:
    bool event(QEvent *event) override;
    /// From navigation to banners, page, status line and search, each from top to bottom.
    bool focusNextPrevChild(bool next) override;
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    /// The page the File menu leads to, where there is something to restore.
    static constexpr auto restorePage = QLatin1StringView("restore");

    void buildMenus();
    void buildFileMenu();
    void buildEditMenu();
    void buildViewMenu();
    void buildHelpMenu();
    void buildAppearanceMenu(QMenu &view);
    void buildBody();
    void fillRecentMenu();
    void fillRecordMenu();
    void fillGoMenu();
    void reveal(const Place &place);
    void scaleText(double scale);
    void copyFromFocus();
    void moveFocusToOtherSide();
    void enterPage();
    Page *pageFor(const QString &key);
    [[nodiscard]] const PageKind *kindOf(const QString &key) const;
    [[nodiscard]] SearchProvider pageSearch() const;

    Theme &m_theme;
    std::vector<PageKind> m_kinds;
    QHash<QString, Page *> m_made; ///< by key
    PlaceHistory m_history;

    Navigation *m_navigation = nullptr;
    PlainLabel *m_workspace = nullptr;
    Banner *m_banner = nullptr;
    Banner *m_news = nullptr;
    QStackedWidget *m_stack = nullptr;
    StatusLine *m_status = nullptr;
    CommandPalette *m_palette = nullptr;
    QMenu *m_recent = nullptr;
    QMenu *m_record = nullptr;
    QMenu *m_go = nullptr;
    QAction *m_restore = nullptr;
    QAction *m_close = nullptr;
    QAction *m_undo = nullptr;
    QAction *m_redo = nullptr;
    QAction *m_back = nullptr;
    QAction *m_forward = nullptr;
};

}
