#include "core/workspace/journalreading.h"

#include "core/assessment/closing.h"
#include "core/base/calledname.h"
#include "core/storage/repository.h"
#include "core/workspace/recordschema.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

#include <algorithm>
#include <array>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(JournalReading)
};

constexpr int entriesAtOnce = 1000;

constexpr auto linesSql = "SELECT e.sequence, e.header, p.body, (SELECT MAX(q.position) FROM journal_part q "
                          "WHERE q.sequence = e.sequence) FROM journal_entry e "
                          "JOIN journal_part p ON p.sequence = e.sequence AND p.position = 0 "
                          "WHERE e.sequence < ? ORDER BY e.sequence DESC LIMIT ?"_L1;
constexpr auto lastSql = "SELECT MAX(sequence) FROM journal_entry"_L1;
constexpr auto headerSql = "SELECT header FROM journal_entry WHERE sequence = ?"_L1;
constexpr auto sequencesSql =
    "SELECT DISTINCT sequence FROM journal_part WHERE entity_type = ? AND entity_id = ?"_L1;
/// Of the rows of one table that are gone. What made and what removed them names every field.
constexpr auto goneSql = "SELECT p.sequence, p.body FROM journal_part p WHERE p.entity_type = ? "
                         "AND NOT EXISTS (SELECT 1 FROM %1 t WHERE t.id = p.entity_id)"_L1;
constexpr auto evidenceSql = "SELECT DISTINCT evidence FROM evidence_use WHERE assessment = ?"_L1;
constexpr auto packagesSql = "SELECT package FROM issued_system WHERE system = ?"_L1;
/// Those that say in words alone which systems they are about.
constexpr auto packagesInWordsSql =
    "SELECT i.id, i.systems, MIN(p.sequence) FROM issued_package i JOIN journal_part p "
    "ON p.entity_type = 'issued_package' AND p.entity_id = i.id "
    "WHERE NOT EXISTS (SELECT 1 FROM issued_system s WHERE s.package = i.id) GROUP BY i.id, i.systems"_L1;
constexpr std::array ofSystem{"role_assignment"_L1, "fact_answer"_L1, "system_event"_L1, "asset_link"_L1,
                              "inheritance"_L1,     "limitation"_L1,  "issued_system"_L1};
constexpr std::array ofAssessment{"response"_L1, "applicability_decision"_L1, "reliance"_L1, "closing"_L1,
                                  "evidence_use"_L1};
/// The fields by which people call a thing, the best first.
constexpr std::array callNames{"name"_L1, "title"_L1, "item"_L1, "fact"_L1, "event"_L1, "file_name"_L1};

/// The names of things, looked up once each.
class Names
{
public:
    explicit Names(const Connection &connection)
        : m_connection(connection)
    {
    }

    QString person(const Id<Person> &id) { return nameIn("person"_L1, "name"_L1, id.text()); }

    QString nameIn(QLatin1StringView table, QLatin1StringView field, const QString &id)
    {
        const QString key = table + u'/' + id;
        const auto known = m_known.constFind(key);
        if (known != m_known.cend())
            return *known;
        const auto held = m_connection.single(u"SELECT %1 FROM %2 WHERE id = ?"_s.arg(field, table), {id});
        return *m_known.insert(key, held ? held->toString() : QString());
    }

    /// The value for people: an id as the name of what it points to.
    QString shown(const Value &value)
    {
        const QString *text = value.text();
        if (!text || text->size() != 36 || QUuid::fromString(*text).isNull())
            return value.shown();
        static constexpr std::array pointedTo{std::pair{"person"_L1, "name"_L1},
                                              std::pair{"ai_system"_L1, "name"_L1},
                                              std::pair{"party"_L1, "name"_L1},
                                              std::pair{"evidence"_L1, "title"_L1},
                                              std::pair{"asset"_L1, "name"_L1},
                                              std::pair{"platform"_L1, "name"_L1},
                                              std::pair{"issued_package"_L1, "file_name"_L1}};
        for (const auto &[table, field] : pointedTo) {
            if (const QString name = nameIn(table, field, *text); !name.isEmpty())
                return name;
        }
        const QString system = nameIn("assessment"_L1, "system"_L1, *text);
        return system.isEmpty() ? *text
                                : Text::tr("assessment of %1").arg(nameIn("ai_system"_L1, "name"_L1, system));
    }

    /// What a field of the thing holds. What a closing wrote down is told by its size: nobody reads JSON
    /// here.
    QString shown(QLatin1StringView table, QLatin1StringView field, const Value &value)
    {
        const QString *text = value.text();
        const bool isWritten =
            table == Described<Closing>::table && (field == "findings"_L1 || field == "basis"_L1);
        if (!isWritten || !text || text->isEmpty())
            return shown(value);
        const auto json = QJsonDocument::fromJson(text->toUtf8()).object();
        if (field == "findings"_L1)
            return Text::tr("how %1 items stood").arg(json.size());
        qsizetype rows = 0;
        for (const auto &kind : json)
            rows += kind.toArray().size();
        return Text::tr("%1 rows of the record, as they were").arg(rows);
    }

    /// By which people call the thing; empty when it has no name.
    QString nameOf(const Edit &edit, const Schema &schema)
    {
        const auto *type = schema.find(edit.table);
        for (const auto field : callNames) {
            if (!type || !type->field(field))
                continue;
            const auto *change = edit.field(field);
            QString name = change ? change->after.shown() : QString();
            if (name.isEmpty() && change)
                name = change->before.shown();
            if (name.isEmpty())
                name = nameIn(edit.table, field, edit.id);
            if (!name.isEmpty())
                return name;
        }
        return {};
    }

private:
    const Connection &m_connection;
    QHash<QString, QString> m_known;
};

/// What a system was called, entry by entry.
class FormerNames
{
public:
    static Result<FormerNames> of(const Connection &connection, const Id<AiSystem> &system)
    {
        const auto names = fieldHistory(connection, recordSchema(), system.text(), "name"_L1);
        const auto versions = fieldHistory(connection, recordSchema(), system.text(), "version"_L1);
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
Result<QStringList> packagesAbout(const Connection &connection, const Id<AiSystem> &system)
{
    const auto former = FormerNames::of(connection, system);
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

/// The entries that touch a system or anything that belongs to it.
Result<QSet<qint64>> sequencesOf(const Connection &connection, const Id<AiSystem> &system)
{
    QList<std::pair<QLatin1StringView, QString>> things{{"ai_system"_L1, system.text()}};
    const auto collect = [&](QLatin1StringView table, QLatin1StringView owner, const QString &id) {
        return connection.each(u"SELECT id FROM %1 WHERE %2 = ?"_s.arg(table, owner), {id},
                               [&](const Row &row) {
                                   things.append({table, row.text(0)});
                               });
    };
    Done done;
    for (const auto table : ofSystem) {
        if (done)
            done = collect(table, "system"_L1, system.text());
    }
    const qsizetype before = things.size();
    if (done)
        done = collect("assessment"_L1, "system"_L1, system.text());
    const qsizetype after = things.size();
    for (qsizetype i = before; i < after; ++i) {
        const QString assessment = things[i].second;
        for (const auto table : ofAssessment) {
            if (done)
                done = collect(table, "assessment"_L1, assessment);
        }
    }
    for (qsizetype i = before; i < after; ++i) {
        if (done)
            done = connection.each(evidenceSql, {things[i].second}, [&things](const Row &row) {
                things.append({"evidence"_L1, row.text(0)});
            });
    }
    const auto packages = done ? packagesAbout(connection, system) : Result<QStringList>();
    if (!packages)
        return tl::unexpected(packages.error());
    for (const QString &package : *packages)
        things.append({"issued_package"_L1, package});
    QSet<qint64> sequences;
    const auto note = [&sequences](const Row &row) {
        sequences.insert(row.integer(0));
    };
    const QString named = u"\"%1\""_s.arg(system.text());
    const auto noteIfOfSystem = [&](const Row &row) {
        if (row.text(1).contains(named))
            sequences.insert(row.integer(0));
    };
    for (const auto table : ofSystem) {
        if (done)
            done = connection.each(QString(goneSql).arg(table), {QString(table)}, noteIfOfSystem);
    }
    for (const auto &[table, id] : std::as_const(things)) {
        if (done)
            done = connection.each(sequencesSql, {QString(table), id}, note);
    }
    if (!done)
        return tl::unexpected(done.error());
    return sequences;
}

/// The first entry written at that moment or later, by halving: entries follow one another in time.
Result<qint64> firstFrom(const Connection &connection, const QDateTime &moment)
{
    const auto last = connection.single(lastSql, {});
    if (!last)
        return tl::unexpected(last.error());
    qint64 first = 1;
    qint64 end = last->toLongLong() + 1;
    while (first < end) {
        const qint64 middle = first + (end - first) / 2;
        const auto text = connection.single(headerSql, {middle});
        const auto header = text ? headerFromText(text->toString().toUtf8())
                                 : Result<JournalHeader>(tl::unexpected(text.error()));
        if (!header)
            return tl::unexpected(header.error());
        if (header->at < moment)
            first = middle + 1;
        else
            end = middle;
    }
    return first;
}

QString labelIn(const QString &origin)
{
    return QJsonDocument::fromJson(origin.toUtf8()).object().value("label"_L1).toString();
}

}

Result<JournalLines> readJournal(const Connection &connection, const JournalQuestion &question,
                                 const Progress &progress)
{
    std::optional<QSet<qint64>> wanted;
    if (question.system) {
        auto sequences = sequencesOf(connection, *question.system);
        if (!sequences)
            return tl::unexpected(sequences.error());
        wanted = std::move(*sequences);
    }
    Names names(connection);
    JournalLines page;
    std::optional<Error> damage;
    qint64 before = question.before;
    if (question.until) {
        const auto end = firstFrom(connection, *question.until);
        if (!end)
            return tl::unexpected(end.error());
        before = std::min(before, *end);
    }
    const auto take = [&](const Row &row) {
        before = row.integer(0);
        if (page.lines.size() > question.limit || (wanted && !wanted->contains(before)))
            return;
        const auto header = headerFromText(row.text(1).toUtf8());
        if (!header) {
            damage = header.error();
            return;
        }
        const QString label = labelIn(row.text(2));
        if ((question.person && header->actor != *question.person) ||
            !label.contains(question.words, Qt::CaseInsensitive))
            return;
        page.lines.append({before, header->at, names.person(header->actor), label, row.integer(3)});
    };
    const bool isPlain = !wanted && !question.person && question.words.isEmpty();
    const int atOnce = isPlain ? question.limit + 1 : entriesAtOnce;
    for (qint64 first = before; page.lines.size() <= question.limit; first = before) {
        if (auto read = connection.each(linesSql, {first, atOnce}, take); !read)
            return tl::unexpected(read.error());
        if (damage)
            return tl::unexpected(*damage);
        if (before == first || before <= 1)
            break;
        if (!progress(0, 0, Text::tr("Looking through the journal, back to entry %1").arg(before)))
            return refuse(ErrorCode::Cancelled, Text::tr("The search in the journal was stopped."));
    }
    page.isLast = page.lines.size() <= question.limit;
    page.lines.resize(std::min<qsizetype>(page.lines.size(), question.limit));
    return page;
}

Result<JournalDetail> readJournalEntry(const Connection &connection, const Schema &schema, qint64 sequence)
{
    auto found = entries(connection, schema, {.before = sequence + 1, .limit = 1, .entity = {}});
    if (!found)
        return tl::unexpected(found.error());
    if (found->isEmpty() || found->first().header.sequence != sequence)
        return refuse(ErrorCode::NotFound, Text::tr("The journal has no entry %1.").arg(sequence));
    Names names(connection);
    JournalDetail detail{found->takeFirst(), {}, {}};
    detail.person = names.person(detail.entry.header.actor);
    for (const Edit &edit : std::as_const(detail.entry.edits)) {
        const QString name = names.nameOf(edit, schema);
        for (const FieldChange &change : edit.fields)
            detail.changes.append({edit.table, name, edit.id, edit.kind, change.name,
                                   names.shown(edit.table, change.name, change.before),
                                   names.shown(edit.table, change.name, change.after)});
    }
    return detail;
}

Result<QList<FieldStep>> readFieldHistory(const Connection &connection, const Schema &schema,
                                          const QString &thing, QLatin1StringView field)
{
    const auto history = fieldHistory(connection, schema, thing, field);
    if (!history)
        return tl::unexpected(history.error());
    Names names(connection);
    QList<FieldStep> steps;
    for (const FieldHistory &step : *history)
        steps.append({step.sequence, step.at, names.person(step.actor), names.shown(step.before),
                      names.shown(step.after)});
    return steps;
}

}
