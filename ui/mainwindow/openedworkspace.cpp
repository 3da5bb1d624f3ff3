#include "ui/mainwindow/openedworkspace.h"

#include "core/base/hindrance.h"
#include "ui/pages/packages/packagetoread.h"

#include <QDir>
#include <QFileInfo>
#include <QThread>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

Workspace::Access accessTo(const QString &folder)
{
    const QString database = QDir(folder).filePath(u"workspace.db"_s);
    return QFileInfo::exists(database) && hindranceToChange(database) != Hindrance::None
               ? Workspace::Access::ReadOnly
               : Workspace::Access::ReadWrite;
}

Result<OpenedWorkspace> handedTo(QThread &window, Result<std::unique_ptr<Workspace>> opened)
{
    if (!opened)
        return tl::unexpected(opened.error());
    const auto person = (*opened)->personOfThisAccount();
    if (!person)
        return tl::unexpected(person.error());
    if (*person)
        (*opened)->actAs((*person)->id);
    const auto known = RestorationNotice::knownTo(**opened);
    if (!known)
        return tl::unexpected(known.error());
    (*opened)->moveToThread(&window);
    return OpenedWorkspace{std::move(*opened), *known};
}

}

Result<OpenedWorkspace> openedFor(QThread &window, const QString &path, const Clock &clock,
                                  const Progress &progress)
{
    if (!looksLikePackage(path))
        return handedTo(window, Workspace::open(path, accessTo(path), clock));
    auto package = packageToRead(path, clock, window, progress);
    if (!package)
        return tl::unexpected(package.error());
    return OpenedWorkspace{{}, {}, std::move(*package)};
}

Result<OpenedWorkspace> createdFor(QThread &window, const QString &folder, const NewWorkspace &start,
                                   const Clock &clock)
{
    return handedTo(window, Workspace::create(folder, start, clock));
}

}
