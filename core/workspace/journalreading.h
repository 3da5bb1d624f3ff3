#pragma once

#include "core/base/progress.h"
#include "core/inventory/aisystem.h"
#include "core/journal/journal.h"

namespace plimsoll {

/// Which entries of the journal somebody wants to see.
struct JournalQuestion
{
    std::optional<Id<Person>> person;
    std::optional<Id<AiSystem>> system;
    std::optional<QDateTime> until; ///< only what was written before this moment
    QString words;                  ///< somewhere in the label, whatever the case
    qint64 before = std::numeric_limits<qint64>::max();
    int limit = 200;
};

/// One entry in a list.
struct JournalLine
{
    qint64 sequence = 0;
    QDateTime at;
    QString person; ///< their name; the id of whoever is no longer in the record
    QString label;  ///< empty when redacted
    qint64 edits = 0;
    QString account; ///< "aruiz@pc-7", as whom the operating system knew who made it; empty when redacted

    friend bool operator==(const JournalLine &, const JournalLine &) = default;
};

struct JournalLines
{
    QList<JournalLine> lines; ///< newest first
    bool isLast = true;       ///< nothing older answers the question
};

/// Reads as many entries as asked for, newest first. Without words and person each page costs the same, how
/// long the journal may be; with them older entries are looked through until the page is full.
Result<JournalLines> readJournal(const Connection &connection, const JournalQuestion &question,
                                 const Progress &progress = unwatched());

/// What an entry did to one field of one thing.
struct JournalChange
{
    QLatin1StringView table; ///< of the thing
    QString name;            ///< by which people call it: "5.2.1-1" of a response; may be empty
    QString id;
    Edit::Kind kind = Edit::Kind::Changed;
    QLatin1StringView field;
    QString before; ///< an id as the name it has now; a word of the record as it is kept
    QString after;
};

struct JournalDetail
{
    JournalEntry entry;
    QString person;
    QList<JournalChange> changes;
};

/// One entry with everything it changed.
Result<JournalDetail> readJournalEntry(const Connection &connection, const Schema &schema, qint64 sequence);

/// What a field held, entry by entry, oldest first.
struct FieldStep
{
    qint64 sequence = 0;
    QDateTime at;
    QString person;
    QString before;
    QString after;
};

Result<QList<FieldStep>> readFieldHistory(const Connection &connection, const Schema &schema,
                                          const QString &thing, QLatin1StringView field);

}
