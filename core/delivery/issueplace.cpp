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

tl::unexpected<Error> refuseTaken(const QString &path)
{
    return refuse(ErrorCode::Conflict,
                  Text::tr("“%1” exists already, and what was issued is never overwritten. Choose another "
                           "name for the package.")
                      .arg(QDir::toNativeSeparators(path)));
}

}

IssuePlace::IssuePlace(QString path, Existing existing, std::optional<TemporaryFolder> beside)
    : m_path(std::move(path))
    , m_existing(existing)
    , m_beside(std::move(beside))
{
}

Result<IssuePlace> IssuePlace::claim(const QString &path, IssuedAs as, Existing existing)
{
    const QFileInfo there(path);
    const bool isTaken = there.exists() || there.isSymLink();
    if (isTaken && (existing == Existing::Refuse || as == IssuedAs::Folder || !there.isFile()))
        return refuseTaken(path);
    const auto meanwhile = isTaken ? Existing::Replace : Existing::Refuse;
    if (as == IssuedAs::Folder)
        return IssuePlace(path, meanwhile, std::nullopt);
    auto beside = TemporaryFolder::createIn(there.absolutePath(), path);
    if (!beside)
        return tl::unexpected(beside.error());
    return IssuePlace(path, meanwhile, std::move(*beside));
}

QString IssuePlace::writeTo() const
{
    return m_beside ? m_beside->filePath(QFileInfo(m_path).fileName()) : m_path;
}

Error IssuePlace::told(Error error) const
{
    error.message.replace(QDir::toNativeSeparators(writeTo()), QDir::toNativeSeparators(m_path));
    return error;
}

Done IssuePlace::settle()
{
    if (!m_beside)
        return {};
    if (auto taken = m_existing == Existing::Refuse ? takeFreeName() : takeNameOver(); !taken)
        return taken;
    return syncFolder(QFileInfo(m_path).absolutePath());
}

/// A second name for the file is given by the operating system to the first who asks, and never to another.
Done IssuePlace::takeFreeName()
{
    std::error_code noSecondName;
    std::filesystem::create_hard_link(native(writeTo()), native(m_path), noSecondName);
    if (!noSecondName)
        return {};
    if (noSecondName == std::errc::file_exists || QFileInfo::exists(m_path))
        return refuseTaken(m_path);
    return moveFile(writeTo(), m_path); // where files have one name only
}

Done IssuePlace::takeNameOver()
{
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
    return {};
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
