#pragma once

#include "core/storage/rule.h"

#include <QDate>

namespace plimsoll {

/// The years in which days that people write lie; everything else is a slip of the pen.
inline constexpr int firstYear = 1900;
inline constexpr int lastYear = 2200;

/// Whether people mean that day.
bool isOfOurTime(const QDate &day);

/// Days that people write lie in these years.
Done daysAreOfOurTime(const ChangeSet &changeSet, const Connection &connection);

/// What evidence covers and what an assessment speaks of does not end before it begins.
Done periodsEndAfterTheyBegin(const ChangeSet &changeSet, const Connection &connection);

}
