#include "core/base/filebuffer.h"
#include "core/base/temporaryfolder.h"
#include "core/package/packagewriter.h"
#include "core/package/partreader.h"
#include "core/package/writefailure.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PackageWriter)
};

/// Refusals call the file `shownAs`, for the folder it is written into has a temporary name.
Done writePart(PartReader &reader, const PackagePart &part, const QString &path, const QString &shownAs,
               FileBuffer &buffer)
{
    QSaveFile file(path); // for its flush to the disk
    if (!QDir().mkpath(QFileInfo(path).path()) || !file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return tl::unexpected(writeFailure(file, shownAs));
    if (const auto begun = reader.begin(part); !begun)
        return tl::unexpected(begun.error());
    for (;;) {
        const auto count = reader.read(buffer.data(), buffer.size());
        if (!count)
            return tl::unexpected(count.error());
        if (*count == 0)
            break;
        if (file.write(buffer.constData(), *count) != *count)
            return tl::unexpected(writeFailure(file, shownAs));
    }
    if (!file.commit())
        return tl::unexpected(writeFailure(file, shownAs));
    return {};
}

}

Result<WrittenPackage> writeFolderPackage(const PackageContent &content, const QString &path,
                                          const Progress &progress)
{
    if (auto checked = check(content); !checked)
        return tl::unexpected(checked.error());
    const QFileInfo target(path);
    const QString shown = QDir::toNativeSeparators(path);
    if (target.exists() || target.isSymLink()) {
        return refuse(ErrorCode::Conflict,
                      Text::tr("“%1” exists already. Choose another name for the package.").arg(shown));
    }
    auto unfinished = TemporaryFolder::createIn(target.absolutePath(), path);
    if (!unfinished)
        return tl::unexpected(unfinished.error());

    PartReader reader(content, progress);
    FileBuffer buffer(BlockQueue::blockSize);
    for (const PackagePart &part : reader.parts()) {
        const QString shownAs = path + u'/' + part.path;
        if (auto written = writePart(reader, part, unfinished->filePath(part.path), shownAs, buffer);
            !written)
            return tl::unexpected(written.error());
    }
    if (auto moved = unfinished->moveTo(target.absoluteFilePath()); !moved)
        return tl::unexpected(moved.error());
    return WrittenPackage{reader.tagFiles().seal(), reader.tagFiles().payloadBytes(), content.payload.size(),
                          reader.digests()};
}

}
