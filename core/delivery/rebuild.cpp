#include "core/delivery/rebuild.h"

#include "core/base/newfolder.h"
#include "core/evidence/evidence.h"
#include "core/evidence/evidencestore.h"
#include "core/storage/migrations.h"
#include "core/workspace/recordschema.h"
#include "core/workspace/writer.h"

#include <QCoreApplication>
#include <QDir>
#include <QSet>
#include <QSysInfo>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Rebuild)
};

constexpr qsizetype largestChangeSet = 1000; // edits

Edit creation(const EntityType &type, const QString &id, const QList<Value> &values)
{
    Edit edit{type.table, id, Edit::Kind::Created, {}};
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (!values.at(i).isNeutral())
            edit.fields.append({type.fields.at(i).name, Value(), values.at(i)});
    }
    return edit;
}

/// Who acts in the rebuild: the first person of the record whose account is the operating system's, else the
/// first of all.
Result<Actor> rebuilder(const RecordRows &rows)
{
    const auto &persons = rows.of(Described<Person>::table);
    if (persons.isEmpty())
        return refuse(ErrorCode::Damaged, Text::tr("The record knows no person, so nobody could own it."));
    const auto &type = entityType<Person>();
    const auto account = type.field("account"_L1) - type.fields.constData();
    Actor actor{Id<Person>::fromText(persons.firstKey()), currentAccount(), QSysInfo::machineHostName()};
    for (auto person = persons.cbegin(); person != persons.cend(); ++person) {
        if (person.value().at(account) == Value(actor.account))
            actor.person = Id<Person>::fromText(person.key());
    }
    return actor;
}

Done commitRows(const Connection &connection, const RecordRows &rows, const Clock &clock,
                const Progress &progress)
{
    const auto actor = rebuilder(rows);
    if (!actor)
        return tl::unexpected(actor.error());
    // A closed assessment is rebuilt closed, which the rules for people would not let pass.
    const Writer writer(connection, recordSchema(), {}, clock);
    const QString group = uuidVersion7(clock.now()).toString(QUuid::WithoutBraces);
    const auto empty = [&] {
        ChangeSet changeSet(Text::tr("Rebuild the record from a package"));
        changeSet.group = group;
        return changeSet;
    };
    ChangeSet changeSet = empty();
    qint64 done = 0;
    const auto commit = [&]() -> Done {
        if (changeSet.isEmpty())
            return {};
        done += changeSet.edits.size();
        if (auto committed = writer.commit(changeSet, *actor); !committed)
            return tl::unexpected(committed.error());
        changeSet = empty();
        if (!progress(done, rows.count(), Text::tr("Rebuilding the record")))
            return refuse(ErrorCode::Cancelled, Text::tr("The rebuild was cancelled."));
        return {};
    };
    for (const auto &type : recordSchema().types()) {
        const auto &table = rows.of(type.table);
        for (const auto &id : inOrderOfReferences(type, table)) {
            changeSet.edits.append(creation(type, id, table.value(id)));
            if (changeSet.edits.size() < largestChangeSet)
                continue;
            if (auto committed = commit(); !committed)
                return committed;
        }
    }
    return commit();
}

Done storeEvidence(const RecordRows &rows, const QStringList &files, const QString &folder,
                   const Progress &progress)
{
    QSet<QString> arrived;
    const auto outcomes = EvidenceStore(folder).storeMany(files, progress);
    if (!outcomes)
        return tl::unexpected(outcomes.error());
    for (const auto &outcome : *outcomes) {
        if (!outcome.stored)
            return tl::unexpected(outcome.stored.error());
        arrived.insert(outcome.stored->digest.hex());
    }
    const auto &type = entityType<Evidence>();
    const auto at = [&](QLatin1StringView name) {
        return type.field(name) - type.fields.constData();
    };
    const auto &evidence = rows.of(type.table);
    for (const auto &values : evidence) {
        const auto *digest = values.at(at("digest"_L1)).text();
        if (!digest || !values.at(at("removed_at"_L1)).isNull() || arrived.contains(*digest))
            continue;
        return refuse(ErrorCode::NotFound,
                      Text::tr("The file of the evidence “%1” is missing. Unpack the package anew.")
                          .arg(*values.at(at("title"_L1)).text()),
                      *digest);
    }
    return {};
}

}

Result<std::unique_ptr<Workspace>> rebuildWorkspace(const RecordDocument &record,
                                                    const QStringList &evidenceFiles, const QString &folder,
                                                    const Clock &clock, const Progress &progress)
{
    auto made = NewFolder::make(folder);
    if (!made)
        return tl::unexpected(made.error());
    {
        const auto connection = emptyDatabase(made->path() + u"/workspace.db"_s);
        if (!connection)
            return tl::unexpected(connection.error());
        if (auto committed = commitRows(**connection, record.rows, clock, progress); !committed)
            return tl::unexpected(committed.error());
    }
    if (auto stored = storeEvidence(record.rows, evidenceFiles, folder + u"/evidence"_s, progress); !stored)
        return tl::unexpected(stored.error());
    for (const auto &part : {u"packages"_s, u"backups"_s})
        QDir(folder).mkpath(part);
    auto workspace = Workspace::open(folder, Workspace::Access::ReadWrite, clock);
    if (workspace)
        made->keep();
    return workspace;
}

}
