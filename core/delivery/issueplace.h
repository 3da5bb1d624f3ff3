#pragma once

#include "core/base/result.h"
#include "core/base/temporaryfolder.h"

#include <optional>

namespace plimsoll {

/// What is done about a file that has the name already.
enum class Existing {
    Refuse,
    Replace,
};

/// What gets the name.
enum class IssuedAs {
    File,
    Folder,
};

/// The name under which something leaves the house. What had it before is touched only when the new thing is
/// whole, and comes back when that may not leave after all. Of two that are issued under one name at the same
/// time, the second is refused.
class IssuePlace
{
public:
    /// Refuses a name that is taken, unless a file is there and is to be replaced.
    static Result<IssuePlace> claim(const QString &path, IssuedAs as, Existing existing);

    [[nodiscard]] const QString &path() const { return m_path; }
    /// Where to write: a file beside its place, a folder at the place itself.
    [[nodiscard]] QString writeTo() const;
    /// Speaks of the name instead of where it was written.
    [[nodiscard]] Error told(Error error) const;
    /// Gives what was written the name. Refused when another took it meanwhile.
    Done settle();
    /// Takes away what was written, and puts back what was there before.
    void takeBack();

private:
    IssuePlace(QString path, Existing existing, std::optional<TemporaryFolder> beside);
    Done takeFreeName();
    Done takeNameOver();
    [[nodiscard]] QString former() const { return m_beside->filePath(QStringLiteral(".before")); }

    QString m_path;
    Existing m_existing;
    std::optional<TemporaryFolder> m_beside; ///< none of a folder
};

}
