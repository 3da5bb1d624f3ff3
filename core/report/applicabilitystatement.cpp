#include "core/report/applicabilitywords.h"
#include "core/report/blocks.h"
#include "core/report/paper.h"
#include "core/report/systemchapter.h"

#include <QCoreApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

using paper::pt;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ApplicabilityStatement)
};

QString sourceOf(const ReportItem &item)
{
    QStringList sources;
    if (!item.inheritedFrom.isEmpty())
        sources << Text::tr("inherited from %1").arg(item.inheritedFrom);
    if (!item.borneBy.isEmpty())
        sources << Text::tr("relied upon: %1").arg(item.borneBy);
    return sources.join(u'\n');
}

QString evidenceOf(const ReportItem &item)
{
    QStringList references;
    for (const ReportEvidence &evidence : item.evidence)
        references << (evidence.reference.isEmpty() ? evidence.title : evidence.reference);
    return references.isEmpty() ? Text::tr("none") : references.join(u", "_s);
}

void placeItem(PageFlow &flow, const Grid &grid, const ReportItem &item, const ChapterPlace &place)
{
    PageRow row = grid.row(pt(4));
    Stack &provision = row.cells[0].stack;
    row.anchor = statementAnchor(place, item.designator);
    row.continuation = continuationOf(item.designator);
    if (hasBlock(item))
        provision.add(item.designator, TextStyle::Link, {.target = provisionAnchor(place, item.designator)});
    else
        provision.add(item.designator, TextStyle::SmallStrong);
    provision.add(item.title, TextStyle::Small);
    provision.add(joined({item.verb, item.dutyHolder}), TextStyle::Quiet);
    row.cells[1].stack.add(applicabilityWord(item), TextStyle::SmallStrong);
    TextStyle style = TextStyle::Small;
    for (const QString &reason : applicabilityReasons(item))
        row.cells[1].stack.add(reason, std::exchange(style, TextStyle::Quiet));
    row.cells[2].stack.add(statusWord(item.status), TextStyle::SmallStrong, {.mark = item.status});
    if (const QString source = sourceOf(item); !source.isEmpty())
        row.cells[2].stack.add(source, TextStyle::Quiet);
    row.cells[3].stack.add(evidenceOf(item), TextStyle::Small);
    if (item.references.isEmpty())
        row.cells[4].stack.add(Text::tr("none"), TextStyle::Small);
    for (const ReportReference &reference : item.references) {
        row.cells[4].stack.add(Text::tr("%1 %2").arg(reference.framework, reference.clause),
                               TextStyle::Small);
        row.cells[4].stack.add(reference.basis, TextStyle::Quiet);
    }
    flow.place(std::move(row));
}

}

bool placeApplicabilityStatement(PageFlow &flow, const ReportSystem &system, const ChapterPlace &place,
                                 const Step &step)
{
    const Grid grid(flow, {{Text::tr("Provision, verb, duty holder"), 27},
                           {Text::tr("Applies, and why or why not"), 25},
                           {Text::tr("Implemented, from where"), 17},
                           {Text::tr("Evidence"), 8},
                           {Text::tr("ISO/IEC 27001 and SOC 2 (basis)"), 23}});
    flow.beginTable(grid.header());
    QString principle;
    for (const ReportItem &item : system.items) {
        if (item.principle != principle) {
            principle = item.principle;
            flow.placeWithNext(grid.groupRow(joined({item.principle, item.phase})));
        }
        placeItem(flow, grid, item, place);
        if (!step())
            return false;
    }
    flow.endTable();
    return true;
}

}
