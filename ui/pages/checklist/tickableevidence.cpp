#include "ui/pages/checklist/tickableevidence.h"

#include "core/workspace/evidenceregister.h"
#include "core/workspace/workspace.h"
#include "ui/models/sortkey.h"

#include <algorithm>

namespace plimsoll {

Result<QList<Tickable>> tickableEvidence(const Connection &connection)
{
    const auto held = readEvidenceRegister(connection);
    if (!held)
        return tl::unexpected(held.error());
    QList<Tickable> things;
    for (const RegisteredEvidence &piece : *held)
        things.append({piece.evidence.id.text(), piece.evidence.title});
    const QCollator collator = tableCollator();
    std::sort(things.begin(), things.end(), [&collator](const Tickable &a, const Tickable &b) {
        return collator.compare(a.text, b.text) < 0;
    });
    return things;
}

}
