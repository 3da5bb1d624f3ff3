#pragma once

#include <QtGlobal>

namespace plimsoll {

/// When an item applies to a system, apart from who holds the roles. At most one of the two forms in which EN
/// 304 223 states conditions.
struct ApplicabilityRule
{
    enum class Kind : quint8 {
        Always,
        WhenFact,   ///< not applicable while the fact is answered no
        AfterEvent, ///< waits until the event is recorded
    };

    Kind kind = Kind::Always;
    /// Index into Catalogue::facts() or Catalogue::events(); -1 for Always.
    int subject = -1;

    friend bool operator==(const ApplicabilityRule &, const ApplicabilityRule &) = default;
};

}
