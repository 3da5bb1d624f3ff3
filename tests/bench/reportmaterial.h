#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

namespace plimsoll::bench {

/// A workspace of `systems` systems whose every applicable item is answered with a rationale of 60 words and
/// two pieces of evidence with fingerprints.
Done makeWorkspaceToReport(const QString &folder, int systems, const Clock &clock);

/// The provisions of its report, with answers, rationales and evidence, as a page for a browser to print.
Done writeReportAsHtml(const QString &folder, const QString &html, const Clock &clock);

/// How many pages the PDF has; 0 when it is none, or pdfinfo is not installed.
int pagesOf(const QString &pdf);

}
