#include "core/delivery/journalplacement.h"

#include <QCoreApplication>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(JournalPlacement)
};

const QString insertEntry = u"INSERT INTO journal_entry (sequence, header, digest) VALUES (?, ?, ?)"_s;
const QString insertPart =
    u"INSERT INTO journal_part (sequence, position, salt, digest, entity_type, entity_id, body) "
    "VALUES (?, ?, ?, ?, ?, ?, ?)"_s;
const QString setHead = u"UPDATE journal_head SET sequence = ?, digest = ? WHERE id = 1"_s;

QVariant textOrNone(const std::optional<QString> &text)
{
    return text ? QVariant(*text) : QVariant(QMetaType::fromType<QString>());
}

/// Left where nobody looks for it, it would be in the journal and yet told of no row.
tl::unexpected<Error> unreadable(qint64 sequence, const Error &why)
{
    return refuse(
        ErrorCode::Damaged,
        Text::tr("Entry %1 of the journal in it holds a text that is no change of the record: it was "
                 "replaced before the package was closed, or a newer Plimsoll wrote it. Ask whoever "
                 "sent it, or open it with the newest Plimsoll.")
            .arg(sequence),
        why.detail);
}

Done placePart(const Connection &connection, const Schema &schema, qint64 sequence, qint64 position,
               const LoggedPart &part)
{
    std::optional<QString> type;
    std::optional<QString> id;
    std::optional<QString> text;
    if (part.text) {
        text = QString::fromUtf8(*part.text);
    }
    if (part.text && position > 0) {
        const auto edit = editFromText(*part.text, schema);
        if (!edit)
            return unreadable(sequence, edit.error());
        type = QString(edit->table);
        id = edit->id;
    }
    // A null text would be bound as NULL: what was withheld has an empty salt, not none.
    const QString salt = part.salt.isEmpty() ? u""_s : QString::fromLatin1(part.salt.toHex());
    const auto inserted =
        connection.execute(insertPart, {sequence, position, salt, part.digest.hex(), textOrNone(type),
                                        textOrNone(id), textOrNone(text)});
    if (!inserted)
        return tl::unexpected(inserted.error());
    return {};
}

Done placeEntry(const Connection &connection, const Schema &schema, qint64 sequence, const LoggedEntry &entry)
{
    const auto inserted =
        connection.execute(insertEntry, {sequence, QString::fromUtf8(entry.header), entry.digest.hex()});
    if (!inserted)
        return tl::unexpected(inserted.error());
    for (qsizetype i = 0; i < entry.parts.size(); ++i) {
        if (auto placed = placePart(connection, schema, sequence, i, entry.parts.at(i)); !placed)
            return placed;
    }
    return {};
}

}

Result<JournalExcerpt> placeJournal(const Connection &connection, const Schema &schema, QIODevice &log,
                                    const Progress &progress)
{
    qint64 sequence = 0;
    const auto place = [&](const LoggedEntry &entry) {
        return placeEntry(connection, schema, ++sequence, entry);
    };
    auto read = readJournalExcerpt(log, place, progress);
    if (!read)
        return read;
    if (auto set = connection.execute(setHead, {read->head.sequence, read->head.digest.hex()}); !set)
        return tl::unexpected(set.error());
    return read;
}

}
