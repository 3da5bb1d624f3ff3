#pragma once

#include "core/package/packagereader.h"

class QFile;

namespace plimsoll {

/// What a ZIP file says of one entry that lies in it as it is, not deflated.
struct StoredEntry
{
    PackagedFile declared;
    quint64 header = 0; ///< where its local header lies
    quint32 crc = 0;
};

/// Reads such an entry from where it lies. libzip would copy its bytes twice and take their CRC slowly, which
/// together cost more than fingerprinting them. `archive` outlives the stream and is shared with others of
/// the same thread.
Result<std::unique_ptr<PackagedStream>> openStored(QFile &archive, const StoredEntry &entry);

}
