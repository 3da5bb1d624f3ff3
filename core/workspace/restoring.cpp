#include "core/workspace/restoring.h"

#include "core/base/newfolder.h"
#include "core/evidence/arrivals.h"
#include "core/evidence/evidence.h"
#include "core/evidence/evidencestore.h"
#include "core/journal/recordproof.h"
#include "core/storage/engine.h"
#include "core/storage/migrations.h"
#include "core/storage/repository.h"
#include "core/workspace/backup.h"
#include "core/workspace/heldrecord.h"
#include "core/workspace/provisionaldatabase.h"
#include "core/workspace/recordrules.h"
#include "core/workspace/recordschema.h"
#include "core/workspace/restorerefusals.h"
#include "core/workspace/takeover.h"
#include "core/workspace/workspace.h"
#include "core/workspace/writelease.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSysInfo>

#include <algorithm>
#include <limits>
#include <optional>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Restoring)
};

/// Takes along the journal of a commit that was interrupted: left behind, it would be played back into
/// whatever stands under the name next.
bool moveWithJournal(const QString &database, const QString &target)
{
    const QString journal = u"-journal"_s;
    const bool hasJournal = QFile::exists(database + journal);
    if (hasJournal && !QFile::rename(database + journal, target + journal))
        return false;
    if (QFile::rename(database, target))
        return true;
    if (hasJournal)
        QFile::rename(target + journal, database + journal);
    return false;
}

/// Copies the backup, brings the copy up to date and answers a connection to write in it.
Result<std::unique_ptr<Connection>> upToDateCopy(const QString &backup, const QString &copy)
{
    const auto source = Connection::open(backup, Connection::Mode::ReadOnly);
    if (!source)
        return tl::unexpected(source.error());
    if (auto sound = Engine::quickCheck(**source); !sound)
        return tl::unexpected(sound.error());
    if (auto copied = (*source)->snapshotInto(copy); !copied)
        return tl::unexpected(copied.error());
    auto brought = Connection::open(copy, Connection::Mode::ReadWrite);
    if (!brought)
        return brought;
    if (auto migrated = migrate(**brought); !migrated)
        return tl::unexpected(migrated.error());
    if (auto known = checkSchema(**brought); !known)
        return tl::unexpected(known.error());
    return brought;
}

/// One restoring, step by step; what it made on the way is gone again unless it comes to the end.
class Restoring
{
public:
    Restoring(const RestoreOrder &order, const Clock &clock)
        : m_order(order)
        , m_clock(clock)
        , m_database(order.workspaceFolder + u"/workspace.db"_s)
        , m_backups(order.workspaceFolder + u"/backups"_s)
        , m_lease(order.workspaceFolder)
    {
    }
    ~Restoring()
    {
        // Once the record is being replaced, what is kept may be all there is of it.
        if (!m_kept.isEmpty() && !m_isReplacing && m_held)
            QFile::remove(m_kept);
    }
    Restoring(const Restoring &) = delete;
    Restoring &operator=(const Restoring &) = delete;

    Result<Restored> run()
    {
        for (const auto step : {&Restoring::makeFolder, &Restoring::bring, &Restoring::hold, &Restoring::keep,
                                &Restoring::enter, &Restoring::replace}) {
            auto done = keepLease();
            if (done)
                done = (this->*step)();
            if (!done)
                return tl::unexpected(inWordsOfFolder(done.error()));
        }
        if (m_newFolder)
            m_newFolder->keep();
        return Restored{m_kept, m_entry, m_missing, m_carried};
    }

private:
    /// On a network folder only one may write; of whoever was killed the lease is taken over, wherever the
    /// folder lies by now.
    Done keepLease()
    {
        const QString &folder = m_order.workspaceFolder;
        if (!QFileInfo(folder).isDir() || (!WriteLease::isWantedIn(folder) && !WriteLease::holderIn(folder)))
            return {};
        return m_lease.take({{}, currentAccount(), QSysInfo::machineHostName()});
    }

    Done makeFolder()
    {
        if (QFileInfo(m_backups).isDir())
            return {};
        auto made = NewFolder::make(m_backups);
        if (!made)
            return tl::unexpected(made.error());
        m_newFolder.emplace(std::move(*made));
        return {};
    }

    Done bring()
    {
        auto copy = ProvisionalDatabase::begin(m_order.workspaceFolder);
        if (!copy)
            return tl::unexpected(copy.error());
        m_copy.emplace(std::move(*copy));
        auto brought = upToDateCopy(m_order.backup, m_copy->file());
        const auto identity = brought ? recordIdentity(**brought) : tl::unexpected(brought.error());
        if (!identity)
            return tl::unexpected(inWordsOfBackup(identity.error(), m_copy->file(), m_order));
        m_brought = std::move(*brought);
        m_identity = *identity;
        return proveBackup();
    }

    /// What is restored is what its own journal says.
    Done proveBackup()
    {
        const auto proof = proveRecord(m_copy->file(), recordSchema(), unwatched());
        if (!proof)
            return tl::unexpected(inWordsOfBackup(proof.error(), m_copy->file(), m_order));
        const auto contradiction = proof->contradiction();
        if (!contradiction)
            return {};
        return refuse(ErrorCode::Damaged,
                      Text::tr("The backup %1 is not what its own journal says, so nothing was restored.")
                              .arg(m_order.backup) +
                          u' ' + *contradiction + u' ' + otherBackup(m_order));
    }

    Done hold()
    {
        auto held = holdWhatIsThere(m_database);
        if (!held)
            return tl::unexpected(inWordsOfRecord(held.error(), m_database));
        m_held = std::move(*held);
        m_entry.anotherWorkspace = m_held && m_held->identity.workspace != m_identity.workspace;
        if (m_entry.anotherWorkspace && m_order.whose == BackupOf::SameWorkspace)
            return refuseAnother(m_order, m_identity, m_held->identity);
        return {};
    }

    /// Among the backups; what cannot be asked is no backup to go back to, and is put aside in the end.
    Done keep()
    {
        const QDateTime at = m_clock.now();
        if (!m_held) {
            if (QFile::exists(m_database))
                m_kept = m_backups + u'/' + backupName(at).replace(u"workspace-"_s, u"damaged-"_s);
            return {};
        }
        const auto kept = backUp(*m_held->connection, m_backups, at, std::numeric_limits<qint64>::max());
        if (!kept)
            return tl::unexpected(kept.error());
        m_kept = *kept;
        return askable();
    }

    /// A record of an older format is asked in a copy that is up to date, and stays as it is itself.
    Done askable()
    {
        const auto version = Engine::schemaVersion(*m_held->connection);
        if (!version)
            return tl::unexpected(version.error());
        if (*version == newestFormat())
            return {};
        auto copy = ProvisionalDatabase::begin(m_order.workspaceFolder);
        if (!copy)
            return tl::unexpected(copy.error());
        m_replacedCopy.emplace(std::move(*copy));
        auto upToDate = upToDateCopy(m_kept, m_replacedCopy->file());
        if (!upToDate)
            return tl::unexpected(upToDate.error());
        m_replaced = std::move(*upToDate);
        return {};
    }

    /// Tells the copy, in its journal, what takes place.
    Done enter()
    {
        const auto head = journalHead(*m_brought);
        if (!head)
            return tl::unexpected(head.error());
        TakeOver takeOver(*m_brought, replacedRecord(), m_clock);
        const auto restorer = takeOver.restorer(m_order.person);
        if (!restorer)
            return tl::unexpected(restorer.error());
        if (auto taken = takeOver.restorations(); !taken)
            return taken;
        const auto packages = takeOver.issuedPackages();
        if (!packages)
            return tl::unexpected(packages.error());
        m_carried = *packages;
        if (auto counted = countMissing(); !counted)
            return counted;
        m_entry.id = Id<Restoration>::generate(m_clock);
        m_entry.backup = QFileInfo(m_order.backup).fileName();
        if (const QDateTime madeOn = madeAt(m_order.backup); madeOn.isValid())
            m_entry.backupMadeAt = madeOn;
        m_entry.journalReached = head->sequence;
        m_entry.restoredBy = *restorer;
        m_entry.restoredAt = m_clock.now();
        if (m_held) {
            m_entry.replacedReached = m_held->head.sequence;
            m_entry.replacedHead = m_held->head.digest;
        }
        m_entry.keptAs = QFileInfo(m_kept).fileName();
        ChangeSet changes = takeOver.changes();
        changes.create(m_entry);
        changes.label = m_entry.backupMadeAt ? Text::tr("Restore the backup made on %1 UTC")
                                                   .arg(m_entry.backupMadeAt->toString(u"yyyy-MM-dd HH:mm"_s))
                                             : Text::tr("Restore the backup %1").arg(m_entry.backup);
        const Writer writer(*m_brought, recordSchema(), recordRules(), m_clock);
        const auto written =
            writer.commit(changes, {*restorer, currentAccount(), QSysInfo::machineHostName()});
        return written ? Done() : tl::unexpected(written.error());
    }

    /// The files of evidence lie beside the record, and no restore brings them back.
    Done countMissing()
    {
        const EvidenceStore store(m_order.workspaceFolder + u"/evidence"_s);
        const auto evidence = Repository<Evidence>(*m_brought).all();
        if (!evidence)
            return tl::unexpected(evidence.error());
        m_missing = std::ranges::count_if(*evidence, [&store](const Evidence &piece) {
            return piece.digest && !piece.removedAt && !QFile::exists(store.pathOf(*piece.digest));
        });
        return {};
    }

    Done replace()
    {
        m_isReplacing = true;
        // What the record that goes now may name is not to be held against the one that comes.
        Arrivals::removeAbandoned(m_order.workspaceFolder + u"/evidence"_s,
                                  [](const QList<Digest> &) { return true; });
        if (m_held) {
            auto done = Engine::overwrite(*m_held->connection, *m_brought);
            if (done)
                (void)Engine::letOthersIn(
                    *m_held->connection); // the end of the connection does so at the latest
            return done;
        }
        m_brought.reset();
        if (!m_kept.isEmpty() && !moveWithJournal(m_database, m_kept))
            return refuse(ErrorCode::Busy,
                          Text::tr("%1 is in use, so nothing was restored. Close the workspace first.")
                              .arg(m_database));
        auto placed = m_copy->renameTo(m_database);
        if (!placed && !m_kept.isEmpty())
            moveWithJournal(m_kept, m_database);
        return placed;
    }

    /// Names no file that only lived on the way.
    [[nodiscard]] Error inWordsOfFolder(Error error) const
    {
        for (const auto *copy : {&m_copy, &m_replacedCopy}) {
            if (*copy)
                error.message.replace((*copy)->file(), QDir::toNativeSeparators(m_order.workspaceFolder));
        }
        return error;
    }

    /// The replaced record, when it is of the workspace that the backup is of.
    [[nodiscard]] const Connection *replacedRecord() const
    {
        if (!m_held || m_entry.anotherWorkspace)
            return nullptr;
        return m_replaced ? m_replaced.get() : m_held->connection.get();
    }

    const RestoreOrder &m_order;
    const Clock &m_clock;
    QString m_database;
    QString m_backups;
    std::optional<NewFolder> m_newFolder;
    WriteLease m_lease; ///< given back before the folder goes
    std::optional<ProvisionalDatabase> m_copy;
    std::unique_ptr<Connection> m_brought; ///< to the copy; ends before it
    RecordIdentity m_identity;             ///< of the copy
    std::optional<HeldRecord> m_held;
    std::optional<ProvisionalDatabase> m_replacedCopy;
    std::unique_ptr<Connection> m_replaced; ///< to that copy; none where the record itself can be asked
    QString m_kept;
    Restoration m_entry;
    qsizetype m_missing = 0;
    qsizetype m_carried = 0;
    bool m_isReplacing = false;
};

}

QStringList inWords(const Restored &restored)
{
    QStringList sentences{Text::tr("The journal goes on after entry %1, which the backup ends with.")
                              .arg(restored.entry.journalReached)};
    if (!restored.kept.isEmpty())
        sentences.prepend(
            Text::tr("What was there before is kept as %1.").arg(QDir::toNativeSeparators(restored.kept)));
    if (restored.packagesCarried > 0)
        sentences.append(Text::tr("What was issued since stays in the register of packages (entries: %1).")
                             .arg(restored.packagesCarried));
    if (restored.entry.anotherWorkspace)
        sentences.append(
            Text::tr("It was the record of another workspace: its register of packages is in what "
                     "is kept."));
    if (restored.missingFiles > 0)
        sentences.append(Text::tr("Files of evidence that the record names are not in the workspace: %1. "
                                  "\"plimsollctl verify\" and the page Evidence name them.")
                             .arg(restored.missingFiles));
    if (!restored.kept.isEmpty() && !restored.entry.replacedReached)
        sentences.append(
            Text::tr("It could not be read any more: packages issued since the backup was made are "
                     "not in the register."));
    return sentences;
}

Result<Restored> restore(const RestoreOrder &order, const Clock &clock)
{
    if (auto meant = refuseFolderOfSomethingElse(order); !meant)
        return tl::unexpected(meant.error());
    if (auto meant = refuseRecordItself(order); !meant)
        return tl::unexpected(meant.error());
    return Restoring(order, clock).run();
}

}
