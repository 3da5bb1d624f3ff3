#pragma once

#include "core/base/progress.h"

#include <mutex>

namespace plimsoll {

/// Tells one person about packing and setting, which go on side by side: the bytes packed, and what is done
/// at the moment. Who cancels stops both.
class PackageProgress
{
public:
    explicit PackageProgress(const Progress &progress)
        : m_progress(progress)
    {
    }

    /// To be told by who packs.
    Progress ofPacking();
    /// To be told by who sets the report; how far that is, nobody is told.
    Progress ofSetting();
    /// Ends both as if they had been cancelled: the other is of no use any more.
    void stop();

private:
    bool tell(const QString &step);

    const Progress &m_progress;
    std::mutex m_mutex;
    qint64 m_done = 0;
    qint64 m_total = 0;
    bool m_goesOn = true;
};

}
