#include "core/base/networkfolder.h"

#include <QDir>
#include <QStorageInfo>

#include <algorithm>
#include <array>

#ifdef Q_OS_WIN
#include <windows.h>
#endif

namespace plimsoll {

bool isOnNetwork(const QString &folder)
{
    const QStorageInfo volume(folder);
#ifdef Q_OS_WIN
    const QString root = QDir::toNativeSeparators(volume.rootPath());
    return root.startsWith(QStringLiteral("\\\\")) ||
           ::GetDriveTypeW(reinterpret_cast<const wchar_t *>(root.utf16())) == DRIVE_REMOTE;
#else
    constexpr std::array remote{"nfs",         "nfs4",       "cifs",       "smb2",           "smb3",
                                "smbfs",       "afpfs",      "webdav",     "ncpfs",          "9p",
                                "afs",         "ceph",       "fuse.sshfs", "fuse.ceph",      "fuse.glusterfs",
                                "fuse.rclone", "fuse.davfs", "davfs",      "fuse.gvfsd-fuse"};
    const QByteArray type = volume.fileSystemType().toLower();
    return std::any_of(remote.begin(), remote.end(), [&type](const char *name) { return type == name; });
#endif
}

}
