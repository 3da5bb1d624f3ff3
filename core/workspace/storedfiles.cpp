#include "core/workspace/storedfiles.h"

#include "core/evidence/arrivals.h"
#include "core/evidence/evidence.h"
#include "core/evidence/filechecks.h"
#include "core/storage/repository.h"

#include <QDir>
#include <QFile>

namespace plimsoll {

namespace {

/// Whether any row is about that content, removed or not; also where the record cannot be asked.
bool isNamed(const Connection &connection, const Digest &digest)
{
    const auto held = Repository<Evidence>(connection).where(&Evidence::digest, std::optional(digest));
    return !held || !held->isEmpty();
}

void removeStored(const QString &path)
{
    QFile file(path);
    const auto asStored = file.permissions();
    file.setPermissions(asStored | QFile::WriteOwner); // some systems remove nothing that is read-only
    if (!file.remove())
        file.setPermissions(asStored);
    QDir().rmdir(QFileInfo(path).path()); // stays while it holds others
}

}

StoredFiles::StoredFiles(const Workspace &workspace)
    : m_workspace(&workspace)
{
}

StoredFiles::StoredFiles(StoredFiles &&) noexcept = default;

StoredFiles::~StoredFiles() = default;

Result<StoredFiles> StoredFiles::store(const Workspace &workspace, const QStringList &files,
                                       const Progress &progress)
{
    StoredFiles stored(workspace);
    if (files.isEmpty())
        return stored;
    const EvidenceStore store(workspace.evidenceFolder());
    auto atWork = store.beAtWork();
    if (!atWork)
        return tl::unexpected(atWork.error());
    stored.m_atWork = std::move(*atWork);
    auto outcomes = store.storeMany(files, progress);
    if (!outcomes)
        return tl::unexpected(outcomes.error());
    stored.m_outcomes = std::move(*outcomes);
    return stored;
}

void StoredFiles::noteStored() const
{
    FileChecks checks;
    const QDateTime now = m_workspace->clock().now();
    for (const StoreOutcome &outcome : m_outcomes) {
        if (outcome.stored)
            checks.insert(outcome.stored->digest, {Integrity::Unchanged, now});
    }
    if (!checks.isEmpty())
        (void)keepChecks(EvidenceStore(m_workspace->evidenceFolder()), checks);
}

void StoredFiles::takeBack() const
{
    const auto connection = m_workspace->reader();
    if (!connection || !m_atWork || !m_atWork->isOnlyOne())
        return;
    const EvidenceStore store(m_workspace->evidenceFolder());
    for (const StoreOutcome &outcome : m_outcomes) {
        if (outcome.stored && outcome.stored->arrival == Arrival::New &&
            !isNamed(**connection, outcome.stored->digest))
            removeStored(store.pathOf(outcome.stored->digest));
    }
}

}
