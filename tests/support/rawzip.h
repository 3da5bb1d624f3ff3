#pragma once

#include <QByteArray>
#include <QList>

namespace plimsoll::test {

/// One entry of a ZIP file written byte by byte, so that it can lie as no library would let it.
struct RawEntry
{
    QByteArray name;
    QByteArray content;
    quint32 mode = 0100644;
    bool deflated = false;
    qint64 declaredSize = -1; ///< -1: the true one
    QByteArray localName{};   ///< empty: the same as `name`
    quint32 crcError = 0;     ///< added to the true checksum
    quint16 flags = 0;
    QByteArray behind{}; ///< bytes that follow it and belong to nothing
};

inline quint32 crc32Of(const QByteArray &bytes)
{
    quint32 crc = ~0U;
    for (const char byte : bytes) {
        crc ^= uchar(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1U) ? 0xedb88320U : 0U);
    }
    return ~crc;
}

inline QByteArray littleEndian(quint64 value, int bytes)
{
    QByteArray text;
    for (int i = 0; i < bytes; ++i)
        text += char((value >> (8 * i)) & 0xff);
    return text;
}

/// The bytes of a ZIP file with exactly these entries, behind other bytes that its offsets know of.
inline QByteArray rawZip(const QList<RawEntry> &entries, const QByteArray &before = {})
{
    QByteArray file = before;
    QByteArray directory;
    for (const RawEntry &entry : entries) {
        // qCompress: four bytes of length, two of zlib header, raw deflate, four of checksum
        const QByteArray packed =
            entry.deflated ? qCompress(entry.content, 9).mid(6).chopped(4) : entry.content;
        const auto size = quint64(entry.declaredSize < 0 ? entry.content.size() : entry.declaredSize);
        const QByteArray common = littleEndian(20, 2) + littleEndian(entry.flags, 2) +
                                  littleEndian(entry.deflated ? 8 : 0, 2) + littleEndian(0, 2) +
                                  littleEndian(0x21, 2) +
                                  littleEndian(crc32Of(entry.content) + entry.crcError, 4) +
                                  littleEndian(quint64(packed.size()), 4) + littleEndian(size, 4);
        const QByteArray local = entry.localName.isEmpty() ? entry.name : entry.localName;
        const auto offset = quint64(file.size());
        file += littleEndian(0x04034b50, 4) + common + littleEndian(quint64(local.size()), 2) +
                littleEndian(0, 2) + local + packed + entry.behind;
        directory += littleEndian(0x02014b50, 4) + littleEndian(0x0314, 2) + common +
                     littleEndian(quint64(entry.name.size()), 2) + littleEndian(0, 8) +
                     littleEndian(quint64(entry.mode) << 16, 4) + littleEndian(offset, 4) + entry.name;
    }
    const auto count = quint64(entries.size());
    return file + directory + littleEndian(0x06054b50, 4) + littleEndian(0, 4) + littleEndian(count, 2) +
           littleEndian(count, 2) + littleEndian(quint64(directory.size()), 4) +
           littleEndian(quint64(file.size()), 4) + littleEndian(0, 2);
}

}
