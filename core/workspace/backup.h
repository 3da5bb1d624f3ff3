#pragma once

#include "core/storage/backupfiles.h"
#include "core/storage/connection.h"

#include <QDateTime>

namespace plimsoll {

/// The backups of one workspace together may take this much; the one made last is kept however large it is.
inline constexpr qint64 backupBudget = qint64(2) * 1024 * 1024 * 1024;

/// Writes the database into `folder`/workspace-UTC.db, opens the copy again, checks it and counts every table
/// against the original; then removes the oldest ones beyond the budget, before them those whose name tells
/// of a time to come. Answers the file. Evidence is content-addressed and never changes, so the store itself
/// is its own backup.
Result<QString> backUp(const Connection &connection, const QString &folder, const QDateTime &at,
                       qint64 budget = backupBudget);

/// Backs up like backUp() when the newest backup is a day old and something was written since; answers the
/// file, or nothing when no backup was due. A backup of a time to come counts for nothing here. Refused, and
/// not even begun, where there is no room for it or the backups may not be read, and as Damaged where the
/// journal's head is not that of its last entry. What was refused for another reason than that is tried, and
/// told, again after an hour: until then nothing is due.
Result<QString> backUpWhenDue(const QString &databaseFile, const QString &folder, const QDateTime &at);

/// When the backup was made, by its name: copying a file about does not make it younger. Invalid for a file
/// of another name.
QDateTime madeAt(const QString &backup);

/// The number of the last entry in the journal of a backup. Reads one row of the file.
Result<qint64> lastEntryIn(const QString &backup);

/// The file name that a backup made at that moment bears.
QString backupName(const QDateTime &at);

}
