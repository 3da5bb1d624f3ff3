#include "ui/pages/grid/gridreading.h"

#include "core/catalogue/shippedcatalogue.h"
#include "core/storage/repository.h"
#include "core/workspace/workspace.h"
#include "ui/pages/checklist/itemrow.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr auto systemsInScope = "SELECT id, number, name, version FROM ai_system "
                                "WHERE removed_at IS NULL AND out_of_scope = ? ORDER BY number"_L1;

}

Result<GridFrame> readGridFrame(const Connection &connection)
{
    const auto catalogue = shippedCatalogue();
    if (!catalogue)
        return tl::unexpected(catalogue.error());
    GridFrame frame{*catalogue, {}, {}};
    auto read = connection.each(systemsInScope, {false}, [&](const Row &row) {
        const QString name = u"%1  %2 %3"_s.arg(row.text(1), row.text(2), row.text(3)).trimmed();
        frame.systems.push_back({Id<AiSystem>::fromText(row.text(0)), name});
    });
    if (!read)
        return tl::unexpected(read.error());
    auto persons = Repository<Person>(connection).all();
    if (!persons)
        return tl::unexpected(persons.error());
    std::sort(persons->begin(), persons->end(),
              [](const Person &a, const Person &b) { return a.name.localeAwareCompare(b.name) < 0; });
    frame.persons = std::move(*persons);
    return frame;
}

Result<QHash<Id<AiSystem>, GridRow>> readGridRows(const Connection &connection,
                                                  const std::shared_ptr<const Catalogue> &catalogue,
                                                  const QList<Id<AiSystem>> &systems, const QDate &today)
{
    QHash<Id<AiSystem>, GridRow> rows;
    for (const Id<AiSystem> &system : systems) {
        const auto checklist = readChecklist(connection, catalogue, system, today);
        if (!checklist)
            return tl::unexpected(checklist.error());
        GridRow row;
        if (checklist->assessment && !checklist->assessment->closedOn)
            row.assessment = checklist->assessment->id;
        row.cells.reserve(checklist->lines.size());
        for (const ChecklistLine &line : checklist->lines)
            row.cells.push_back({line.standing(), row.assessment && isAnswerable(line),
                                 isAnswerable(line) && line.isInherited() ? line.commonSource : QString()});
        rows.insert(system, row);
    }
    return rows;
}

}
