#include "core/package/nametwins.h"

#include "core/base/text.h"
#include "core/package/packagename.h"

#include <QCoreApplication>

#include <algorithm>

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(NameTwins)
};

auto ambiguous(const QString &one, const QString &other)
{
    return refuse(
        ErrorCode::Invalid,
        Text::tr(
            "The package is ambiguous: some systems take “%1” and “%2” for the same name. Ask for a package "
            "in which every name differs in more than case or accents.")
            .arg(withVisibleControls(one), withVisibleControls(other)));
}

}

Done NameTwins::add(const QString &path)
{
    if (const qsizetype slash = path.lastIndexOf(u'/'); slash >= 0) {
        if (auto added = addFolder(path.left(slash)); !added)
            return added;
    }
    const QString form = twinForm(path);
    const auto seen = m_seen.constFind(form);
    if (seen != m_seen.constEnd())
        return ambiguous(seen->path, path);
    m_seen.insert(form, {path, Kind::File});
    return {};
}

Done NameTwins::addFolder(const QString &path)
{
    for (QString folder = path; !folder.isEmpty();
         folder.truncate(std::max(folder.lastIndexOf(u'/'), qsizetype(0)))) {
        const QString form = twinForm(folder);
        const auto seen = m_seen.constFind(form);
        if (seen != m_seen.constEnd()) {
            if (seen->kind == Kind::File || seen->path != folder)
                return ambiguous(seen->path, path);
            return {};
        }
        m_seen.insert(form, {folder, Kind::Folder});
    }
    return {};
}

}
