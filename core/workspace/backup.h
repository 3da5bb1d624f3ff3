#pragma once

#include "core/storage/connection.h"

#include <QDateTime>

namespace plimsoll {

/// The backups of one workspace together may take this much; the newest is kept however large it is.
inline constexpr qint64 backupBudget = qint64(2) * 1024 * 1024 * 1024;

/// Writes the database into `folder`/workspace-UTC.db, opens the copy again, checks it and counts every table
/// against the original; then removes the oldest ones beyond the budget. Answers the file. Evidence is
/// content-addressed and never changes, so the store itself is its own backup.
Result<QString> backUp(const Connection &connection, const QString &folder, const QDateTime &at,
                       qint64 budget = backupBudget);

/// Backs up like backUp() when the newest backup is a day old and something was written since; answers the
/// file, or nothing when no backup was due.
Result<QString> backUpWhenDue(const QString &databaseFile, const QString &folder, const QDateTime &at);

/// Backup files of the folder, newest first.
QStringList backupsIn(const QString &folder);

/// When the backup was made, by its name: copying a file about does not make it younger. Invalid for a file
/// of another name.
QDateTime madeAt(const QString &backup);

/// Whose backup may take the place of a record.
enum class BackupOf {
    SameWorkspace,
    AnyWorkspace,
};

/// Puts a backup in the place of the workspace's database: checks it first in a copy of its own, migrates
/// that, keeps the replaced database among the backups, and only then swaps. Nobody else may have the
/// workspace open; refused while somebody holds the right to write in it. Answers the file that now holds
/// what was replaced; empty when there was nothing to replace. A backup of another workspace is a conflict,
/// unless it is asked for.
Result<QString> restore(const QString &backup, const QString &workspaceFolder, const QDateTime &at,
                        BackupOf whose = BackupOf::SameWorkspace);

}
