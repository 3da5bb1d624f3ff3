#include "ui/pages/packages/packagetoread.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QThread>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PackageToRead)
};

constexpr auto mark = "plimsollPackage";
constexpr auto sealMark = "plimsollPackageSeal"; ///< its digits; empty when none was told

Result<std::unique_ptr<OpenedPackage>> openedWithEvidence(const QString &path, const Clock &clock,
                                                          const Progress &progress)
{
    auto opened = OpenedPackage::open(path, clock, progress);
    if (!opened)
        return opened;
    if (auto unpacked = (*opened)->unpackEvidence(progress); !unpacked)
        return tl::unexpected(unpacked.error());
    (*opened)->workspace().setProperty(mark, QFileInfo(path).absoluteFilePath());
    return opened;
}

std::shared_ptr<OpenedPackage> handedTo(QThread &window, std::unique_ptr<OpenedPackage> opened)
{
    opened->workspace().moveToThread(&window);
    return opened;
}

}

Result<std::shared_ptr<OpenedPackage>> packageToRead(const QString &path, const Clock &clock, QThread &window,
                                                     const Progress &progress)
{
    auto opened = openedWithEvidence(path, clock, progress);
    if (!opened)
        return tl::unexpected(opened.error());
    return handedTo(window, std::move(*opened));
}

Result<std::shared_ptr<OpenedPackage>> packageToRead(const CheckedPackage &package, const Clock &clock,
                                                     QThread &window, const Progress &progress)
{
    auto opened = openedWithEvidence(package.path, clock, progress);
    if (!opened)
        return tl::unexpected(opened.error());
    if (package.seal && (*opened)->seal() != package.seal)
        return refuse(ErrorCode::Damaged,
                      Text::tr("The package %1 has another seal than when it was checked. "
                               "Check it again before you read it.")
                          .arg(QDir::toNativeSeparators(package.path)));
    (*opened)->workspace().setProperty(sealMark, package.seal ? package.seal->hex() : u""_s);
    return handedTo(window, std::move(*opened));
}

std::optional<CheckedPackage> checkBehind(const Workspace &workspace)
{
    const QVariant seal = workspace.property(sealMark);
    if (!seal.isValid())
        return std::nullopt;
    return CheckedPackage{packageBehind(workspace), Digest::fromHex(seal.toString())};
}

QString packageBehind(const Workspace &workspace)
{
    return workspace.property(mark).toString();
}

}
