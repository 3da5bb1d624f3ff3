#include "ui/pages/system/filefingerprint.h"

#include "core/base/diskfile.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <vector>

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FileFingerprint)
};

constexpr size_t bufferSize = size_t(1) << 20;

}

Result<Digest> fingerprintOf(const QString &file, const Progress &progress)
{
    auto opened = DiskFile::openToRead(file);
    if (!opened)
        return tl::unexpected(opened.error());
    const QString name = QFileInfo(file).fileName();
    const qint64 size = QFileInfo(file).size();
    Hasher hasher;
    std::vector<char> buffer(bufferSize);
    for (qint64 done = 0;;) {
        if (!progress(done, size, name))
            return refuse(ErrorCode::Cancelled, Text::tr("Stopped before %1 was read.").arg(name));
        const auto read = opened->read(buffer);
        if (!read)
            return tl::unexpected(read.error());
        if (*read == 0)
            return hasher.finish();
        hasher.add(QByteArrayView(buffer.data(), *read));
        done += *read;
    }
}

}
