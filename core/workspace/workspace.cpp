#include "core/workspace/workspace.h"

#include "core/base/hindrance.h"
#include "core/base/newfolder.h"
#include "core/base/unfinished.h"
#include "core/storage/backupfiles.h"
#include "core/storage/engine.h"
#include "core/storage/migrations.h"
#include "core/storage/repository.h"
#include "core/workspace/readerlookout.h"
#include "core/workspace/recordrules.h"
#include "core/workspace/storedfiles.h"
#include "core/workspace/unfinishedworkspace.h"
#include "core/workspace/workspacefolder.h"
#include "core/workspace/writerthread.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QPromise>
#include <QSysInfo>
#include <QTimeZone>

#include <array>

#ifndef Q_OS_WIN
#include <pwd.h>
#include <unistd.h>
#endif

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

/// Qt takes any word for the abbreviation of a zone that never changes its clocks, and does not list aliases
/// such as Etc/UTC.
bool isTimeZone(const QByteArray &id)
{
    const QTimeZone zone(id);
    return zone.isValid() &&
           (QTimeZone::isTimeZoneIdAvailable(id) || id.contains('/') || zone.hasDaylightTime());
}

Result<WorkspaceProfile> readProfile(const Connection &connection)
{
    auto profiles = Repository<WorkspaceProfile>(connection).all();
    if (!profiles)
        return tl::unexpected(profiles.error());
    if (profiles->size() != 1)
        return refuse(ErrorCode::Damaged,
                      Workspace::tr("%1 does not say whose workspace it is.").arg(connection.file()) + u' ' +
                          wayToRestore(connection.file()));
    return profiles->first();
}

Actor asOneOf(const Id<Person> &person)
{
    return {person, currentAccount(), QSysInfo::machineHostName()};
}

}

QString currentAccount()
{
#ifndef Q_OS_WIN
    // A job of a pipeline has no such variables, but it has a user.
    constexpr size_t roomForAnEntry = 16 * 1024;
    std::array<char, roomForAnEntry> words{};
    passwd entry{};
    passwd *user = nullptr;
    if (::getpwuid_r(::geteuid(), &entry, words.data(), words.size(), &user) == 0 && user && *user->pw_name)
        return QString::fromLocal8Bit(user->pw_name);
#endif
    for (const char *variable : {"USER", "LOGNAME", "USERNAME"}) {
        if (const QString name = qEnvironmentVariable(variable); !name.isEmpty())
            return name;
    }
    return {};
}

Workspace::Workspace(QString folder, Access access, const Clock &clock)
    : m_folder(std::move(folder))
    , m_access(access)
    , m_clock(clock)
{
}

Workspace::~Workspace() = default;

Result<std::unique_ptr<Workspace>> Workspace::create(const QString &folder, const NewWorkspace &start,
                                                     const Clock &clock)
{
    const QString absolute = QFileInfo(folder).absoluteFilePath();
    if (auto fresh = refuseUnfinishedWorkspace(absolute); !fresh)
        return tl::unexpected(fresh.error());
    if (auto free = refuseLostRecord(absolute); !free)
        return tl::unexpected(free.error());
    auto made = NewFolder::make(absolute);
    if (!made)
        return tl::unexpected(made.error());

    std::unique_ptr<Workspace> workspace(new Workspace(absolute, Access::ReadWrite, clock));
    const auto begin = [&]() -> Done {
        for (const auto &part :
             {workspace->evidenceFolder(), workspace->packagesFolder(), workspace->backupsFolder()}) {
            if (!QDir().mkpath(part))
                return refuse(ErrorCode::Denied,
                              tr("The folder %1 cannot be made. Choose a place you may write to.").arg(part));
        }
        workspace->m_writer = std::make_unique<WriterThread>(workspace->databaseFile(), clock);
        if (auto opened = workspace->m_writer->open(Connection::Mode::Create); !opened)
            return opened;

        const QString zone =
            start.timeZone.isEmpty() ? QString::fromLatin1(QTimeZone::systemTimeZoneId()) : start.timeZone;
        if (!isTimeZone(zone.toLatin1()))
            return refuse(ErrorCode::Invalid,
                          tr("“%1” is no time zone. Name one like “Europe/Paris” or “UTC”.").arg(zone));
        const Party organisation{
            Id<Party>::generate(clock), start.organisation.trimmed(), PartyKind::Own, {}, {}};
        const Person person{Id<Person>::generate(clock),
                            start.personName.trimmed(),
                            start.personAddress.trimmed(),
                            start.personFunction.trimmed(),
                            organisation.id,
                            currentAccount(),
                            {}};
        const WorkspaceProfile profile{Id<WorkspaceProfile>::generate(clock), organisation.id, zone,
                                       start.sample, clock.now()};
        ChangeSet first(tr("Start the workspace of %1").arg(organisation.name));
        first.create(organisation).create(person).create(profile);
        workspace->m_profile = profile;
        workspace->m_actor = person.id;
        return workspace->m_writer->commitNow(first, asOneOf(person.id));
    };
    if (auto begun = begin(); !begun)
        return tl::unexpected(begun.error());
    if (auto started = workspace->start(); !started)
        return tl::unexpected(started.error());
    made->keep();
    return workspace;
}

Result<std::unique_ptr<Workspace>> Workspace::open(const QString &folder, Access access, const Clock &clock)
{
    std::unique_ptr<Workspace> workspace(new Workspace(QFileInfo(folder).absoluteFilePath(), access, clock));
    if (auto finished = refuseUnfinishedWorkspace(workspace->folder()); !finished)
        return tl::unexpected(finished.error());
    if (auto there = refuseLostRecord(workspace->folder()); !there)
        return tl::unexpected(there.error());
    if (access == Access::ReadWrite) {
        // Looked at first, so that a refused file costs no thread and is not even touched.
        if (auto ours = Engine::checkHeader(workspace->databaseFile()); !ours)
            return tl::unexpected(ours.error());
        workspace->m_writer = std::make_unique<WriterThread>(workspace->databaseFile(), clock);
        if (auto opened = workspace->m_writer->open(Connection::Mode::ReadWrite); !opened)
            return tl::unexpected(opened.error());
        for (const QString &part :
             {workspace->folder(), workspace->packagesFolder(), workspace->backupsFolder()})
            Unfinished::sweep(part);
    }
    if (auto started = workspace->start(); !started)
        return tl::unexpected(started.error());
    if (access == Access::ReadWrite)
        sweepStoredFiles(*workspace);
    return workspace;
}

Done Workspace::start()
{
    auto connection = reader();
    if (!connection)
        return tl::unexpected(connection.error());
    if (isReadOnly()) {
        if (auto ours = checkSchema(**connection); !ours)
            return ours;
    }
    const auto profile = readProfile(**connection);
    if (!profile)
        return tl::unexpected(profile.error());
    m_profile = *profile;
    return {};
}

void Workspace::watchOthers()
{
    LookoutCalls calls{
        [this] { QMetaObject::invokeMethod(this, &Workspace::changedElsewhere, Qt::QueuedConnection); },
        [this](const std::optional<LeaseHolder> &holder) {
            QMetaObject::invokeMethod(
                this, [this, holder] { Q_EMIT heldElsewhere(holder ? holder->inWords() : QString()); },
                Qt::QueuedConnection);
        }};
    if (m_writer)
        m_writer->watch(std::move(calls));
    else
        m_lookout = std::make_unique<ReaderLookout>(databaseFile(), std::move(calls));
}

QString Workspace::name() const
{
    return nameOfWorkspace(m_folder);
}

QString Workspace::databaseFile() const
{
    return m_folder + u"/workspace.db"_s;
}

QString Workspace::evidenceFolder() const
{
    return m_folder + u"/evidence"_s;
}

QString Workspace::packagesFolder() const
{
    return m_folder + u"/packages"_s;
}

QString Workspace::backupsFolder() const
{
    return m_folder + u"/backups"_s;
}

QDate Workspace::today() const
{
    return dayOf(m_clock.now());
}

QDate Workspace::dayOf(const QDateTime &moment) const
{
    return moment.toTimeZone(QTimeZone(m_profile.timeZone.toLatin1())).date();
}

void Workspace::actAs(const Id<Person> &person)
{
    const QMutexLocker alone(&m_acting);
    m_actor = person;
}

Id<Person> Workspace::actor() const
{
    const QMutexLocker alone(&m_acting);
    return m_actor;
}

Id<Person> Workspace::personOfGroup(const QString &group)
{
    const QMutexLocker alone(&m_acting);
    if (group.isEmpty())
        return m_actor;
    const auto known = m_groups.constFind(group);
    return known == m_groups.cend() ? *m_groups.insert(group, m_actor) : *known;
}

Result<std::optional<Person>> Workspace::personOfThisAccount() const
{
    const QString account = currentAccount();
    if (account.isEmpty())
        return std::optional<Person>();
    auto connection = reader();
    if (!connection)
        return tl::unexpected(connection.error());
    auto found = Repository<Person>(**connection).where(&Person::account, account);
    if (!found)
        return tl::unexpected(found.error());
    return found->isEmpty() ? std::optional<Person>() : std::optional(found->takeFirst());
}

Result<std::unique_ptr<Connection>> Workspace::reader() const
{
    return Connection::open(databaseFile(), Connection::Mode::ReadOnly);
}

tl::unexpected<Error> Workspace::refuseAsReadOnly() const
{
    return refuse(ErrorCode::Denied, tr("%1 is open for reading only, so nothing was changed.").arg(name()));
}

Done Workspace::readyToWrite()
{
    if (!m_writer)
        return refuseAsReadOnly();
    Done ready;
    m_writer->run([&] { ready = m_writer->takeLease(asOneOf(actor())); }).waitForFinished();
    return ready;
}

QFuture<Result<Committed>> Workspace::commit(const ChangeSet &changeSet)
{
    return commit(changeSet, personOfGroup(changeSet.group));
}

QFuture<Result<Committed>> Workspace::commit(const ChangeSet &changeSet, const Id<Person> &person)
{
    return send(Way::Forward, person, [this, changeSet](const Actor &actor) {
        auto committed = write(changeSet, actor);
        if (committed && !isForGood(changeSet))
            m_undo.made(changeSet);
        return committed;
    });
}

Result<Committed> Workspace::commitAndWait(const ChangeSet &changeSet)
{
    return commitAndWait(changeSet, personOfGroup(changeSet.group));
}

Result<Committed> Workspace::commitAndWait(const ChangeSet &changeSet, const Id<Person> &person)
{
    auto future = commit(changeSet, person);
    future.waitForFinished();
    return future.result();
}

QFuture<Result<Committed>> Workspace::undo(const Progress &progress)
{
    return send(Way::ByHistory, actor(), [this, progress](const Actor &actor) {
        return m_undo.undo([this, &actor](const ChangeSet &back) { return writeByHistory(back, actor); },
                           progress);
    });
}

QFuture<Result<Committed>> Workspace::redo(const Progress &progress)
{
    return send(Way::ByHistory, actor(), [this, progress](const Actor &actor) {
        return m_undo.redo([this, &actor](const ChangeSet &again) { return writeByHistory(again, actor); },
                           progress);
    });
}

QFuture<Result<Committed>> Workspace::send(Way way, const Id<Person> &person, const Writing &writing)
{
    auto promise = std::make_shared<QPromise<Result<Committed>>>();
    auto future = promise->future();
    promise->start();
    if (!m_writer) {
        promise->addResult(refuseAsReadOnly());
        promise->finish();
        return future;
    }
    Q_EMIT commitSent();
    m_writer->run([this, promise, way, writing, actor = asOneOf(person)] {
        const auto result = writing(actor);
        const auto tell = [this, way, result, undo = m_undo.undoLabel(), redo = m_undo.redoLabel()] {
            settle(way, result, undo, redo);
        };
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
        promise->addResult(result);
        promise->finish();
    });
    return future;
}

/// Only on the writer thread.
Result<Committed> Workspace::write(const ChangeSet &changeSet, const Actor &actor)
{
    auto committed = m_writer->commit(changeSet, actor);
    if (committed)
        QMetaObject::invokeMethod(
            this, [this, changeSet] { Q_EMIT changed(changeSet); }, Qt::QueuedConnection);
    return committed;
}

/// What keeps this account from writing anything at all is the disk's refusal and none of the record's: the
/// step stays in the history.
Result<Committed> Workspace::writeByHistory(const ChangeSet &changeSet, const Actor &actor)
{
    auto committed = write(changeSet, actor);
    if (!committed && committed.error().code == ErrorCode::Denied &&
        hindranceToChange(databaseFile()) != Hindrance::None)
        committed.error().code = ErrorCode::Storage;
    return committed;
}

void Workspace::settle(Way way, const Result<Committed> &result, const QString &undoLabel,
                       const QString &redoLabel)
{
    m_undoLabel = undoLabel;
    m_redoLabel = redoLabel;
    Q_EMIT commitSettled();
    if (!result && way == Way::Forward) // of a refused undo nothing is lost: what the record holds is saved
        Q_EMIT changeRefused();
    Q_EMIT undoChanged();
}

}
