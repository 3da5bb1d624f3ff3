#include "ui/pages/evidence/evidencereading.h"

#include "core/evidence/evidencestore.h"
#include "core/evidence/filechecks.h"
#include "core/storage/repository.h"
#include "core/workspace/workspace.h"
#include "ui/models/sortkey.h"

#include <algorithm>

namespace plimsoll {

Result<EvidenceReading> readEvidence(const Workspace &workspace, const Connection &reader,
                                     const std::optional<QSet<Id<Evidence>>> &of)
{
    auto lines = of ? readEvidenceRegister(reader, *of) : readEvidenceRegister(reader);
    auto persons = Repository<Person>(reader).all();
    if (!lines || !persons)
        return tl::unexpected(lines ? persons.error() : lines.error());
    EvidenceReading reading{{}, std::move(*persons), {}, of};
    const EvidenceStore store(workspace.evidenceFolder());
    reading.checks = of ? keptChecks(store, filesOf(*lines)) : keptChecks(store);
    for (RegisteredEvidence &line : *lines)
        reading.rows.push_back(rowOf(std::move(line), workspace.today()));
    const QCollator collator = tableCollator();
    std::sort(reading.rows.begin(), reading.rows.end(), [&](const EvidenceRow &a, const EvidenceRow &b) {
        return collator.compare(a.evidence().title, b.evidence().title) < 0;
    });
    std::sort(reading.persons.begin(), reading.persons.end(),
              [&](const Person &a, const Person &b) { return collator.compare(a.name, b.name) < 0; });
    return reading;
}

}
