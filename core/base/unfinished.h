#pragma once

#include "core/base/diskfile.h"

namespace plimsoll {

/// A file under a temporary name in the folder where something is being written. It is held by a lock as long
/// as its writer lives, so what a writer leaves behind when it is killed is recognised by nobody holding it,
/// and the next one who writes into that folder takes it away. With the file goes a folder of the same name,
/// if the writer makes one.
class Unfinished
{
public:
    /// Begins one in `folder`, and sweeps what killed programs left there. Refusals call it `shownAs`.
    static Result<Unfinished> begin(const QString &folder, const QString &shownAs);

    Unfinished(Unfinished &&) noexcept = default;
    Unfinished &operator=(Unfinished &&) = delete;
    /// Takes away the file and its folder, unless they were put in their place.
    ~Unfinished() { remove(); }

    [[nodiscard]] DiskFile &file() { return m_file; }
    /// Where the folder that goes with the file is, if there is one.
    [[nodiscard]] QString folder() const;

    /// Does now what the end of this object would do.
    void remove();

    /// Takes away what programs that were killed left in the folder, and answers how many things those were.
    /// Only what has a name of ours, belongs to this user and is held by nobody; on a network folder, where
    /// the locks of other machines may not be seen, only what is a day old besides.
    static int sweep(const QString &folder);

private:
    explicit Unfinished(DiskFile file)
        : m_file(std::move(file))
    {
    }

    DiskFile m_file;
};

}
