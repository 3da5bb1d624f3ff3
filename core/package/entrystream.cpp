#include "core/package/entrystream.h"

#include "core/base/filebuffer.h"
#include "core/base/text.h"
#include "core/package/ziplisting.h"

#include <libdeflate.h>
#include <zlib.h>

#include <QCoreApplication>
#include <QFile>
#include <QtEndian>

#include <algorithm>

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(EntryStream)
};

/// The bytes of an entry as they lie in the archive.
class PackedBytes
{
public:
    PackedBytes(QFile &archive, qint64 begin, qint64 size)
        : m_archive(archive)
        , m_position(begin)
        , m_left(size)
    {
    }

    [[nodiscard]] QString problem() const { return m_archive.errorString(); }

    /// As many of them as there are, up to `size`; -1 when the archive cannot be read.
    qint64 read(char *to, qint64 size)
    {
        const qint64 wanted = std::min(size, m_left);
        if (wanted == 0)
            return 0;
        const qint64 count = m_archive.seek(m_position) ? m_archive.read(to, wanted) : -1;
        if (count <= 0)
            return -1;
        m_position += count;
        m_left -= count;
        return count;
    }

private:
    QFile &m_archive;
    qint64 m_position;
    qint64 m_left;
};

/// Compares what comes out of an entry with what is declared of it.
class EntryStream : public PackagedStream
{
public:
    EntryStream(const PackedBytes &packed, PackagedFile declared, quint32 crc)
        : m_packed(packed)
        , m_declared(std::move(declared))
        , m_expectedCrc(crc)
        , m_left(m_declared.size)
    {
    }

    Result<qint64> read(char *to, qint64 size) final
    {
        // At the end one byte more is asked for: a lying entry unpacks to more than it declares.
        char beyond = 0;
        const bool atEnd = m_left == 0;
        const auto count = atEnd ? unpack(&beyond, 1) : unpack(to, std::min(size, m_left));
        if (!count)
            return count;
        if (atEnd ? *count > 0 : *count == 0)
            return wrongSize();
        if (atEnd && m_crc != m_expectedCrc)
            return damaged(Text::tr("Its check sum is wrong."));
        m_crc = libdeflate_crc32(m_crc, to, size_t(*count));
        m_left -= *count;
        return count;
    }

protected:
    /// At most `size` bytes of the content; 0 at its end.
    virtual Result<qint64> unpack(char *to, qint64 size) = 0;

    PackedBytes &packed() { return m_packed; }
    [[nodiscard]] tl::unexpected<Error> damaged(const QString &detail) const
    {
        return damagedEntry(m_declared.path, detail);
    }

private:
    [[nodiscard]] tl::unexpected<Error> wrongSize() const
    {
        return refuse(ErrorCode::Damaged,
                      Text::tr("“%1” does not have the size that the archive declares: size mismatch. "
                               "Ask for the package again.")
                          .arg(withVisibleControls(m_declared.path)));
    }

    PackedBytes m_packed;
    PackagedFile m_declared;
    quint32 m_expectedCrc;
    qint64 m_left;
    quint32 m_crc = 0;
};

class StoredStream final : public EntryStream
{
public:
    using EntryStream::EntryStream;

private:
    Result<qint64> unpack(char *to, qint64 size) override
    {
        const qint64 count = packed().read(to, size);
        return count < 0 ? damaged(packed().problem()) : Result<qint64>(count);
    }
};

class DeflatedStream final : public EntryStream
{
public:
    using EntryStream::EntryStream;

    ~DeflatedStream() override
    {
        if (m_isReady)
            inflateEnd(&m_inflating);
    }

    bool begin()
    {
        constexpr int withoutHeader = -MAX_WBITS;
        m_isReady = inflateInit2(&m_inflating, withoutHeader) == Z_OK;
        return m_isReady;
    }

private:
    Result<qint64> unpack(char *to, qint64 size) override
    {
        const auto wanted = uInt(std::min<qint64>(size, std::numeric_limits<int>::max()));
        m_inflating.next_out = reinterpret_cast<Bytef *>(to);
        m_inflating.avail_out = wanted;
        while (m_inflating.avail_out == wanted && !m_isAtEnd) {
            if (auto filled = fill(); !filled)
                return tl::unexpected(filled.error());
            const int state = inflate(&m_inflating, Z_NO_FLUSH);
            m_isAtEnd = state == Z_STREAM_END;
            if (state != Z_OK && state != Z_STREAM_END)
                return damaged(QString::fromUtf8(m_inflating.msg ? m_inflating.msg : zError(state)));
        }
        return qint64(wanted - m_inflating.avail_out);
    }

    Done fill()
    {
        if (m_inflating.avail_in > 0)
            return {};
        const qint64 count = packed().read(m_input.data(), m_input.size());
        if (count < 0)
            return damaged(packed().problem());
        m_inflating.next_in = reinterpret_cast<Bytef *>(m_input.data());
        m_inflating.avail_in = uInt(count);
        return {};
    }

    static constexpr qsizetype inputSize = 64 << 10;

    FileBuffer m_input{inputSize};
    z_stream m_inflating{};
    bool m_isReady = false;
    bool m_isAtEnd = false;
};

}

Result<std::unique_ptr<PackagedStream>> openEntry(QFile &archive, const PackagedFile &declared,
                                                  const ZipPlace &place)
{
    constexpr qsizetype fixedSize = 30;
    const QByteArray fixed = archive.seek(qint64(place.header)) ? archive.read(fixedSize) : QByteArray();
    if (fixed.size() != fixedSize || !fixed.startsWith(QByteArrayView("PK\x03\x04")))
        return damagedEntry(declared.path, Text::tr("It is not where the archive says."));
    const qint64 begin = qint64(place.header) + fixedSize +
                         qFromLittleEndian<quint16>(fixed.constData() + 26) +
                         qFromLittleEndian<quint16>(fixed.constData() + 28);
    const PackedBytes packed(archive, begin, place.packed);
    if (place.packing == ZipPlace::Packing::Stored)
        return std::unique_ptr<PackagedStream>(std::make_unique<StoredStream>(packed, declared, place.crc));
    auto deflated = std::make_unique<DeflatedStream>(packed, declared, place.crc);
    if (!deflated->begin())
        return damagedEntry(declared.path, Text::tr("There is no memory left to unpack it."));
    return std::unique_ptr<PackagedStream>(std::move(deflated));
}

}
