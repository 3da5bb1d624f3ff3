#include "core/report/blocks.h"
#include "core/report/paper.h"
#include "core/report/systemchapter.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

using paper::pt;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ExceptionLists)
};

QString orNone(const QString &text)
{
    return text.isEmpty() ? Text::tr("none") : text;
}

/// A table of the items that `belongs` picks; `fill` writes the cells after the first, which names and links
/// the provision.
template <class Belongs, class Fill>
void placeItems(PageFlow &flow, const ReportSystem &system, const ChapterPlace &place, const QString &title,
                const Grid &grid, Belongs belongs, Fill fill)
{
    placeGroup(flow, title);
    if (std::none_of(system.items.begin(), system.items.end(), belongs)) {
        placeParagraph(flow, Text::tr("None"));
        return;
    }
    flow.beginTable(grid.header());
    for (const ReportItem &item : system.items) {
        if (!belongs(item))
            continue;
        PageRow row = grid.row(pt(4));
        row.continuation = continuationOf(item.designator);
        row.cells[0].stack.add(item.designator, TextStyle::Link,
                               {.target = targetOf(system, place, item.designator)});
        row.cells[0].stack.add(item.title, TextStyle::Small);
        fill(row, item);
        flow.place(std::move(row));
    }
    flow.endTable();
}

/// Items that are said to be met or partly met, and no evidence shows it on any day.
qsizetype withoutEvidence(const ReportSystem &system)
{
    return std::ranges::count_if(system.items, [](const ReportItem &item) {
        return item.applicability == ReportApplicability::Applies && item.evidence.isEmpty() &&
               (item.status == StatusMark::Met || item.status == StatusMark::PartlyMet);
    });
}

/// What the list of gaps has nothing to say about; empty when it speaks of all.
QString besideGaps(const ReportSystem &system)
{
    const auto count = withoutEvidence(system);
    if (count == 0)
        return {};
    return Text::tr(
               "Items counted as met or partly met that have no evidence for any day: %1. They are among "
               "the exceptions.")
        .arg(count);
}

void placeGaps(PageFlow &flow, const ReportSystem &system, const ChapterPlace &place)
{
    placeGroup(flow, Text::tr("Parts of the period that no evidence covers"));
    const bool wasLookedAt = system.period.from.isValid() || system.period.to.isValid();
    if (!wasLookedAt && system.gaps.isEmpty())
        return placeParagraph(flow,
                              Text::tr("Not looked at: the assessment states neither a period nor a day."));
    const QString beside = besideGaps(system);
    if (!beside.isEmpty())
        placeParagraph(flow, beside);
    if (system.gaps.isEmpty())
        return placeParagraph(flow, beside.isEmpty() ? Text::tr("None")
                                                     : Text::tr("None among the items that have evidence."));
    const Grid grid(flow, {{Text::tr("Provision"), 18}, {Text::tr("What is not covered"), 82}});
    flow.beginTable(grid.header());
    for (const ReportGap &gap : system.gaps) {
        PageRow row = grid.row(pt(2));
        row.continuation = continuationOf(gap.designator);
        row.cells[0].stack.add(gap.designator, TextStyle::Link,
                               {.target = targetOf(system, place, gap.designator)});
        row.cells[1].stack.add(gap.what, TextStyle::Small);
        flow.place(std::move(row));
    }
    flow.endTable();
}

void placeDeviations(PageFlow &flow, const ReportSystem &system, const ChapterPlace &place)
{
    if (system.exceptions.isEmpty()) {
        placeParagraph(flow, Text::tr("None"));
        return;
    }
    const Grid grid(flow, {{Text::tr("Provision, kind"), 16},
                           {Text::tr("What"), 23},
                           {Text::tr("Reason"), 36},
                           {Text::tr("Approver, until"), 12},
                           {Text::tr("Owner, due"), 13}});
    flow.beginTable(grid.header());
    for (const ReportException &exception : system.exceptions) {
        PageRow row = grid.row(pt(4));
        row.continuation = continuationOf(exception.designator);
        row.cells[0].stack.add(exception.designator, TextStyle::Link,
                               {.target = targetOf(system, place, exception.designator)});
        row.cells[0].stack.add(exception.kind, TextStyle::Small);
        row.cells[1].stack.add(exception.what, TextStyle::Small);
        row.cells[2].stack.add(orNone(exception.reason), TextStyle::Small);
        row.cells[3].stack.add(orNone(exception.approver), TextStyle::Small);
        row.cells[3].stack.add(inWords(exception.until), TextStyle::Quiet);
        row.cells[4].stack.add(orNone(exception.owner), TextStyle::Small);
        row.cells[4].stack.add(inWords(exception.due), TextStyle::Quiet);
        flow.place(std::move(row));
    }
    flow.endTable();
}

}

QString notAnsweredInWords(const ReportSystem &system)
{
    QSet<QString> listed; // what is overdue, say, or waits for an approval
    for (const ReportException &exception : system.exceptions)
        listed.insert(exception.designator);
    int open = 0;
    int openAndListed = 0;
    for (const ReportItem &item : system.items) {
        if (item.applicability != ReportApplicability::Applies || item.status != StatusMark::NotAnswered)
            continue;
        ++open;
        openAndListed += int(listed.contains(item.designator));
    }
    if (open == 0)
        return {};
    if (openAndListed == 0)
        return Text::tr("Items not answered yet: %1. They are open, and not among the exceptions.").arg(open);
    return Text::tr(
               "Items not answered yet: %1. They are open; among the exceptions, for another reason: %2.")
        .arg(open)
        .arg(openAndListed);
}

void placeExceptions(PageFlow &flow, const ReportSystem &system, const ChapterPlace &place)
{
    placeParagraph(
        flow,
        Text::tr(
            "What is not met, partly met, not followed, overridden, or rests on missing, altered, lapsed or "
            "draft evidence."),
        TextStyle::Quiet);
    if (const QString open = notAnsweredInWords(system); !open.isEmpty())
        placeParagraph(flow, open);
    placeDeviations(flow, system, place);
    placeGaps(flow, system, place);
}

void placeListsApart(PageFlow &flow, const ReportSystem &system, const ChapterPlace &place)
{
    placeItems(
        flow, system, place, Text::tr("Waiting for an event"),
        Grid(flow, {{Text::tr("Provision"), 34}, {Text::tr("Event"), 22}, {Text::tr("Why it waits"), 44}}),
        [](const ReportItem &item) { return item.applicability == ReportApplicability::Waits; },
        [](PageRow &row, const ReportItem &item) {
            row.cells[1].stack.add(item.waitsFor, TextStyle::Small);
            row.cells[2].stack.add(item.applicabilityReason, TextStyle::Small);
        });
    placeItems(
        flow, system, place, Text::tr("Relied upon"),
        Grid(flow, {{Text::tr("Provision"), 28},
                    {Text::tr("Party"), 18},
                    {Text::tr("What is held from it"), 27},
                    {Text::tr("Left to do here"), 27}}),
        [](const ReportItem &item) { return item.applicability == ReportApplicability::BorneElsewhere; },
        [](PageRow &row, const ReportItem &item) {
            row.cells[1].stack.add(item.borneBy, TextStyle::Small);
            row.cells[2].stack.add(orNone(item.heldFromParty), TextStyle::Small);
            row.cells[3].stack.add(orNone(item.leftToDo), TextStyle::Small);
        });
    placeItems(
        flow, system, place, Text::tr("Recommended parts of shall provisions"),
        Grid(flow, {{Text::tr("Provision"), 34},
                    {Text::tr("Answer"), 22},
                    {Text::tr("Applies, and why or why not"), 44}}),
        [](const ReportItem &item) { return item.isShouldPart; },
        [](PageRow &row, const ReportItem &item) {
            row.cells[1].stack.add(statusWord(item.status), TextStyle::SmallStrong, {.mark = item.status});
            row.cells[2].stack.add(item.applicabilityReason, TextStyle::Small);
        });
}

void placeAssets(PageFlow &flow, const ReportSystem &system)
{
    if (system.assets.isEmpty()) {
        placeParagraph(flow, Text::tr("None"));
        return;
    }
    const Grid grid(flow, {{Text::tr("Asset"), 20},
                           {Text::tr("Supplier, origin"), 28},
                           {Text::tr("Fingerprint (SHA-256), as declared"), 52}});
    flow.beginTable(grid.header());
    for (const ReportAsset &asset : system.assets) {
        PageRow row = grid.row(pt(4));
        row.continuation = continuationOf(asset.name);
        row.cells[0].stack.add(asset.name, TextStyle::SmallStrong);
        row.cells[0].stack.add(joined({asset.kind, asset.version}), TextStyle::Quiet);
        row.cells[1].stack.add(asset.supplier.isEmpty() ? Text::tr("no supplier") : asset.supplier,
                               TextStyle::Small);
        row.cells[1].stack.add(asset.origin, TextStyle::Quiet);
        row.cells[2].stack.add(asset.digest.isEmpty() ? Text::tr("none") : asset.digest, TextStyle::Code);
        if (asset.acquiredAt.isValid())
            row.cells[2].stack.add(
                Text::tr("acquired %1").arg(asset.acquiredAt.toUTC().toString(Qt::ISODate)),
                TextStyle::Quiet);
        flow.place(std::move(row));
    }
    flow.endTable();
}

}
