#pragma once

#include "core/workspace/journalreading.h"

namespace plimsoll {

/// What the entry touched: "Response 5.2.1-1", "AI system Fraud scoring".
QString thingInWords(const JournalChange &change);
/// A field as the head of a line: "Planned release", "AI act category".
QString fieldInWords(QLatin1StringView field);
/// What a field of a table held, with the words the pages say for those the record keeps: "Partly met" for
/// "partly".
QString valueInWords(QLatin1StringView table, QLatin1StringView field, const QString &value);

}
