#include "tests/support/rebuild.h"
#include "tests/support/storing.h"

#include "core/evidence/evidencestore.h"
#include "core/storage/migrations.h"
#include "core/workspace/recordschema.h"
#include "core/workspace/writer.h"

#include <QDir>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

template <class T>
T orDie(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().message));
    return std::move(*result);
}

Edit creation(const EntityType &type, const QString &id, const QList<Value> &values)
{
    Edit edit{type.table, id, Edit::Kind::Created, {}};
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (!values.at(i).isNeutral())
            edit.fields.append({type.fields.at(i).name, Value(), values.at(i)});
    }
    return edit;
}

void commitRows(const Connection &connection, const RecordRows &rows, const Clock &clock)
{
    const auto actor = Id<Person>::fromText(rows.of(Described<Person>::table).firstKey());
    // A closed assessment is rebuilt closed, which the rules for people would not let pass.
    const Writer writer(connection, recordSchema(), {}, clock);
    ChangeSet changeSet(u"Rebuild the record from a package"_s);
    for (const auto &type : recordSchema().types()) {
        const auto &table = rows.of(type.table);
        for (const auto &id : inOrderOfReferences(type, table))
            changeSet.edits.append(creation(type, id, table.value(id)));
    }
    if (const auto committed = writer.commit(changeSet, {actor, u"tests"_s, u"here"_s}); !committed)
        qFatal("%s", qPrintable(committed.error().message));
}

}

std::unique_ptr<Workspace> rebuiltWorkspace(const RecordRows &rows, const QStringList &evidenceFiles,
                                            const QString &folder, const Clock &clock)
{
    QDir(folder).mkpath(u"packages"_s);
    QDir(folder).mkpath(u"backups"_s);
    commitRows(*orDie(emptyDatabase(folder + u"/workspace.db"_s)), rows, clock);
    for (const auto &outcome : orDie(test::storeMany(EvidenceStore(folder + u"/evidence"_s), evidenceFiles)))
        orDie(outcome.stored);
    return orDie(Workspace::open(folder, Workspace::Access::ReadWrite, clock));
}

}
