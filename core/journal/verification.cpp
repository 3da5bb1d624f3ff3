#include "core/journal/verification.h"

#include "core/journal/chainwalk.h"

#include <QCoreApplication>
#include <QHash>
#include <QUuid>

#include <algorithm>

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

Finding broken(QString statement)
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

struct StoredHeader
{
    qint64 sequence = 0;
    QByteArray text;
    QString digest;
    QList<Digest> parts;
};

/// What is wrong with one part, or nothing.
std::optional<QString> faultOf(const Row &row)
{
    const auto sequence = row.integer(0);
    const auto digest = Digest::fromHex(row.text(3));
    if (!digest)
        return Text::tr("A digest in entry %1 of the journal is no digest.").arg(sequence);
    if (row.isNull(6))
        return Text::tr("Entry %1 of the journal has lost a text, and no entry tells who erased it and why.")
            .arg(sequence);
    if (digestOf(QByteArray::fromHex(row.text(2).toLatin1()), row.text(6).toUtf8()) != *digest)
        return Text::
            tr("Entry %1 of the journal was altered: its text no longer has the digest it was written with.")
                .arg(sequence);
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

Result<QList<StoredHeader>> nextHeaders(const Connection &connection, qint64 after)
{
    QList<StoredHeader> headers;
    auto read = connection.each(readHeaders, {after, batch}, [&](const Row &row) {
        headers.append({row.integer(0), row.text(1).toUtf8(), row.text(2), {}});
    });
    if (!read)
        return tl::unexpected(read.error());
    return headers;
}

/// The values a thing must have, by the journal; nothing when it must not exist.
using State = std::optional<QList<Value>>;

QList<Value> neutralValues(const EntityType &type)
{
    QList<Value> values;
    for (const auto &field : type.fields)
        values.append(field.neutral());
    return values;
}

/// Whether the edit sets out from what the thing was by then, as every commit makes sure.
bool follows(const State &state, const EntityType &type, const Edit &edit)
{
    if (edit.kind == Edit::Kind::Created || !state)
        return !state && edit.kind == Edit::Kind::Created;
    return std::ranges::all_of(edit.fields, [&](const FieldChange &change) {
        const auto *field = type.field(change.name);
        return (*state)[field - type.fields.constData()] == change.before;
    });
}

void apply(State &state, const EntityType &type, const Edit &edit)
{
    if (edit.kind == Edit::Kind::Removed) {
        state.reset();
        return;
    }
    if (edit.kind == Edit::Kind::Created || !state)
        state = neutralValues(type);
    for (const auto &change : edit.fields) {
        const auto *field = type.field(change.name);
        (*state)[field - type.fields.constData()] = change.after;
    }
}

Digest digestOf(const QList<Value> &values)
{
    Hasher hasher;
    for (const auto &value : values) {
        const QByteArray text = value.shown().toUtf8();
        hasher.add(QByteArray::number(text.size()) + (value.isNull() ? '-' : ':') + text);
    }
    return hasher.finish();
}

/// What the journal says every row of one table must be.
class ReplayedTable
{
public:
    explicit ReplayedTable(const EntityType &type)
        : m_type(type)
    {
    }

    /// Answers whether the edit follows from those before, as far as these can be read.
    bool take(const QString &id, const Edit &edit)
    {
        if (id != m_current)
            finishCurrent();
        m_current = id;
        const bool isConsistent = follows(m_state, m_type, edit);
        apply(m_state, m_type, edit);
        return isConsistent;
    }
    void finishCurrent()
    {
        const auto id = QUuid::fromString(m_current);
        if (m_state)
            m_rows.insert(id, digestOf(*m_state));
        m_state.reset();
    }

    /// Strikes the row off; what is left when all rows were seen has been deleted.
    std::optional<QString> compare(const QString &id, const QList<Value> &values)
    {
        const auto uuid = QUuid::fromString(id);
        const auto expected = m_rows.constFind(uuid);
        if (expected == m_rows.constEnd())
            return Text::tr("%1 %2 was added behind the program's back: the journal knows nothing of it.")
                .arg(fieldLabel(m_type.table), id);
        if (*expected != digestOf(values))
            return Text::tr("%1 %2 was changed behind the program's back: it is not what the journal says.")
                .arg(fieldLabel(m_type.table), id);
        m_rows.erase(expected);
        return std::nullopt;
    }
    [[nodiscard]] std::optional<QString> missing() const
    {
        if (m_rows.isEmpty())
            return std::nullopt;
        return Text::tr("%1 %2 was deleted behind the program's back: the journal still has it.")
            .arg(fieldLabel(m_type.table), m_rows.constBegin().key().toString(QUuid::WithoutBraces));
    }

private:
    const EntityType &m_type;
    QHash<QUuid, Digest> m_rows;
    QString m_current;
    State m_state;
};

using Fault = std::optional<QString>;

Result<Fault> replay(const Connection &connection, const Schema &schema, const EntityType &type,
                     ReplayedTable &table)
{
    Fault fault;
    const auto read = connection.each(readReplay, {QString(type.table)}, [&](const Row &row) {
        const auto edit = editFromText(row.text(1).toUtf8(), schema);
        if (!edit || edit->id != row.text(0) || edit->table != type.table)
            fault = Text::tr("Entry %1 of the journal is filed under a thing it does not speak of.")
                        .arg(row.integer(2));
        else if (!table.take(row.text(0), *edit) && !fault)
            fault =
                Text::tr("Entry %1 of the journal changes %2 %3 from what it never was: it had been changed "
                         "behind the program's back before.")
                    .arg(QString::number(row.integer(2)), fieldLabel(type.table), row.text(0));
    });
    if (!read)
        return tl::unexpected(read.error());
    table.finishCurrent();
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
    QList<Value> values(type.fields.size());
    const auto read = connection.each(sql, {}, [&](const Row &row) {
        ++checked;
        for (qsizetype i = 0; i < values.size(); ++i)
            values[i] = row.value(int(i) + 1, type.fields.at(i).kind);
        if (!fault)
            fault = table.compare(row.text(0), values);
    });
    if (!read)
        return tl::unexpected(read.error());
    return fault ? fault : table.missing();
}

Result<Fault> checkParts(const Connection &connection, QList<StoredHeader> &headers)
{
    Fault fault;
    qsizetype at = 0;
    const auto read = connection.each(
        readPartsBetween, {headers.first().sequence - 1, headers.last().sequence}, [&](const Row &row) {
            while (at < headers.size() && headers.at(at).sequence < row.integer(0))
                ++at;
            if (fault || at == headers.size())
                return;
            fault = faultOf(row);
            if (!fault)
                headers[at].parts.append(*Digest::fromHex(row.text(3)));
        });
    if (!read)
        return tl::unexpected(read.error());
    return fault;
}

}

Result<Finding> verifyChain(const Connection &connection, const Progress &progress)
{
    const auto head = journalHead(connection);
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
    while (true) {
        auto headers = nextHeaders(connection, walk.head().sequence);
        if (!headers)
            return tl::unexpected(headers.error());
        if (headers->isEmpty())
            break;
        const auto fault = checkParts(connection, *headers);
        if (!fault)
            return tl::unexpected(fault.error());
        if (*fault)
            return broken(**fault);
        for (const auto &stored : *headers) {
            if (const auto wrong = step(walk, stored))
                return broken(*wrong);
        }
        if (!progress(walk.head().sequence, head->sequence, Text::tr("Checking the journal")))
            return cancelled();
    }
    if (walk.head().sequence != head->sequence || walk.head().digest != head->digest)
        return broken(
            Text::tr("The journal ends with entry %1, but its head speaks of entry %2: entries were cut off.")
                .arg(walk.head().sequence)
                .arg(head->sequence));
    const qint64 entries = walk.head().sequence;
    return Finding{
        true,
        entries == 1 ? Text::tr("The journal is unbroken: it has one entry, with which it begins.")
                     : Text::tr("The journal is unbroken: %1 entries follow from one another.").arg(entries),
        entries};
}

Result<Finding> verifyTable(const Connection &connection, const Schema &schema, const EntityType &type)
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
    return *fault ? broken(**fault) : Finding{true, {}, checked};
}

Result<Finding> verifyRows(const Connection &connection, const Schema &schema, const Progress &progress)
{
    std::vector<Result<Finding>> tables;
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

Result<Finding> together(const std::vector<Result<Finding>> &tables)
{
    qint64 checked = 0;
    for (const auto &found : tables) {
        if (!found || !found->holds)
            return found;
        checked += found->checked;
    }
    return Finding{true, Text::tr("Every row is what the journal says: %1 compared.").arg(checked), checked};
}

}
