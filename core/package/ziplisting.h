#pragma once

#include "core/package/packagereader.h"

#include <zip.h>

#include <memory>

namespace plimsoll {

using ZipArchive = std::unique_ptr<zip_t, decltype(&zip_discard)>;

/// Where one file of an archive is found.
struct ZipPlace
{
    zip_uint64_t index = 0; ///< libzip's
    quint64 header = 0;     ///< where its local header lies
    quint32 crc = 0;
    bool isStored = false; ///< lies there as it is, not deflated
};

/// The files of an archive below its one top folder, sorted bytewise by path.
struct ZipListing
{
    QString name; ///< of the top folder
    QList<PackagedFile> files;
    QList<ZipPlace> places; ///< of `files`, in the same order
};

/// Opens an archive whose list of files and local headers agree.
Result<ZipArchive> openZipArchive(const QString &path);

/// Lists it, and refuses what no honest package needs. `path` is where the same archive lies.
Result<ZipListing> listZip(zip_t &archive, const QString &path, const PackageLimits &limits);

/// The refusal of a package one of whose entries cannot be unpacked.
tl::unexpected<Error> damagedEntry(const QString &path, const QString &detail);

}
