#pragma once

#include "core/record/described.h"

#include <QByteArray>

namespace plimsoll {

/// The file data/export/record-guide.txt: what record.json and log.jsonl say, every table and field of them,
/// for somebody who has nothing but the package.
QByteArray recordGuide(const Schema &schema);

/// What a row of the table is, one sentence; empty for a table the guide does not know.
QString rowInWords(QAnyStringView table);

}
