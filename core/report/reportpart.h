#pragma once

#include "core/report/pagerow.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QMap>

namespace plimsoll {

/// A place on a page of a part.
struct PagePlace
{
    int page = 0; ///< from 0, within the part
    qreal top = 0;
};

struct PageLink
{
    int page = 0;
    QRectF area;
    QString target;
};

/// Chapters set and written as a PDF of their own, with what has to be joined to the other parts': numbers of
/// pages, links and bookmarks are known only when all parts are.
struct ReportPart
{
    QByteArray pdf;
    int pages = 0;
    QHash<QString, PagePlace> anchors;
    QList<PageLink> links;
    QList<OutlineEntry> outline;
    QMap<char32_t, qint64> missingGlyphs;
};

}
