#include "ui/jobs/writing.h"

#include "ui/jobs/settled.h"

namespace plimsoll {

void writeToRecord(Workspace &workspace, const ChangeSet &changeSet, QObject *context,
                   std::function<void()> written, std::function<void(const Error &)> refused)
{
    if (changeSet.isEmpty())
        return;
    whenSettled(workspace.commit(changeSet), context,
                [written = std::move(written), refused = std::move(refused)](const Result<Committed> &done) {
                    if (done)
                        written();
                    else
                        refused(done.error());
                });
}

}
