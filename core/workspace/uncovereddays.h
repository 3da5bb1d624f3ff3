#pragma once

#include "core/evidence/evidence.h"

namespace plimsoll {

/// Days of a period that no evidence covers, or that drafts alone do, which do not count.
struct UncoveredDays
{
    enum class Seen {
        Nowhere,
        InDrafts,
    };

    QDate from;
    QDate to;
    Seen seen = Seen::Nowhere;
};

/// The days from..to that none of the periods covers, in order. Periods without a beginning or end reach as
/// far as they are open.
QList<std::pair<QDate, QDate>> uncovered(QDate from, QDate to, const QList<Evidence> &evidence);

/// The days from..to that nothing covers that is no draft on that day, in order.
QList<UncoveredDays> uncoveredOn(QDate today, QDate from, QDate to, const QList<Evidence> &evidence);

}
