#include "core/delivery/exportpackage.h"
#include "core/delivery/packageverification.h"
#include "core/package/verifier.h"
#include "core/workspace/attaching.h"
#include "tests/bench/beside.h"
#include "tests/bench/hashfloor.h"
#include "tests/bench/measurements.h"
#include "tests/bench/medians.h"
#include "tests/bench/programs.h"

using namespace Qt::StringLiterals;

namespace plimsoll::bench {

namespace {

/// What one pair of rows is about.
struct Subject
{
    QString name; ///< "large", "many"
    QString what;
    QStringList files;
    QString from; ///< the file or folder that the peers pack
    double verifyLimit = 0;
};

/// A workspace that holds the files as evidence.
Result<OneSystem> holding(const QStringList &files, const QString &folder, const Clock &clock)
{
    QDir(folder).removeRecursively();
    auto place = OneSystem::make(folder, clock);
    if (!place)
        return place;
    QList<Attachment> attachments;
    for (const QString &file : files)
        attachments.append({file, {}, {{place->assessment.id, u"5.1.1-1"_s}}});
    if (const auto attached = attach(*place->workspace, attachments); !attached)
        return tl::unexpected(attached.error());
    return place;
}

Result<double> exportAnew(const OneSystem &place, const QString &package)
{
    QFile::remove(package);
    calmDisk();
    return secondsOf([&]() -> Done {
        const auto issued = exportPackage(*place.workspace, {place.system.id}, package, {});
        return issued ? Done() : tl::unexpected(issued.error());
    });
}

/// openssl dgst, then zip without compression.
Result<double> hashAndZip(const Subject &subject, const QString &archive)
{
    QFile::remove(archive);
    calmDisk();
    const auto hashed = secondsOfRun(u"openssl"_s, QStringList{u"dgst"_s, u"-sha256"_s} + subject.files);
    const QFileInfo from(subject.from);
    const auto zipped =
        secondsOfRun(u"zip"_s, {u"-0"_s, u"-r"_s, u"-q"_s, archive, from.fileName()}, from.absolutePath());
    QFile::remove(archive);
    if (!hashed || !zipped)
        return hashed ? zipped : hashed;
    return *hashed + *zipped;
}

Result<Row> packageRow(const Subject &subject, const OneSystem &place, const QString &package, Ground &ground)
{
    return besidePeer(
        {.name = u"package-"_s + subject.name,
         .what = u"package of "_s + subject.what,
         .unit = u"s"_s,
         .peer = u"openssl, zip -0"_s,
         .limit = 0.5},
        ground.scale().runs, [&] { return exportAnew(place, package); }, {u"openssl"_s, u"zip"_s},
        [&] { return hashAndZip(subject, ground.path(u"peer.zip"_s)); });
}

Result<Row> verifyRow(const Subject &subject, const QString &package, Ground &ground)
{
    const Attempt ours = [&package] {
        return secondsOf([&package]() -> Done {
            const auto verified = verify(package, unwatched());
            if (!verified)
                return tl::unexpected(verified.error());
            return verified->isGood() ? Done()
                                      : refuse(ErrorCode::Damaged, u"The package does not verify."_s);
        });
    };
    const auto medians = mediansByTurns(ground.scale().runs, {ours, [&] {
                                                                  return secondsToHash({package});
                                                              }});
    if (!medians)
        return tl::unexpected(medians.error());
    return Row{.name = u"verify-"_s + subject.name,
               .what = u"verify that package"_s,
               .unit = u"s"_s,
               .ours = medians->at(0),
               .peer = u"EVP"_s,
               .peers = medians->at(1),
               .limit = subject.verifyLimit};
}

/// What `plimsollctl verify` takes, which also proves the record that the package holds. No peer does that.
Result<Row> proofRow(const Subject &subject, const QString &package, Ground &ground)
{
    const Attempt ours = [&package] {
        return secondsOf([&package]() -> Done {
            const auto verified = verifyPackage(package, {}, unwatched());
            if (!verified)
                return tl::unexpected(verified.error());
            return verified->holds() ? Done() : refuse(ErrorCode::Damaged, u"The package does not hold."_s);
        });
    };
    const auto medians = mediansByTurns(ground.scale().runs, {ours});
    if (!medians)
        return tl::unexpected(medians.error());
    return Row{.name = u"proof-"_s + subject.name,
               .what = u"verify it and prove the record in it"_s,
               .unit = u"s"_s,
               .ours = medians->at(0)};
}

Result<QList<Row>> packageAndVerify(const Subject &subject, Ground &ground)
{
    const QString folder = ground.path(u"package.plimsoll"_s);
    const QString package = ground.path(u"package.zip"_s);
    auto place = holding(subject.files, folder, ground.clock());
    if (!place)
        return tl::unexpected(place.error());
    const auto packaged = packageRow(subject, *place, package, ground);
    const auto verified = packaged ? verifyRow(subject, package, ground) : packaged;
    const auto proven = verified ? proofRow(subject, package, ground) : verified;
    place->workspace.reset();
    QDir(folder).removeRecursively();
    QFile::remove(package);
    if (!proven)
        return tl::unexpected(proven.error());
    return QList<Row>{*packaged, *verified, *proven};
}

Result<QList<Row>> packageLarge(Ground &ground)
{
    const auto file = ground.largeFile();
    if (!file)
        return tl::unexpected(file.error());
    return packageAndVerify({u"large"_s, u"%1 MiB"_s.arg(ground.scale().bytes >> 20), {*file}, *file, 1.15},
                            ground);
}

Result<QList<Row>> packageMany(Ground &ground)
{
    const auto folder = ground.manyFiles();
    if (!folder)
        return tl::unexpected(folder.error());
    return packageAndVerify(
        {u"many"_s, u"%1 files of 200 KB"_s.arg(ground.scale().files), filesIn(*folder), *folder, 0.7},
        ground);
}

}

Measurement packagingALargeFile()
{
    return {{u"package-large"_s, u"verify-large"_s, u"proof-large"_s}, packageLarge};
}

Measurement packagingManyFiles()
{
    return {{u"package-many"_s, u"verify-many"_s, u"proof-many"_s}, packageMany};
}

}
