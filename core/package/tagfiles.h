#pragma once

#include "core/base/digest.h"
#include "core/package/packagecontent.h"

namespace plimsoll {

/// One file of a package in the order of writing. Its bytes are those of payload entry `payload`, or, for -1,
/// `tagFile`'s.
struct PackagePart
{
    QString path; ///< below the top folder
    Packing packing = Packing::Deflate;
    qsizetype payload = -1;
};

/// The files of a package that describe the others, and the order of all. What is known beforehand comes
/// first, then the payload sorted bytewise, then what counts and lists it: so it can be composed from sizes
/// and fingerprints taken while copying, everything is read once, and the last of the payload may still be
/// made while the first is packed.
class TagFiles
{
public:
    explicit TagFiles(const PackageContent &content);

    [[nodiscard]] QList<PackagePart> parts() const;
    /// To be told for every entry before what counts and lists it is composed.
    void setPacked(qsizetype payload, const Digest &digest, qint64 size);
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
};

}
