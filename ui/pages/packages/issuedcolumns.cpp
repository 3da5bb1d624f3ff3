#include "ui/pages/packages/issuedcolumns.h"

#include "core/delivery/issueregister.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(IssuedColumns)
};

/// Enough to tell packages apart; the whole is in the tooltip and is what gets copied.
QString shortened(const Digest &seal)
{
    const QString hex = seal.hex();
    return hex.left(8) + u" … "_s + hex.right(8);
}

}

StatusMark markOf(IssueState state)
{
    switch (state) {
    case IssueState::Issued:
        return StatusMark::Met;
    case IssueState::Replaced:
        return StatusMark::NotApplicable;
    case IssueState::Withdrawn:
        break;
    }
    return StatusMark::NotMet;
}

QString stateAndDay(const IssuedPackage &package)
{
    const QString day = package.stateOn ? package.stateOn->toString(Qt::ISODate) : QString();
    switch (package.state) {
    case IssueState::Issued:
        return Text::tr("current");
    case IssueState::Replaced:
        return day.isEmpty() ? Text::tr("replaced") : Text::tr("replaced on %1").arg(day);
    case IssueState::Withdrawn:
        break;
    }
    return day.isEmpty() ? Text::tr("withdrawn") : Text::tr("withdrawn on %1").arg(day);
}

std::vector<Column<IssuedLine>> issuedColumns()
{
    std::vector<Column<IssuedLine>> columns;
    columns.emplace_back(Text::tr("Issued"), [](const IssuedLine &l) { return l.package.issuedAt; });
    columns.emplace_back(Text::tr("What"), [](const IssuedLine &l) { return kindInWords(l.package); });
    columns.emplace_back(Text::tr("Systems"), [](const IssuedLine &l) { return l.package.systems; });
    columns.emplace_back(Text::tr("Issued to"), [](const IssuedLine &l) { return l.package.issuedTo; });
    columns.push_back(Column<IssuedLine>(Text::tr("State"), [](const IssuedLine &l) {
                          return stateAndDay(l.package);
                      }).marked([](const IssuedLine &l) { return int(markOf(l.package.state)); }));
    columns.push_back(
        Column<IssuedLine>(Text::tr("Seal"), [](const IssuedLine &l) { return shortened(l.package.seal); })
            .withToolTip([](const IssuedLine &l) { return sealInGroups(l.package.seal); })
            .explained(Text::tr("SHA-256 of the package's tag manifest, of a PDF its own "
                                "fingerprint. It is sent by another channel.")));
    columns.emplace_back(Text::tr("Purpose"), [](const IssuedLine &l) { return l.package.purpose; });
    columns.emplace_back(Text::tr("File"), [](const IssuedLine &l) { return l.package.fileName; });
    return columns;
}

std::vector<IssuedLine> issuedLines(const QList<IssuedPackage> &issued)
{
    QHash<Id<IssuedPackage>, QString> names;
    for (const IssuedPackage &package : issued)
        names.insert(package.id, package.fileName);
    std::vector<IssuedLine> lines;
    lines.reserve(size_t(issued.size()));
    for (const IssuedPackage &package : issued)
        lines.push_back({package, package.replacedBy ? names.value(*package.replacedBy) : QString()});
    return lines;
}

QString sealInGroups(const Digest &seal)
{
    const QString hex = seal.hex();
    QStringList groups;
    for (qsizetype at = 0; at < hex.size(); at += 8)
        groups.append(hex.mid(at, 8));
    return groups.join(u' ');
}

}
