#include "core/workspace/lookout.h"

#include <QFileInfo>

#include <chrono>

namespace plimsoll {

using namespace std::chrono_literals;

Lookout::Lookout(const Connection &connection, const WriteLease *ours, LookoutCalls calls)
    : m_connection(connection)
    , m_ours(ours)
    , m_calls(std::move(calls))
    , m_seen(connection.dataVersion().value_or(0))
{
    if (const QString folder = QFileInfo(connection.file()).absolutePath(); WriteLease::isWantedIn(folder))
        m_networkFolder = folder;
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { look(); });
    m_timer.start(2s);
}

void Lookout::look()
{
    const auto now = m_connection.dataVersion();
    if (now && std::exchange(m_seen, *now) != *now)
        m_calls.committed();
    if (m_networkFolder.isEmpty())
        return;
    const auto holder = m_ours && m_ours->isHeld() ? std::nullopt : WriteLease::holderIn(m_networkFolder);
    if (std::exchange(m_holder, holder) != holder)
        m_calls.heldBy(holder);
}

}
