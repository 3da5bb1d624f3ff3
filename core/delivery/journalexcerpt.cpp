#include "core/delivery/journalexcerpt.h"

#include "core/base/diskerror.h"
#include "core/record/canonicaljson.h"
#include "core/storage/rowgathering.h"

#include <QCoreApplication>
#include <QFileDevice>
#include <QJsonDocument>
#include <QSet>

#include <cerrno>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(JournalExcerpt)
};

constexpr int batch = 2000; // entries

const QString readHeaders = u"SELECT sequence, header, digest FROM journal_entry WHERE sequence > ? "
                            "ORDER BY sequence LIMIT ?"_s;
const QString readParts = u"SELECT sequence, salt, digest, entity_type, entity_id, body "
                          "FROM journal_part WHERE sequence > ? AND sequence <= ? "
                          "ORDER BY sequence, position"_s;
const QString readSubjects = u"SELECT sequence, entity_type, entity_id FROM journal_part"_s;
const QString readHeader = u"SELECT header FROM journal_entry WHERE sequence = ?"_s;

tl::unexpected<Error> cancelled()
{
    return refuse(ErrorCode::Cancelled, Text::tr("The export was cancelled."));
}

/// A disk that is full may take a part of it, and tell of nothing.
Done writeTo(QIODevice &out, const QByteArray &text)
{
    errno = 0;
    if (out.write(text) == text.size())
        return {};
    const auto *file = qobject_cast<const QFileDevice *>(&out);
    return tl::unexpected(
        writingError(file ? file->fileName() : Text::tr("the journal"), errno == 0 ? ENOSPC : errno));
}

struct StoredPart
{
    QString salt;
    QString digest;
    QString type;
    QString id;
    std::optional<QString> body;
};

struct StoredEntry
{
    qint64 sequence = 0;
    QString header;
    QString digest;
    QList<StoredPart> parts;
};

Result<QList<StoredEntry>> nextEntries(const Connection &connection, qint64 after)
{
    QList<StoredEntry> entries;
    auto read = connection.each(readHeaders, {after, batch}, [&](const Row &row) {
        entries.append({row.integer(0), row.text(1), row.text(2), {}});
    });
    if (!read || entries.isEmpty())
        return read ? Result<QList<StoredEntry>>(entries) : tl::unexpected(read.error());
    qsizetype at = 0;
    read = connection.each(readParts, {after, entries.last().sequence}, [&](const Row &row) {
        while (at < entries.size() && entries.at(at).sequence < row.integer(0))
            ++at;
        if (at == entries.size())
            return;
        const auto body = row.isNull(5) ? std::nullopt : std::optional(row.text(5));
        entries[at].parts.append({row.text(1), row.text(2), row.text(3), row.text(4), body});
    });
    if (!read)
        return tl::unexpected(read.error());
    return entries;
}

/// Says which parts of the journal belong to the exported systems, seen in the order they were written.
class Judgement
{
public:
    Judgement(const Schema &schema, const BelongingRows &belonging)
        : m_schema(schema)
        , m_belonging(belonging)
    {
    }

    bool belongs(const StoredPart &part)
    {
        if (m_belonging.isWhole || m_belonging.rows.contains(part.type, part.id) || m_gone.contains(part.id))
            return true;
        const auto *type = m_schema.find(part.type);
        if (type && isOfTheRegister(type->table))
            return false;
        const auto edit = type && part.body ? editFromText(part.body->toUtf8(), m_schema)
                                            : Result<Edit>(refuse(ErrorCode::NotFound, {}));
        if (!edit || !namesOnlyOurSubjects(*type, *edit))
            return false;
        m_gone.insert(part.id);
        return true;
    }

private:
    /// Whether a row that is no longer there was about the systems chosen, and about no other. Where it names
    /// a system, that alone decides: the platform beside it may serve others too, or nobody any more.
    [[nodiscard]] bool namesOnlyOurSubjects(const EntityType &type, const Edit &edit) const
    {
        const auto ofSystems = namesOurs(
            type, edit, [](QLatin1StringView table) { return table == Described<AiSystem>::table; });
        return ofSystems.value_or(namesOurs(type, edit, isSubject).value_or(false));
    }

    /// Nothing when the row names no row of these tables.
    [[nodiscard]] std::optional<bool> namesOurs(const EntityType &type, const Edit &edit,
                                                bool (*isMeant)(QLatin1StringView table)) const
    {
        std::optional<bool> isOurs;
        for (const auto &field : type.fields) {
            const auto *change = edit.field(field.name);
            if (!isMeant(field.references) || !change)
                continue;
            for (const auto &value : {change->before, change->after}) {
                if (value.text() && !value.text()->isEmpty())
                    isOurs =
                        isOurs.value_or(true) && m_belonging.rows.contains(field.references, *value.text());
            }
        }
        return isOurs;
    }

    const Schema &m_schema;
    const BelongingRows &m_belonging;
    QSet<QString> m_gone;
};

QJsonObject withheld(const StoredPart &part)
{
    return {{u"digest"_s, part.digest}};
}

/// What was redacted has no text any more.
QJsonObject told(const StoredPart &part)
{
    QJsonObject json = withheld(part);
    if (part.body) {
        json.insert(u"salt"_s, part.salt);
        json.insert(u"text"_s, *part.body);
    }
    return json;
}

QByteArray line(const StoredEntry &entry, Judgement &judgement, JournalExcerpt &excerpt)
{
    QJsonArray edits;
    bool all = true;
    for (qsizetype i = 1; i < entry.parts.size(); ++i) {
        const bool belongs = judgement.belongs(entry.parts.at(i));
        all = all && belongs;
        edits.append(belongs ? told(entry.parts.at(i)) : withheld(entry.parts.at(i)));
        excerpt.withheld += belongs && entry.parts.at(i).body ? 0 : 1;
    }
    // The label speaks of the whole entry, so it goes only where the whole entry goes.
    QJsonArray parts;
    if (!entry.parts.isEmpty()) {
        parts.append(all ? told(entry.parts.first()) : withheld(entry.parts.first()));
        excerpt.withheld += all && entry.parts.first().body ? 0 : 1;
    }
    for (const auto &edit : std::as_const(edits))
        parts.append(edit);
    excerpt.parts += parts.size();
    return canonicalJson(
               QJsonObject{{u"digest"_s, entry.digest}, {u"header"_s, entry.header}, {u"parts"_s, parts}}) +
           '\n';
}

}

Done addActors(const Connection &connection, const Schema &schema, BelongingRows &belonging)
{
    if (belonging.isWhole)
        return {};
    QSet<qint64> sequences;
    auto read = connection.each(readSubjects, {}, [&](const Row &row) {
        if (!row.isNull(2) && belonging.rows.contains(row.text(1), row.text(2)))
            sequences.insert(row.integer(0));
    });
    if (!read)
        return read;
    QSet<QString> actors;
    for (const qint64 sequence : std::as_const(sequences)) {
        read = connection.each(readHeader, {sequence}, [&](const Row &row) {
            if (const auto header = headerFromText(row.text(0).toUtf8()))
                actors.insert(header->actor.text());
        });
        if (!read)
            return read;
    }
    RowGathering gathering(connection, schema, belonging.rows);
    for (const auto &actor : std::as_const(actors)) {
        if (auto added = gathering.fetch(Described<Person>::table, actor); !added)
            return added;
    }
    return {};
}

Result<JournalExcerpt> writeJournalExcerpt(const Connection &connection, const Schema &schema,
                                           const BelongingRows &belonging, QIODevice &out,
                                           const Progress &progress)
{
    const auto head = journalHead(connection);
    if (!head)
        return tl::unexpected(head.error());
    JournalExcerpt excerpt{*head, 0, 0};
    Judgement judgement(schema, belonging);
    qint64 done = 0;
    while (true) {
        const auto entries = nextEntries(connection, done);
        if (!entries)
            return tl::unexpected(entries.error());
        if (entries->isEmpty())
            return excerpt;
        for (const auto &entry : *entries) {
            const QByteArray text = line(entry, judgement, excerpt);
            if (auto taken = writeTo(out, text); !taken)
                return tl::unexpected(taken.error());
        }
        done = entries->last().sequence;
        if (!progress(done, head->sequence, Text::tr("Writing the journal")))
            return cancelled();
    }
}

}
