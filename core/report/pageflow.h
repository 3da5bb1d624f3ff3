#pragma once

#include "core/report/reportpart.h"
#include "core/report/typography.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>

#include <memory>

namespace plimsoll {

/// What every page carries at its edges.
struct PageFrame
{
    QString organisation;
    bool isSample = false;
};

/// Fills pages from top to bottom: places rows, cuts them where a page ends, keeps headings with what they
/// head, repeats table headers, paints header and footer. Lives on one thread.
class PageFlow
{
public:
    explicit PageFlow(PageFrame frame);

    [[nodiscard]] Typography &typography() { return m_typography; }

    /// From now on in the running header. An empty chapter means a page without one.
    void setRunning(const QString &system, const QString &chapter);

    /// A text that would fill pages of a narrow column goes on below its row, over the whole width.
    void place(PageRow row);
    /// Placed with the next row and never alone at the foot of a page.
    void placeWithNext(PageRow row);
    /// Placed with the next row and repeated at the top of every page until endTable().
    void beginTable(PageRow header);
    void endTable();
    /// Next thing stands at the top of a page.
    void breakPage();
    /// Empty room before the next row, unless that starts a page.
    void skip(qreal height) { m_skip += height; }

    /// What stood on these pages; the flow is over.
    ReportPart finish();

private:
    void placeAsItIs(const PageRow &row);
    void paintRow(const PageRow &row);
    void paintPending();
    /// Paints of every cell what fits and answers how many pieces did not.
    size_t paintCells(const PageRow &row, std::vector<size_t> &done);
    void paintContinuation(const QString &words);
    void turnPage();
    void closePage();
    void paintRunning(qreal top);
    void paintSampleSign();
    [[nodiscard]] bool isAtTop() const { return m_isPageEmpty; }
    void note(const PageRow &row);

    PageFrame m_frame;
    Typography m_typography;
    ReportPart m_part;
    QBuffer m_buffer;
    std::unique_ptr<QPdfWriter> m_writer;
    std::unique_ptr<QPainter> m_painter;
    std::vector<std::shared_ptr<const PageRow>> m_pending;
    std::shared_ptr<const PageRow> m_header;
    QString m_system;
    QString m_chapter;
    QString m_pageSystem;
    QString m_pageChapter;
    qreal m_y = 0;
    qreal m_skip = 0;
    bool m_isPageEmpty = true;
};

}
