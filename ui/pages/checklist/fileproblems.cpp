#include "ui/pages/checklist/fileproblems.h"

#include "core/evidence/evidencestore.h"
#include "core/workspace/workspace.h"

#include <algorithm>

namespace plimsoll {

SharedReading withFileProblems(const Workspace &workspace, const SharedReading &reading)
{
    QSet<Digest> files;
    for (const Evidence &evidence : reading->checklist.evidence) {
        if (evidence.digest)
            files.insert(*evidence.digest);
    }
    FileChecks kept = keptChecks(EvidenceStore(workspace.evidenceFolder()), files);
    if (kept.isEmpty())
        return reading;
    ChecklistReading more = *reading;
    more.checks = std::move(kept);
    more.problems += fileProblemsOf(more.checklist, more.checks);
    std::stable_sort(more.problems.begin(), more.problems.end(),
                     [](const Problem &a, const Problem &b) { return a.ordinal < b.ordinal; });
    return std::make_shared<const ChecklistReading>(std::move(more));
}

}
