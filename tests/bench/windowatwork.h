#pragma once

#include "tests/bench/stallwatch.h"
#include "ui/jobs/jobs.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/session.h"
#include "ui/theme/theme.h"

class QLineEdit;

namespace plimsoll::bench {

/// How long something took to be seen.
struct Seen
{
    double first = 0; ///< milliseconds until it was painted first
    double whole = 0; ///< until no job was at work on it any more and the last of it was painted
};

/// The real window, offscreen, on one workspace.
class WindowAtWork
{
public:
    explicit WindowAtWork(const Clock &clock);

    /// Opens the workspace, and waits until all that opening brings has ended.
    Done open(const QString &folder);
    [[nodiscard]] MainWindow &window() { return m_window; }
    [[nodiscard]] Workspace &workspace() { return *m_session.workspace(); }

    /// Goes there and waits until everything has settled.
    Seen go(const Place &place);
    /// Makes all pages anew and shows the first one, Overview.
    Seen goToNewOverview();
    /// Types one letter into the field; answers the milliseconds until `view` was painted anew, nothing when
    /// it was not.
    std::optional<double> type(QChar letter, QLineEdit &field, QWidget &view);
    /// Acts from the event loop, as a click would, and waits until everything has settled.
    void perform(const std::function<void()> &act);

private:
    Seen watch(const std::function<void()> &act);
    void settle();
    void turnOnce(int milliseconds);

    Theme m_theme;
    Jobs m_jobs;
    MainWindow m_window;
    Session m_session;
};

}
