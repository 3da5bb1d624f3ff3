#include "core/package/zipcontainer.h"

#include "core/base/text.h"
#include "core/package/storedstream.h"
#include "core/package/ziplisting.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ZipContainer)
};

using OpenFile = std::unique_ptr<zip_file_t, decltype(&zip_fclose)>;

class EntryStream final : public PackagedStream
{
public:
    EntryStream(zip_file_t *file, PackagedFile declared)
        : m_file(file, &zip_fclose)
        , m_declared(std::move(declared))
        , m_left(m_declared.size)
    {
    }

    /// libzip delivers all that a lying entry unpacks to; here reading stops one byte after the declared
    /// size.
    Result<qint64> read(char *to, qint64 size) override
    {
        const qint64 count = zip_fread(m_file.get(), to, zip_uint64_t(std::min(size, m_left + 1)));
        if (count < 0)
            return damagedEntry(m_declared.path, QString::fromUtf8(zip_file_strerror(m_file.get())));
        m_left -= count;
        if (m_left < 0 || (count == 0 && m_left > 0)) {
            return refuse(ErrorCode::Damaged,
                          Text::tr("“%1” does not have the size that the archive declares: size mismatch. "
                                   "Ask for the package again.")
                              .arg(withVisibleControls(m_declared.path)));
        }
        return count;
    }

private:
    OpenFile m_file;
    PackagedFile m_declared;
    qint64 m_left;
};

/// What lies in the archive as it is is read from there. For what is deflated libzip serves, which a second
/// reader opens only when it meets the first of it.
class ZipContainer final : public PackageContainer
{
public:
    ZipContainer(const QString &path, std::shared_ptr<const ZipListing> listing,
                 ZipArchive archive = {nullptr, &zip_discard})
        : m_file(path)
        , m_listing(std::move(listing))
        , m_archive(std::move(archive))
    {
    }

    [[nodiscard]] QString name() const override { return m_listing->name; }
    [[nodiscard]] const QList<PackagedFile> &files() const override { return m_listing->files; }

    Result<std::unique_ptr<PackagedStream>> open(qsizetype index) override
    {
        const PackagedFile &declared = m_listing->files[index];
        const ZipPlace &place = m_listing->places[index];
        return place.isStored ? openWhereItLies(declared, place) : openDeflated(declared, place);
    }

    [[nodiscard]] Result<std::unique_ptr<PackageContainer>> again() const override
    {
        return std::unique_ptr<PackageContainer>(
            std::make_unique<ZipContainer>(m_file.fileName(), m_listing));
    }

private:
    Result<std::unique_ptr<PackagedStream>> openWhereItLies(const PackagedFile &declared,
                                                            const ZipPlace &place)
    {
        if (!m_file.isOpen() && !m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            return damagedEntry(declared.path, m_file.errorString());
        return openStored(m_file, {declared, place.header, place.crc});
    }

    Result<std::unique_ptr<PackagedStream>> openDeflated(const PackagedFile &declared, const ZipPlace &place)
    {
        if (!m_archive) {
            auto archive = openZipArchive(m_file.fileName());
            if (!archive)
                return tl::unexpected(archive.error());
            m_archive = std::move(*archive);
        }
        zip_file_t *file = zip_fopen_index(m_archive.get(), place.index, 0);
        if (!file)
            return damagedEntry(declared.path, QString::fromUtf8(zip_strerror(m_archive.get())));
        return std::unique_ptr<PackagedStream>(std::make_unique<EntryStream>(file, declared));
    }

    QFile m_file;
    std::shared_ptr<const ZipListing> m_listing;
    ZipArchive m_archive;
};

}

Result<std::unique_ptr<PackageContainer>> openZipContainer(const QString &path, const PackageLimits &limits)
{
    auto archive = openZipArchive(path);
    if (!archive)
        return tl::unexpected(archive.error());
    auto listing = listZip(**archive, path, limits);
    if (!listing)
        return tl::unexpected(listing.error());
    return std::unique_ptr<PackageContainer>(std::make_unique<ZipContainer>(
        path, std::make_shared<const ZipListing>(std::move(*listing)), std::move(*archive)));
}

}
