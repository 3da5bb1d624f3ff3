#pragma once

#include <QStringList>

namespace plimsoll {

/// Backup files of the folder, newest first.
QStringList backupsIn(const QString &folder);

/// The sentence that sends whoever has lost what is in `database` to the newest backup: where there is none
/// beside it, to one that is kept elsewhere.
QString wayToRestore(const QString &database);

}
