#include "core/base/newfolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(NewFolder)
};

constexpr auto everything = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;

/// The folder and those above it that are not there, the deepest first.
QStringList notThere(const QString &path)
{
    QStringList folders;
    for (QString at = path; !QFileInfo::exists(at) && at != QFileInfo(at).path(); at = QFileInfo(at).path())
        folders.append(at);
    return folders;
}

void empty(const QString &folder)
{
    const auto entries = QDir(folder).entryInfoList(everything);
    for (const auto &entry : entries) {
        if (entry.isDir() && !entry.isSymLink())
            QDir(entry.absoluteFilePath()).removeRecursively();
        else
            QFile::remove(entry.absoluteFilePath());
    }
}

void removeEmpty(const QStringList &folders)
{
    for (const auto &folder : folders)
        QDir().rmdir(folder);
}

}

Result<NewFolder> NewFolder::make(const QString &path)
{
    const QDir dir(QDir::cleanPath(QFileInfo(path).absoluteFilePath()));
    if (dir.exists() && !dir.isEmpty(everything))
        return refuse(ErrorCode::Invalid,
                      Text::tr("The folder %1 is not empty. Choose a name that is not taken yet.").arg(path));
    auto made = notThere(dir.path());
    if (!dir.mkpath(u"."_s)) {
        removeEmpty(made);
        return refuse(ErrorCode::Denied,
                      Text::tr("The folder %1 cannot be made. Choose a place you may write to.").arg(path));
    }
    return NewFolder(dir.path(), std::move(made));
}

NewFolder::NewFolder(QString path, QStringList made)
    : m_path(std::move(path))
    , m_made(std::move(made))
{
}

NewFolder::NewFolder(NewFolder &&other) noexcept
    : m_path(std::exchange(other.m_path, {}))
    , m_made(std::move(other.m_made))
{
}

NewFolder::~NewFolder()
{
    if (m_path.isEmpty())
        return;
    empty(m_path);
    removeEmpty(m_made);
}

Done NewFolder::rename(const QString &name)
{
    const auto place = QFileInfo(m_path).path() + u'/' + name;
    if (!QDir().rename(m_path, place))
        return refuse(ErrorCode::Storage,
                      Text::tr("%1 cannot be put in its place, %2. Look who holds it.").arg(m_path, place));
    m_path = place;
    if (!m_made.isEmpty())
        m_made.first() = place;
    return {};
}

}
