#pragma once

#include "core/base/progress.h"
#include "core/delivery/belongingrows.h"
#include "core/journal/journal.h"

#include <QIODevice>

namespace plimsoll {

/// The file data/audit/log.jsonl: the journal, one line an entry, oldest first, each line canonical JSON
/// (RFC 8785).
///
///     {"digest": SHA-256 of the header's text,
///      "header": "{\"actor\":...,\"at\":...,\"body\":...,\"previous\":...,\"sequence\":...}",
///      "parts": [{"digest", "salt", "text"}, {"digest"}, ...]}
///
/// Part 0 says the label, the group, and the operating system's account and host; every other part is one
/// edit of the record. An excerpt for some systems carries every header and every digest, but text and salt
/// only of the parts that belong to these systems; without its salt nobody can guess a text that was
/// withheld, nor whether it had to be. To check it: the digest of
/// each header is the SHA-256 of its text; `previous` is the digest of the entry before (64 zeros in the
/// first); `body` is the SHA-256 over the digests of the parts, as bytes, in order; the digest of each part
/// whose text is there is the SHA-256 over its salt, as bytes, and its text. The digest of the last line is
/// the journal's head, printed in the report.
struct JournalExcerpt
{
    JournalHead head;
    qint64 parts = 0;
    qint64 withheld = 0; ///< parts without their text, which are not of these systems by what the sender says
};

/// Adds the persons who made the entries that speak of these rows, so that a reader of the excerpt knows
/// their names.
Done addActors(const Connection &connection, const Schema &schema, BelongingRows &belonging);

/// Writes the journal of a snapshot to `out`. Texts of the parts that belong to `rows` are in it; all of them
/// when `rows` is the whole record.
Result<JournalExcerpt> writeJournalExcerpt(const Connection &connection, const Schema &schema,
                                           const BelongingRows &belonging, QIODevice &out,
                                           const Progress &progress = unwatched());

/// One part as a line of the log gives it.
struct LoggedPart
{
    QByteArray salt;
    Digest digest;
    std::optional<QByteArray> text;
};

/// One entry as a line of the log gives it.
struct LoggedEntry
{
    QByteArray header;
    Digest digest;
    QList<LoggedPart> parts;
};

/// Reads a log line by line and proves, as it goes, that every entry follows from the one before and that
/// every text has its digest. Refused with the first line that breaks it.
Result<JournalExcerpt> readJournalExcerpt(QIODevice &log,
                                          const std::function<Done(const LoggedEntry &)> &take,
                                          const Progress &progress = unwatched());

/// The same without looking at the entries.
Result<JournalExcerpt> verifyJournalExcerpt(QIODevice &log, const Progress &progress = unwatched());

}
