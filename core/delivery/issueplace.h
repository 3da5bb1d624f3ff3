#pragma once

#include "core/base/result.h"
#include "core/base/temporaryfolder.h"

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
/// whole, and is then replaced in one step. Of two that are issued under one name at the same time, the
/// second is refused.
class IssuePlace
{
public:
    /// Refuses a name that is taken, unless a file is there and is to be replaced.
    static Result<IssuePlace> claim(const QString &path, IssuedAs as, Existing existing);

    [[nodiscard]] const QString &path() const { return m_path; }
    /// Where to write, beside its place: gone with this object unless it got its name.
    [[nodiscard]] QString writeTo() const;
    /// Speaks of the name instead of where it was written.
    [[nodiscard]] Error told(Error error) const;
    /// Refuses when another took the name since it was claimed.
    [[nodiscard]] Done checkFree() const;
    /// Gives what was written the name. Refused when another took it meanwhile.
    [[nodiscard]] Done settle() const;

private:
    IssuePlace(QString path, IssuedAs as, Existing asked, Existing existing, TemporaryFolder beside);
    [[nodiscard]] Done takeFreeName() const;
    [[nodiscard]] Done refuseTakenMeanwhile() const;

    QString m_path;
    IssuedAs m_as;
    Existing m_asked;    ///< what is done about a file that has the name
    Existing m_existing; ///< whether there was one when it was claimed
    TemporaryFolder m_beside;
};

}
