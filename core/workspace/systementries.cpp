#include "core/workspace/systementries.h"

#include "core/assessment/assessment.h"
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
constexpr auto evidenceSql = "SELECT DISTINCT evidence FROM evidence_use WHERE assessment = ?"_L1;
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

/// Rows of one table to which others belong.
struct Owners
{
    QLatin1StringView table;
    QVariantList ids;
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
        const Owners own{Described<AiSystem>::table, {system.text()}};
        Owners platforms{Described<Platform>::table, {}};
        auto read = m_connection.each(platformsSql, own.ids,
                                      [&](const Row &row) { platforms.ids.append(row.text(0)); });
        if (!read)
            return read;
        add(own.table, system.text());
        if (auto assessed = addNaming(entityType<Assessment>(), {own, platforms}); !assessed)
            return assessed;
        Owners assessments{Described<Assessment>::table, {}};
        for (auto row = m_last.keyBegin(); row != m_last.keyEnd(); ++row) {
            if (row->first == assessments.table)
                assessments.ids.append(row->second);
        }
        for (const EntityType &type : m_schema.types()) {
            if (type.table == assessments.table)
                continue;
            if (auto added = addNaming(type, {own, assessments}); !added)
                return added;
        }
        return addEvidence(assessments);
    }

    void add(QLatin1StringView table, const QString &id, qint64 until = std::numeric_limits<qint64>::max())
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
    /// The rows of the type that name one of the owners, where it has a field for that.
    Done addNaming(const EntityType &type, const QList<Owners> &allOwners)
    {
        QVariantList named;
        for (const Owners &owners : allOwners) {
            for (const FieldType &field : type.fields) {
                if (field.references != owners.table)
                    continue;
                if (auto added = addPresent(type, field, owners); !added)
                    return added;
                named += owners.ids;
            }
        }
        return named.isEmpty() ? Done() : addGone(type, named);
    }

    Done addPresent(const EntityType &type, const FieldType &field, const Owners &owners)
    {
        for (const QVariant &id : owners.ids) {
            auto read = m_connection.each(QString(namingSql).arg(type.table, field.name), {id},
                                          [&](const Row &row) { add(type.table, row.text(0)); });
            if (!read)
                return read;
        }
        return {};
    }

    Done addGone(const EntityType &type, const QVariantList &named)
    {
        return m_connection.each(
            QString(goneSql).arg(type.table), {QString(type.table)}, [&](const Row &row) {
                const QString body = row.text(2);
                const bool isOurs = std::any_of(named.cbegin(), named.cend(), [&](const QVariant &id) {
                    return body.contains(u'"' + id.toString() + u'"');
                });
                if (!isOurs)
                    return;
                add(type.table, row.text(0));
                if (type.table == Described<EvidenceUse>::table)
                    addEvidenceOf(body, row.integer(1));
            });
    }

    /// Of a use that is gone: what happened to the evidence until then.
    void addEvidenceOf(const QString &use, qint64 sequence)
    {
        const auto edit = editFromText(use.toUtf8(), m_schema);
        const auto *evidence = edit ? edit->field("evidence"_L1) : nullptr;
        if (!evidence)
            return;
        for (const Value &named : {evidence->before, evidence->after}) {
            if (const QString id = referenceIn(named); !id.isEmpty())
                add(Described<Evidence>::table, id, sequence);
        }
    }

    Done addEvidence(const Owners &assessments)
    {
        for (const QVariant &assessment : assessments.ids) {
            auto read = m_connection.each(evidenceSql, {assessment}, [this](const Row &row) {
                add(Described<Evidence>::table, row.text(0));
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
