#pragma once

#include "core/inventory/aisystem.h"
#include "ui/jobs/jobs.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/pages/pagelist.h"

#include <QTemporaryDir>

namespace plimsoll {

/// The real window, shown offscreen, with settings of its own.
class WindowFixture
{
public:
    WindowFixture();

    [[nodiscard]] MainWindow &window() { return m_window; }
    MainWindow *operator->() { return &m_window; }
    [[nodiscard]] Jobs &jobs() { return m_jobs; }
    [[nodiscard]] Theme &theme() { return m_theme; }

    /// Shows the pages of a workspace that the test itself holds open, and follows it.
    void setWorkspace(Workspace &workspace);
    /// From now on settle() waits for what is sent to this workspace too.
    void follow(const Workspace &workspace);

    /// The widget of this name, whether it is visible or not; fails the test loudly when there is none.
    template <class Widget>
    Widget *find(const QString &name) const
    {
        auto *found = m_window.findChild<Widget *>(name);
        if (!found)
            qFatal("The window has no %s", qPrintable(name));
        return found;
    }

    /// Every page that is shown without being asked for something, and every tab of the system.
    [[nodiscard]] QList<Place> everyPlace(const Id<AiSystem> &system) const;

    /// Drops these files on the widget as a file manager does; whether it took them.
    static bool drop(QWidget &target, const QStringList &files);

    /// The data of a test that looks at a page at both sizes of text: the column "scale".
    static void bothTextSizes();

    /// Gives the event loop as many turns as layouts within layouts, and whatever waits for the next turn,
    /// need. Whoever waits so does not depend on how fast the machine is.
    static void takeTurns();
    /// Until nothing is being read or saved, no part of the window waits for hands to rest, and what came of
    /// it is laid out: whatever was to come of what was done has come.
    void settle();

    /// The words of the page's banner with their kind before them; empty when it says nothing.
    [[nodiscard]] QString said() const;

    /// What the page says is wrong with it, once its layout has settled.
    [[nodiscard]] QStringList faults();

private:
    [[nodiscard]] bool isAtRest() const;

    /// Before the window, which reads them.
    struct Settings
    {
        Settings();
        QTemporaryDir folder;
    };

    Settings m_settings;
    Theme m_theme;
    Jobs m_jobs;
    MainWindow m_window;
    int m_underWay = 0; ///< change sets on their way to the disk
};

}
