#pragma once

#include "core/report/auditreport.h"
#include "core/report/pageflow.h"

#include <functional>

namespace plimsoll {

/// Where a system's chapter stands in the whole.
struct ChapterPlace
{
    int number = 0;
    qsizetype system = 0; ///< index, names the anchors
};

/// Told after every provision; answers false when the work is cancelled.
using Step = std::function<bool()>;

/// One system: profile, summary by phase, statement of applicability, exceptions, lists, provisions, assets.
void placeSystem(PageFlow &flow, const ReportSystem &system, const ChapterPlace &place, const Step &step);

/// Heading of the section, as in "3.2 Statement of applicability", and its name in the running header.
void placeNumberedSection(PageFlow &flow, const ReportSystem &system, const ChapterPlace &place, int section,
                          const QString &title);

/// The anchors of a provision's block and of its row in the statement of applicability.
QString provisionAnchor(const ChapterPlace &place, const QString &designator);
QString statementAnchor(const ChapterPlace &place, const QString &designator);
/// Whether the provision has a block: it applies, here or at another party.
bool hasBlock(const ReportItem &item);
/// Where a mention of the provision leads: to its block, else to its row, else nowhere.
QString targetOf(const ReportSystem &system, const ChapterPlace &place, const QString &designator);
QString systemAnchor(qsizetype system);
/// Name and version, each isolated().
QString titleOf(const ReportSystem &system);

// The sections, each in a file of its own.
void placeProfile(PageFlow &flow, const ReportSystem &system);
/// How many items have no answer yet, and how many of these are exceptions for another reason; empty when all
/// have one.
QString notAnsweredInWords(const ReportSystem &system);
/// "2 shall, 1 should": each verb that has any, never their sum.
QString inWords(const CountsByVerb &counts);

/// In place of all that is counted and listed of a system in scope.
void placeOutOfScope(PageFlow &flow, const ReportSystem &system);
void placePhaseSummary(PageFlow &flow, const ReportSystem &system);
bool placeApplicabilityStatement(PageFlow &flow, const ReportSystem &system, const ChapterPlace &place,
                                 const Step &step);
void placeExceptions(PageFlow &flow, const ReportSystem &system, const ChapterPlace &place);
void placeListsApart(PageFlow &flow, const ReportSystem &system, const ChapterPlace &place);
bool placeProvisions(PageFlow &flow, const ReportSystem &system, const ChapterPlace &place, const Step &step);
void placeAssets(PageFlow &flow, const ReportSystem &system);

}
