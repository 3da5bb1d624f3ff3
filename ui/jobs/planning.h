#pragma once

#include "core/workspace/workspace.h"
#include "ui/jobs/jobs.h"
#include "ui/jobs/withreader.h"

#include <memory>

namespace plimsoll {

/// While a copy of what it returns lives, a change that a person made is on its way to the workspace, though
/// not sent yet: the window says so and does not let the workspace go.
inline std::shared_ptr<void> changeUnderWay(Workspace &workspace)
{
    Q_EMIT workspace.commitSent();
    return {nullptr, [still = QPointer(&workspace)](void *) {
                if (still)
                    Q_EMIT still->commitSettled();
            }};
}

/// Plans a change as a job, with a reader of its own, and hands what came of it to `done` on the GUI thread,
/// unless `context` is gone by then. The workspace hears of a refusal before.
template <class T>
void planInJob(Workspace &workspace, Jobs &jobs, const QString &label,
               std::function<Result<T>(const Connection &)> plan, QObject *context,
               std::function<void(Result<T>)> done)
{
    jobs.run<T>(label, withReader(workspace, std::move(plan)), context,
                [&workspace, done = std::move(done),
                 underWay = changeUnderWay(workspace)](Result<T> planned) mutable {
                    if (!planned) {
                        underWay.reset();
                        workspace.notePlanRefused();
                    }
                    done(std::move(planned));
                    underWay.reset();
                });
}

}
