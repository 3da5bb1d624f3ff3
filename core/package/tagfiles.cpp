#include "core/package/tagfiles.h"

#include "core/package/verifytext.h"

#include <algorithm>
#include <numeric>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

constexpr auto manifestName = "manifest-sha256.txt"_L1;
constexpr auto tagManifestName = "tagmanifest-sha256.txt"_L1;
constexpr qint64 manifestLineOverhead = 2 * Digest::size + 3; // digits, two spaces, line feed

QByteArray manifestLine(const Digest &digest, const QString &path)
{
    return digest.hex().toLatin1() + "  " + path.toUtf8() + '\n';
}

QByteArray pair(QLatin1StringView name, const QString &value)
{
    return QByteArray(name.data(), name.size()) + ": " + value.simplified().toUtf8() + '\n';
}

QByteArray bagInfoText(const PackageContent &content, qint64 bytes)
{
    const BagInfo &info = content.info;
    QByteArray text;
    if (!info.sourceOrganization.isEmpty())
        text += pair("Source-Organization"_L1, info.sourceOrganization);
    text += pair("Bagging-Date"_L1, content.at.toUTC().date().toString(Qt::ISODate));
    text += pair("Payload-Oxum"_L1, u"%1.%2"_s.arg(bytes).arg(content.payload.size()));
    if (!info.externalIdentifier.isNull())
        text += pair("External-Identifier"_L1,
                     u"urn:uuid:"_s + info.externalIdentifier.toString(QUuid::WithoutBraces));
    text += pair("Bag-Software-Agent"_L1, info.software);
    for (const auto &[name, value] : info.more)
        text += name.toLatin1() + ": " + value.simplified().toUtf8() + '\n';
    return text;
}

/// A tab, a line end or a backslash in a name would break the table: they are written as \t, \n, \r and \\.
QByteArray tableCell(QString text)
{
    text.replace(u'\\', "\\\\"_L1).replace(u'\t', "\\t"_L1).replace(u'\n', "\\n"_L1).replace(u'\r', "\\r"_L1);
    return text.toUtf8();
}

QByteArray filesTable(const PackageContent &content, const QList<qsizetype> &order)
{
    QByteArray text = "path\toriginal name\tmedia type\n";
    for (const qsizetype index : order) {
        const PayloadEntry &entry = content.payload[index];
        const QString name = entry.originalName.isEmpty() ? entry.path.section(u'/', -1) : entry.originalName;
        text += entry.path.toUtf8() + '\t' + tableCell(name) + '\t' + tableCell(entry.mediaType) + '\n';
    }
    return text;
}

}

TagFiles::TagFiles(const PackageContent &content)
    : m_content(content)
    , m_order(content.payload.size())
    , m_digests(content.payload.size())
{
    std::iota(m_order.begin(), m_order.end(), qsizetype(0));
    std::sort(m_order.begin(), m_order.end(), [&content](qsizetype a, qsizetype b) {
        return content.payload[a].path.toUtf8() < content.payload[b].path.toUtf8();
    });
    for (const PayloadEntry &entry : content.payload)
        m_payloadBytes += sizeOf(entry);
    m_fixed = {{u"VERIFY.txt"_s, verifyText(content.name)},
               {u"bag-info.txt"_s, bagInfoText(content, m_payloadBytes)},
               {u"bagit.txt"_s, "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"},
               {u"meta/files.tsv"_s, filesTable(content, m_order)}};
}

QList<PackagePart> TagFiles::parts() const
{
    QList<PackagePart> parts;
    qint64 manifestSize = 0;
    for (const qsizetype index : m_order) {
        const PayloadEntry &entry = m_content.payload[index];
        parts.append({entry.path, sizeOf(entry), entry.packing, index});
        manifestSize += manifestLineOverhead + entry.path.toUtf8().size();
    }
    qint64 tagManifestSize = manifestLineOverhead + manifestName.size();
    for (const auto &[path, text] : m_fixed) {
        parts.append({path, text.size(), Packing::Deflate, -1});
        tagManifestSize += manifestLineOverhead + path.size();
    }
    parts.append({manifestName, manifestSize, Packing::Deflate, -1});
    parts.append({tagManifestName, tagManifestSize, Packing::Deflate, -1});
    std::sort(parts.begin(), parts.end(),
              [](const PackagePart &a, const PackagePart &b) { return a.path.toUtf8() < b.path.toUtf8(); });
    return parts;
}

QByteArray TagFiles::tagFile(const QString &path) const
{
    if (path == manifestName)
        return manifest();
    if (path == tagManifestName)
        return tagManifest();
    const auto found = std::find_if(m_fixed.begin(), m_fixed.end(),
                                    [&path](const auto &file) { return file.first == path; });
    return found == m_fixed.end() ? QByteArray() : found->second;
}

QByteArray TagFiles::manifest() const
{
    QByteArray text;
    for (const qsizetype index : m_order)
        text += manifestLine(m_digests[index], m_content.payload[index].path);
    return text;
}

QByteArray TagFiles::tagManifest() const
{
    auto files = m_fixed;
    files.append({manifestName, manifest()});
    std::sort(files.begin(), files.end());
    QByteArray text;
    for (const auto &[path, bytes] : files)
        text += manifestLine(Digest::of(bytes), path);
    return text;
}

}
