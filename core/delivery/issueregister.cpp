#include "core/delivery/issueregister.h"

#include "core/delivery/issuerefusals.h"
#include "core/evidence/intake.h"
#include "core/package/verifier.h"
#include "core/storage/repository.h"
#include "core/workspace/systemsofpackages.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(IssueRegister)
};

IssuedPackage asReplaced(IssuedPackage package, const Id<IssuedPackage> &by, QDate on)
{
    package.state = IssueState::Replaced;
    package.replacedBy = by;
    package.stateOn = on;
    return package;
}

QString labelOfIssue(const IssuedPackage &entry)
{
    return entry.reportAlone ? Text::tr("Issue the audit report %1").arg(entry.fileName)
                             : Text::tr("Issue the audit package %1").arg(entry.fileName);
}

/// Why something could not be entered: where another was entered faster in the place of the same package,
/// that.
Error toldOfTheFaster(const Workspace &workspace, const IssuedPackage &replaced, Error error)
{
    const auto reader = workspace.reader();
    if (error.code != ErrorCode::Conflict || !reader)
        return error;
    const Repository<IssuedPackage> packages(**reader);
    const auto now = packages.find(replaced.id);
    if (!now || !*now || (*now)->state != IssueState::Replaced || !(*now)->replacedBy)
        return error;
    const auto by = packages.find(*(*now)->replacedBy);
    error.message =
        Text::tr("Another export has replaced “%1” while this one was made: “%2” counts in its place "
                 "now. Nothing of this export was kept. Look at that one, then export again to "
                 "replace it.")
            .arg(replaced.fileName, by && *by ? (*by)->fileName : replaced.fileName);
    return error;
}

/// The words with the day before what follows, where the day is known.
QString dated(const QString &withDay, const QString &withoutDay, const IssuedPackage &package)
{
    return package.stateOn ? withDay.arg(package.stateOn->toString(Qt::ISODate)) : withoutDay;
}

}

Done enterInRegister(Workspace &workspace, const Id<Person> &person, const IssuedPackage &entry,
                     const QList<IssuedSystem> &systems, const std::optional<IssuedPackage> &replaced)
{
    ChangeSet changeSet(labelOfIssue(entry));
    changeSet.create(entry);
    for (const IssuedSystem &system : systems)
        changeSet.create(system);
    if (replaced)
        changeSet.change(*replaced, asReplaced(*replaced, entry.id, workspace.today()));
    if (auto committed = workspace.commitAndWait(changeSet, person); !committed)
        return tl::unexpected(replaced ? toldOfTheFaster(workspace, *replaced, committed.error())
                                       : committed.error());
    return {};
}

Error withdrawUnplaced(Workspace &workspace, const Id<Person> &person, const IssuedPackage &entry,
                       const std::optional<IssuedPackage> &replaced, const Error &reason)
{
    auto changeSet = planWithdrawal(
        entry, Text::tr("It never reached its place, so nobody holds it: %1").arg(reason.message),
        workspace.today());
    if (!changeSet)
        return changeSet.error();
    if (replaced)
        changeSet->change(asReplaced(*replaced, entry.id, workspace.today()), *replaced);
    Error told = reason;
    told.message +=
        u' ' +
        (workspace.commitAndWait(*changeSet, person)
             ? Text::tr("The register holds it as withdrawn.")
             : Text::tr("The register holds it all the same: withdraw it there on the page Packages."));
    return told;
}

Result<ChangeSet> planReplacement(const Connection &connection, const IssuedPackage &package,
                                  const IssuedPackage &by, QDate on)
{
    if (package.id == by.id)
        return refuse(ErrorCode::Invalid,
                      Text::tr("%1 cannot replace itself. Choose another package.").arg(package.fileName));
    if (auto isFree = refuseSecondReplacement(connection, package); !isFree)
        return tl::unexpected(isFree.error());
    // As it is now: the other one may have been replaced since it was chosen.
    const auto found = Repository<IssuedPackage>(connection).find(by.id);
    const auto about = systemsOfPackages(connection);
    if (!found || !about)
        return tl::unexpected(found ? about.error() : found.error());
    if (auto counts = refuseOutdatedReplacement(connection, package, found->value_or(by)); !counts)
        return tl::unexpected(counts.error());
    if (const auto systems = about->constFind(by.id); systems != about->cend()) {
        if (auto whole = refuseLosingSystems(connection, package, *systems); !whole)
            return tl::unexpected(whole.error());
    }
    return ChangeSet(Text::tr("%1 is replaced by %2").arg(package.fileName, by.fileName))
        .change(package, asReplaced(package, by.id, on));
}

Result<ChangeSet> planWithdrawal(const IssuedPackage &package, const QString &reason, QDate on)
{
    IssuedPackage withdrawn = package;
    withdrawn.state = IssueState::Withdrawn;
    withdrawn.stateReason = reason.trimmed();
    withdrawn.replacedBy = std::nullopt;
    withdrawn.stateOn = on;
    if (withdrawn.stateReason.isEmpty())
        return refuse(ErrorCode::Invalid,
                      Text::tr("Whoever holds %1 will ask why it was withdrawn. Give the reason.")
                          .arg(package.fileName));
    return ChangeSet(Text::tr("Withdraw %1").arg(package.fileName)).change(package, withdrawn);
}

Result<bool> isInRegister(const Connection &connection, const QString &path)
{
    const QFileInfo there(path);
    if (!there.isFile() || there.isSymLink())
        return false;
    const auto entries = Repository<IssuedPackage>(connection).where(&IssuedPackage::bytes, there.size());
    auto file = DiskFile::openToRead(path);
    const auto digest = file ? digestOf(*file, unwatched()) : tl::unexpected(file.error());
    if (!entries || !digest)
        return tl::unexpected(entries ? digest.error() : entries.error());
    const bool isReport = std::ranges::any_of(*entries, [&digest](const IssuedPackage &entry) {
        return entry.reportAlone && entry.seal == *digest;
    });
    if (isReport || std::ranges::all_of(*entries, &IssuedPackage::reportAlone))
        return isReport;
    const auto package = verify(path, unwatched());
    if (!package)
        return tl::unexpected(package.error());
    return package->isGood() && std::ranges::any_of(*entries, [&package](const IssuedPackage &entry) {
               return !entry.reportAlone && entry.seal == package->seal;
           });
}

QString kindInWords(const IssuedPackage &package)
{
    return package.reportAlone ? Text::tr("Audit PDF") : Text::tr("Audit package");
}

QString stateInWords(const IssuedPackage &package, const QString &by)
{
    switch (package.state) {
    case IssueState::Issued:
        return Text::tr("current");
    case IssueState::Replaced:
        return dated(Text::tr("replaced on %1 by %2"), Text::tr("replaced by %2"), package)
            .replace(u"%2"_s, by);
    case IssueState::Withdrawn:
        break;
    }
    return dated(Text::tr("withdrawn on %1: %2"), Text::tr("withdrawn: %2"), package)
        .replace(u"%2"_s, package.stateReason);
}

}
