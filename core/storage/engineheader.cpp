#include "core/base/text.h"
#include "core/storage/backupfiles.h"
#include "core/storage/engine.h"

#include <sqlite3.h>

#include <QCoreApplication>
#include <QFileInfo>
#include <QtEndian>

#include <algorithm>
#include <memory>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Storage)
};

constexpr qsizetype headerSize = 100;
constexpr int applicationIdOffset = 68;

struct Close
{
    void operator()(sqlite3 *handle) const { sqlite3_close(handle); }
};

/// The first bytes of the file; fewer where it ends before. Read by SQLite's own handle, which takes nothing
/// in them for granted yet: where a process opens and closes a file by itself, POSIX drops every lock that
/// its connections hold on it.
Result<QByteArray> headerOf(const QString &file)
{
    sqlite3 *opened = nullptr;
    const int state = sqlite3_open_v2(file.toUtf8().constData(), &opened, SQLITE_OPEN_READONLY, nullptr);
    const std::unique_ptr<sqlite3, Close> handle(opened);
    sqlite3_file *content = nullptr;
    if (state == SQLITE_OK)
        sqlite3_file_control(opened, "main", SQLITE_FCNTL_FILE_POINTER, static_cast<void *>(&content));
    sqlite3_int64 size = 0;
    QByteArray header(headerSize, '\0');
    if (!content || !content->pMethods || content->pMethods->xFileSize(content, &size) != SQLITE_OK)
        return refuse(
            ErrorCode::Denied,
            Text::tr("%1 cannot be read. Ask for the right to read it, then open the workspace again.")
                .arg(file),
            QString::fromUtf8(sqlite3_errmsg(opened)));
    header.truncate(qsizetype(std::min<sqlite3_int64>(size, headerSize)));
    if (content->pMethods->xRead(content, header.data(), int(header.size()), 0) != SQLITE_OK)
        return refuse(ErrorCode::Storage,
                      Text::tr("%1 cannot be read: the disk does not answer. Try again.").arg(file));
    return header;
}

/// Beside a database SQLite looks for what an interrupted commit left, and waits on a pipe for ever.
Done checkCompanions(const QString &file)
{
    for (const auto &suffix : {"-journal"_L1, "-wal"_L1, "-shm"_L1}) {
        const QFileInfo info(file + suffix);
        if ((info.exists() && !info.isFile()) || info.isSymLink())
            return refuse(
                ErrorCode::Storage,
                Text::tr("%1 is not a file, and Plimsoll did not put it there, so the record beside "
                         "it is not opened. Move it away and try again.")
                    .arg(withVisibleControls(info.filePath())));
    }
    return {};
}

}

Done Engine::checkHeader(const QString &file)
{
    const QFileInfo info(file);
    if (!info.exists())
        return refuse(
            ErrorCode::NotFound,
            Text::tr("There is no workspace at %1. Choose another folder, or make a new workspace there.")
                .arg(info.absolutePath()));
    if (!info.isFile())
        return refuse(ErrorCode::Foreign, Text::tr("%1 is not a file, so it is not a workspace.").arg(file));
    if (auto companions = checkCompanions(file); !companions)
        return companions;
    const auto header = headerOf(info.absoluteFilePath());
    if (!header)
        return tl::unexpected(header.error());
    if (header->isEmpty())
        return refuse(ErrorCode::Damaged,
                      Text::tr("%1 is empty: nothing of the workspace is left in it.").arg(file) + u' ' +
                          wayToRestore(file));
    if (!header->startsWith(QByteArray("SQLite format 3\0", 16)) || header->size() < headerSize)
        return refuse(
            ErrorCode::Foreign,
            Text::tr("%1 is no record of Plimsoll, so it is left alone. If this folder is no "
                     "workspace, choose one whose name ends in “.plimsoll”. If it is one, something "
                     "else has written over its record.")
                    .arg(file) +
                u' ' + wayToRestore(file));
    if (qFromBigEndian<quint32>(header->constData() + applicationIdOffset) != applicationId)
        return refuse(
            ErrorCode::Foreign,
            Text::tr(
                "%1 is a database of another program, so it is left alone. Choose a folder whose name ends "
                "in “.plimsoll”.")
                .arg(file));
    return {};
}

bool Engine::mayHaveBeenInterrupted(const QString &file)
{
    return QFileInfo(file + u"-journal"_s).size() > 0;
}

}
