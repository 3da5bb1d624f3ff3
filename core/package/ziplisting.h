#pragma once

#include "core/package/packagereader.h"

namespace plimsoll {

/// Where one file of an archive is found, and how it lies there.
struct ZipPlace
{
    enum class Packing { Stored, Deflated };

    quint64 header = 0; ///< where its local header lies
    qint64 packed = 0;  ///< bytes of it in the archive
    quint32 crc = 0;    ///< of the unpacked bytes
    Packing packing = Packing::Stored;
};

/// The files of an archive below its one top folder, sorted bytewise by path.
struct ZipListing
{
    QString name; ///< of the top folder
    QList<PackagedFile> files;
    QList<ZipPlace> places; ///< of `files`, in the same order
    quint64 unclaimed = 0;  ///< bytes of the archive that belong to no entry
};

/// Lists an archive whose list of files and local headers agree, and refuses what no honest package needs.
Result<ZipListing> listZip(const QString &path, const PackageLimits &limits);

/// The refusal of a package one of whose entries cannot be unpacked.
tl::unexpected<Error> damagedEntry(const QString &path, const QString &detail);

}
