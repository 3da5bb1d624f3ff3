#include "tests/support/systeminwindow.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace plimsoll {

SystemInWindow::SystemInWindow()
    : system(record.aSystem(u"Fraud scoring"_s))
    , session(shown.window(), shown.jobs(), clock, workspacePages)
{
    record.close();
    session.open(record.folder());
    const auto isOpen = [this] {
        return session.workspace() && shown.jobs().running().isEmpty();
    };
    if (!QTest::qWaitFor(isOpen))
        qFatal("The workspace does not open");
    session.workspace()->actAs(all<Person>().constFirst().id);
}

}
