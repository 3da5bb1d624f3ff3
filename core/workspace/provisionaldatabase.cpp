#include "core/workspace/provisionaldatabase.h"

#include <QCoreApplication>
#include <QDir>

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
    if (!QDir().mkdir(unfinished->folder()))
        return refuse(ErrorCode::Denied,
                      Text::tr("Nothing can be written in the folder %1. Ask for the right to write there.")
                          .arg(folder));
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
