#pragma once

#include "core/workspace/journalreading.h"
#include "ui/models/recordmodel.h"

namespace plimsoll {

/// Entry, when, who, what, edits.
std::vector<Column<JournalLine>> journalLineColumns();

/// Thing, was, field, before, after.
std::vector<Column<JournalChange>> journalChangeColumns();

/// When, who, before, after.
std::vector<Column<FieldStep>> fieldStepColumns();

}
