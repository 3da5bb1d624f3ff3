#include "core/evidence/folderwalk.h"

#include "core/base/diskerror.h"
#include "core/base/diskfile.h"
#include "core/base/text.h"
#include "core/evidence/chosenpath.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <filesystem>

namespace plimsoll {

namespace {

namespace fs = std::filesystem;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FolderWalk)
};

// QDirIterator passes over names that are no text without a word; std::filesystem hands out every entry.
QString textOf(const fs::path &path)
{
#ifdef Q_OS_WIN
    return QDir::fromNativeSeparators(QString::fromStdWString(path.native()));
#else
    return QFile::decodeName(QByteArray::fromStdString(path.native()));
#endif
}

fs::path pathOf(const QString &text)
{
#ifdef Q_OS_WIN
    return text.toStdWString();
#else
    return QFile::encodeName(text).toStdString();
#endif
}

/// Of something that its folder has just listed.
QString goneOrUnreadable(const fs::path &path, const std::error_code &error)
{
    return readingError(textOf(path), error.default_error_condition().value(), Seen::Before).message;
}

class FolderWalk
{
public:
    FolderWalk(const fs::path &root, const Progress &progress, FolderLimits limits)
        : m_root(root)
        , m_progress(progress)
        , m_limits(limits)
    {
    }

    Done walk(const fs::path &folder, int depth)
    {
        if (depth > m_limits.depth) {
            leaveOut(folder, Text::tr("It lies more than %1 folders deep. Drop that folder by itself.")
                                 .arg(m_limits.depth));
            return {};
        }
        std::error_code error;
        fs::directory_iterator entries(folder, error);
        for (; !error && entries != fs::directory_iterator(); entries.increment(error))
            if (auto looked = look(*entries, depth); !looked)
                return looked;
        if (error)
            leaveOut(folder, goneOrUnreadable(folder, error));
        return {};
    }

    FolderListing finish()
    {
        m_listing.files.sort();
        std::ranges::sort(m_listing.leftOut, {}, &LeftOut::path);
        return std::move(m_listing);
    }

private:
    Done look(const fs::directory_entry &entry, int depth)
    {
        std::error_code error;
        const auto type = entry.symlink_status(error).type();
        if (error)
            leaveOut(entry, goneOrUnreadable(entry, error));
        else if (pathOf(textOf(entry)) != entry.path())
            leaveOut(entry, Text::tr("Its name is not readable text. Rename it and drop it again."));
        else if (type == fs::file_type::directory)
            return walk(entry, depth + 1);
        else if (type == fs::file_type::symlink)
            followWithin(entry);
        else if (type == fs::file_type::regular)
            return take(entry);
        else
            leaveOut(entry, Text::tr("It is a pipe, a socket or a device, not a file."));
        return {};
    }

    Done take(const fs::path &file)
    {
        if (m_listing.files.size() == m_limits.files)
            return refuse(ErrorCode::Invalid,
                          Text::tr("%1 holds more than %2 files. Drop the folders in it one after the other.")
                              .arg(withVisibleControls(textOf(m_root)))
                              .arg(m_limits.files));
        m_listing.files.append(textOf(file));
        if (!m_progress(m_listing.files.size(), 0, Text::tr("Looking through the folder")))
            return refuse(ErrorCode::Cancelled, Text::tr("Stopped. Nothing was kept."));
        return {};
    }

    void followWithin(const fs::path &link)
    {
        std::error_code error;
        const auto end = fs::canonical(link, error);
        if (error) {
            leaveOut(link, Text::tr("It is a link that leads nowhere."));
            return;
        }
        const auto [rest, unused] = std::ranges::mismatch(m_root, end);
        if (rest != m_root.end())
            leaveOut(link,
                     Text::tr("It is a link that leads out of the folder. Drop what it leads to by itself."));
    }

    void leaveOut(const fs::path &path, const QString &reason)
    {
        m_listing.leftOut.push_back({textOf(path), reason});
    }

    fs::path m_root;
    const Progress &m_progress;
    FolderLimits m_limits;
    FolderListing m_listing;
};

}

Result<FolderListing> walkFolder(const QString &folder, const Progress &progress, FolderLimits limits)
{
    std::error_code error;
    const auto root = fs::canonical(pathOf(folder), error);
    if (error)
        return tl::unexpected(readingError(folder, error.default_error_condition().value()));
    if (!fs::is_directory(root, error))
        return refuse(ErrorCode::Invalid,
                      Text::tr("%1 is not a folder. Choose a folder, or drop the file by itself.")
                          .arg(withVisibleControls(folder)));
    FolderWalk walk(root, progress, limits);
    if (const auto walked = walk.walk(root, 0); !walked)
        return tl::unexpected(walked.error());
    return walk.finish();
}

Result<FolderListing> walkDropped(const QStringList &paths, const Progress &progress, FolderLimits limits)
{
    FolderListing all;
    for (const QString &path : paths) {
        const auto meant = meantBy(path);
        if (!meant) {
            all.leftOut.push_back({path, meant.error().message});
            continue;
        }
        const QFileInfo info(*meant);
        if (!info.isDir()) {
            all.files.append(info.absoluteFilePath());
            continue;
        }
        auto folder = walkFolder(path, progress, limits);
        if (!folder)
            return folder;
        all.files.append(folder->files);
        all.leftOut.insert(all.leftOut.end(), folder->leftOut.cbegin(), folder->leftOut.cend());
    }
    all.files.sort();
    all.files.removeDuplicates();
    if (all.files.size() > limits.files)
        return refuse(ErrorCode::Invalid,
                      Text::tr("These are more than %1 files. Drop them in several goes.").arg(limits.files));
    all.files.removeIf([&all](const QString &file) {
        const auto opened = DiskFile::openToRead(file);
        const auto stamp = opened ? opened->stamp() : tl::unexpected(opened.error());
        if (!stamp)
            all.leftOut.push_back({file, stamp.error().message});
        else if (stamp->size == 0)
            all.leftOut.push_back({file, Text::tr("It is empty, so it shows nothing.")});
        return !stamp || stamp->size == 0;
    });
    return all;
}

}
