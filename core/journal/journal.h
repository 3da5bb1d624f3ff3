#pragma once

#include "core/journal/journalentry.h"
#include "core/storage/connection.h"

namespace plimsoll {

/// Where the chain stands.
struct JournalHead
{
    qint64 sequence = 0;
    Digest digest; ///< of the newest header; 32 zero bytes while the journal is empty

    friend bool operator==(const JournalHead &, const JournalHead &) = default;
};

/// One entry as people read it. Redacted parts are counted, not shown.
struct JournalEntry
{
    JournalHeader header;
    QString label;
    QString group;
    QString account;
    QString host;
    QList<Edit> edits;
    int redacted = 0;
};

/// Which entries to read: newest first, at most `limit` of those before `before`.
struct JournalWindow
{
    qint64 before = std::numeric_limits<qint64>::max();
    int limit = 200;
    QString entity; ///< only entries with an edit of this id; all when empty
};

/// What happened to one field of one thing.
struct FieldHistory
{
    qint64 sequence = 0;
    QDateTime at;
    Id<Person> actor;
    Value before;
    Value after;
};

Result<JournalHead> journalHead(const Connection &connection);

/// Refuses as Damaged, as every change would be, where the head is not that of the last entry. For whoever
/// writes something else before the change.
[[nodiscard]] Done checkJournalHead(const Connection &connection);

/// Takes the next sequence number: must be the first statement of a writing transaction, for it also takes
/// the lock. Refuses as Damaged where the head is not that of the last entry.
Result<JournalHead> takeNextSequence(const Connection &connection);

/// What an entry will hold, in its order: the origin, then a part for each edit. Needs no connection, so that
/// it can be composed while the rows are being written.
QList<JournalPart> bodyOf(const ChangeSet &changeSet, const Actor &actor);

/// Appends one entry after `previous` within the caller's transaction; answers its header's digest. `body` is
/// that of `edits`.
Result<Digest> append(const Connection &connection, const JournalHead &previous, const QDateTime &at,
                      const Id<Person> &actor, const QList<JournalPart> &body, const QList<Edit> &edits);

Result<QList<JournalEntry>> entries(const Connection &connection, const Schema &schema,
                                    const JournalWindow &window);

/// Oldest first. Creation and removal count as changes from and to nothing.
Result<QList<FieldHistory>> fieldHistory(const Connection &connection, const Schema &schema,
                                         const QString &entity, QLatin1StringView field);

}
