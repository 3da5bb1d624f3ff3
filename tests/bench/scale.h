#pragma once

#include <QtGlobal>

namespace plimsoll::bench {

/// How large the measurements are; as given here, the scale for which the limits were set.
struct Scale
{
    int systems = 10'000;                        ///< of the large workspace
    qint64 bytes = qint64(2) << 30;              ///< of the large file
    int files = 2'000;                           ///< of the many, 200 KB each
    int reportSystems = 30;                      ///< in the audit report
    int runs = 5;                                ///< of which the median counts
    static constexpr qint64 smallFile = 200'000; ///< bytes
};

}
