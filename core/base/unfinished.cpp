#include "core/base/unfinished.h"

#include "core/base/networkfolder.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QUuid>

#include <chrono>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr auto opening = ".plimsoll-"_L1;
constexpr auto ofFile = ".part"_L1;
constexpr auto ofFolder = ".parts"_L1;
constexpr std::chrono::hours ageOnNetwork{24};

bool isOurs(const QString &name)
{
    const QString inner = name.sliced(opening.size(), name.size() - opening.size() - ofFile.size());
    const QUuid uuid = QUuid::fromString(inner);
    return !uuid.isNull() && uuid.toString(QUuid::WithoutBraces) == inner;
}

QString folderOf(const QString &file)
{
    return file.chopped(ofFile.size()) + ofFolder;
}

/// Never follows a link: in a folder that others write to, the name could lead anywhere.
void removeFolder(const QString &path)
{
    if (QFileInfo(path).isSymLink())
        QFile::remove(path);
    else if (QFileInfo(path).isDir())
        QDir(path).removeRecursively();
}

bool removeAbandoned(const QString &file)
{
    {
        const auto abandoned = DiskFile::takeAbandoned(file);
        if (!abandoned)
            return false;
        removeFolder(folderOf(file));
    }
    return QFile::remove(file);
}

}

Result<Unfinished> Unfinished::begin(const QString &folder, const QString &shownAs)
{
    sweep(folder);
    // A second name is tried when somebody's sweep takes the first between its making and its claiming.
    constexpr int attempts = 3;
    for (int attempt = 1;; ++attempt) {
        // Not made from the name it will have, which may already be as long as the file system allows.
        const QString path =
            folder + u'/' + opening + QUuid::createUuid().toString(QUuid::WithoutBraces) + ofFile;
        auto file = DiskFile::create(path, shownAs);
        if (!file)
            return tl::unexpected(file.error());
        if (file->claim() || attempt == attempts)
            return Unfinished(std::move(*file));
    }
}

void Unfinished::remove()
{
    const QString path = m_file.path();
    if (path.isEmpty())
        return;
    removeFolder(folder());
    {
        const DiskFile closed = std::move(m_file);
    }
    QFile::remove(path);
}

QString Unfinished::folder() const
{
    return folderOf(m_file.path());
}

int Unfinished::sweep(const QString &folder)
{
    const auto candidates =
        QDir(folder).entryInfoList({opening + u'*' + ofFile}, QDir::Files | QDir::Hidden | QDir::NoSymLinks);
    if (candidates.isEmpty())
        return 0;
    const auto age = isOnNetwork(folder) ? ageOnNetwork : std::chrono::hours(0);
    const QDateTime youngest = QDateTime::currentDateTimeUtc().addSecs(-std::chrono::seconds(age).count());
    int removed = 0;
    for (const QFileInfo &file : candidates) {
        if (isOurs(file.fileName()) && (age.count() == 0 || file.lastModified() < youngest))
            removed += removeAbandoned(file.absoluteFilePath()) ? 1 : 0;
    }
    return removed;
}

}
