#pragma once

#include "core/workspace/recordschema.h"
#include "core/workspace/writer.h"
#include "tests/support/workspacefixture.h"

namespace plimsoll {

/// Writes as an older program did, which knew no rules of today.
inline void commitAsAnOlderProgram(const WorkspaceFixture &fixture, const ChangeSet &changeSet)
{
    const auto connection =
        Connection::open(fixture.folder() + QStringLiteral("/workspace.db"), Connection::Mode::ReadWrite);
    const auto committed = Writer(**connection, recordSchema(), {}, fixture.clock())
                               .commit(changeSet, {fixture->actor(), {}, {}});
    if (!committed)
        qFatal("%s", qPrintable(committed.error().message));
}

}
