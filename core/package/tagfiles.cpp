#include "core/package/tagfiles.h"

#include "core/package/verifytext.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

constexpr auto verifyTextName = "VERIFY.txt"_L1;
constexpr auto declarationName = "bagit.txt"_L1;
constexpr auto bagInfoName = "bag-info.txt"_L1;
constexpr auto manifestName = "manifest-sha256.txt"_L1;
constexpr auto filesTableName = "meta/files.tsv"_L1;
constexpr auto tagManifestName = "tagmanifest-sha256.txt"_L1;
constexpr std::array beforePayload{verifyTextName, declarationName};
constexpr std::array behindPayload{bagInfoName, manifestName, filesTableName}; ///< and the tag manifest

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
}

QList<PackagePart> TagFiles::parts() const
{
    QList<PackagePart> parts;
    for (const auto name : beforePayload)
        parts.append({name});
    for (const qsizetype index : m_order) {
        const PayloadEntry &entry = m_content.payload[index];
        const bool isEmpty = knownSizeOf(entry) == 0; // nothing to deflate
        parts.append({entry.path, isEmpty ? Packing::Store : entry.packing, index});
    }
    for (const auto name : behindPayload)
        parts.append({name});
    parts.append({tagManifestName});
    return parts;
}

void TagFiles::setPacked(qsizetype payload, const Digest &digest, qint64 size)
{
    m_digests[payload] = digest;
    m_payloadBytes += size;
}

QByteArray TagFiles::tagFile(const QString &path) const
{
    if (path == verifyTextName)
        return verifyText(m_content.name);
    if (path == declarationName)
        return "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
    if (path == bagInfoName)
        return bagInfoText(m_content, m_payloadBytes);
    if (path == filesTableName)
        return filesTable(m_content, m_order);
    if (path == manifestName)
        return manifest();
    return path == tagManifestName ? tagManifest() : QByteArray();
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
    QStringList listed;
    for (const auto name : beforePayload)
        listed.append(name);
    for (const auto name : behindPayload)
        listed.append(name);
    listed.sort();
    QByteArray text;
    for (const QString &path : std::as_const(listed))
        text += manifestLine(Digest::of(tagFile(path)), path);
    return text;
}

}
