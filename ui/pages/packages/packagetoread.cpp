#include "ui/pages/packages/packagetoread.h"

#include <QFileInfo>
#include <QThread>
#include <QVariant>

namespace plimsoll {

namespace {

constexpr auto mark = "plimsollPackage";

}

Result<std::shared_ptr<OpenedPackage>> packageToRead(const QString &path, const Clock &clock, QThread &window,
                                                     const Progress &progress)
{
    auto opened = OpenedPackage::open(path, clock, progress);
    if (!opened)
        return tl::unexpected(opened.error());
    if (auto unpacked = (*opened)->unpackEvidence(progress); !unpacked)
        return tl::unexpected(unpacked.error());
    Workspace &workspace = (*opened)->workspace();
    workspace.setProperty(mark, QFileInfo(path).absoluteFilePath());
    workspace.moveToThread(&window);
    return std::shared_ptr(std::move(*opened));
}

QString packageBehind(const Workspace &workspace)
{
    return workspace.property(mark).toString();
}

}
