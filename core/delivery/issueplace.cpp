#include "core/delivery/issueplace.h"

#include <QCoreApplication>
#include <QDir>
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

/// Of a name whose file was to be replaced.
tl::unexpected<Error> refuseIrreplaceable(const QString &path)
{
    return refuse(ErrorCode::Conflict,
                  Text::tr("“%1” exists already and is not an ordinary file, which alone is replaced. Choose "
                           "another name for the package.")
                      .arg(QDir::toNativeSeparators(path)));
}

tl::unexpected<Error> refuseUnseen(const QString &path)
{
    return refuse(ErrorCode::Conflict,
                  Text::tr("“%1” was put there while this was made, and is not replaced unseen. Look at it, "
                           "then export again, or choose another name for the package.")
                      .arg(QDir::toNativeSeparators(path)));
}

}

IssuePlace::IssuePlace(QString path, IssuedAs as, Existing asked, Existing existing, TemporaryFolder beside)
    : m_path(std::move(path))
    , m_as(as)
    , m_asked(asked)
    , m_existing(existing)
    , m_beside(std::move(beside))
{
}

Result<IssuePlace> IssuePlace::claim(const QString &path, IssuedAs as, Existing existing)
{
    const QFileInfo there(path);
    const bool isTaken = there.exists() || there.isSymLink();
    if (isTaken && (existing == Existing::Refuse || as == IssuedAs::Folder))
        return refuseTaken(path);
    if (isTaken && !there.isFile())
        return refuseIrreplaceable(path);
    auto beside = TemporaryFolder::createIn(there.absolutePath(), path);
    if (!beside)
        return tl::unexpected(beside.error());
    return IssuePlace(path, as, existing, isTaken ? Existing::Replace : Existing::Refuse, std::move(*beside));
}

QString IssuePlace::writeTo() const
{
    return m_beside.filePath(QFileInfo(m_path).fileName());
}

Error IssuePlace::told(Error error) const
{
    error.message.replace(QDir::toNativeSeparators(writeTo()), QDir::toNativeSeparators(m_path));
    return error;
}

Done IssuePlace::checkFree() const
{
    const QFileInfo there(m_path);
    if (m_existing == Existing::Refuse && (there.exists() || there.isSymLink()))
        return refuseTakenMeanwhile();
    return {};
}

Done IssuePlace::refuseTakenMeanwhile() const
{
    return m_asked == Existing::Replace ? refuseUnseen(m_path) : refuseTaken(m_path);
}

Done IssuePlace::settle() const
{
    if (auto taken = m_existing == Existing::Refuse ? takeFreeName() : moveFile(writeTo(), m_path); !taken)
        return taken;
    return syncFolder(QFileInfo(m_path).absolutePath());
}

/// A second name for a file is given by the operating system to the first who asks, and never to another.
Done IssuePlace::takeFreeName() const
{
    if (m_as == IssuedAs::File) {
        std::error_code noSecondName;
        std::filesystem::create_hard_link(native(writeTo()), native(m_path), noSecondName);
        if (!noSecondName)
            return {};
        if (noSecondName == std::errc::file_exists)
            return refuseTakenMeanwhile();
    }
    if (auto isFree = checkFree(); !isFree)
        return isFree;
    return moveFile(writeTo(), m_path); // folders, and where files have one name only
}

}
