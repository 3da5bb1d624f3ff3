#include "tests/support/sessionfixture.h"

#include <QTest>

namespace plimsoll {

SessionFixture::SessionFixture()
    : session(shown.window(), shown.jobs(), clock, workspacePages)
{
    bank.fixture.close();
    session.open(bank.fixture.folder());
    if (!QTest::qWaitFor([this] { return session.workspace(); }))
        qFatal("The workspace does not open");
    workspace().actAs(all<Person>().constFirst().id);
    shown.follow(workspace());
    settle();
}

void SessionFixture::go(const Place &place)
{
    window().go(place);
    settle();
}

void SessionFixture::commit(const ChangeSet &changeSet)
{
    const auto done = workspace().commitAndWait(changeSet);
    if (!done)
        qFatal("%s", qPrintable(done.error().message));
    settle();
}

std::unique_ptr<Workspace> SessionFixture::anotherCopy() const
{
    auto other = Workspace::open(bank.fixture.folder(), Workspace::Access::ReadWrite, clock);
    if (!other)
        qFatal("%s", qPrintable(other.error().message));
    (*other)->actAs(workspace().actor());
    return std::move(*other);
}

}
