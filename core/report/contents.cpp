#include "core/report/contents.h"

#include "core/report/blocks.h"
#include "core/report/paper.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

using paper::body;
using paper::mm;
using paper::pt;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Contents)
};

/// The whole of a title stands where the line leads.
QString titleOf(const OutlineEntry &entry)
{
    const QString beginning = beginningOf(entry.title, longestHeading);
    return beginning == entry.title ? beginning : beginning + u'…';
}

void placeLine(PageFlow &flow, const ContentsLine &line)
{
    const bool isChapter = line.entry.level == 1;
    const qreal indent = isChapter ? 0 : pt(16);
    const qreal numberWidth = pt(40);
    PageRow row;
    row.gap = isChapter ? pt(9) : pt(1);
    row.hasRule = isChapter;
    row.padding = isChapter ? pt(2) : 0;
    row.cells.push_back({indent, Stack(flow.typography(), body.width() - indent - numberWidth - pt(10))});
    row.cells.push_back({body.width() - numberWidth, Stack(flow.typography(), numberWidth)});
    row.cells[0].stack.add(titleOf(line.entry), isChapter ? TextStyle::Strong : TextStyle::Body,
                           {.target = line.entry.anchor});
    const Typeface face = flow.typography().face(isChapter ? TextStyle::Strong : TextStyle::Body);
    row.cells[1].stack.add(face.leading, [face, page = line.page](QPainter &painter, const QRectF &rect) {
        painter.setFont(face.font);
        painter.setPen(face.colour);
        painter.drawText(rect, Qt::AlignRight | Qt::AlignVCenter, QString::number(page));
    });
    flow.place(std::move(row));
}

}

ReportPart setContents(const PageFrame &frame, const QList<ContentsLine> &lines)
{
    PageFlow flow(frame);
    const QString title = Text::tr("Contents");
    flow.setRunning({}, title);
    placeChapter(flow, title, u"contents"_s);
    for (const ContentsLine &line : lines)
        placeLine(flow, line);
    return flow.finish();
}

ReportPart setPageNumbers(int pages)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        const Typography typography;
        const Typeface &face = typography.face(TextStyle::Quiet);
        QPdfWriter writer(&buffer);
        writer.setPdfVersion(QPdfWriter::PdfVersion_A1b);
        writer.setResolution(paper::resolution);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF());
        QPainter painter(&writer);
        painter.setFont(face.font);
        painter.setPen(face.colour);
        const QRectF place(body.left(), paper::page.bottom() - mm(18) + pt(4), body.width(), face.leading);
        for (int page = 1; page <= pages; ++page) {
            if (page > 1)
                writer.newPage();
            painter.drawText(place, Qt::AlignRight | Qt::AlignTop,
                             Text::tr("page %1 of %2").arg(page).arg(pages));
        }
    }
    ReportPart part;
    part.pdf = buffer.buffer();
    part.pages = pages;
    return part;
}

}
