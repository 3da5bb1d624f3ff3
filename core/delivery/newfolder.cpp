#include "core/delivery/newfolder.h"

#include <QCoreApplication>
#include <QDir>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(NewFolder)
};

}

Result<NewFolder> NewFolder::make(const QString &path)
{
    const QDir dir(path);
    if (dir.exists() && !dir.isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot))
        return refuse(ErrorCode::Invalid,
                      Text::tr("The folder %1 is not empty. Choose a name that is not taken yet.").arg(path));
    if (!dir.mkpath(u"."_s))
        return refuse(ErrorCode::Denied,
                      Text::tr("The folder %1 cannot be made. Choose a place you may write to.").arg(path));
    return NewFolder(path);
}

NewFolder::NewFolder(QString path)
    : m_path(std::move(path))
{
}

NewFolder::NewFolder(NewFolder &&other) noexcept
    : m_path(std::exchange(other.m_path, {}))
{
}

NewFolder::~NewFolder()
{
    if (!m_path.isEmpty())
        QDir(m_path).removeRecursively();
}

}
