#include "core/workspace/writerthread.h"

#include "core/storage/engine.h"
#include "core/storage/migrations.h"
#include "core/workspace/backup.h"
#include "core/workspace/recordrules.h"
#include "core/workspace/recordschema.h"

#include <QFileInfo>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

constexpr int lookEvery = 2000; // milliseconds between looks for commits of another copy

}

WriterThread::WriterThread(QString file, const Clock &clock)
    : m_file(std::move(file))
    , m_clock(clock)
{
    m_thread.setObjectName(u"writer"_s);
    m_context.moveToThread(&m_thread);
    m_thread.start();
}

WriterThread::~WriterThread()
{
    run([this] {
        m_timer.reset();
        m_idle.reset();
        m_lease.reset();
        m_writer.reset();
        m_connection.reset();
    }).waitForFinished();
    m_thread.quit();
    m_thread.wait();
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

Result<Committed> WriterThread::commit(const ChangeSet &changeSet, const Actor &actor)
{
    if (m_lease) {
        if (auto taken = m_lease->take(actor); !taken)
            return tl::unexpected(taken.error());
        m_idle->start(WriteLease::idle);
    }
    return m_writer->commit(changeSet, actor);
}

void WriterThread::watch(std::function<void()> committed,
                         std::function<void(const std::optional<LeaseHolder> &)> heldBy)
{
    run([this, committed = std::move(committed), heldBy = std::move(heldBy)] {
        m_seen = m_connection->dataVersion().value_or(0);
        m_timer = std::make_unique<QTimer>();
        QObject::connect(m_timer.get(), &QTimer::timeout, m_timer.get(),
                         [this, committed, heldBy] { lookForOthers(committed, heldBy); });
        m_timer->start(lookEvery);
    });
}

void WriterThread::lookForOthers(const std::function<void()> &committed,
                                 const std::function<void(const std::optional<LeaseHolder> &)> &heldBy)
{
    const auto now = m_connection->dataVersion();
    if (now && std::exchange(m_seen, *now) != *now)
        committed();
    if (!m_lease)
        return;
    const auto holder =
        m_lease->isHeld() ? std::nullopt : WriteLease::holderIn(QFileInfo(m_file).absolutePath());
    if (std::exchange(m_holder, holder) != holder)
        heldBy(holder);
}

Done WriterThread::openHere(Connection::Mode mode)
{
    auto opened = Connection::open(m_file, mode);
    if (!opened)
        return tl::unexpected(opened.error());
    m_connection = std::move(*opened);
    if (auto migrated = backedUpAndMigrated(mode); !migrated)
        return migrated;
    if (auto ours = checkSchema(*m_connection); !ours)
        return ours;
    m_writer = std::make_unique<Writer>(*m_connection, recordSchema(), recordRules(), m_clock);
    if (const QString folder = QFileInfo(m_file).absolutePath(); WriteLease::isWantedIn(folder)) {
        m_lease = std::make_unique<WriteLease>(folder);
        m_idle = std::make_unique<QTimer>();
        m_idle->setSingleShot(true);
        QObject::connect(m_idle.get(), &QTimer::timeout, m_idle.get(), [this] { m_lease->giveBack(); });
    }
    return {};
}

Done WriterThread::backedUpAndMigrated(Connection::Mode mode) const
{
    if (mode != Connection::Mode::Create) {
        const auto version = Engine::schemaVersion(*m_connection);
        if (!version)
            return tl::unexpected(version.error());
        if (*version < newestFormat()) {
            const auto folder = QFileInfo(m_file).absolutePath() + u"/backups"_s;
            if (auto saved = backUp(*m_connection, folder, m_clock.now()); !saved)
                return tl::unexpected(saved.error());
        }
    }
    return migrate(*m_connection);
}

}
