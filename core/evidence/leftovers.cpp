#include "core/evidence/leftovers.h"

#include "core/base/diskerror.h"
#include "core/evidence/arrivals.h"
#include "core/evidence/evidencestore.h"

#include <QDir>

#include <cerrno>

namespace plimsoll {

namespace {

constexpr auto everything = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;

QFileInfoList entriesOf(const QString &folder)
{
    return QDir(folder).entryInfoList(everything, QDir::Name);
}

}

Result<Leftovers> leftoversIn(const EvidenceStore &store, const std::set<Digest> &referenced)
{
    const QFileInfo root(store.folder());
    if (!root.exists())
        return Leftovers{};
    if (!root.isReadable())
        return tl::unexpected(readingError(store.folder(), EACCES));

    Leftovers found;
    const auto judge = [&](const QFileInfo &file, const QString &hex) {
        const auto digest = Digest::fromHex(hex);
        if (!digest || digest->hex() != hex || !file.isFile() || file.isSymLink())
            found.foreign.append(file.filePath());
        else if (!referenced.contains(*digest))
            found.unreferenced.append(file.filePath());
    };
    for (const QFileInfo &folder : entriesOf(store.folder())) {
        if (folder.fileName() == Arrivals::folderName())
            continue;
        if (!folder.isDir() || folder.isSymLink() || folder.fileName().size() != 2) {
            found.foreign.append(folder.filePath());
            continue;
        }
        for (const QFileInfo &file : entriesOf(folder.filePath()))
            judge(file, folder.fileName() + file.fileName());
    }
    return found;
}

}
