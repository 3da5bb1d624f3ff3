#include "core/package/storedstream.h"

#include "core/package/ziplisting.h"

#include <libdeflate.h>

#include <QCoreApplication>
#include <QFile>
#include <QtEndian>

#include <algorithm>

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(StoredStream)
};

class StoredStream final : public PackagedStream
{
public:
    StoredStream(QFile &archive, StoredEntry entry, qint64 begin)
        : m_archive(archive)
        , m_entry(std::move(entry))
        , m_position(begin)
        , m_left(m_entry.declared.size)
    {
    }

    Result<qint64> read(char *to, qint64 size) override
    {
        const qint64 wanted = std::min(size, m_left);
        if (wanted == 0)
            return wanted;
        const qint64 count = m_archive.seek(m_position) ? m_archive.read(to, wanted) : -1;
        if (count <= 0)
            return damagedEntry(m_entry.declared.path, m_archive.errorString());
        m_crc = libdeflate_crc32(m_crc, to, size_t(count));
        m_position += count;
        m_left -= count;
        if (m_left == 0 && m_crc != m_entry.crc)
            return damagedEntry(m_entry.declared.path, Text::tr("Its check sum is wrong."));
        return count;
    }

private:
    QFile &m_archive;
    StoredEntry m_entry;
    qint64 m_position;
    qint64 m_left;
    quint32 m_crc = 0;
};

}

Result<std::unique_ptr<PackagedStream>> openStored(QFile &archive, const StoredEntry &entry)
{
    constexpr qsizetype fixedSize = 30;
    const QByteArray fixed = archive.seek(qint64(entry.header)) ? archive.read(fixedSize) : QByteArray();
    if (fixed.size() != fixedSize || !fixed.startsWith(QByteArrayView("PK\x03\x04")))
        return damagedEntry(entry.declared.path, Text::tr("It is not where the archive says."));
    const qint64 begin = qint64(entry.header) + fixedSize +
                         qFromLittleEndian<quint16>(fixed.constData() + 26) +
                         qFromLittleEndian<quint16>(fixed.constData() + 28);
    return std::unique_ptr<PackagedStream>(std::make_unique<StoredStream>(archive, entry, begin));
}

}
