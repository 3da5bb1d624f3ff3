#pragma once

#include "core/base/unfinished.h"

namespace plimsoll {

/// A folder only this user may look into, gone with this object; when the program was killed, the next such
/// folder made at the same place takes it away.
class TemporaryFolder
{
public:
    /// Where the operating system keeps what is temporary.
    static Result<TemporaryFolder> create();
    /// In that folder, to become `shownAs` later.
    static Result<TemporaryFolder> createIn(const QString &folder, const QString &shownAs);

    [[nodiscard]] QString path() const { return m_unfinished.folder(); }
    [[nodiscard]] QString filePath(const QString &name) const { return path() + u'/' + name; }

    /// A refusal of the disk to take what goes into it, by the folder for temporary files: in that a person
    /// can make room, or choose another. Any other refusal as it is.
    [[nodiscard]] Error told(Error error) const;

    /// Gives the folder this name, which nothing may have yet, lets everybody read it, and returns when the
    /// name is durable. From then on it stays.
    Done moveTo(const QString &place);

private:
    explicit TemporaryFolder(Unfinished unfinished)
        : m_unfinished(std::move(unfinished))
    {
    }

    Unfinished m_unfinished;
};

}
