#include "core/report/frontchapters.h"

#include "core/report/blocks.h"
#include "core/report/paper.h"
#include "core/report/systemchapter.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

using paper::pt;

/// More systems than this are listed inside, not on the cover.
constexpr qsizetype systemsOnCover = 6;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FrontChapters)
};

PageRow coverText(PageFlow &flow, const QString &text, TextStyle style, qreal gap)
{
    PageRow row;
    row.gap = gap;
    row.cells.push_back({0, Stack(flow.typography(), paper::body.width())});
    row.cells.front().stack.add(text, style);
    return row;
}

void placeMark(PageFlow &flow)
{
    const ChartColours colours = flow.typography().colours();
    PageRow row;
    row.cells.push_back({0, Stack(flow.typography(), paper::body.width())});
    row.cells.front().stack.add(pt(190), [colours](QPainter &painter, const QRectF &rect) {
        paintLoadLine(painter, QRectF(rect.left(), rect.top(), pt(64), pt(64)), colours.accent);
        const QColor faint = blended(colours.panel, colours.accent, 0.09);
        paintLoadLine(painter, QRectF(rect.right() - pt(150), rect.top() - pt(110), pt(420), pt(420)), faint);
    });
    flow.place(std::move(row));
}

QString systemsInWords(const AuditReport &report)
{
    if (report.systems.size() > systemsOnCover)
        return Text::tr("%n AI systems, listed in chapter 2", nullptr, int(report.systems.size()));
    QStringList names;
    for (const ReportSystem &system : report.systems)
        names << (system.outOfScope.isEmpty() ? titleOf(system)
                                              : Text::tr("%1 (out of scope)").arg(titleOf(system)));
    return names.join(u'\n');
}

/// A line for each system that is not assessed; empty when all are.
QString outOfScopeOf(const AuditReport &report)
{
    QStringList lines;
    for (const ReportSystem &system : report.systems) {
        if (!system.outOfScope.isEmpty())
            lines << Text::tr("%1: %2").arg(titleOf(system), system.outOfScope);
    }
    return lines.join(u'\n');
}

QString assessorOf(const AuditReport &report)
{
    return (report.assessor.isEmpty() ? Text::tr("none named") : report.assessor) + u'\n' + identityLine();
}

QString limitationsOf(const AuditReport &report)
{
    QStringList limitations = report.limitations;
    limitations << Text::tr("Provisions are told in Plimsoll's wording; the standard prevails.")
                << Text::tr("This is an assessment, not a certificate.")
                << Text::tr("EN 304 223 is not a harmonised standard and gives no presumption of conformity "
                            "with the EU AI Act.");
    return limitations.join(u'\n');
}

QString whyNothingIsDue(const AnswerCounts &counts)
{
    if (counts.total() == 0)
        return Text::tr("none in this phase");
    if (counts.waiting > 0)
        return Text::tr("waits for an event");
    return counts.reliedUpon > 0 ? Text::tr("borne by another party") : Text::tr("not applicable");
}

void placeHeatTable(PageFlow &flow, const AuditReport &report, const QString &title,
                    AnswerCounts ReportPhase::*verb)
{
    placeGroup(flow, title);
    QList<Grid::Column> columns{{Text::tr("System"), 30}};
    for (const ReportPhase &phase : report.systems.first().phases)
        columns << Grid::Column{phase.name, 14};
    const Grid grid(flow, columns);
    flow.beginTable(grid.header());
    const ChartColours colours = flow.typography().colours();
    const QFont font = flow.typography().face(TextStyle::Quiet).font;
    for (qsizetype system = 0; system < report.systems.size(); ++system) {
        PageRow row = grid.row(pt(3));
        row.cells[0].stack.add(titleOf(report.systems[system]), TextStyle::Link,
                               {.target = systemAnchor(system)});
        const auto &phases = report.systems[system].phases;
        for (qsizetype phase = 0; phase < std::min(phases.size(), columns.size() - 1); ++phase) {
            Stack &cell = row.cells[size_t(phase) + 1].stack;
            const AnswerCounts &counts = phases[phase].*verb;
            if (counts.due() == 0) {
                cell.add(report.systems[system].outOfScope.isEmpty() ? whyNothingIsDue(counts)
                                                                     : Text::tr("out of scope"),
                         TextStyle::Quiet);
                continue;
            }
            const HeatCell heat{counts.conformity(), {}};
            cell.add(pt(15), [heat, colours, font](QPainter &painter, const QRectF &rect) {
                painter.setFont(font);
                paintHeatCell(painter, rect, heat, colours);
            });
        }
        flow.place(std::move(row));
    }
    flow.endTable();
    placeParagraph(flow, conformityFormula(), TextStyle::Quiet);
}

/// How much of what is shown was answered in an earlier assessment; empty when nothing was.
QString carriedInWords(const ReportSystem &system)
{
    CountsByVerb carried;
    for (const ReportPhase &phase : system.phases)
        carried += phase.carried;
    return carried == CountsByVerb()
               ? QString()
               : Text::tr("%1 counts provisions as they were answered in the assessment before; carried "
                          "over and not reconfirmed: %2.")
                     .arg(titleOf(system), inWords(carried));
}

}

QString identityLine()
{
    return Text::tr("Identity declared, not proven");
}

void placeCover(PageFlow &flow, const AuditReport &report)
{
    placeMark(flow);
    flow.place(coverText(flow, report.organisation, TextStyle::Subtitle, 0));
    flow.place(coverText(flow, report.title, TextStyle::Title, pt(6)));
    flow.place(coverText(flow, systemsInWords(report), TextStyle::Subtitle, pt(10)));
    flow.skip(pt(150));
    placeFacts(flow, {{Text::tr("Standard"), joined({report.standard, report.edition})},
                      {Text::tr("Kind"), report.kind},
                      {Text::tr("Period"), report.period},
                      {Text::tr("Assessor"), assessorOf(report)},
                      {Text::tr("Issued on"), inWords(report.issuedOn)},
                      {Text::tr("Replaces"), report.replaces}});
    if (report.isSample) {
        flow.skip(pt(16));
        placeParagraph(flow,
                       Text::tr("SAMPLE: organisation, systems and evidence in this report are invented."),
                       TextStyle::Strong);
    }
}

void placeAbout(PageFlow &flow, const AuditReport &report, int number)
{
    const QString title = Text::tr("About this report");
    flow.breakPage();
    flow.setRunning({}, title);
    placeChapter(flow, u"%1  %2"_s.arg(number).arg(title), u"about"_s);
    placeFacts(flow, {{Text::tr("Standard"), report.standard},
                      {Text::tr("Edition"), report.edition},
                      {Text::tr("Catalogue"), joined({report.catalogue, report.catalogueVersion})},
                      {Text::tr("Catalogue fingerprint"), report.catalogueDigest},
                      {Text::tr("Kind of assessment"), report.kind},
                      {Text::tr("Period"), orNotStated(report.period)},
                      {Text::tr("Assessor"), assessorOf(report)},
                      {Text::tr("Independence"), orNotStated(report.independence)},
                      {Text::tr("Methods"), orNotStated(report.methods)},
                      {Text::tr("Intended readers"), orNotStated(report.intendedReaders)},
                      {Text::tr("Not assessed"), outOfScopeOf(report)},
                      {Text::tr("Limitations"), limitationsOf(report)},
                      {Text::tr("Time"), report.givenTime},
                      {Text::tr("Replaces"),
                       report.replaces.isEmpty() ? Text::tr("no earlier package") : report.replaces}});
    flow.skip(pt(14));
    placeParagraph(flow,
                   Text::tr("Scope and exclusions, and who holds which role, stand at the head of each "
                            "system's chapter. Answers: met, "
                            "partly met, not met, not applicable, not answered. A provision that waits for "
                            "an event or is borne by another "
                            "party is listed apart and never counts as done."),
                   TextStyle::Quiet);
}

void placeOverview(PageFlow &flow, const AuditReport &report, int number)
{
    const QString title = Text::tr("Systems by phase");
    flow.breakPage();
    flow.setRunning({}, title);
    placeChapter(flow, u"%1  %2"_s.arg(number).arg(title), u"overview"_s);
    placeHeatTable(flow, report, Text::tr("Conformity, shall"), &ReportPhase::shall);
    placeHeatTable(flow, report, Text::tr("Conformity, should"), &ReportPhase::should);
    for (const ReportSystem &system : report.systems) {
        if (const QString carried = carriedInWords(system); !carried.isEmpty())
            placeParagraph(flow, carried, TextStyle::Quiet);
    }
}

void placeVerification(PageFlow &flow, const AuditReport &report, int number)
{
    const QString title = Text::tr("Journal and verification");
    flow.breakPage();
    flow.setRunning({}, title);
    placeChapter(flow, u"%1  %2"_s.arg(number).arg(title), u"verification"_s);
    placeGroup(flow, Text::tr("Head of the journal"), u"verification/journal"_s);
    placeFacts(flow, {{Text::tr("Entries"), QString::number(report.journalSequence)},
                      {Text::tr("Digest of the last"), report.journalDigest}});
    placeParagraph(flow,
                   Text::tr("Every change of the record is an entry chained to the one before. A journal "
                            "that was shortened or rewritten later no longer leads to this digest, however "
                            "well it fits itself: hold the workspace, or a later package, against it."),
                   TextStyle::Quiet);
    placeGroup(flow, Text::tr("Restored backups"), u"verification/restorations"_s);
    if (report.restorations.isEmpty())
        placeParagraph(flow, Text::tr("None is recorded."));
    for (const QString &restoration : report.restorations)
        placeParagraph(flow, restoration);
    placeGroup(flow, Text::tr("How to verify"), u"verification/how"_s);
    int count = 0;
    for (const ReportStep &step : report.verification) {
        PageRow row;
        row.gap = pt(6);
        row.cells.push_back({0, Stack(flow.typography(), pt(16))});
        row.cells.push_back({pt(18), Stack(flow.typography(), paper::body.width() - pt(18))});
        row.cells[0].stack.add(QString::number(++count), TextStyle::Strong);
        row.cells[1].stack.add(step.text, TextStyle::Body);
        if (!step.command.isEmpty())
            row.cells[1].stack.add(step.command, TextStyle::Code, {.gap = pt(2)});
        flow.place(std::move(row));
    }
}

}
