#pragma once

#include "tests/support/twosystems.h"
#include "tests/support/windowfixture.h"
#include "ui/mainwindow/session.h"

namespace plimsoll {

/// The bank's two systems as whoever starts the program meets them: opened from the disk by a session in the
/// real window. Ana Ruiz acts.
class SessionFixture
{
public:
    SessionFixture();

    [[nodiscard]] Workspace &workspace() const { return *session.workspace(); }
    [[nodiscard]] MainWindow &window() { return shown.window(); }
    template <class Widget>
    Widget *find(const QString &name) const
    {
        return shown.find<Widget>(name);
    }
    /// Goes there, and waits until the page is filled.
    void go(const Place &place);
    void settle() { shown.settle(); }

    /// Commits through the window's own workspace, and waits until the window knows.
    void commit(const ChangeSet &changeSet);
    /// Another copy of the program, which the window does not know of yet, with the same person acting.
    [[nodiscard]] std::unique_ptr<Workspace> anotherCopy() const;

    template <IsDescribed Entity>
    QList<Entity> all() const
    {
        const auto reader = workspace().reader();
        return reader ? Repository<Entity>(**reader).all().value_or(QList<Entity>()) : QList<Entity>();
    }

    SystemClock clock;
    TwoSystems bank;
    WindowFixture shown;
    Session session;
};

}
