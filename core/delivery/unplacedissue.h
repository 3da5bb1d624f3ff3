#pragma once

#include "core/base/diskfile.h"
#include "core/evidence/issuedpackage.h"
#include "core/workspace/workspace.h"

namespace plimsoll {

/// What is about to be entered in the register and to get its name after that, noted beside the record: of a
/// program that is killed between the two, the entry would count although nobody holds what it tells of.
class UnplacedIssue
{
public:
    /// Durable when this answers. `place` is where it will be, `replaced` what it takes the place of, as it
    /// is before that.
    static Result<UnplacedIssue> note(const Workspace &workspace, const Id<IssuedPackage> &entry,
                                      const QString &place, const std::optional<IssuedPackage> &replaced);

    UnplacedIssue(UnplacedIssue &&) noexcept = default;
    UnplacedIssue &operator=(UnplacedIssue &&) = delete;
    /// It reached its place, or is withdrawn: the note is taken away.
    ~UnplacedIssue();

private:
    explicit UnplacedIssue(DiskFile file)
        : m_file(std::move(file))
    {
    }

    DiskFile m_file; ///< held, so that others know it is no killed program's
};

/// Withdraws, in the name of whoever acts, what killed programs of this user entered and did not put in its
/// place; what it took the place of counts as before. What lies where nobody can look now is left for later.
Done withdrawAbandonedIssues(Workspace &workspace);

}
