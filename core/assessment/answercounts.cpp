#include "core/assessment/answercounts.h"

namespace plimsoll {

AnswerCounts &AnswerCounts::operator+=(const AnswerCounts &other)
{
    met += other.met;
    partlyMet += other.partlyMet;
    notMet += other.notMet;
    notAnswered += other.notAnswered;
    notApplicable += other.notApplicable;
    waiting += other.waiting;
    reliedUpon += other.reliedUpon;
    partlyMetInPart += other.partlyMetInPart;
    notMetInPart += other.notMetInPart;
    return *this;
}

}
