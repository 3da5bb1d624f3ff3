#include "core/report/blocks.h"
#include "core/report/paper.h"
#include "core/report/systemchapter.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

using paper::pt;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ProvisionBlocks)
};

QString labelled(const QString &label, const QString &text)
{
    return text.isEmpty() ? QString() : Text::tr("%1: %2").arg(label, text);
}

void addEvidence(Stack &stack, const ReportEvidence &evidence)
{
    stack.add(joined({evidence.reference, evidence.title, evidence.kind}), TextStyle::Small,
              {.gap = pt(2.5)});
    const QString facts = joined({labelled(Text::tr("covers"), inWords(evidence.period)), evidence.state,
                                  labelled(Text::tr("valid until"), inWords(evidence.validUntil))});
    if (!facts.isEmpty())
        stack.add(facts, TextStyle::Quiet);
    if (!evidence.damage.isEmpty())
        stack.add(evidence.damage, TextStyle::SmallStrong, {.mark = StatusMark::NotMet});
    for (const QString &line : {labelled(u"SHA-256"_s, evidence.digest), evidence.location}) {
        if (!line.isEmpty())
            stack.add(line, TextStyle::Code);
    }
}

void addReliance(Stack &stack, const ReportItem &item)
{
    for (const QString &line : {labelled(Text::tr("Relied upon"), item.borneBy),
                                labelled(Text::tr("Held from that party"), item.heldFromParty),
                                labelled(Text::tr("Left to do here"), item.leftToDo)})
        if (!line.isEmpty())
            stack.add(line, TextStyle::Body);
}

PageRow blockOf(const Grid &grid, const ReportItem &item, const ChapterPlace &place)
{
    PageRow row = grid.row(pt(6));
    row.anchor = provisionAnchor(place, item.designator);
    row.outline = OutlineEntry{4, item.designator + u' ' + item.title, row.anchor};
    row.continuation = continuationOf(item.designator);

    Stack &left = row.cells[0].stack;
    left.add(item.designator, TextStyle::Strong);
    left.add(statusWord(item.status), TextStyle::SmallStrong, {.gap = pt(2), .mark = item.status});
    if (std::ranges::any_of(item.evidence, [](const auto &piece) { return !piece.damage.isEmpty(); }))
        left.add(Text::tr("Evidence damaged"), TextStyle::SmallStrong,
                 {.gap = pt(2), .mark = StatusMark::NotMet});
    left.add(item.verb, TextStyle::Quiet, {.gap = pt(2)});
    left.add(item.dutyHolder, TextStyle::Quiet);

    Stack &right = row.cells[1].stack;
    right.add(item.title, TextStyle::Strong);
    if (!item.rationale.isEmpty())
        right.add(item.rationale, TextStyle::Body, {.gap = pt(3)});
    else if (item.applicability == ReportApplicability::Applies)
        right.add(Text::tr("No rationale recorded."), TextStyle::Quiet, {.gap = pt(3)});
    for (const QString &more : {item.approval, item.notCounted}) {
        if (!more.isEmpty())
            right.add(more, TextStyle::Quiet, {.gap = pt(3)});
    }
    if (!item.waitsFor.isEmpty())
        right.add(labelled(Text::tr("Waits"), item.waitsFor), TextStyle::Body);
    addReliance(right, item);
    const QString people =
        joined({labelled(Text::tr("Inherited from"), item.inheritedFrom), item.inheritance,
                labelled(Text::tr("Owner"), item.owner), labelled(Text::tr("Due"), inWords(item.due))});
    if (!people.isEmpty())
        right.add(people, TextStyle::Quiet, {.gap = pt(3)});
    for (const ReportEvidence &evidence : item.evidence)
        addEvidence(right, evidence);
    if (item.evidence.isEmpty())
        right.add(Text::tr("No evidence attached."), TextStyle::Quiet, {.gap = pt(3)});
    return row;
}

}

bool placeProvisions(PageFlow &flow, const ReportSystem &system, const ChapterPlace &place, const Step &step)
{
    const Grid grid(flow, {{{}, 19}, {{}, 81}});
    QString principle;
    bool isEmpty = true;
    for (const ReportItem &item : system.items) {
        if (!hasBlock(item))
            continue;
        if (isEmpty || item.principle != principle) {
            principle = item.principle;
            placeGroup(flow, joined({item.principle, item.phase}),
                       systemAnchor(place.system) + u"/principle/"_s + principle);
        }
        isEmpty = false;
        flow.place(blockOf(grid, item, place));
        if (!step())
            return false;
    }
    if (isEmpty)
        placeParagraph(flow, Text::tr("No provision applies to this system."));
    return true;
}

}
