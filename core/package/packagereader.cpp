#include "core/package/packagereader.h"

#include "core/base/diskerror.h"
#include "core/base/text.h"
#include "core/package/foldercontainer.h"
#include "core/package/zipcontainer.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <cerrno>

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PackageReader)
};

Result<std::unique_ptr<PackageContainer>> openContainer(const QString &path, const PackageLimits &limits)
{
    const QFileInfo info(path);
    if ((info.isDir() || info.isFile()) && !info.isReadable())
        return tl::unexpected(readingError(path, EACCES));
    if (info.isDir())
        return openFolderContainer(path, limits);
    if (info.isFile())
        return openZipContainer(path, limits);
    const QString shown = withVisibleControls(QDir::toNativeSeparators(path));
    if (info.exists()) {
        return refuse(ErrorCode::Foreign,
                      Text::tr("“%1” is neither a file nor a folder, so it is no package.").arg(shown));
    }
    return refuse(ErrorCode::NotFound, Text::tr("There is no package at “%1”. Check the name.").arg(shown));
}

}

bool isAboutThePackage(const Error &error)
{
    return error.code != ErrorCode::NotFound && error.code != ErrorCode::Denied &&
           error.code != ErrorCode::Storage && error.code != ErrorCode::Cancelled;
}

Result<PackageReader> PackageReader::open(const QString &path, const PackageLimits &limits)
{
    auto container = openContainer(path, limits);
    if (!container)
        return tl::unexpected(container.error());
    auto index = std::make_shared<Index>();
    const auto &files = (*container)->files();
    index->reserve(files.size());
    for (qsizetype i = 0; i < files.size(); ++i)
        index->insert(files[i].path, i);
    return PackageReader(std::move(*container), std::move(index));
}

Result<PackageReader> PackageReader::again() const
{
    auto container = m_container->again();
    if (!container)
        return tl::unexpected(container.error());
    return PackageReader(std::move(*container), m_index);
}

Result<std::unique_ptr<PackagedStream>> PackageReader::stream(const QString &path)
{
    const qsizetype index = indexOf(path);
    if (index < 0) {
        return refuse(ErrorCode::NotFound,
                      Text::tr("The package has no file “%1”.").arg(withVisibleControls(path)));
    }
    return m_container->open(index);
}

Result<QByteArray> PackageReader::read(const QString &path, qint64 longest)
{
    auto source = stream(path);
    if (!source)
        return tl::unexpected(source.error());
    const qint64 size = files()[indexOf(path)].size;
    if (size > longest) {
        return refuse(ErrorCode::Invalid,
                      Text::tr("“%1” in the package is larger than the %2 bytes that can be read at once.")
                          .arg(withVisibleControls(path))
                          .arg(longest));
    }
    QByteArray bytes(qsizetype(size) + 1, Qt::Uninitialized); // one more, to meet the end
    qint64 filled = 0;
    for (;;) {
        const auto count = (*source)->read(bytes.data() + filled, bytes.size() - filled);
        if (!count)
            return tl::unexpected(count.error());
        if (*count == 0)
            break;
        filled += *count;
    }
    bytes.truncate(qsizetype(filled));
    return bytes;
}

}
