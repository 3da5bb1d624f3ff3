#include "core/base/atomicfile.h"

#include "core/base/diskerror.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>

namespace plimsoll {

AtomicFile::AtomicFile(QString path, Unfinished unfinished)
    : m_path(std::move(path))
    , m_unfinished(std::move(unfinished))
{
}

AtomicFile::AtomicFile(AtomicFile &&) noexcept = default;
AtomicFile::~AtomicFile() = default;

Result<AtomicFile> AtomicFile::create(const QString &path)
{
    const QFileInfo place(path);
    auto unfinished = Unfinished::begin(place.absolutePath(), path);
    if (!unfinished)
        return tl::unexpected(unfinished.error());
    return AtomicFile(place.absoluteFilePath(), std::move(*unfinished));
}

Result<QFile *> AtomicFile::device(QIODevice::OpenMode buffering)
{
    if (!m_device) {
        m_device = std::make_unique<QFile>();
        if (!m_device->open(m_unfinished.file().handle(), QIODevice::WriteOnly | buffering))
            return tl::unexpected(writingError(m_path, errno));
    }
    return m_device.get();
}

Done AtomicFile::commit()
{
    if (m_device && !m_device->flush())
        return tl::unexpected(writingError(m_path, errno));
    m_device.reset();
    if (auto synced = m_unfinished.file().sync(); !synced)
        return synced;
    if (auto moved = m_unfinished.file().moveTo(m_path); !moved) {
        m_unfinished.remove();
        return moved;
    }
    return syncFolder(QFileInfo(m_path).absolutePath());
}

}
