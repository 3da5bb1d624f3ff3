#pragma once

#include "core/report/pageflow.h"

namespace plimsoll {

struct ContentsLine
{
    OutlineEntry entry;
    int page = 0; ///< as printed, from 1
};

/// The contents pages: chapters and sections with the pages they stand on, each a link.
ReportPart setContents(const PageFrame &frame, const QList<ContentsLine> &lines);

/// Pages that carry nothing but "page n of m", to be laid over the others: nobody knows m before the last
/// page is set.
ReportPart setPageNumbers(int pages);

}
