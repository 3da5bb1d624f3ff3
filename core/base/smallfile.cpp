#include "core/base/smallfile.h"

#include "core/base/diskfile.h"
#include "core/base/text.h"

#include <QCoreApplication>

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SmallFile)
};

}

Result<QByteArray> contentOfSmallFile(const QString &path, qint64 most)
{
    auto file = DiskFile::openToRead(path);
    if (!file)
        return tl::unexpected(file.error());
    const auto stamp = file->stamp();
    if (!stamp)
        return tl::unexpected(stamp.error());
    if (stamp->size > most)
        return refuse(ErrorCode::Invalid,
                      Text::tr("%1 is larger than anything Plimsoll writes there, so it is not read. Move it "
                               "away and try again.")
                          .arg(withVisibleControls(path)));
    QByteArray content(qsizetype(stamp->size), Qt::Uninitialized);
    const auto filled = file->read({content.data(), size_t(content.size())});
    if (!filled)
        return tl::unexpected(filled.error());
    content.truncate(*filled);
    return content;
}

}
