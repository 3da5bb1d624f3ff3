#include "core/report/pageflow.h"

#include "core/report/isolation.h"
#include "core/report/paper.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

using paper::body;
using paper::mm;
using paper::pt;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PageFlow)
};

/// A row up to this height goes to the next page whole; a taller one is cut where the page ends.
constexpr qreal tallestWhole = body.height() / 3;
/// Lines of a row that is cut which stand before the cut at least.
constexpr size_t piecesBeforeCut = 4;
constexpr qreal narrow = 0.7 * body.width(); ///< a column in which no text fills pages
constexpr size_t linesKept = 3;              ///< there, of what is placed below

QString footerText()
{
    return Text::tr("Plimsoll's wording; the standard prevails. An assessment, not a certificate.") + u'\n' +
           Text::tr("EN 304 223 is not a harmonised standard and gives no presumption of conformity with the "
                    "EU AI Act.");
}

}

PageFlow::PageFlow(PageFrame frame)
    : m_frame(std::move(frame))
{
    m_frame.organisation = m_typography.printable().of(m_frame.organisation).simplified();
    m_buffer.open(QIODevice::WriteOnly);
    m_writer = std::make_unique<QPdfWriter>(&m_buffer);
    m_writer->setPdfVersion(QPdfWriter::PdfVersion_A1b);
    m_writer->setResolution(paper::resolution);
    m_writer->setPageSize(QPageSize(QPageSize::A4));
    m_writer->setPageMargins(QMarginsF());
    m_painter = std::make_unique<QPainter>(m_writer.get());
    m_part.pages = 1;
    m_y = body.top();
}

void PageFlow::setRunning(const QString &system, const QString &chapter)
{
    m_system = m_typography.printable().of(system).simplified();
    m_chapter = m_typography.printable().of(chapter).simplified();
    if (isAtTop()) {
        m_pageSystem = m_system;
        m_pageChapter = m_chapter;
    }
}

void PageFlow::breakPage()
{
    if (!isAtTop())
        turnPage();
}

void PageFlow::turnPage()
{
    closePage();
    m_writer->newPage();
    ++m_part.pages;
    m_y = body.top();
    m_skip = 0;
    m_isPageEmpty = true;
    m_pageSystem = m_system;
    m_pageChapter = m_chapter;
}

void PageFlow::placeWithNext(PageRow row)
{
    m_pending.push_back(std::make_shared<const PageRow>(std::move(row)));
}

void PageFlow::beginTable(PageRow header)
{
    m_header = std::make_shared<const PageRow>(std::move(header));
    m_pending.push_back(m_header);
}

void PageFlow::endTable()
{
    m_header.reset();
}

void PageFlow::place(PageRow row)
{
    std::vector<PageRow> below;
    for (PageRow::Cell &cell : row.cells) {
        Stack &stack = cell.stack;
        if (stack.width() > narrow || stack.height() < body.height() || !stack.isText())
            continue;
        PageRow whole;
        whole.padding = row.padding;
        whole.continuation = row.continuation;
        whole.cells.push_back({0, stack.takeOut(body.width(), linesKept, Text::tr("(goes on below)"))});
        below.push_back(std::move(whole));
    }
    if (!below.empty())
        below.back().hasRule = std::exchange(row.hasRule, false);
    placeAsItIs(row);
    for (const PageRow &whole : below)
        placeAsItIs(whole);
}

void PageFlow::placeAsItIs(const PageRow &row)
{
    qreal ahead = m_skip;
    for (const auto &pending : m_pending)
        ahead += pending->gap + pending->height();
    const qreal whole = row.height();
    const qreal least = row.gap + (whole <= tallestWhole ? whole : row.height(piecesBeforeCut));
    if (!isAtTop() && m_y + ahead + least > body.bottom())
        turnPage();
    m_y += isAtTop() ? 0 : m_skip;
    m_skip = 0;
    paintPending();
    paintRow(row);
}

void PageFlow::paintPending()
{
    const auto pending = std::exchange(m_pending, {});
    const bool isHeaderPending = std::find(pending.begin(), pending.end(), m_header) != pending.end();
    if (m_header && isAtTop() && !isHeaderPending)
        paintRow(*std::shared_ptr(m_header));
    for (const auto &row : pending)
        paintRow(*row);
}

void PageFlow::note(const PageRow &row)
{
    if (!row.anchor.isEmpty())
        m_part.anchors.insert(row.anchor, {m_part.pages - 1, m_y});
    if (row.outline) {
        OutlineEntry entry = *row.outline;
        entry.title = m_typography.printable().of(entry.title).simplified();
        m_part.outline << entry;
    }
}

void PageFlow::paintRow(const PageRow &row)
{
    m_y += isAtTop() ? 0 : row.gap;
    note(row);
    std::vector<size_t> done(row.cells.size(), 0);
    while (paintCells(row, done) > 0) {
        turnPage();
        paintPending();
        if (!row.continuation.isEmpty())
            paintContinuation(row.continuation);
    }
}

void PageFlow::paintContinuation(const QString &words)
{
    PageRow row;
    row.cells.push_back({0, Stack(m_typography, body.width())});
    row.cells.front().stack.add(words, TextStyle::Quiet);
    row.padding = pt(3);
    paintRow(row);
}

size_t PageFlow::paintCells(const PageRow &row, std::vector<size_t> &done)
{
    const qreal room = body.bottom() - m_y - 2 * row.padding;
    // A thing taller than a page would never fit: where no more room can be had it is painted all the same.
    const size_t least = m_y + pt(60) < body.top() + body.height() / 2 ? 1 : 0;
    qreal used = 0;
    size_t left = 0;
    std::vector<size_t> next(done.size());
    for (size_t i = 0; i < row.cells.size(); ++i) {
        const Stack &stack = row.cells[i].stack;
        next[i] = std::min(stack.size(), done[i] + std::max(least, stack.fitting(done[i], room)));
        used = std::max(used, stack.height(done[i], next[i]));
        left += stack.size() - next[i];
    }
    const bool paintsNothing = next == done;
    if (row.ground && !paintsNothing)
        m_painter->fillRect(QRectF(body.left(), m_y, body.width(), used + 2 * row.padding), *row.ground);
    const auto link = [this](const QRectF &area, const QString &target) {
        m_part.links << PageLink{m_part.pages - 1, area, target};
    };
    for (size_t i = 0; i < row.cells.size(); ++i)
        row.cells[i].stack.paint(*m_painter, {body.left() + row.cells[i].left, m_y + row.padding}, done[i],
                                 next[i], link);
    done = next;
    if (paintsNothing)
        return left;
    m_y += used + 2 * row.padding;
    m_isPageEmpty = false;
    if (row.hasRule)
        m_painter->fillRect(QRectF(body.left(), m_y - paper::hairline, body.width(), paper::hairline),
                            m_typography.colours().line);
    return left;
}

void PageFlow::closePage()
{
    const ChartColours &colours = m_typography.colours();
    const Typeface &face = m_typography.face(TextStyle::Quiet);
    const qreal top = mm(14);
    m_painter->setPen(colours.quietText);
    if (!m_pageChapter.isEmpty()) {
        paintRunning(top);
        m_painter->fillRect(QRectF(body.left(), top + face.leading + pt(3), body.width(), paper::hairline),
                            colours.line);
    }
    if (m_frame.isSample)
        paintSampleSign();
    const qreal footer = paper::page.bottom() - mm(18);
    m_painter->fillRect(QRectF(body.left(), footer, body.width(), paper::hairline), colours.line);
    QFont small = face.font;
    small.setPixelSize(qRound(pt(6.4)));
    m_painter->setFont(small);
    m_painter->setPen(colours.quietText);
    m_painter->drawText(QRectF(body.left(), footer + pt(4), body.width() * 0.8, mm(10)),
                        Qt::AlignLeft | Qt::AlignTop, footerText());
}

/// The system's name has the page's width above the line when it finds no room beside the chapter.
void PageFlow::paintRunning(qreal top)
{
    const Typeface &face = m_typography.face(TextStyle::Quiet);
    const qreal above = top - face.leading - pt(2);
    const auto widthOf = [&face](const QString &text) {
        return QFontMetricsF(face.fontOf(text)).horizontalAdvance(withIsolates(text));
    };
    const auto paint = [&](const QString &text, Qt::Alignment side, qreal y, qreal width) {
        const QFont &font = face.fontOf(text);
        m_painter->setFont(font);
        m_painter->drawText(QRectF(body.left(), y, body.width(), face.leading), side | Qt::AlignVCenter,
                            elided(withIsolates(text), QFontMetricsF(font), width));
    };
    const qreal ofChapter = std::min(widthOf(m_pageChapter), 0.4 * body.width());
    const qreal beside = m_frame.isSample ? 0.44 * body.width() : body.width() - ofChapter - pt(16);
    const QString whole =
        m_pageSystem.isEmpty() ? m_frame.organisation : m_frame.organisation + u" · "_s + m_pageSystem;
    paint(m_pageChapter, Qt::AlignRight, top, ofChapter);
    if (widthOf(whole) <= beside || m_pageSystem.isEmpty())
        return paint(whole, Qt::AlignLeft, top, beside);
    if (widthOf(whole) <= body.width())
        return paint(whole, Qt::AlignLeft, above, body.width());
    paint(m_pageSystem, Qt::AlignLeft, above, body.width());
    paint(m_frame.organisation, Qt::AlignLeft, top, beside);
}

void PageFlow::paintSampleSign()
{
    const ChartColours &colours = m_typography.colours();
    const Typeface &face = m_typography.face(TextStyle::Label);
    const QString word = Text::tr("SAMPLE");
    QRectF chip(0, 0, QFontMetricsF(face.font).horizontalAdvance(word) + pt(12), face.leading + pt(3));
    chip.moveCenter({body.center().x(), mm(14) + m_typography.face(TextStyle::Quiet).leading / 2});
    m_painter->setPen(Qt::NoPen);
    m_painter->setBrush(blended(colours.panel, colours.partly, 0.14));
    m_painter->drawRoundedRect(chip, pt(3), pt(3));
    m_painter->setFont(face.font);
    m_painter->setPen(colours.partly);
    m_painter->drawText(chip, Qt::AlignCenter, word);
    m_painter->setBrush(Qt::NoBrush);
}

ReportPart PageFlow::finish()
{
    paintPending();
    closePage();
    m_painter->end();
    m_painter.reset();
    m_writer.reset();
    m_buffer.close();
    m_part.pdf = std::move(m_buffer.buffer());
    m_part.missingGlyphs = m_typography.printable().missing();
    return std::move(m_part);
}

}
