#pragma once

#include "core/base/result.h"
#include "core/sample/sample.h"

namespace plimsoll {

/// The bytes of a piece of the sample's evidence, made from what evidence.json says of it: equal on every
/// machine. Refuses a content that is none of pdf, png, csv, log, sha256sums and markdown.
Result<QByteArray> fileOf(const SampleEvidence &evidence, const Sample &sample);

}
