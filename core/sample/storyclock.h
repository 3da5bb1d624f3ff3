#pragma once

#include "core/base/clock.h"

#include <atomic>

namespace plimsoll {

/// Tells the time of the story: set by whoever tells it, read by the writer thread.
class StoryClock final : public Clock
{
public:
    void set(const QDateTime &at) { m_milliseconds = at.toMSecsSinceEpoch(); }
    [[nodiscard]] QDateTime now() const override
    {
        return QDateTime::fromMSecsSinceEpoch(m_milliseconds, Qt::UTC);
    }

private:
    std::atomic<qint64> m_milliseconds = 0;
};

}
