#pragma once

#include "core/base/result.h"

#include <QHash>

namespace plimsoll {

/// Finds paths that some system would take for the same file: equal, equal without case or after Unicode
/// composition, or a file where another path needs a folder.
class NameTwins
{
public:
    /// Refuses the path that collides with one added before, naming both.
    Done add(const QString &path);
    /// The same for a path that is a folder itself.
    Done addFolder(const QString &path);

private:
    enum class Kind { File, Folder };
    struct Seen
    {
        QString path;
        Kind kind;
    };
    QHash<QString, Seen> m_seen;
};

}
