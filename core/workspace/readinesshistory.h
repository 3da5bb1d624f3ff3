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
    int redacted = 0; ///< edits whose text was erased: what they changed is missing in the points

    friend bool operator==(const ReadinessHistory &, const ReadinessHistory &) = default;
};

/// The days at which readiness is counted, from the first to today: every day of a month, every week of a
/// year, else the ends of months, of at most three years. The last is today.
QList<QDate> readinessDays(QDate first, QDate today);

/// The same counts as the overview's, for today.
ReadinessPoint pointOf(const Overview &overview, QDate today);

/// Replays the journal up to yesterday and counts as the overview does, on the days before today from the
/// first on which anything was due. They never change again; today's point is pointOf() the overview. Reads a
/// page of the journal at a time, so that nobody's commit waits for it.
Result<ReadinessHistory> readReadinessHistory(const Workspace &workspace, const Catalogue &catalogue,
                                              const Progress &progress = unwatched());

}
