#include "core/workspace/writerthread.h"

#include "core/storage/engine.h"
#include "core/storage/migrations.h"
#include "core/workspace/backup.h"
#include "core/workspace/recordrules.h"
#include "core/workspace/recordschema.h"
#include "core/workspace/workspace.h"

#include <QFileInfo>
#include <QSysInfo>

namespace plimsoll {

using namespace Qt::StringLiterals;

WriterThread::WriterThread(QString file, const Clock &clock, std::chrono::milliseconds idle)
    : m_file(std::move(file))
    , m_clock(clock)
    , m_longestIdle(idle)
    , m_thread(u"writer"_s)
{
}

WriterThread::~WriterThread()
{
    run([this] {
        m_lookout.reset();
        m_idle.reset();
        m_lease.reset();
        m_writer.reset();
        m_connection.reset();
    }).waitForFinished();
}

Done WriterThread::open(Connection::Mode mode)
{
    Done done;
    run([&] { done = openHere(mode); }).waitForFinished();
    return done;
}

Done WriterThread::commitNow(const ChangeSet &changeSet, const Actor &actor)
{
    Done done;
    run([&] {
        if (auto committed = commit(changeSet, actor); !committed)
            done = tl::unexpected(committed.error());
    }).waitForFinished();
    return done;
}

Done WriterThread::takeLease(const Actor &actor)
{
    if (!m_lease)
        return {};
    auto taken = m_lease->take(actor);
    if (taken)
        m_idle->start(m_longestIdle);
    return taken;
}

Result<Committed> WriterThread::commit(const ChangeSet &changeSet, const Actor &actor)
{
    if (auto taken = takeLease(actor); !taken)
        return tl::unexpected(taken.error());
    return m_writer->commit(changeSet, actor);
}

void WriterThread::watch(LookoutCalls calls)
{
    run([this, calls = std::move(calls)]() mutable {
        m_lookout = std::make_unique<Lookout>(*m_connection, m_lease.get(), std::move(calls));
    });
}

Done WriterThread::openHere(Connection::Mode mode)
{
    auto opened = Connection::open(m_file, mode);
    if (!opened)
        return tl::unexpected(opened.error());
    m_connection = std::move(*opened);
    if (const QString folder = QFileInfo(m_file).absolutePath(); WriteLease::isWantedIn(folder)) {
        m_lease = std::make_unique<WriteLease>(folder);
        m_idle = std::make_unique<QTimer>();
        m_idle->setSingleShot(true);
        QObject::connect(m_idle.get(), &QTimer::timeout, m_idle.get(), [this] { m_lease->giveBack(); });
    }
    if (auto migrated = backedUpAndMigrated(mode); !migrated)
        return migrated;
    if (auto ours = checkSchema(*m_connection); !ours)
        return ours;
    m_writer = std::make_unique<Writer>(*m_connection, recordSchema(), recordRules(), m_clock);
    return {};
}

Done WriterThread::backedUpAndMigrated(Connection::Mode mode)
{
    if (mode == Connection::Mode::Create)
        return migrate(*m_connection);
    const auto version = Engine::schemaVersion(*m_connection);
    if (!version)
        return tl::unexpected(version.error());
    if (*version >= newestFormat())
        return migrate(*m_connection);
    if (auto taken = takeLease({{}, currentAccount(), QSysInfo::machineHostName()}); !taken)
        return taken;
    const auto folder = QFileInfo(m_file).absolutePath() + u"/backups"_s;
    const auto saved = backUp(*m_connection, folder, m_clock.now());
    if (!saved)
        return tl::unexpected(saved.error());
    auto migrated = migrate(*m_connection);
    if (!migrated)
        QFile::remove(*saved); // of a record that stays as it is
    return migrated;
}

}
