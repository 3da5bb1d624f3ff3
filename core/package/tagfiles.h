#pragma once

#include "core/base/digest.h"
#include "core/package/packagecontent.h"

namespace plimsoll {

/// One file of a package in the order of writing. Its bytes are those of payload entry `payload`, or, for -1,
/// `tagFile`'s.
struct PackagePart
{
    QString path; ///< below the top folder
    qint64 size = 0;
    Packing packing = Packing::Deflate;
    qsizetype payload = -1;
};

/// The files of a package that describe the others, and the order of all. Sorted bytewise, so each manifest
/// comes after what it lists and can be composed from fingerprints taken while copying: everything is read
/// once. Sizes are known beforehand because a fingerprint always has 64 digits.
class TagFiles
{
public:
    explicit TagFiles(const PackageContent &content);

    [[nodiscard]] QList<PackagePart> parts() const;
    /// To be told for every entry before the manifest is composed.
    void setDigest(qsizetype payload, const Digest &digest) { m_digests[payload] = digest; }
    [[nodiscard]] QByteArray tagFile(const QString &path) const;
    /// The fingerprint of tagmanifest-sha256.txt.
    [[nodiscard]] Digest seal() const { return Digest::of(tagManifest()); }
    [[nodiscard]] qint64 payloadBytes() const { return m_payloadBytes; }

private:
    [[nodiscard]] QByteArray manifest() const;
    [[nodiscard]] QByteArray tagManifest() const;

    const PackageContent &m_content;
    QList<qsizetype> m_order; ///< payload indexes sorted by path
    QList<Digest> m_digests;
    qint64 m_payloadBytes = 0;
    QList<std::pair<QString, QByteArray>> m_fixed; ///< tag files that need no fingerprints
};

}
