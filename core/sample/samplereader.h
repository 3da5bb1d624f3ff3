#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/sample/sample.h"

namespace plimsoll {

/// Reads organisation.json, evidence.json and the system files it names from `folder`. Whatever is missing,
/// misspelt or of the wrong type is refused with the path to it; whether ids and items exist is not looked at
/// here. All days, those in texts too, are moved together so that the story is told as of the day that
/// `clock` shows: a sample of any day holds as much that lapsed, expires and is due.
Result<Sample> readSample(const Clock &clock, const QString &folder = QStringLiteral(":/plimsoll/sample"));

}
