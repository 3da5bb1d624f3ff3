#pragma once

#include "core/base/result.h"
#include "core/report/reportpart.h"

#include <QDateTime>
#include <QIODevice>

namespace plimsoll {

/// What the file says of itself.
struct PdfDescription
{
    QString title;
    QString author;
    QString language; ///< BCP 47
    QDateTime madeAt;
};

/// Joins the parts in their order into one PDF/A-1b: lays the numbers over the pages (not over the cover),
/// turns links and bookmarks into ones that lead somewhere, and writes dates and identifier from
/// `description` alone, so that equal parts give equal bytes.
Done assemblePdf(const std::vector<ReportPart> &parts, const ReportPart &numbers,
                 const PdfDescription &description, QIODevice &out);

}
