#include "core/workspace/provisionaldatabase.h"

#include "core/base/diskerror.h"

#include <QCoreApplication>
#include <QDir>

#include <cerrno>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ProvisionalDatabase)
};

}

Result<ProvisionalDatabase> ProvisionalDatabase::begin(const QString &folder)
{
    auto unfinished = Unfinished::begin(folder, folder);
    if (!unfinished)
        return tl::unexpected(unfinished.error());
    errno = 0;
    if (!QDir().mkdir(unfinished->folder()))
        return tl::unexpected(writingError(folder, errno));
    return ProvisionalDatabase(std::move(*unfinished));
}

QString ProvisionalDatabase::file() const
{
    return m_unfinished.folder() + u"/workspace.db"_s;
}

Done ProvisionalDatabase::renameTo(const QString &target) const
{
    if (!QFile::rename(file(), target))
        return refuse(ErrorCode::Storage,
                      Text::tr("%1 could not be put in its place. Nothing was changed.").arg(target));
    return {};
}

}
