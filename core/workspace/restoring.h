#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/journal/restoration.h"

#include <QStringList>

namespace plimsoll {

/// Whose backup may take the place of a record.
enum class BackupOf {
    SameWorkspace,
    AnyWorkspace,
};

/// What may be at the place where a backup is restored.
enum class RestoreInto {
    Workspace,    ///< a workspace, be it one that lost its record
    NewWorkspace, ///< nothing yet, too: the folder is made
};

/// What is to be restored, where, and by whom.
struct RestoreOrder
{
    QString backup;
    QString workspaceFolder;
    QString
        person; ///< who restores, by name, address or id; empty for whose account the operating system says
    BackupOf whose = BackupOf::SameWorkspace;
    RestoreInto into = RestoreInto::Workspace;
};

/// What became of a restore.
struct Restored
{
    QString kept; ///< the file that now holds what was replaced; empty when there was nothing to replace
    Restoration entry;
    qsizetype missingFiles = 0;    ///< of evidence that the restored record names
    qsizetype packagesCarried = 0; ///< entries of the register of packages taken over from what was replaced
};

/// Where the replaced record is, how the journal goes on, and what became of the register of packages.
QStringList inWords(const Restored &restored);

/// Puts a backup in the place of the workspace's record, and says so in its journal: the backup is checked
/// and brought up to date in a copy of its own, what it replaces is kept among the backups, and only then the
/// content is replaced as a whole. Other copies of the program may have the workspace open: they read what
/// was restored from then on. What was issued stays issued: the register of packages is taken over from a
/// replaced record of the same workspace that can be read. Refused while somebody writes or holds the right
/// to write, for the record as a backup of itself, and where there is no workspace, unless a new one is asked
/// for; a backup of another workspace is a conflict, unless it is asked for.
Result<Restored> restore(const RestoreOrder &order, const Clock &clock);

}
