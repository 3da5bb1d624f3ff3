#include "core/journal/verification.h"

#include "core/journal/chainwalk.h"
#include "core/journal/replayedtable.h"

#include <QCoreApplication>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Verification)
};

constexpr int batch = 5000;

const QString readHeaders = u"SELECT sequence, header, digest FROM journal_entry WHERE sequence > ? "
                            "ORDER BY sequence LIMIT ?"_s;
const QString readPartsBetween = u"SELECT sequence, position, salt, digest, entity_type, entity_id, body "
                                 "FROM journal_part WHERE sequence > ? AND sequence <= ? "
                                 "ORDER BY sequence, position"_s;
const QString readReplay =
    u"SELECT entity_id, body, sequence FROM journal_part WHERE entity_type = ? AND body IS NOT NULL "
    "ORDER BY entity_type, entity_id, sequence, position"_s;

tl::unexpected<Error> cancelled()
{
    return refuse(ErrorCode::Cancelled, Text::tr("The check was stopped before it was complete."));
}

Proof broken(QString statement)
{
    return {false, std::move(statement), 0};
}

/// What is broken about the table itself, or nothing.
Result<std::optional<QString>> damageOf(const QString &table, const Connection &connection)
{
    const auto sound = connection.checkTable(table);
    if (!sound && sound.error().code != ErrorCode::Damaged)
        return tl::unexpected(sound.error());
    return sound ? std::optional<QString>() : sound.error().message;
}

/// The columns of readPartsBetween.
enum PartColumn : int {
    Sequence,
    Position,
    Salt,
    PartDigest,
    Kind,
    Thing,
    Body,
};

struct StoredHeader
{
    qint64 sequence = 0;
    QByteArray text;
    QString digest;
    QList<Digest> parts;
};

QByteArray bytesOf(const BulkRow &row, int column)
{
    const auto text = row.text(column);
    return QByteArray::fromRawData(text.data(), qsizetype(text.size()));
}

QString filedElsewhere(qint64 sequence)
{
    return Text::tr("Entry %1 of the journal is filed under a thing it does not speak of.").arg(sequence);
}

/// Whether a part is stored as the program stores one, and is filed under what its text speaks of: the first
/// of an entry under nothing, each other one under a thing the record knows.
bool isFiled(const BulkRow &row, qsizetype position, const Schema &schema)
{
    const auto filing = position == 0 ? StoredAs::Null : StoredAs::Text;
    if (row.storedAs(Kind) != filing || row.storedAs(Thing) != filing)
        return false;
    if (position == 0)
        return true;
    const QByteArray subject = R"(,"id":")" + bytesOf(row, Thing) + R"(","type":")" + bytesOf(row, Kind) +
                               R"("})"; // see canonicalText()
    return bytesOf(row, Body).endsWith(subject) && schema.find(row.string(Kind));
}

/// What is wrong with a part, the first of an entry being at position 0, or nothing.
std::optional<QString> faultOf(const BulkRow &row, qsizetype position, const Schema &schema)
{
    const auto sequence = row.integer(Sequence);
    if (row.storedAs(Body) == StoredAs::Null)
        return Text::tr("Entry %1 of the journal has lost a text, and no entry tells who erased it and why.")
            .arg(sequence);
    const bool isStoredWell =
        row.storedAs(Sequence) == StoredAs::Integer && row.storedAs(Position) == StoredAs::Integer &&
        row.storedAs(Salt) == StoredAs::Text && row.storedAs(PartDigest) == StoredAs::Text &&
        row.storedAs(Body) == StoredAs::Text;
    if (!isStoredWell || row.integer(Position) != position)
        return Text::tr("The parts of entry %1 of the journal are not as the program wrote them: one was "
                        "renumbered, or stored in another way.")
            .arg(sequence);
    const auto digest = Digest::fromHex(row.string(PartDigest));
    if (!digest)
        return Text::tr("A digest in entry %1 of the journal is no digest.").arg(sequence);
    if (digestOf(QByteArray::fromHex(bytesOf(row, Salt)), bytesOf(row, Body)) != *digest)
        return Text::
            tr("Entry %1 of the journal was altered: its text no longer has the digest it was written with.")
                .arg(sequence);
    if (!isFiled(row, position, schema))
        return filedElsewhere(sequence);
    return std::nullopt;
}

QString inWords(ChainBreak fault, qint64 sequence)
{
    switch (fault) {
    case ChainBreak::UnreadableHeader:
        return Text::tr("Entry %1 of the journal has a header that cannot be read.").arg(sequence);
    case ChainBreak::OutOfSequence:
        return Text::tr("Entry %1 of the journal is missing.").arg(sequence);
    case ChainBreak::OtherPrevious:
        return Text::tr("Entry %1 of the journal does not follow from the entry before it.").arg(sequence);
    case ChainBreak::OtherBody:
        return Text::tr("The contents of entry %1 of the journal are not those its header was written for.")
            .arg(sequence);
    case ChainBreak::OtherDigest:
        return Text::tr("The stored digest of entry %1 of the journal is wrong.").arg(sequence);
    }
    return {};
}

/// What breaks the chain at this entry, or nothing.
std::optional<QString> step(ChainWalk &walk, const StoredHeader &stored)
{
    const qint64 next = walk.head().sequence + 1;
    const auto fault = walk.step(stored.text, Digest::fromHex(stored.digest), stored.parts);
    if (fault)
        return inWords(*fault, *fault == ChainBreak::OutOfSequence ? next : stored.sequence);
    if (stored.sequence != next)
        return inWords(ChainBreak::OutOfSequence, next);
    return std::nullopt;
}

/// The next entries; one that is not stored as the program does so is without its header.
Result<QList<StoredHeader>> nextHeaders(const Connection &connection, qint64 after)
{
    QList<StoredHeader> headers;
    const QStringList window{QString::number(after), QString::number(batch)};
    auto read = readInBulk(connection, readHeaders, window, [&](const BulkRow &row) {
        const bool isStoredWell = row.storedAs(0) == StoredAs::Integer && row.storedAs(1) == StoredAs::Text &&
                                  row.storedAs(2) == StoredAs::Text;
        headers.append(
            {row.integer(0), isStoredWell ? row.string(1).toUtf8() : QByteArray(), row.string(2), {}});
    });
    if (!read)
        return tl::unexpected(read.error());
    return headers;
}

using Fault = std::optional<QString>;

Result<Fault> replay(const Connection &connection, const Schema &schema, const EntityType &type,
                     ReplayedTable &table)
{
    Fault fault;
    const auto read = readInBulk(connection, readReplay, {QString(type.table)}, [&](const BulkRow &row) {
        const auto edit = editFromText(bytesOf(row, 1), schema);
        if (!edit || edit->id != row.string(0) || edit->table != type.table)
            fault = filedElsewhere(row.integer(2));
        else if (!table.take(*edit) && !fault)
            fault =
                Text::tr("Entry %1 of the journal changes %2 %3 from what it never was: it had been changed "
                         "behind the program's back before.")
                    .arg(QString::number(row.integer(2)), fieldLabel(type.table), edit->id);
    });
    if (!read)
        return tl::unexpected(read.error());
    table.finish();
    return fault;
}

Result<Fault> compareRows(const Connection &connection, const EntityType &type, ReplayedTable &table,
                          qint64 &checked)
{
    QString sql = u"SELECT id"_s;
    for (const auto &field : type.fields)
        sql += u", "_s + field.name;
    sql += u" FROM "_s + type.table;

    Fault fault;
    const auto read = readInBulk(connection, sql, {}, [&](const BulkRow &row) {
        ++checked;
        if (!fault)
            fault = table.compare(row);
    });
    if (!read)
        return tl::unexpected(read.error());
    return fault ? fault : table.missing();
}

Result<Fault> checkParts(const Connection &connection, const Schema &schema, QList<StoredHeader> &headers)
{
    Fault fault;
    qsizetype at = 0;
    const QStringList range{QString::number(headers.first().sequence - 1),
                            QString::number(headers.last().sequence)};
    const auto read = readInBulk(connection, readPartsBetween, range, [&](const BulkRow &row) {
        while (at < headers.size() && headers.at(at).sequence < row.integer(Sequence))
            ++at;
        if (fault || at == headers.size())
            return;
        auto &parts = headers[at].parts;
        fault = faultOf(row, parts.size(), schema);
        if (!fault)
            parts.append(*Digest::fromHex(row.string(PartDigest)));
    });
    if (!read)
        return tl::unexpected(read.error());
    return fault;
}

/// `last` is the last entry there is, `head` what the head of the journal says.
QString otherHead(const JournalHead &last, const JournalHead &head)
{
    if (last.sequence == head.sequence)
        return Text::tr("The journal ends with entry %1, but its head has the digest of another: one of both "
                        "was rewritten behind the program's back.")
            .arg(last.sequence);
    const QString said = Text::tr("The journal ends with entry %1, but its head speaks of entry %2: ")
                             .arg(last.sequence)
                             .arg(head.sequence);
    return said + (last.sequence < head.sequence
                       ? Text::tr("entries were cut off, or the head was altered behind the program's back.")
                       : Text::tr("entries were added, or the head was altered behind the program's back."));
}

/// What lies beside the entries that were walked: it would be replayed, though no digest covers it.
Result<Fault> findUnchained(const Connection &connection, qint64 entries, qint64 parts)
{
    const auto storedEntries = connection.single(u"SELECT COUNT(*) FROM journal_entry"_s);
    const auto storedParts = connection.single(u"SELECT COUNT(*) FROM journal_part"_s);
    if (!storedEntries || !storedParts)
        return tl::unexpected(storedEntries ? storedParts.error() : storedEntries.error());
    if (storedEntries->toLongLong() == entries && storedParts->toLongLong() == parts)
        return Fault();
    return Fault(Text::tr("The journal holds something that is part of none of its %1 entries: it was added "
                          "behind the program's back.")
                     .arg(entries));
}

}

Result<Proof> verifyChain(const Connection &connection, const Schema &schema, const Progress &progress)
{
    const auto head = journalHead(connection);
    if (!head && head.error().code == ErrorCode::Damaged)
        return broken(Text::tr("The journal has lost its head, which tells its last entry."));
    if (!head)
        return tl::unexpected(head.error());
    for (const QString &table : {u"journal_entry"_s, u"journal_part"_s}) {
        const auto damage = damageOf(table, connection);
        if (!damage)
            return tl::unexpected(damage.error());
        if (*damage)
            return broken(**damage);
    }
    ChainWalk walk;
    qint64 parts = 0;
    while (true) {
        auto headers = nextHeaders(connection, walk.head().sequence);
        if (!headers)
            return tl::unexpected(headers.error());
        if (headers->isEmpty())
            break;
        const auto fault = checkParts(connection, schema, *headers);
        if (!fault)
            return tl::unexpected(fault.error());
        if (*fault)
            return broken(**fault);
        for (const auto &stored : *headers) {
            if (const auto wrong = step(walk, stored))
                return broken(*wrong);
            parts += stored.parts.size();
        }
        if (!progress(walk.head().sequence, head->sequence, Text::tr("Checking the journal")))
            return cancelled();
    }
    if (walk.head() != *head)
        return broken(otherHead(walk.head(), *head));
    const qint64 entries = walk.head().sequence;
    const auto unchained = findUnchained(connection, entries, parts);
    if (!unchained)
        return tl::unexpected(unchained.error());
    if (*unchained)
        return broken(**unchained);
    return Proof{true,
                 entries == 1
                     ? Text::tr("The journal is unbroken: it has one entry, with which it begins.")
                     : Text::tr("The journal is unbroken: %1 entries follow from one another.").arg(entries),
                 entries};
}

Result<Proof> verifyTable(const Connection &connection, const Schema &schema, const EntityType &type)
{
    qint64 checked = 0;
    ReplayedTable table(type);
    auto fault = damageOf(type.table, connection);
    if (fault && !*fault)
        fault = replay(connection, schema, type, table);
    if (fault && !*fault)
        fault = compareRows(connection, type, table, checked);
    if (!fault)
        return tl::unexpected(fault.error());
    return *fault ? broken(**fault) : Proof{true, {}, checked};
}

Result<Proof> verifyRows(const Connection &connection, const Schema &schema, const Progress &progress)
{
    std::vector<Result<Proof>> tables;
    for (const auto &type : schema.types()) {
        const auto found = tables.emplace_back(verifyTable(connection, schema, type));
        if (!found || !found->holds)
            break;
        if (!progress(qint64(tables.size()), schema.types().size(),
                      Text::tr("Comparing the rows with the journal")))
            return cancelled();
    }
    return together(tables);
}

Result<Proof> together(const std::vector<Result<Proof>> &tables)
{
    qint64 checked = 0;
    for (const auto &found : tables) {
        if (!found || !found->holds)
            return found;
        checked += found->checked;
    }
    return Proof{true, Text::tr("Every row is what the journal says: %1 compared.").arg(checked), checked};
}

}
