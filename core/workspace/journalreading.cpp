#include "core/workspace/journalreading.h"

#include "core/assessment/closing.h"
#include "core/storage/repository.h"
#include "core/workspace/recordschema.h"
#include "core/workspace/systementries.h"

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

    QString person(const Id<Person> &id)
    {
        const QString name = nameIn("person"_L1, "name"_L1, id.text());
        return name.isEmpty() ? id.text() : name;
    }

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

/// Where an entry came from, as its first part says; all empty when that is redacted.
struct Origin
{
    explicit Origin(const QString &text)
    {
        const auto json = QJsonDocument::fromJson(text.toUtf8()).object();
        label = json.value("label"_L1).toString();
        account = json.value("account"_L1).toString();
        if (const QString host = json.value("host"_L1).toString(); !host.isEmpty())
            account += u'@' + host;
    }

    QString label;
    QString account;
};

}

Result<JournalLines> readJournal(const Connection &connection, const JournalQuestion &question,
                                 const Progress &progress)
{
    std::optional<QSet<qint64>> wanted;
    if (question.system) {
        auto sequences = entriesAbout(connection, recordSchema(), *question.system);
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
        const Origin origin(row.text(2));
        if ((question.person && header->actor != *question.person) ||
            !origin.label.contains(question.words, Qt::CaseInsensitive))
            return;
        page.lines.append(
            {before, header->at, names.person(header->actor), origin.label, row.integer(3), origin.account});
    };
    const bool isPlain = !wanted && !question.person && question.words.isEmpty();
    const qint64 atOnce =
        isPlain ? std::min<qint64>(qint64(question.limit) + 1, entriesAtOnce) : entriesAtOnce;
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
