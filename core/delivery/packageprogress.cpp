#include "core/delivery/packageprogress.h"

namespace plimsoll {

Progress PackageProgress::ofPacking()
{
    return [this](qint64 done, qint64 total, const QString &step) {
        const std::scoped_lock lock(m_mutex);
        m_done = done;
        m_total = total;
        return tell(step);
    };
}

Progress PackageProgress::ofSetting()
{
    return [this](qint64, qint64, const QString &step) {
        const std::scoped_lock lock(m_mutex);
        return tell(step);
    };
}

void PackageProgress::stop()
{
    const std::scoped_lock lock(m_mutex);
    m_goesOn = false;
}

bool PackageProgress::tell(const QString &step)
{
    m_goesOn = m_goesOn && m_progress(m_done, m_total, step);
    return m_goesOn;
}

}
