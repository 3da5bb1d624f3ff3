#pragma once

#include "core/base/result.h"
#include "core/sample/sample.h"

namespace plimsoll {

/// Reads organisation.json, evidence.json and the system files it names from `folder`. Whatever is missing,
/// misspelt or of the wrong type is refused with the path to it; whether ids and items exist is not looked at
/// here.
Result<Sample> readSample(const QString &folder = QStringLiteral(":/plimsoll/sample"));

}
