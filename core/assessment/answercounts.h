#pragma once

#include <QtGlobal>

namespace plimsoll {

/// So many of so many, shown beside every per cent. Shall and should are never added, so each has its own.
struct Fraction
{
    int part = 0;
    int whole = 0;

    [[nodiscard]] bool isEmpty() const { return whole == 0; }
    [[nodiscard]] qreal share() const { return whole == 0 ? 0 : qreal(part) / whole; }
    /// In whole per cent, rounded down: 100 means all, never almost all.
    [[nodiscard]] int percent() const { return whole == 0 ? 0 : int(qint64(part) * 100 / whole); }

    friend bool operator==(const Fraction &, const Fraction &) = default;
};

/// How many provisions (or parts) of one verb stand where; each counts exactly once.
struct AnswerCounts
{
    int met = 0;
    int partlyMet = 0;
    int notMet = 0;
    int notAnswered = 0;
    int notApplicable = 0; ///< by condition, decision or answer
    int waiting = 0;       ///< for an event; not due
    int reliedUpon = 0;    ///< borne by another party
    /// Of those partly met and not met: other parts that are due are not answered yet.
    int partlyMetInPart = 0;
    int notMetInPart = 0;

    /// Applicable and due: the base of both fractions.
    [[nodiscard]] int due() const { return met + partlyMet + notMet + notAnswered; }
    [[nodiscard]] int total() const { return due() + notApplicable + waiting + reliedUpon; }
    /// met / (applicable and due); partly met counts 0.
    [[nodiscard]] Fraction conformity() const { return {met, due()}; }
    /// Due, and not answered or not in every part: what is still to be answered.
    [[nodiscard]] int open() const { return notAnswered + partlyMetInPart + notMetInPart; }
    /// Partly met, and every part that is due answered.
    [[nodiscard]] int partlyMetInFull() const { return partlyMet - partlyMetInPart; }
    /// Not met, and every part that is due answered.
    [[nodiscard]] int notMetInFull() const { return notMet - notMetInPart; }
    /// answered in every part that is due / (applicable and due)
    [[nodiscard]] Fraction progress() const { return {due() - open(), due()}; }

    AnswerCounts &operator+=(const AnswerCounts &other);
    friend bool operator==(const AnswerCounts &, const AnswerCounts &) = default;
};

}
