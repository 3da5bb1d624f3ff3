#pragma once

#include "core/evidence/evidencestore.h"
#include "core/workspace/workspace.h"

namespace plimsoll {

class Arrivals;

/// The files that one attaching stores, on their way to being named by the record.
class StoredFiles
{
public:
    /// Stores them, each once by content; one that is refused keeps no other out.
    static Result<StoredFiles> store(const Workspace &workspace, const QStringList &files,
                                     const Progress &progress);

    StoredFiles(StoredFiles &&) noexcept;
    StoredFiles &operator=(StoredFiles &&) = delete;
    ~StoredFiles();

    /// In the order of the files.
    [[nodiscard]] const std::vector<StoreOutcome> &outcomes() const { return m_outcomes; }

    /// They are in the record now. Each was read to its end to be stored, so it counts as checked at that
    /// moment; where that cannot be kept, the next check reads it once more.
    void noteStored() const;

    /// The record did not take them: what came into the store by them is taken out again, but for what a row
    /// names, also a removed one or one of another copy. While somebody else attaches, who may just have
    /// found such a file there, and where the record cannot be asked, all stay until sweepStoredFiles().
    void takeBack() const;

private:
    explicit StoredFiles(const Workspace &workspace);

    const Workspace *m_workspace;
    std::unique_ptr<Arrivals> m_atWork; ///< tells others who are refused that these may be wanted
    std::vector<StoreOutcome> m_outcomes;
};

/// Takes out of the store what attachings left there that were killed, or refused while it could not be told
/// what the record names.
void sweepStoredFiles(const Workspace &workspace);

}
