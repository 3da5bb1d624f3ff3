#include "core/workspace/restoring.h"

#include "core/base/newfolder.h"
#include "core/evidence/issuedpackage.h"
#include "core/storage/engine.h"
#include "core/storage/migrations.h"
#include "core/storage/repository.h"
#include "core/workspace/backup.h"
#include "core/workspace/heldrecord.h"
#include "core/workspace/people.h"
#include "core/workspace/provisionaldatabase.h"
#include "core/workspace/recordrules.h"
#include "core/workspace/recordschema.h"
#include "core/workspace/workspace.h"
#include "core/workspace/writelease.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSysInfo>

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

/// Where else to look.
QString otherBackup(const QString &backup, const QString &backups)
{
    QStringList others = backupsIn(backups);
    others.removeAll(QFileInfo(backup).absoluteFilePath());
    return others.isEmpty() ? Text::tr("Name a file out of the folder “backups” of the workspace.")
                            : Text::tr("The newest other backup of the workspace is %1.").arg(others.first());
}

/// Refusals of databases speak of workspaces to be opened; here somebody named a backup.
Error inWordsOfBackup(Error error, const QString &copy, const QString &backup, const QString &backups)
{
    const auto say = [&](const QString &sentence) {
        error.message = sentence.arg(backup) + u' ' + otherBackup(backup, backups);
        return error;
    };
    switch (error.code) {
    case ErrorCode::NotFound:
        return say(Text::tr("There is no file %1, so nothing was restored."));
    case ErrorCode::Foreign:
        return say(Text::tr("%1 is no backup of a workspace, so nothing was restored."));
    case ErrorCode::Damaged:
        return say(Text::tr("The backup %1 is damaged, so nothing was restored."));
    default:
        error.message.replace(copy, backup);
        return error;
    }
}

tl::unexpected<Error> refuseAnother(const RestoreOrder &order, const RecordIdentity &brought,
                                    const RecordIdentity &held)
{
    return refuse(ErrorCode::Conflict,
                  Text::tr("%1 is a backup of another workspace: of %2, begun on %3. %4 is that of %5, begun "
                           "on %6. Nothing was restored. Its own backups are in its folder “backups”.")
                      .arg(order.backup, brought.organisation, brought.begunOn, order.workspaceFolder,
                           held.organisation, held.begunOn));
}

/// Whoever the order names, or the operating system; nothing when this record does not know them.
Result<std::optional<Person>> restorerIn(const Connection &record, const QString &words)
{
    if (words.isEmpty()) {
        auto found = Repository<Person>(record).where(&Person::account, currentAccount());
        if (!found)
            return tl::unexpected(found.error());
        return found->isEmpty() || currentAccount().isEmpty() ? std::optional<Person>()
                                                              : std::optional(found->takeFirst());
    }
    auto person = personCalled(words, record);
    if (person)
        return std::optional(*person);
    return person.error().code == ErrorCode::NotFound ? Result<std::optional<Person>>()
                                                      : tl::unexpected(person.error());
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
    {
    }
    ~Restoring()
    {
        if (!m_isDone && m_held)
            QFile::remove(m_kept);
    }
    Restoring(const Restoring &) = delete;
    Restoring &operator=(const Restoring &) = delete;

    Result<Restored> run()
    {
        for (const auto step : {&Restoring::makeFolder, &Restoring::bring, &Restoring::hold, &Restoring::keep,
                                &Restoring::enter, &Restoring::replace}) {
            if (auto done = (this->*step)(); !done)
                return tl::unexpected(done.error());
        }
        m_isDone = true;
        if (m_newFolder)
            m_newFolder->keep();
        return Restored{m_kept, m_entry, m_carried};
    }

private:
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
            return tl::unexpected(
                inWordsOfBackup(identity.error(), m_copy->file(), m_order.backup, m_backups));
        m_brought = std::move(*brought);
        m_identity = *identity;
        return {};
    }

    Done hold()
    {
        auto held = holdWhatIsThere(m_database);
        if (!held)
            return tl::unexpected(held.error());
        m_held = std::move(*held);
        m_entry.anotherWorkspace = m_held && m_held->identity.workspace != m_identity.workspace;
        if (m_entry.anotherWorkspace && m_order.whose == BackupOf::SameWorkspace)
            return refuseAnother(m_order, m_identity, m_held->identity);
        return {};
    }

    /// Among the backups; what cannot be asked is no backup to go back to, and is put aside in the end. What
    /// is kept is then brought up to date, so that it can be asked like the copy.
    Done keep()
    {
        const QDateTime at = m_clock.now();
        if (!m_held) {
            if (QFile::exists(m_database))
                m_kept = m_backups + u'/' + backupName(at).replace(u"workspace-"_s, u"damaged-"_s);
            return {};
        }
        const auto kept = backUp(*m_held->connection, m_backups, at);
        if (!kept)
            return tl::unexpected(kept.error());
        m_kept = *kept;
        return migrate(*m_held->connection);
    }

    /// Tells the copy, in its journal, what takes place.
    Done enter()
    {
        const auto head = journalHead(*m_brought);
        if (!head)
            return tl::unexpected(head.error());
        const auto restorer = bringRestorer();
        if (!restorer)
            return tl::unexpected(restorer.error());
        if (auto carried = carryRegister(); !carried)
            return carried;
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
        m_changes.create(m_entry);
        m_changes.label = m_entry.backupMadeAt
                              ? Text::tr("Restore the backup made on %1 UTC")
                                    .arg(m_entry.backupMadeAt->toString(u"yyyy-MM-dd HH:mm"_s))
                              : Text::tr("Restore the backup %1").arg(m_entry.backup);
        const Writer writer(*m_brought, recordSchema(), recordRules(), m_clock);
        const auto written =
            writer.commit(m_changes, {*restorer, currentAccount(), QSysInfo::machineHostName()});
        return written ? Done() : tl::unexpected(written.error());
    }

    Done replace()
    {
        if (m_held) {
            auto done = Engine::overwrite(*m_held->connection, *m_brought);
            return done ? Engine::letOthersIn(*m_held->connection) : done;
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

    /// The replaced record, when it is of the workspace that the backup is of.
    [[nodiscard]] const Connection *replacedRecord() const
    {
        return m_held && !m_entry.anotherWorkspace ? m_held->connection.get() : nullptr;
    }

    /// Whoever came after the backup was made, or is in no record at all, is entered with what they do.
    Result<Id<Person>> bringRestorer()
    {
        const auto known = restorerIn(*m_brought, m_order.person);
        if (!known)
            return tl::unexpected(known.error());
        if (*known)
            return (*known)->id;
        const auto later = replacedRecord() ? restorerIn(*replacedRecord(), m_order.person)
                                            : Result<std::optional<Person>>();
        if (!later)
            return tl::unexpected(later.error());
        if (*later)
            return bringAlong(**later);
        if (!m_order.person.isEmpty())
            return tl::unexpected(personCalled(m_order.person, *m_brought).error());
        return enterAccount();
    }

    Result<Id<Person>> bringAlong(const Person &person)
    {
        const auto party = Repository<Party>(*replacedRecord()).find(person.party);
        const auto already = Repository<Party>(*m_brought).find(person.party);
        if (!party || !already)
            return tl::unexpected(!party ? party.error() : already.error());
        if (*party && !*already)
            m_changes.create(**party);
        m_changes.create(person);
        return person.id;
    }

    Result<Id<Person>> enterAccount()
    {
        const QString account = currentAccount();
        if (account.isEmpty())
            return refuse(
                ErrorCode::Denied,
                Text::tr("The operating system does not say who you are, and a restore is told with "
                         "the name of a person. Name yourself, then restore again."));
        const auto profiles = Repository<WorkspaceProfile>(*m_brought).all();
        if (!profiles)
            return tl::unexpected(profiles.error());
        const Person person{Id<Person>::generate(m_clock),  account, {}, {},
                            profiles->first().organisation, account, {}};
        m_changes.create(person);
        return person.id;
    }

    /// What left the house is not called back by a restore.
    Done carryRegister()
    {
        if (!replacedRecord())
            return {};
        const auto issued = Repository<IssuedPackage>(*replacedRecord()).all();
        if (!issued)
            return tl::unexpected(issued.error());
        ChangeSet states;
        for (const IssuedPackage &package : *issued) {
            const auto before = Repository<IssuedPackage>(*m_brought).find(package.id);
            if (!before)
                return tl::unexpected(before.error());
            if (*before == package)
                continue;
            ++m_carried;
            // One may be replaced by another that comes later in this list.
            IssuedPackage entered = before->value_or(package);
            if (!*before) {
                entered.replacedBy = std::nullopt;
                m_changes.create(entered);
            }
            states.change(entered, package);
        }
        m_changes.edits += states.edits;
        return {};
    }

    const RestoreOrder &m_order;
    const Clock &m_clock;
    QString m_database;
    QString m_backups;
    std::optional<NewFolder> m_newFolder;
    std::optional<ProvisionalDatabase> m_copy;
    std::unique_ptr<Connection> m_brought; ///< to the copy; ends before it
    RecordIdentity m_identity;             ///< of the copy
    std::optional<HeldRecord> m_held;
    QString m_kept;
    Restoration m_entry;
    ChangeSet m_changes;
    qsizetype m_carried = 0;
    bool m_isDone = false;
};

}

Result<Restored> restore(const RestoreOrder &order, const Clock &clock)
{
    WriteLease lease(order.workspaceFolder); // of whoever was killed it is taken over
    if (WriteLease::holderIn(order.workspaceFolder)) {
        if (auto taken = lease.take({{}, currentAccount(), QSysInfo::machineHostName()}); !taken)
            return tl::unexpected(taken.error());
    }
    return Restoring(order, clock).run();
}

}
