#include "core/base/atomicfile.h"

#include <QFile>
#include <QFileInfo>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace plimsoll {

AtomicFile::AtomicFile(QString path, DiskFile file)
    : m_path(std::move(path))
    , m_file(std::move(file))
{
}

AtomicFile::~AtomicFile()
{
    if (!m_file.path().isEmpty())
        QFile::remove(m_file.path());
}

Result<AtomicFile> AtomicFile::create(const QString &path)
{
    const QFileInfo place(path);
    // Not made from the file's own name, which may already be as long as the file system allows.
    const QString beside = place.absolutePath() + u"/.plimsoll-"_s +
                           QUuid::createUuid().toString(QUuid::WithoutBraces) + u".part"_s;
    auto file = DiskFile::create(beside, path);
    if (!file)
        return tl::unexpected(file.error());
    return AtomicFile(place.absoluteFilePath(), std::move(*file));
}

Done AtomicFile::commit()
{
    if (auto synced = m_file.sync(); !synced)
        return synced;
    const QString beside = m_file.path();
    {
        const DiskFile closed = std::move(m_file);
    }
    if (auto moved = moveFile(beside, m_path); !moved) {
        QFile::remove(beside);
        return moved;
    }
    return syncFolder(QFileInfo(m_path).absolutePath());
}

}
