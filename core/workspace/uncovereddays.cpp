#include "core/workspace/uncovereddays.h"

#include "core/evidence/approval.h"

#include <algorithm>

namespace plimsoll {

QList<std::pair<QDate, QDate>> uncovered(QDate from, QDate to, const QList<Evidence> &evidence)
{
    QList<std::pair<QDate, QDate>> periods;
    for (const auto &piece : evidence) {
        if (!piece.coversFrom && !piece.coversTo)
            continue;
        periods.append({piece.coversFrom.value_or(from), piece.coversTo.value_or(to)});
    }
    std::sort(periods.begin(), periods.end());

    QList<std::pair<QDate, QDate>> gaps;
    QDate next = from;
    for (const auto &[begins, ends] : std::as_const(periods)) {
        if (begins > next)
            gaps.append({next, std::min(begins.addDays(-1), to)});
        next = std::max(next, ends.addDays(1));
        if (next > to)
            return gaps;
    }
    gaps.append({next, to});
    return gaps;
}

QList<UncoveredDays> uncoveredOn(QDate today, QDate from, QDate to, const QList<Evidence> &evidence)
{
    QList<Evidence> drafts;
    QList<Evidence> counting;
    for (const Evidence &piece : evidence)
        (stateOn(piece, today) == DocumentState::Draft ? drafts : counting).append(piece);

    QList<UncoveredDays> days;
    for (const auto &[begins, ends] : uncovered(from, to, counting)) {
        QDate next = begins;
        for (const auto &[first, last] : uncovered(begins, ends, drafts)) {
            if (first > next)
                days.append({next, first.addDays(-1), UncoveredDays::Seen::InDrafts});
            days.append({first, last});
            next = last.addDays(1);
        }
        if (next <= ends)
            days.append({next, ends, UncoveredDays::Seen::InDrafts});
    }
    return days;
}

}
