#include "core/delivery/issueregister.h"

#include "core/delivery/issuerefusals.h"

#include <QCoreApplication>

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

/// The words with the day before what follows, where the day is known.
QString dated(const QString &withDay, const QString &withoutDay, const IssuedPackage &package)
{
    return package.stateOn ? withDay.arg(package.stateOn->toString(Qt::ISODate)) : withoutDay;
}

}

Done enterInRegister(Workspace &workspace, const IssuedPackage &entry, const QList<IssuedSystem> &systems,
                     const std::optional<IssuedPackage> &replaced)
{
    ChangeSet changeSet(labelOfIssue(entry));
    changeSet.create(entry);
    for (const IssuedSystem &system : systems)
        changeSet.create(system);
    if (replaced)
        changeSet.change(*replaced, asReplaced(*replaced, entry.id, workspace.today()));
    if (auto committed = workspace.commitAndWait(changeSet); !committed)
        return tl::unexpected(committed.error());
    return {};
}

Result<ChangeSet> planReplacement(const Connection &connection, const IssuedPackage &package,
                                  const IssuedPackage &by, QDate on)
{
    if (package.id == by.id)
        return refuse(ErrorCode::Invalid,
                      Text::tr("%1 cannot replace itself. Choose another package.").arg(package.fileName));
    if (by.replacedBy == package.id)
        return refuse(ErrorCode::Invalid, Text::tr("%1 was itself replaced by %2. Choose another package.")
                                              .arg(by.fileName, package.fileName));
    if (auto isFree = refuseSecondReplacement(connection, package); !isFree)
        return tl::unexpected(isFree.error());
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
