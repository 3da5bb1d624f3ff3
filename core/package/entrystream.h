#pragma once

#include "core/package/ziplisting.h"

class QFile;

namespace plimsoll {

/// Reads an entry of an archive from where it lies. libzip would copy stored bytes twice and take their CRC
/// slowly, which together cost more than fingerprinting them, and each thread would have to list the archive
/// anew. `archive` outlives the stream and is shared with others of the same thread.
Result<std::unique_ptr<PackagedStream>> openEntry(QFile &archive, const PackagedFile &declared,
                                                  const ZipPlace &place);

}
