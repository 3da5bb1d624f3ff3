#pragma once

#include "tests/support/windowfixture.h"
#include "tests/support/workspacefixture.h"
#include "ui/mainwindow/session.h"

namespace plimsoll {

/// One system, "Fraud scoring", as whoever starts the program meets it: opened from the disk by a session in
/// the real window. Ana Ruiz acts.
class SystemInWindow
{
public:
    SystemInWindow();

    template <IsDescribed Entity>
    QList<Entity> all() const
    {
        const auto reader = session.workspace()->reader();
        return reader ? Repository<Entity>(**reader).all().value_or(QList<Entity>()) : QList<Entity>();
    }

    SystemClock clock;
    WorkspaceFixture record;
    AiSystem system;
    WindowFixture shown;
    Session session;
};

}
