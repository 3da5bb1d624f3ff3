#include "tests/support/workspacefixture.h"

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

template <class T>
T orFail(Result<T> result)
{
    if (!result)
        qFatal("%s (%s)", qPrintable(result.error().message), qPrintable(result.error().detail));
    return std::move(*result);
}

}

WorkspaceFixture::WorkspaceFixture()
    : m_workspace(orFail(Workspace::create(
          folder(), {u"Nordbank"_s, u"UTC"_s, u"Ana Ruiz"_s, u"ana@nordbank.example"_s, u"Risk"_s, false},
          m_clock)))
{
}

void WorkspaceFixture::reopen()
{
    const auto actor = m_workspace->actor();
    m_workspace.reset();
    m_workspace = orFail(Workspace::open(folder(), Workspace::Access::ReadWrite, m_clock));
    m_workspace->actAs(actor);
}

void WorkspaceFixture::commit(const ChangeSet &changeSet)
{
    orFail(m_workspace->commitAndWait(changeSet));
}

AiSystem WorkspaceFixture::aSystem(const QString &name)
{
    AiSystem system;
    system.id = Id<AiSystem>::generate(m_clock);
    system.number = u"AI-%1"_s.arg(++m_systems, 3, 10, QLatin1Char('0'));
    system.name = name;
    commit(ChangeSet(u"Register %1"_s.arg(name)).create(system));
    return system;
}

}
