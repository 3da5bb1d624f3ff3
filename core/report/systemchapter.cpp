#include "core/report/systemchapter.h"

#include "core/base/calledname.h"
#include "core/report/blocks.h"
#include "core/report/isolation.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SystemChapter)
};

/// What is said of a system's scope: that of its assessment, or why it has none.
QList<std::pair<QString, QString>> scopeFacts(const ReportSystem &system)
{
    if (!system.outOfScope.isEmpty())
        return {{Text::tr("Scope"), system.outOfScope}};
    return {{Text::tr("Assessment"), system.outdated.isEmpty()
                                         ? system.assessmentKind
                                         : system.assessmentKind + u'\n' + system.outdated},
            {Text::tr("Period"), orNotStated(assessedInWords(system.period))},
            {Text::tr("In scope"), orNotStated(system.scope)},
            {Text::tr("Excluded, and why"), orNotStated(system.exclusions)}};
}

QString limitationsOf(const ReportSystem &system)
{
    return system.limitations.isEmpty() ? Text::tr("None recorded") : system.limitations.join(u'\n');
}

}

QString systemAnchor(qsizetype system)
{
    return u"system/%1"_s.arg(system);
}

QString inWords(const CountsByVerb &counts)
{
    QStringList words;
    if (counts.shall > 0)
        words << Text::tr("%1 shall").arg(counts.shall);
    if (counts.should > 0)
        words << Text::tr("%1 should").arg(counts.should);
    if (counts.shouldParts > 0)
        words << Text::tr("%1 recommended parts").arg(counts.shouldParts);
    return words.join(u", "_s);
}

QString provisionAnchor(const ChapterPlace &place, const QString &designator)
{
    return systemAnchor(place.system) + u"/provision/"_s + designator;
}

QString statementAnchor(const ChapterPlace &place, const QString &designator)
{
    return systemAnchor(place.system) + u"/statement/"_s + designator;
}

bool hasBlock(const ReportItem &item)
{
    return item.applicability == ReportApplicability::Applies ||
           item.applicability == ReportApplicability::BorneElsewhere || !item.evidence.isEmpty();
}

QString targetOf(const ReportSystem &system, const ChapterPlace &place, const QString &designator)
{
    const auto item =
        std::find_if(system.items.begin(), system.items.end(),
                     [&](const ReportItem &candidate) { return candidate.designator == designator; });
    if (item == system.items.end())
        return {};
    return hasBlock(*item) ? provisionAnchor(place, designator) : statementAnchor(place, designator);
}

QString titleOf(const ReportSystem &system)
{
    return calledName(isolated(system.name), isolated(system.version));
}

void placeNumberedSection(PageFlow &flow, const ReportSystem &system, const ChapterPlace &place, int section,
                          const QString &title)
{
    flow.setRunning(titleOf(system), title);
    placeSection(flow, u"%1.%2  %3"_s.arg(place.number).arg(section).arg(title),
                 systemAnchor(place.system) + u"/%1"_s.arg(section));
}

void placeProfile(PageFlow &flow, const ReportSystem &system)
{
    QList<std::pair<QString, QString>> facts{{Text::tr("Identifier"), system.identifier},
                                             {Text::tr("Purpose"), system.purpose},
                                             {Text::tr("Lifecycle phase"), system.lifecyclePhase}};
    facts += scopeFacts(system);
    facts << std::pair{Text::tr("Limitations and residual risks"), limitationsOf(system)};
    for (const ReportParty &party : system.parties)
        facts << std::pair{party.role, joined({party.party, party.share})};
    if (!system.aiActCategory.isEmpty())
        facts << std::pair{
            Text::tr("EU AI Act category"),
            system.aiActCategory + u'\n' +
                Text::tr(
                    "For information only: EN 304 223 is not a harmonised standard and gives no presumption "
                    "of conformity with the EU AI Act.")};
    placeFacts(flow, facts);
}

void placeOutOfScope(PageFlow &flow, const ReportSystem &system)
{
    placeParagraph(flow, system.outOfScope, TextStyle::Strong);
    placeParagraph(flow,
                   Text::tr("The system will not be deployed, so it is not assessed: nothing of it is "
                            "counted. It stays registered, and is looked at again on the day of review."));
    for (const QString &problem : system.scopeProblems)
        placeParagraph(flow, problem);
}

void placeSystem(PageFlow &flow, const ReportSystem &system, const ChapterPlace &place, const Step &step)
{
    const QString title = titleOf(system);
    int section = 0;
    const auto begin = [&](const QString &name) {
        placeNumberedSection(flow, system, place, ++section, name);
    };

    flow.breakPage();
    flow.setRunning(title, Text::tr("Profile and parties"));
    placeChapter(flow, u"%1  %2"_s.arg(place.number).arg(title), systemAnchor(place.system));
    begin(Text::tr("Profile and parties"));
    placeProfile(flow, system);

    if (!system.outOfScope.isEmpty()) {
        begin(Text::tr("Out of scope"));
        placeOutOfScope(flow, system);
        begin(Text::tr("Assets"));
        placeAssets(flow, system);
        return;
    }

    flow.breakPage();
    begin(Text::tr("Summary by phase"));
    placePhaseSummary(flow, system);

    flow.breakPage();
    begin(Text::tr("Statement of applicability"));
    if (!placeApplicabilityStatement(flow, system, place, step))
        return;

    flow.breakPage();
    begin(Text::tr("Exceptions"));
    placeExceptions(flow, system, place);
    begin(Text::tr("Waiting, relied upon, and recommended parts"));
    placeListsApart(flow, system, place);

    flow.breakPage();
    begin(Text::tr("Provisions"));
    if (!placeProvisions(flow, system, place, step))
        return;
    begin(Text::tr("Assets"));
    placeAssets(flow, system);
}

}
