#pragma once

#include "core/base/clock.h"
#include "core/responsibility/person.h"

namespace plimsoll {

/// The day in the workspace's time zone, the person who acts, and the clock for which an operation is
/// planned.
struct Occasion
{
    QDate today;
    Id<Person> actor;
    const Clock &clock;
};

}
