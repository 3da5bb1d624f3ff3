#include "core/package/zipcontainer.h"

#include "core/package/entrystream.h"

#include <QFile>

namespace plimsoll {

namespace {

class ZipContainer final : public PackageContainer
{
public:
    ZipContainer(const QString &path, std::shared_ptr<const ZipListing> listing)
        : m_file(path)
        , m_listing(std::move(listing))
    {
    }

    [[nodiscard]] QString name() const override { return m_listing->name; }
    [[nodiscard]] const QList<PackagedFile> &files() const override { return m_listing->files; }
    [[nodiscard]] quint64 unclaimed() const override { return m_listing->unclaimed; }

    Result<std::unique_ptr<PackagedStream>> open(qsizetype index) override
    {
        const PackagedFile &declared = m_listing->files[index];
        if (!m_file.isOpen() && !m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            return damagedEntry(declared.path, m_file.errorString());
        return openEntry(m_file, declared, m_listing->places[index]);
    }

    [[nodiscard]] Result<std::unique_ptr<PackageContainer>> again() const override
    {
        return std::unique_ptr<PackageContainer>(
            std::make_unique<ZipContainer>(m_file.fileName(), m_listing));
    }

private:
    QFile m_file;
    std::shared_ptr<const ZipListing> m_listing;
};

}

Result<std::unique_ptr<PackageContainer>> openZipContainer(const QString &path, const PackageLimits &limits)
{
    auto listing = listZip(path, limits);
    if (!listing)
        return tl::unexpected(listing.error());
    return std::unique_ptr<PackageContainer>(
        std::make_unique<ZipContainer>(path, std::make_shared<const ZipListing>(std::move(*listing))));
}

}
