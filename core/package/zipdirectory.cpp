#include "core/package/zipdirectory.h"

#include <QIODevice>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <numeric>

namespace plimsoll {

namespace {

constexpr int largeRecordSize = 56;

struct Directory
{
    quint64 offset = 0;
    quint64 size = 0;
    quint64 behind = 0;
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
    if (!locator.startsWith(QByteArrayView("PK\x06\x07")))
        return {};
    const QByteArray record = readAt(archive, number<quint64>(locator, 8), largeRecordSize);
    if (record.size() != largeRecordSize || !record.startsWith(QByteArrayView("PK\x06\x06")))
        return {};
    return {number<quint64>(record, 48), number<quint64>(record, 40), 0};
}

/// The directory with the bytes between it, the records that end an archive, and the end of the file.
Directory withEnd(Directory directory, quint64 records, quint64 end)
{
    const quint64 claimed = directory.offset + directory.size + records;
    directory.behind = end > claimed ? end - claimed : 0;
    return directory;
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
    const auto end = quint64(archive.size());
    const Directory small{number<quint32>(tail, at + 16), number<quint32>(tail, at + 12), 0};
    if (small.offset != 0xffffffff && small.size != 0xffffffff && number<quint16>(tail, at + 10) != 0xffff)
        return withEnd(small, recordSize, end);
    if (at < locatorSize)
        return {};
    return withEnd(largeDirectory(archive, tail.mid(at - locatorSize, locatorSize)),
                   largeRecordSize + locatorSize + recordSize, end);
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

/// The bytes from the end of an entry to the next thing. What a writer says of an entry only behind it
/// belongs to that entry: its checksum and sizes, with or without a mark.
quint64 gapBehind(QIODevice &archive, quint64 header, quint64 packed, quint64 next)
{
    constexpr qsizetype fixedSize = 30;
    constexpr quint16 saidBehind = 1 << 3;
    constexpr std::array<quint64, 4> descriptors{12, 16, 20, 24};
    const QByteArray fixed = readAt(archive, header, fixedSize);
    if (fixed.size() != fixedSize)
        return 0;
    const quint64 end = header + fixedSize + number<quint16>(fixed, 26) + number<quint16>(fixed, 28) + packed;
    const quint64 gap = next > end ? next - end : 0;
    const bool isDescriptor = (number<quint16>(fixed, 6) & saidBehind) != 0 &&
                              std::ranges::find(descriptors, gap) != descriptors.end();
    return isDescriptor ? 0 : gap;
}

}

ZipDirectory zipDirectory(QIODevice &archive, qint64 longest)
{
    constexpr qsizetype fixedSize = 46;
    const Directory directory = findDirectory(archive);
    if (directory.size > quint64(longest))
        return {};
    const QByteArray bytes = readAt(archive, directory.offset, directory.size);
    ZipDirectory found{{}, directory.offset, directory.behind};
    for (qsizetype at = 0; at + fixedSize <= bytes.size();) {
        const QByteArray fixed = bytes.mid(at, fixedSize);
        if (!fixed.startsWith(QByteArrayView("PK\x01\x02")))
            break;
        const qsizetype nameSize = number<quint16>(fixed, 28);
        const qsizetype extraSize = number<quint16>(fixed, 30);
        at += fixedSize;
        found.entries.append(
            {bytes.mid(at, nameSize), headerOffset(fixed, bytes.mid(at + nameSize, extraSize))});
        at += nameSize + extraSize + number<quint16>(fixed, 32);
    }
    return found;
}

quint64 unclaimedBytes(QIODevice &archive, const ZipDirectory &directory, const QList<quint64> &packed)
{
    QList<qsizetype> order(directory.entries.size());
    std::iota(order.begin(), order.end(), qsizetype(0));
    std::ranges::sort(order, {}, [&](qsizetype index) { return directory.entries[index].header; });
    quint64 unclaimed = directory.behind;
    for (qsizetype i = 0; i < order.size(); ++i) {
        const quint64 next = i + 1 < order.size() ? directory.entries[order[i + 1]].header : directory.begin;
        unclaimed += gapBehind(archive, directory.entries[order[i]].header, packed[order[i]], next);
    }
    return unclaimed;
}

}
