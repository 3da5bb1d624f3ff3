#include "core/package/zipdirectory.h"

#include <QIODevice>
#include <QtEndian>

#include <algorithm>

namespace plimsoll {

namespace {

struct Directory
{
    quint64 offset = 0;
    quint64 size = 0;
};

template <class T>
T number(const QByteArray &bytes, qsizetype at)
{
    return qFromLittleEndian<T>(bytes.constData() + at);
}

QByteArray readAt(QIODevice &archive, quint64 offset, quint64 size)
{
    if (offset > quint64(archive.size()) || size > quint64(archive.size()) - offset ||
        !archive.seek(qint64(offset)))
        return {};
    return archive.read(qint64(size));
}

/// Large archives say where their directory is in a second record, found through a locator just before the
/// first.
Directory largeDirectory(QIODevice &archive, const QByteArray &locator)
{
    constexpr int recordSize = 56;
    if (!locator.startsWith(QByteArrayView("PK\x06\x07")))
        return {};
    const QByteArray record = readAt(archive, number<quint64>(locator, 8), recordSize);
    if (record.size() != recordSize || !record.startsWith(QByteArrayView("PK\x06\x06")))
        return {};
    return {number<quint64>(record, 48), number<quint64>(record, 40)};
}

Directory findDirectory(QIODevice &archive)
{
    constexpr qint64 recordSize = 22;
    constexpr qint64 locatorSize = 20;
    constexpr qint64 longestComment = 0xffff;
    const qint64 tailSize = std::min(archive.size(), locatorSize + recordSize + longestComment);
    const QByteArray tail = readAt(archive, quint64(archive.size() - tailSize), quint64(tailSize));
    const qsizetype at = tail.lastIndexOf(QByteArrayView("PK\x05\x06"));
    if (at < 0 || tail.size() - at < recordSize)
        return {};
    const Directory small{number<quint32>(tail, at + 16), number<quint32>(tail, at + 12)};
    if (small.offset != 0xffffffff && small.size != 0xffffffff && number<quint16>(tail, at + 10) != 0xffff)
        return small;
    return at < locatorSize ? Directory{} : largeDirectory(archive, tail.mid(at - locatorSize, locatorSize));
}

constexpr quint32 elsewhere = 0xffffffff; ///< a field that stands in the extra field of large archives

/// Where the local header lies, given the fixed part of a directory entry and its extra fields.
quint64 headerOffset(const QByteArray &fixed, const QByteArray &extra)
{
    const auto offset = number<quint32>(fixed, 42);
    if (offset != elsewhere)
        return offset;
    for (qsizetype at = 0; at + 4 <= extra.size(); at += 4 + number<quint16>(extra, at + 2)) {
        if (number<quint16>(extra, at) != 1)
            continue;
        // Only the fields that are elsewhere stand here, in this order: size, packed size, offset.
        const qsizetype before = (number<quint32>(fixed, 24) == elsewhere ? 8 : 0) +
                                 (number<quint32>(fixed, 20) == elsewhere ? 8 : 0);
        const qsizetype place = at + 4 + before;
        return place + 8 <= extra.size() ? number<quint64>(extra, place) : offset;
    }
    return offset;
}

}

QList<ZipDirectoryEntry> zipDirectory(QIODevice &archive, qint64 longest)
{
    constexpr qsizetype fixedSize = 46;
    const Directory directory = findDirectory(archive);
    if (directory.size > quint64(longest))
        return {};
    const QByteArray bytes = readAt(archive, directory.offset, directory.size);
    QList<ZipDirectoryEntry> entries;
    for (qsizetype at = 0; at + fixedSize <= bytes.size();) {
        const QByteArray fixed = bytes.mid(at, fixedSize);
        if (!fixed.startsWith(QByteArrayView("PK\x01\x02")))
            break;
        const qsizetype nameSize = number<quint16>(fixed, 28);
        const qsizetype extraSize = number<quint16>(fixed, 30);
        at += fixedSize;
        entries.append({bytes.mid(at, nameSize), headerOffset(fixed, bytes.mid(at + nameSize, extraSize))});
        at += nameSize + extraSize + number<quint16>(fixed, 32);
    }
    return entries;
}

}
