#include "core/journal/journal.h"

#include "core/storage/backupfiles.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Journal)
};

const QString readHead = u"SELECT sequence, digest FROM journal_head WHERE id = 1"_s;
const QString takeSequence =
    u"UPDATE journal_head SET sequence = sequence + 1 WHERE id = 1 RETURNING sequence, digest"_s;
const QString setHead = u"UPDATE journal_head SET digest = ? WHERE id = 1"_s;
const QString readLastEntry = u"SELECT sequence, header FROM journal_entry ORDER BY sequence DESC LIMIT 1"_s;
const QString readHeadAndLastEntry =
    u"SELECT h.sequence, h.digest, e.sequence, e.header FROM journal_head h LEFT JOIN journal_entry e "
    "ON e.sequence = (SELECT MAX(sequence) FROM journal_entry) WHERE h.id = 1"_s;
const QString insertEntry = u"INSERT INTO journal_entry (sequence, header, digest) VALUES (?, ?, ?)"_s;
const QString insertPart =
    u"INSERT INTO journal_part (sequence, position, salt, digest, entity_type, entity_id, body) "
    "VALUES (?, ?, ?, ?, ?, ?, ?)"_s;
const QString readEntries = u"SELECT sequence, header FROM journal_entry WHERE sequence < ? "
                            "ORDER BY sequence DESC LIMIT ?"_s;
const QString readEntriesOf =
    u"SELECT sequence, header FROM journal_entry WHERE sequence < ? AND sequence IN "
    "(SELECT sequence FROM journal_part WHERE entity_type = ? AND entity_id = ?) "
    "ORDER BY sequence DESC LIMIT ?"_s;
const QString readParts = u"SELECT position, body FROM journal_part WHERE sequence = ? ORDER BY position"_s;
const QString readEditsOf = u"SELECT p.sequence, p.body, e.header FROM journal_part p "
                            "JOIN journal_entry e ON e.sequence = p.sequence "
                            "WHERE p.entity_type = ? AND p.entity_id = ? ORDER BY p.sequence, p.position"_s;

tl::unexpected<Error> lostHead(const Connection &connection)
{
    return refuse(ErrorCode::Damaged,
                  Text::tr("%1 has lost the head of its journal.").arg(connection.file()) + u' ' +
                      wayToRestore(connection.file()));
}

Result<JournalHead> headBy(const Connection &connection, const QString &sql)
{
    std::optional<JournalHead> head;
    const auto read = connection.each(sql, {}, [&](const Row &row) {
        if (const auto digest = Digest::fromHex(row.text(1)))
            head = JournalHead{row.integer(0), *digest};
    });
    if (!read)
        return tl::unexpected(read.error());
    if (!head)
        return lostHead(connection);
    return *head;
}

Result<JournalHead> lastEntry(const Connection &connection)
{
    JournalHead last;
    const auto read = connection.each(readLastEntry, {}, [&](const Row &row) {
        last = {row.integer(0), Digest::of(row.text(1).toUtf8())};
    });
    if (!read)
        return tl::unexpected(read.error());
    return last;
}

/// What follows such a head would follow from no entry.
Done refuseForeignHead(const Connection &connection, const JournalHead &head, const JournalHead &last)
{
    if (head == last)
        return {};
    return refuse(ErrorCode::Damaged,
                  Text::tr("The journal of %1 does not end as its head says: it was changed behind the "
                           "program's back. Nothing was changed.")
                          .arg(connection.file()) +
                      u' ' + wayToRestore(connection.file()));
}

Done insert(const Connection &connection, qint64 sequence, qint64 position, const JournalPart &part,
            const Edit *edit)
{
    const QVariant none{QMetaType::fromType<QString>()};
    const auto inserted =
        connection.execute(insertPart, {sequence, position, QString::fromLatin1(part.salt.toHex()),
                                        part.digest.hex(), edit ? QVariant(QString(edit->table)) : none,
                                        edit ? QVariant(edit->id) : none, QString::fromUtf8(*part.text)});
    if (!inserted)
        return tl::unexpected(inserted.error());
    return {};
}

void readOrigin(JournalEntry &entry, const QByteArray &text)
{
    const auto origin = QJsonDocument::fromJson(text).object();
    entry.label = origin.value("label"_L1).toString();
    entry.group = origin.value("group"_L1).toString();
    entry.account = origin.value("account"_L1).toString();
    entry.host = origin.value("host"_L1).toString();
}

Done readBody(const Connection &connection, const Schema &schema, JournalEntry &entry)
{
    std::optional<Error> damage;
    const auto read = connection.each(readParts, {entry.header.sequence}, [&](const Row &row) {
        if (row.isNull(1)) {
            ++entry.redacted;
            return;
        }
        const QByteArray text = row.text(1).toUtf8();
        if (row.integer(0) == 0)
            return readOrigin(entry, text);
        auto edit = editFromText(text, schema);
        if (edit)
            entry.edits.append(std::move(*edit));
        else
            damage = edit.error();
    });
    if (!read)
        return read;
    if (damage)
        return tl::unexpected(*damage);
    return {};
}

}

Result<JournalHead> journalHead(const Connection &connection)
{
    return headBy(connection, readHead);
}

/// In one statement: between two, somebody else could commit.
Done checkJournalHead(const Connection &connection)
{
    std::optional<JournalHead> head;
    JournalHead last;
    const auto read = connection.each(readHeadAndLastEntry, {}, [&](const Row &row) {
        if (const auto digest = Digest::fromHex(row.text(1)))
            head = JournalHead{row.integer(0), *digest};
        if (!row.isNull(2))
            last = {row.integer(2), Digest::of(row.text(3).toUtf8())};
    });
    if (!read)
        return read;
    return head ? refuseForeignHead(connection, *head, last) : Done(lostHead(connection));
}

Result<JournalHead> takeNextSequence(const Connection &connection)
{
    auto head = headBy(connection, takeSequence);
    if (!head)
        return head;
    const auto last = lastEntry(connection);
    if (!last)
        return last;
    if (auto fits = refuseForeignHead(connection, {head->sequence - 1, head->digest}, *last); !fits)
        return tl::unexpected(fits.error());
    return head;
}

QList<JournalPart> bodyOf(const ChangeSet &changeSet, const Actor &actor)
{
    QList<JournalPart> body{partOf(canonicalOrigin(changeSet, actor))};
    body.reserve(changeSet.edits.size() + 1);
    for (const auto &edit : changeSet.edits)
        body.append(partOf(canonicalText(edit)));
    return body;
}

Result<Digest> append(const Connection &connection, const JournalHead &previous, const QDateTime &at,
                      const Id<Person> &actor, const QList<JournalPart> &body, const QList<Edit> &edits)
{
    QList<Digest> digests;
    digests.reserve(body.size());
    for (const auto &part : body)
        digests.append(part.digest);
    const JournalHeader header{previous.sequence, at, actor, bodyDigest(digests), previous.digest};
    const QByteArray text = canonicalText(header);
    const Digest digest = Digest::of(text);

    if (auto done = connection.execute(insertEntry, {header.sequence, QString::fromUtf8(text), digest.hex()});
        !done)
        return tl::unexpected(done.error());
    for (qsizetype i = 0; i < body.size(); ++i) {
        const Edit *edit = i == 0 ? nullptr : &edits.at(i - 1);
        if (auto done = insert(connection, header.sequence, i, body.at(i), edit); !done)
            return tl::unexpected(done.error());
    }
    if (auto done = connection.execute(setHead, {digest.hex()}); !done)
        return tl::unexpected(done.error());
    return digest;
}

Result<QList<JournalEntry>> entries(const Connection &connection, const Schema &schema,
                                    const JournalWindow &window)
{
    QList<JournalEntry> found;
    std::optional<Error> damage;
    const auto take = [&](const Row &row) {
        auto header = headerFromText(row.text(1).toUtf8());
        if (header)
            found.append(JournalEntry{*header, {}, {}, {}, {}, {}, 0});
        else
            damage = header.error();
    };
    Done read;
    if (window.entity.isEmpty()) {
        read = connection.each(readEntries, {window.before, window.limit}, take);
    } else {
        for (const auto &type : schema.types()) {
            read = connection.each(readEntriesOf,
                                   {window.before, QString(type.table), window.entity, window.limit}, take);
            if (!read || !found.isEmpty())
                break;
        }
    }
    if (!read)
        return tl::unexpected(read.error());
    if (damage)
        return tl::unexpected(*damage);
    for (auto &entry : found) {
        if (auto body = readBody(connection, schema, entry); !body)
            return tl::unexpected(body.error());
    }
    return found;
}

Result<QList<FieldHistory>> fieldHistory(const Connection &connection, const Schema &schema,
                                         const QString &entity, QLatin1StringView field)
{
    QList<FieldHistory> history;
    std::optional<Error> damage;
    for (const auto &type : schema.types()) {
        if (!type.field(field))
            continue;
        const auto read = connection.each(readEditsOf, {QString(type.table), entity}, [&](const Row &row) {
            const auto edit = editFromText(row.text(1).toUtf8(), schema);
            const auto header = headerFromText(row.text(2).toUtf8());
            if (row.isNull(1))
                return;
            if (!edit || !header) {
                damage = edit ? header.error() : edit.error();
                return;
            }
            if (const auto *change = edit->field(field))
                history.append({row.integer(0), header->at, header->actor, change->before, change->after});
        });
        if (!read)
            return tl::unexpected(read.error());
    }
    if (damage)
        return tl::unexpected(*damage);
    return history;
}

}
