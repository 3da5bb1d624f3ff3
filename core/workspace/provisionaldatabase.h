#pragma once

#include "core/base/unfinished.h"

namespace plimsoll {

/// A database in the making: gone again unless it is put in its place, be it that the program is killed.
class ProvisionalDatabase
{
public:
    /// Begins one within `folder`; it may be written to file(), where nothing is yet.
    static Result<ProvisionalDatabase> begin(const QString &folder);

    [[nodiscard]] QString file() const;
    /// Gives it its name, which nothing may have yet.
    [[nodiscard]] Done renameTo(const QString &target) const;

private:
    explicit ProvisionalDatabase(Unfinished unfinished)
        : m_unfinished(std::move(unfinished))
    {
    }

    Unfinished m_unfinished;
};

}
