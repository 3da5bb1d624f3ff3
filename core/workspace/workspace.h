#pragma once

#include "core/workspace/profile.h"
#include "core/workspace/undohistory.h"
#include "core/workspace/writer.h"

#include <QFuture>
#include <QHash>
#include <QMutex>
#include <QObject>

namespace plimsoll {

class ReaderLookout;
class WriterThread;

/// Who and what a new workspace starts with.
struct NewWorkspace
{
    QString organisation;
    QString timeZone; ///< IANA name; the machine's own when empty
    QString personName;
    QString personAddress;
    QString personFunction;
    bool sample = false;
};

/// One open workspace: the folder `NAME.plimsoll/` with its database, evidence, packages and backups. Owns
/// the one writer thread; everybody else reads by a reader of their own.
class Workspace : public QObject
{
    Q_OBJECT

public:
    enum class Access {
        ReadWrite,
        ReadOnly,
    };

    /// Makes the folder and the first entry of the journal. Refuses a folder that holds anything.
    static Result<std::unique_ptr<Workspace>> create(const QString &folder, const NewWorkspace &start,
                                                     const Clock &clock);
    /// Opens, after a backup migrates an older format, and refuses what is not ours, damaged or newer.
    static Result<std::unique_ptr<Workspace>> open(const QString &folder, Access access, const Clock &clock);

    ~Workspace() override;

    [[nodiscard]] const QString &folder() const { return m_folder; }
    /// The folder's name without ".plimsoll", for people.
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString databaseFile() const;
    [[nodiscard]] QString evidenceFolder() const;
    [[nodiscard]] QString packagesFolder() const;
    [[nodiscard]] QString backupsFolder() const;
    [[nodiscard]] bool isReadOnly() const { return m_access == Access::ReadOnly; }
    [[nodiscard]] const WorkspaceProfile &profile() const { return m_profile; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    /// Today's date in the workspace's own time zone.
    [[nodiscard]] QDate today() const;
    /// The day of a moment in that time zone.
    [[nodiscard]] QDate dayOf(const QDateTime &moment) const;

    /// From now on tells what other copies of the program do, by changedElsewhere() and heldElsewhere(). For
    /// whoever stays; a command that reads once asks nothing of the kind.
    void watchOthers();

    /// Who acts from now on; every entry of the journal names them. May be asked on any thread.
    void actAs(const Id<Person> &person);
    [[nodiscard]] Id<Person> actor() const;
    /// The person whose account is the operating system's, or nothing.
    [[nodiscard]] Result<std::optional<Person>> personOfThisAccount() const;

    /// A connection for reading, to be used on the calling thread only.
    [[nodiscard]] Result<std::unique_ptr<Connection>> reader() const;

    /// Refuses where every change would be: in a workspace that is open for reading only and, on a network
    /// folder, while somebody else holds the lease for writing there, which is else taken. For whoever has
    /// work to do before the commit; waits for the writer thread.
    [[nodiscard]] Done readyToWrite();

    /// Commits on the writer thread. When it succeeded, and only then, changed() is queued to this object's
    /// thread. A group of change sets is of one person: of whoever acted when its first was sent.
    QFuture<Result<Committed>> commit(const ChangeSet &changeSet);
    /// Commits and waits: for commands and tests, never for pages.
    Result<Committed> commitAndWait(const ChangeSet &changeSet);
    /// The same in the name of the person who acted when a longer work began.
    Result<Committed> commitAndWait(const ChangeSet &changeSet, const Id<Person> &person);

    /// The session's own changes that can be taken back, newest last; what isForGood() is none of them.
    /// Taking back is a new entry, never a deletion.
    [[nodiscard]] QString undoLabel() const { return m_undoLabel; }
    [[nodiscard]] QString redoLabel() const { return m_redoLabel; }
    /// Takes back what was changed last when all that was sent before is written: a change that is being
    /// saved is taken back itself. `progress` is told of a group, on the writer thread, between its commits;
    /// cancelled there, what was taken back stays so, and the rest can be undone once more.
    QFuture<Result<Committed>> undo(const Progress &progress = unwatched());
    QFuture<Result<Committed>> redo(const Progress &progress = unwatched());

    /// For whoever plans a change before it is sent: it was refused.
    void notePlanRefused() { Q_EMIT changeRefused(); }

Q_SIGNALS:
    /// A change set is on its way to the disk, or was written or refused. Each is settled once.
    void commitSent();
    void commitSettled();
    /// What was last wanted is not in the record: it was refused when it was planned, or when it was written.
    void changeRefused();
    /// The record changed, by us. Rows to refresh are named in the change set.
    void changed(const plimsoll::ChangeSet &changeSet);
    /// Another copy of the program committed: everything shown may be old.
    void changedElsewhere();
    /// On a network folder: `holder` ("ana on pc-7") has the right to write, or nobody else when it is empty.
    void heldElsewhere(const QString &holder);
    /// undoLabel() or redoLabel() changed.
    void undoChanged();

private:
    enum class Way {
        Forward,
        ByHistory, ///< undo and redo
    };
    using Writing = std::function<Result<Committed>(const Actor &)>; ///< on the writer thread

    Workspace(QString folder, Access access, const Clock &clock);
    [[nodiscard]] Done start();
    [[nodiscard]] tl::unexpected<Error> refuseAsReadOnly() const;
    [[nodiscard]] Id<Person> personOfGroup(const QString &group);
    QFuture<Result<Committed>> commit(const ChangeSet &changeSet, const Id<Person> &person);
    QFuture<Result<Committed>> send(Way way, const Id<Person> &person, const Writing &writing);
    Result<Committed> write(const ChangeSet &changeSet, const Actor &actor);
    Result<Committed> writeByHistory(const ChangeSet &changeSet, const Actor &actor);
    void settle(Way way, const Result<Committed> &result, const QString &undoLabel, const QString &redoLabel);

    QString m_folder;
    Access m_access;
    const Clock &m_clock;
    WorkspaceProfile m_profile;
    mutable QMutex m_acting; ///< jobs write while the window may change who acts
    Id<Person> m_actor;
    QHash<QString, Id<Person>> m_groups; ///< who acted when the first change set of a group was sent
    UndoHistory m_undo;                  ///< of the writer thread, so that it follows the order of writing
    QString m_undoLabel;                 ///< as the window was told
    QString m_redoLabel;
    std::unique_ptr<WriterThread> m_writer;
    std::unique_ptr<ReaderLookout> m_lookout; ///< when there is no writer
};

/// The account name the operating system gives for whoever runs the program.
QString currentAccount();

}
