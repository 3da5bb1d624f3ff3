#pragma once

#include "core/base/temporaryfolder.h"

#include <optional>

namespace plimsoll {

/// What is done about a file that has the name already.
enum class Existing {
    Refuse,
    Replace,
};

/// The name under which something leaves the house. What had it before is touched only when the new thing is
/// whole, and comes back when that may not leave after all.
class IssuePlace
{
public:
    /// Refuses a name that is taken, unless a file is there and is to be replaced.
    static Result<IssuePlace> claim(const QString &path, Existing existing);

    [[nodiscard]] const QString &path() const { return m_path; }
    /// Where to write: the place itself, or beside it as long as another has the name.
    [[nodiscard]] QString writeTo() const;
    /// Gives what was written the name.
    Done settle();
    /// Takes away what was written, and puts back what was there before.
    void takeBack();

private:
    IssuePlace(QString path, std::optional<TemporaryFolder> beside);
    [[nodiscard]] QString former() const { return m_beside->filePath(QStringLiteral("before")); }

    QString m_path;
    std::optional<TemporaryFolder> m_beside;
};

}
