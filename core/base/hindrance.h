#pragma once

#include <QString>

namespace plimsoll {

/// What keeps this account from changing a file and its folder.
enum class Hindrance {
    None,
    ReadOnlyFileSystem, ///< a medium or mount that takes no changes from anybody
    NoRight,            ///< its rights are not given to this account
};

/// A database is changed with its folder, in which a commit lays its journal.
Hindrance hindranceToChange(const QString &file);

}
