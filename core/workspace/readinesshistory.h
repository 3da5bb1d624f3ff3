#pragma once

#include "core/workspace/overview.h"

namespace plimsoll {

/// Where all systems in scope stood at the end of a day, shall and should apart.
struct ReadinessPoint
{
    QDate day;
    AnswerCounts shall;
    AnswerCounts should;

    friend bool operator==(const ReadinessPoint &, const ReadinessPoint &) = default;
};

/// Readiness over time, oldest first. Derived from the journal, never stored.
struct ReadinessHistory
{
    QList<ReadinessPoint> points;
    int redacted = 0; ///< edits whose text was erased: what they did shows in the days before them, too

    friend bool operator==(const ReadinessHistory &, const ReadinessHistory &) = default;
};

/// The days at which readiness is counted, from the first to today: every day of a month, every week of a
/// year, else the ends of months, of at most three years. The last is today.
QList<QDate> readinessDays(QDate first, QDate today);

/// The counts of the overview, for the day on which it was read.
ReadinessPoint pointOf(const Overview &overview);

/// Counts as the overview does on the days before `now`, from the first on which anything was due: begins
/// with the record as it is and takes back what the journal tells, from the last edit on. Days after the last
/// edit that bears on any standing stand as `now` does, but for approvals that were still to come; they all
/// never change again. An entry belongs to the day on which it was written, or to an earlier one if a later
/// entry says so (a clock was set back). Reads a page of the journal at a time, so that nobody's commit waits
/// for it; only where standings have changed since the first of these days does it wait once, while the rows
/// are read.
Result<ReadinessHistory> readReadinessHistory(const Workspace &workspace, const Catalogue &catalogue,
                                              const ReadinessPoint &now,
                                              const Progress &progress = unwatched());

}
