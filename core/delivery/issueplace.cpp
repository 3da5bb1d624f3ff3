#include "core/delivery/issueplace.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <filesystem>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(IssuePlace)
};

std::filesystem::path native(const QString &path)
{
    return path.toStdU16String();
}

}

IssuePlace::IssuePlace(QString path, std::optional<TemporaryFolder> beside)
    : m_path(std::move(path))
    , m_beside(std::move(beside))
{
}

Result<IssuePlace> IssuePlace::claim(const QString &path, Existing existing)
{
    const QFileInfo there(path);
    if (!there.exists() && !there.isSymLink())
        return IssuePlace(path, std::nullopt);
    if (existing == Existing::Refuse || !there.isFile())
        return refuse(
            ErrorCode::Conflict,
            Text::tr("“%1” exists already, and what was issued is never overwritten. Choose another "
                     "name for the package.")
                .arg(QDir::toNativeSeparators(path)));
    auto beside = TemporaryFolder::createIn(there.absolutePath(), path);
    if (!beside)
        return tl::unexpected(beside.error());
    return IssuePlace(path, std::move(*beside));
}

QString IssuePlace::writeTo() const
{
    return m_beside ? m_beside->filePath(QFileInfo(m_path).fileName() + u".new"_s) : m_path;
}

Done IssuePlace::settle()
{
    if (!m_beside)
        return {};
    // A second name keeps the former one whole at its place until the new one takes it in one step.
    std::error_code noSecondName;
    std::filesystem::create_hard_link(native(m_path), native(former()), noSecondName);
    if (noSecondName) {
        if (auto aside = moveFile(m_path, former()); !aside)
            return aside;
    }
    if (auto moved = moveFile(writeTo(), m_path); !moved) {
        takeBack();
        return moved;
    }
    return syncFolder(QFileInfo(m_path).absolutePath());
}

void IssuePlace::takeBack()
{
    if (QFileInfo(m_path).isDir())
        QDir(m_path).removeRecursively();
    else
        QFile::remove(m_path);
    if (m_beside && QFileInfo::exists(former()))
        (void)moveFile(former(), m_path);
}

}
