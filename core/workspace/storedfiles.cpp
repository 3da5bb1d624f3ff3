#include "core/workspace/storedfiles.h"

#include "core/evidence/arrivals.h"
#include "core/evidence/evidence.h"
#include "core/evidence/filechecks.h"
#include "core/storage/repository.h"

#include <QDir>
#include <QFile>

namespace plimsoll {

namespace {

/// Whether any row is about that content, removed or not.
Result<bool> isNamed(const Connection &connection, const Digest &digest)
{
    const auto held = Repository<Evidence>(connection).where(&Evidence::digest, std::optional(digest));
    return held ? Result<bool>(!held->isEmpty()) : tl::unexpected(held.error());
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

/// Takes out of the store what no row names. False where the record cannot be asked, as when a disk without
/// room keeps it from taking back a change that was broken off.
bool takeOut(const EvidenceStore &store, const Connection &connection, const QList<Digest> &contents)
{
    bool isDone = true;
    for (const Digest &digest : contents) {
        const auto named = isNamed(connection, digest);
        if (named && !*named)
            removeStored(store.pathOf(digest));
        isDone = isDone && named;
    }
    return isDone;
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
    auto outcomes = store.storeMany(files, *stored.m_atWork, progress);
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
    if (!m_atWork)
        return;
    QList<Digest> contents;
    for (const StoreOutcome &outcome : m_outcomes) {
        if (outcome.stored && outcome.stored->arrival == Arrival::New)
            contents.append(outcome.stored->digest);
    }
    const auto connection = m_workspace->reader();
    const EvidenceStore store(m_workspace->evidenceFolder());
    if (!connection || !m_atWork->isOnlyOne() || !takeOut(store, **connection, contents))
        m_atWork->leaveToSweep();
}

void sweepStoredFiles(const Workspace &workspace)
{
    const EvidenceStore store(workspace.evidenceFolder());
    Arrivals::removeAbandoned(store.folder(), [&](const QList<Digest> &announced) {
        const auto connection = workspace.reader();
        return connection && takeOut(store, **connection, announced);
    });
}

}
