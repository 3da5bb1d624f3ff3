#pragma once

#include <QtGlobal>

namespace plimsoll {

/// What a package may ask of whoever reads it. More is refused before anything is unpacked.
struct PackageLimits
{
    qint64 files = 100'000;
    qint64 bytes = qint64(1) << 40;     ///< of all files together
    qint64 ratio = 200;                 ///< unpacked to packed, of the whole archive
    qint64 harmless = qint64(16) << 20; ///< so many bytes may come from however little
    qint64 tagFile = qint64(128) << 20; ///< of a manifest or another file that is read whole
};

/// Whether so many unpacked bytes may come from an archive of this size. Packages of ours are written within
/// it.
constexpr bool isPlausibleRatio(qint64 unpacked, qint64 packed, const PackageLimits &limits)
{
    return unpacked <= limits.harmless || unpacked / limits.ratio <= packed;
}

}
