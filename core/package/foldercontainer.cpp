#include "core/package/foldercontainer.h"

#include "core/base/diskerror.h"
#include "core/base/text.h"
#include "core/package/nametwins.h"
#include "core/package/packagename.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <algorithm>
#include <cerrno>

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FolderContainer)
};

auto changed(const QString &path)
{
    return refuse(
        ErrorCode::Conflict,
        Text::tr("“%1” changed while it was read. Check the package again.").arg(withVisibleControls(path)));
}

bool mayBeListed(const QFileInfo &folder)
{
    return folder.isReadable() && folder.isExecutable();
}

class FileStream final : public PackagedStream
{
public:
    FileStream(std::unique_ptr<QFile> file, PackagedFile declared)
        : m_file(std::move(file))
        , m_declared(std::move(declared))
        , m_left(m_declared.size)
    {
    }

    Result<qint64> read(char *to, qint64 size) override
    {
        const qint64 count = m_file->read(to, size);
        if (count < 0) {
            return refuse(ErrorCode::Storage,
                          Text::tr("“%1” cannot be read to its end. Check the disk it lies on.")
                              .arg(withVisibleControls(m_declared.path)),
                          m_file->errorString());
        }
        m_left -= count;
        if (m_left < 0 || (count == 0 && m_left > 0))
            return changed(m_declared.path);
        return count;
    }

private:
    std::unique_ptr<QFile> m_file;
    PackagedFile m_declared;
    qint64 m_left;
};

class FolderContainer final : public PackageContainer
{
public:
    explicit FolderContainer(const QString &path, QList<PackagedFile> files = {})
        : m_root(QDir(path).absolutePath())
        , m_files(std::move(files))
    {
    }

    [[nodiscard]] QString name() const override { return QDir(m_root).dirName(); }
    [[nodiscard]] const QList<PackagedFile> &files() const override { return m_files; }

    Result<std::unique_ptr<PackagedStream>> open(qsizetype index) override
    {
        const PackagedFile &declared = m_files[index];
        const QString path = m_root + u'/' + declared.path;
        const QFileInfo info(path);
        if (info.isSymLink() || !info.isFile())
            return changed(declared.path);
        auto file = std::make_unique<QFile>(path);
        if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            return tl::unexpected(readingError(path, errno, Seen::Before));
        return std::unique_ptr<PackagedStream>(std::make_unique<FileStream>(std::move(file), declared));
    }

    [[nodiscard]] Result<std::unique_ptr<PackageContainer>> again() const override
    {
        return std::unique_ptr<PackageContainer>(std::make_unique<FolderContainer>(m_root, m_files));
    }

    Done list(const PackageLimits &limits)
    {
        NameTwins twins;
        qint64 bytes = 0;
        QDirIterator entries(m_root, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                             QDirIterator::Subdirectories);
        while (entries.hasNext()) {
            entries.next();
            const QFileInfo info = entries.fileInfo();
            const auto path = packagedPath(QFile::encodeName(info.filePath().mid(m_root.size() + 1)));
            if (!path)
                return tl::unexpected(path.error());
            if (info.isSymLink() || !(info.isFile() || info.isDir()))
                return refuse(ErrorCode::Invalid,
                              Text::tr("“%1” is a link or a device. A package holds ordinary files only.")
                                  .arg(withVisibleControls(*path)));
            if (info.isDir() && !mayBeListed(info))
                return tl::unexpected(readingError(info.filePath(), EACCES));
            if (info.isDir())
                continue;
            if (auto added = twins.add(*path); !added)
                return added;
            m_files.append({*path, info.size()});
            bytes += info.size();
            if (m_files.size() > limits.files || bytes > limits.bytes)
                return refuse(
                    ErrorCode::Invalid,
                    Text::tr("The package is larger than %1 files or %2 bytes, the most that is read.")
                        .arg(limits.files)
                        .arg(limits.bytes));
        }
        std::sort(m_files.begin(), m_files.end(), [](const PackagedFile &a, const PackagedFile &b) {
            return a.path.toUtf8() < b.path.toUtf8();
        });
        return {};
    }

private:
    QString m_root;
    QList<PackagedFile> m_files;
};

}

Result<std::unique_ptr<PackageContainer>> openFolderContainer(const QString &path,
                                                              const PackageLimits &limits)
{
    if (!mayBeListed(QFileInfo(path)))
        return tl::unexpected(readingError(path, EACCES));
    auto container = std::make_unique<FolderContainer>(path);
    if (auto listed = container->list(limits); !listed)
        return tl::unexpected(listed.error());
    return std::unique_ptr<PackageContainer>(std::move(container));
}

}
