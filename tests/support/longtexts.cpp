#include "tests/support/longtexts.h"

#include "core/storage/repository.h"
#include "core/workspace/recordschema.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

/// Text that names something by a word which the program knows or has given out itself, or is no prose.
const QStringList wordsOfTheProgram{
    u"ai_system.number"_s,
    u"applicability_decision.item"_s,
    u"assessment.catalogue"_s,
    u"assessment.catalogue_version"_s,
    u"evidence.media_type"_s,
    u"evidence.url"_s,
    u"evidence_use.item"_s,
    u"fact_answer.fact"_s,
    u"person.account"_s,
    u"reliance.item"_s,
    u"response.item"_s,
    u"system_event.event"_s,
    u"workspace_profile.time_zone"_s,
};

bool isWrittenByPeople(const EntityType &type, const FieldType &field)
{
    return field.kind == ColumnKind::Text && !field.nullable && field.references.isEmpty() &&
           field.fits(Value(u"some words"_s)) &&
           !wordsOfTheProgram.contains(u"%1.%2"_s.arg(type.table, field.name));
}

}

QStringList fillEveryText(Workspace &workspace, const QString &text)
{
    QStringList filled;
    int rows = 0;
    for (const EntityType &type : recordSchema().types()) {
        ChangeSet changeSet(u"Fill every text of %1"_s.arg(type.table));
        const auto takeRow = [&](const Row &row) {
            Edit edit{type.table, row.text(0), Edit::Kind::Changed, {}};
            const Value written(text + QString::number(++rows));
            for (int i = 0; i < int(type.fields.size()); ++i) {
                const FieldType &field = type.fields.at(i);
                if (!isWrittenByPeople(type, field))
                    continue;
                edit.fields.append({field.name, row.value(i + 1, field.kind), written});
                filled.append(u"%1.%2"_s.arg(type.table, field.name));
            }
            if (!edit.fields.isEmpty())
                changeSet.edits.append(edit);
        };
        const auto reader = workspace.reader();
        const auto read = reader ? (*reader)->each(selectText(type, {}, {}, -1), {}, takeRow)
                                 : Done(tl::unexpected(reader.error()));
        const auto committed = read && !changeSet.isEmpty() ? workspace.commitAndWait(changeSet)
                                                            : Result<Committed>(Committed());
        if (!read || !committed)
            qFatal("%s", qPrintable((read ? committed.error() : read.error()).message.left(1000)));
    }
    filled.removeDuplicates();
    return filled;
}

}
