#include "core/workspace/systementries.h"

#include "core/assessment/inheritance.h"
#include "core/base/calledname.h"
#include "core/evidence/evidenceuse.h"
#include "core/evidence/issuedpackage.h"
#include "core/journal/journal.h"
#include "core/record/recordrows.h"

#include <algorithm>
#include <limits>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

constexpr auto sequencesSql = "SELECT DISTINCT sequence FROM journal_part WHERE entity_type = ? "
                              "AND entity_id = ? AND sequence <= ?"_L1;
constexpr auto namingSql = "SELECT id FROM %1 WHERE %2 = ?"_L1;
/// What was written of the rows of one table that are gone. What made and what removed them names every
/// field.
constexpr auto goneSql = "SELECT p.entity_id, p.sequence, p.body FROM journal_part p WHERE p.entity_type = ? "
                         "AND NOT EXISTS (SELECT 1 FROM %1 t WHERE t.id = p.entity_id)"_L1;
constexpr auto platformsSql = "SELECT platform FROM inheritance WHERE system = ?"_L1;
/// Used by then; what the journal does not tell of counts as used ever since.
constexpr auto evidenceSql =
    "SELECT DISTINCT u.evidence FROM evidence_use u WHERE u.assessment = ? AND COALESCE((SELECT "
    "MIN(p.sequence) FROM journal_part p WHERE p.entity_type = 'evidence_use' AND p.entity_id = u.id), 0) <= ?"_L1;
constexpr auto packagesSql = "SELECT package FROM issued_system WHERE system = ?"_L1;
/// Those that say in words alone which systems they are about.
constexpr auto packagesInWordsSql =
    "SELECT i.id, i.systems, MIN(p.sequence) FROM issued_package i JOIN journal_part p "
    "ON p.entity_type = 'issued_package' AND p.entity_id = i.id "
    "WHERE NOT EXISTS (SELECT 1 FROM issued_system s WHERE s.package = i.id) GROUP BY i.id, i.systems"_L1;

/// What a system was called, entry by entry.
class FormerNames
{
public:
    static Result<FormerNames> of(const Connection &connection, const Schema &schema,
                                  const Id<AiSystem> &system)
    {
        const auto names = fieldHistory(connection, schema, system.text(), "name"_L1);
        const auto versions = fieldHistory(connection, schema, system.text(), "version"_L1);
        if (!names || !versions)
            return tl::unexpected(names ? versions.error() : names.error());
        FormerNames former;
        former.m_names = *names;
        former.m_versions = *versions;
        return former;
    }

    /// As it was called when that entry was written.
    [[nodiscard]] QString at(qint64 sequence) const
    {
        return calledName(heldAt(m_names, sequence), heldAt(m_versions, sequence));
    }

private:
    static QString heldAt(const QList<FieldHistory> &steps, qint64 sequence)
    {
        QString held;
        for (const FieldHistory &step : steps) {
            if (step.sequence <= sequence)
                held = step.after.shown();
        }
        return held;
    }

    QList<FieldHistory> m_names;
    QList<FieldHistory> m_versions;
};

/// The packages that were issued about a system. Earlier programs named the systems of a package in words
/// alone, as they were called when it was issued; of these, two systems called alike share theirs.
Result<QStringList> packagesAbout(const Connection &connection, const Schema &schema,
                                  const Id<AiSystem> &system)
{
    const auto former = FormerNames::of(connection, schema, system);
    if (!former)
        return tl::unexpected(former.error());
    QStringList packages;
    auto read = connection.each(packagesSql, {system.text()},
                                [&packages](const Row &row) { packages.append(row.text(0)); });
    if (!read)
        return tl::unexpected(read.error());
    read = connection.each(packagesInWordsSql, {}, [&](const Row &row) {
        const QString called = former->at(row.integer(2));
        const QString listed = u", "_s + row.text(1) + u", "_s;
        if (!called.isEmpty() && listed.contains(u", "_s + called + u", "_s))
            packages.append(row.text(0));
    });
    if (!read)
        return tl::unexpected(read.error());
    return packages;
}

constexpr qint64 toThisDay = std::numeric_limits<qint64>::max();

/// Rows of one table to which others belong, each with the last entry up to which these count.
struct Owners
{
    QLatin1StringView table;
    QHash<QString, qint64> until;
};

/// What the journal tells of a row that is gone.
struct Told
{
    QString id;
    qint64 sequence = 0;
    QString body;
    qint64 until = 0; ///< of its owner
};

/// Gathers the rows that belong to a system, those of the record and those that are gone from it.
class SystemRows
{
public:
    SystemRows(const Connection &connection, const Schema &schema)
        : m_connection(connection)
        , m_schema(schema)
    {
    }

    Done gather(const Id<AiSystem> &system)
    {
        const Owners own{Described<AiSystem>::table, {{system.text(), toThisDay}}};
        const auto platforms = platformsOf(system);
        if (!platforms)
            return tl::unexpected(platforms.error());
        add(own.table, system.text());
        if (auto assessed = addNaming(entityType<Assessment>(), {own, *platforms}); !assessed)
            return assessed;
        Owners assessments{Described<Assessment>::table, {}};
        for (auto row = m_last.cbegin(); row != m_last.cend(); ++row) {
            if (row.key().first == assessments.table)
                assessments.until.insert(row.key().second, *row);
        }
        for (const EntityType &type : m_schema.types()) {
            if (type.table == assessments.table)
                continue;
            if (auto added = addNaming(type, {own, assessments}); !added)
                return added;
        }
        return addEvidence(assessments);
    }

    void add(QLatin1StringView table, const QString &id, qint64 until = toThisDay)
    {
        qint64 &last = m_last[{table, id}];
        last = std::max(last, until);
    }

    /// The entries that touch any of the rows.
    [[nodiscard]] Result<QSet<qint64>> entries() const
    {
        QSet<qint64> sequences;
        for (auto row = m_last.cbegin(); row != m_last.cend(); ++row) {
            auto read = m_connection.each(sequencesSql, {QString(row.key().first), row.key().second, *row},
                                          [&](const Row &found) { sequences.insert(found.integer(0)); });
            if (!read)
                return tl::unexpected(read.error());
        }
        return sequences;
    }

private:
    /// Those whose answers it takes over, and those whose answers it took over, until it stopped.
    Result<Owners> platformsOf(const Id<AiSystem> &system) const
    {
        Owners platforms{Described<Platform>::table, {}};
        const auto former = toldOfGone(entityType<Inheritance>(), {{system.text(), toThisDay}});
        if (!former)
            return tl::unexpected(former.error());
        for (const Told &told : *former) {
            for (const QString &platform : named(told, "platform"_L1))
                platforms.until[platform] = std::max(platforms.until[platform], told.sequence);
        }
        const auto read = m_connection.each(platformsSql, {system.text()}, [&](const Row &row) {
            platforms.until.insert(row.text(0), toThisDay);
        });
        if (!read)
            return tl::unexpected(read.error());
        return platforms;
    }

    /// The rows of the type that name one of the owners, where it has a field for that.
    Done addNaming(const EntityType &type, const QList<Owners> &allOwners)
    {
        QHash<QString, qint64> named;
        for (const Owners &owners : allOwners) {
            for (const FieldType &field : type.fields) {
                if (field.references != owners.table)
                    continue;
                if (auto added = addPresent(type, field, owners); !added)
                    return added;
                named.insert(owners.until);
            }
        }
        return named.isEmpty() ? Done() : addGone(type, named);
    }

    Done addPresent(const EntityType &type, const FieldType &field, const Owners &owners)
    {
        for (auto owner = owners.until.cbegin(); owner != owners.until.cend(); ++owner) {
            auto read = m_connection.each(QString(namingSql).arg(type.table, field.name), {owner.key()},
                                          [&](const Row &row) { add(type.table, row.text(0), *owner); });
            if (!read)
                return read;
        }
        return {};
    }

    Done addGone(const EntityType &type, const QHash<QString, qint64> &owners)
    {
        const auto gone = toldOfGone(type, owners);
        if (!gone)
            return tl::unexpected(gone.error());
        QHash<QString, qint64> begun;
        for (const Told &told : *gone) {
            add(type.table, told.id, told.until);
            begun[told.id] = std::min(told.sequence, begun.value(told.id, told.sequence));
        }
        if (type.table != Described<EvidenceUse>::table)
            return {};
        for (const Told &use : *gone) {
            if (begun.value(use.id) > use.until)
                continue;
            for (const QString &evidence : named(use, "evidence"_L1))
                add(Described<Evidence>::table, evidence, std::min(use.sequence, use.until));
        }
        return {};
    }

    /// What was written of the rows of the type that are gone and belonged to one of the owners.
    [[nodiscard]] Result<QList<Told>> toldOfGone(const EntityType &type,
                                                 const QHash<QString, qint64> &owners) const
    {
        QList<Told> gone;
        const auto take = [&](const Row &row) {
            Told told{row.text(0), row.integer(1), row.text(2)};
            for (auto owner = owners.cbegin(); owner != owners.cend(); ++owner) {
                if (told.body.contains(u'"' + owner.key() + u'"'))
                    told.until = std::max(told.until, *owner);
            }
            if (told.until > 0)
                gone.append(told);
        };
        const auto read = m_connection.each(QString(goneSql).arg(type.table), {QString(type.table)}, take);
        if (!read)
            return tl::unexpected(read.error());
        return gone;
    }

    /// What the row named in that field before and after.
    [[nodiscard]] QStringList named(const Told &told, QLatin1StringView field) const
    {
        QStringList ids;
        const auto edit = editFromText(told.body.toUtf8(), m_schema);
        if (const auto *change = edit ? edit->field(field) : nullptr) {
            for (const Value &value : {change->before, change->after}) {
                if (const QString id = referenceIn(value); !id.isEmpty())
                    ids.append(id);
            }
        }
        return ids;
    }

    Done addEvidence(const Owners &assessments)
    {
        for (auto assessment = assessments.until.cbegin(); assessment != assessments.until.cend();
             ++assessment) {
            auto read = m_connection.each(evidenceSql, {assessment.key(), *assessment}, [&](const Row &row) {
                add(Described<Evidence>::table, row.text(0), *assessment);
            });
            if (!read)
                return read;
        }
        return {};
    }

    const Connection &m_connection;
    const Schema &m_schema;
    QHash<std::pair<QLatin1StringView, QString>, qint64> m_last; ///< the last entry of a row that counts
};

}

Result<QSet<qint64>> entriesAbout(const Connection &connection, const Schema &schema,
                                  const Id<AiSystem> &system)
{
    SystemRows rows(connection, schema);
    if (auto gathered = rows.gather(system); !gathered)
        return tl::unexpected(gathered.error());
    const auto packages = packagesAbout(connection, schema, system);
    if (!packages)
        return tl::unexpected(packages.error());
    for (const QString &package : *packages)
        rows.add(Described<IssuedPackage>::table, package);
    return rows.entries();
}

}
