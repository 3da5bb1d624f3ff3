#include "core/report/blocks.h"
#include "core/report/paper.h"
#include "core/report/systemchapter.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QSet>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

using paper::pt;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PhaseSummary)
};

void addCounts(Stack &stack, const AnswerCounts &counts, const ChartColours &colours)
{
    if (counts.due() == 0) {
        stack.add(Text::tr("nothing due"), TextStyle::Quiet, {.gap = pt(2)});
        return;
    }
    const Fraction met = counts.conformity();
    const Fraction answered = counts.progress();
    stack.add(Text::tr("%1 of %2 met, %3 %").arg(met.part).arg(met.whole).arg(met.percent()),
              TextStyle::SmallStrong);
    stack.add(
        pt(8),
        [counts, colours](QPainter &painter, const QRectF &rect) {
            paintAnswerBar(painter, rect, counts, colours);
        },
        pt(2));
    stack.add(
        Text::tr("%1 of %2 answered, %3 %").arg(answered.part).arg(answered.whole).arg(answered.percent()),
        TextStyle::Quiet, {.gap = pt(2.5)});
}

void addApart(Stack &stack, const ReportPhase &phase)
{
    const auto ofBoth = [&phase](int AnswerCounts::*count) {
        return CountsByVerb{phase.shall.*count, phase.should.*count, 0};
    };
    const QList<std::pair<CountsByVerb, QString>> counts{
        {ofBoth(&AnswerCounts::waiting), Text::tr("waiting for an event")},
        {ofBoth(&AnswerCounts::reliedUpon), Text::tr("relied upon")},
        {ofBoth(&AnswerCounts::notApplicable), Text::tr("not applicable")},
        {phase.lapsedEvidence, Text::tr("counted with lapsed evidence")},
        {phase.withoutEvidence, Text::tr("counted without any evidence")},
        {phase.carried, Text::tr("carried over from the assessment before, not reconfirmed")}};
    bool isEmpty = true;
    for (const auto &[count, words] : counts) {
        if (count == CountsByVerb())
            continue;
        stack.add(Text::tr("%1: %2").arg(words, inWords(count)), TextStyle::Quiet);
        isEmpty = false;
    }
    if (isEmpty)
        stack.add(Text::tr("none"), TextStyle::Quiet);
}

void placePhase(PageFlow &flow, const Grid &grid, const ReportPhase &phase)
{
    const ChartColours &colours = flow.typography().colours();
    PageRow row = grid.row(pt(7));
    const Fraction shall = phase.shall.conformity();
    row.cells[0].stack.add(pt(30), [shall, colours](QPainter &painter, const QRectF &rect) {
        paintPhaseRing(painter, rect, shall, colours);
    });
    row.cells[1].stack.add(phase.name, TextStyle::Strong);
    row.cells[1].stack.add(phase.absence, TextStyle::Quiet);
    addCounts(row.cells[2].stack, phase.shall, colours);
    addCounts(row.cells[3].stack, phase.should, colours);
    addApart(row.cells[4].stack, phase);
    flow.place(std::move(row));
}

void placeLegend(PageFlow &flow)
{
    const Typeface face = flow.typography().face(TextStyle::Quiet);
    const ChartColours colours = flow.typography().colours();
    PageRow row;
    row.gap = pt(8);
    row.cells.push_back({0, Stack(flow.typography(), paper::body.width())});
    row.cells.front().stack.add(face.leading * 1.2, [face, colours](QPainter &painter, const QRectF &rect) {
        const QList<std::pair<AnswerKind, QString>> kinds{
            {AnswerKind::Met, statusWord(StatusMark::Met)},
            {AnswerKind::PartlyMet, statusWord(StatusMark::PartlyMet)},
            {AnswerKind::NotMet, statusWord(StatusMark::NotMet)},
            {AnswerKind::NotAnswered, statusWord(StatusMark::NotAnswered)}};
        painter.setFont(face.font);
        qreal x = rect.left();
        for (const auto &[kind, word] : kinds) {
            paintAnswerSwatch(painter, {x, rect.center().y() - pt(4), pt(18), pt(8)}, kind, colours);
            painter.setPen(face.colour);
            painter.drawText(QRectF(x + pt(23), rect.top(), pt(80), rect.height()),
                             Qt::AlignLeft | Qt::AlignVCenter, word);
            x += pt(23) + QFontMetricsF(face.font).horizontalAdvance(word) + pt(18);
        }
    });
    flow.place(std::move(row));
}

ReportPhase totalOf(const QList<ReportPhase> &phases)
{
    ReportPhase total;
    total.name = Text::tr("All phases");
    for (const ReportPhase &phase : phases) {
        total.shall += phase.shall;
        total.should += phase.should;
        total.lapsedEvidence += phase.lapsedEvidence;
        total.withoutEvidence += phase.withoutEvidence;
        total.carried += phase.carried;
    }
    return total;
}

QString exceptionsByKind(const ReportSystem &system)
{
    QMap<QString, QSet<QString>> items; // an item may deviate in several ways of one kind
    for (const ReportException &exception : system.exceptions)
        items[exception.kind] << exception.designator;
    QStringList words;
    for (auto it = items.cbegin(); it != items.cend(); ++it)
        words << Text::tr("%1 %2").arg(it.value().size()).arg(it.key());
    if (!system.gaps.isEmpty())
        words << Text::tr("%1 with parts of the period that no evidence covers").arg(system.gaps.size());
    QString all = words.isEmpty() ? Text::tr("none") : words.join(u", "_s);
    const QString open = notAnsweredInWords(system);
    return open.isEmpty() ? all : all + u'\n' + open;
}

/// Each piece of the list of evidence once, by its number there.
QString evidenceCount(const ReportSystem &system)
{
    QSet<QString> files;
    QSet<QString> links;
    for (const ReportItem &item : system.items)
        for (const ReportEvidence &evidence : item.evidence)
            (evidence.digest.isEmpty() ? links : files) << evidence.reference;
    const QString filesInWords = files.size() == 1 ? Text::tr("1 file by fingerprint")
                                                   : Text::tr("%1 files by fingerprint").arg(files.size());
    const QString linksInWords =
        links.size() == 1 ? Text::tr("1 link") : Text::tr("%1 links").arg(links.size());
    return Text::tr("%1, %2").arg(filesInWords, linksInWords);
}

}

void placePhaseSummary(PageFlow &flow, const ReportSystem &system)
{
    const Grid grid(flow, {{{}, 8},
                           {Text::tr("Phase"), 18},
                           {Text::tr("Shall"), 27},
                           {Text::tr("Should"), 27},
                           {Text::tr("Provisions beside these"), 20}});
    flow.beginTable(grid.header());
    for (const ReportPhase &phase : system.phases)
        placePhase(flow, grid, phase);
    placePhase(flow, grid, totalOf(system.phases));
    flow.endTable();
    placeLegend(flow);
    placeParagraph(flow, Text::tr("Rings show shall. %1").arg(conformityFormula()), TextStyle::Quiet);
    placeParagraph(flow, progressFormula(), TextStyle::Quiet);
    placeParagraph(flow,
                   Text::tr("Shall and should are never added. What waits for an event, is borne by another "
                            "party or does not apply is "
                            "counted apart and never as done."),
                   TextStyle::Quiet);
    flow.skip(pt(14));
    placeFacts(flow, {{Text::tr("Exceptions, by item"), exceptionsByKind(system)},
                      {Text::tr("Evidence"), evidenceCount(system)}});
}

}
