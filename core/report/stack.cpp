#include "core/report/stack.h"

#include "core/report/isolation.h"

#include <QPainter>
#include <QTextOption>

#include <algorithm>

namespace plimsoll {

namespace {

/// Where a line ends that would end within the number of a clause, such as A.5.36: before that number.
int endOfLine(const QString &text, const QTextLine &line)
{
    const int end = line.textStart() + line.textLength();
    if (end >= text.size() || text[end - 1] != u'.' || !text[end].isDigit())
        return end;
    const auto space = int(text.lastIndexOf(u' ', end - 1));
    return space < line.textStart() ? end : space + 1;
}

/// The words that need shaping; all others keep letters that stand for themselves.
QList<QTextLayout::FormatRange> shapedWords(const QString &text, const QFont &shaped)
{
    QTextCharFormat format;
    format.setFont(shaped);
    QList<QTextLayout::FormatRange> words;
    for (qsizetype start = 0; start < text.size();) {
        const auto space = text.indexOf(u' ', start);
        const auto end = space < 0 ? text.size() : space;
        if (PrintableText::needsShaping(QStringView(text).mid(start, end - start))) {
            const bool goesOn = !words.isEmpty() && words.last().start + words.last().length + 1 == start;
            if (!goesOn)
                words.append({int(start), 0, format});
            words.last().length = int(end) - words.last().start;
        }
        start = end + 1;
    }
    return words;
}

std::unique_ptr<QTextLayout> laidOut(const QString &printable, const Typeface &face, qreal width)
{
    const QString text = withIsolates(printable);
    auto layout = std::make_unique<QTextLayout>(text, face.font);
    if (PrintableText::needsShaping(text))
        layout->setFormats(shapedWords(text, face.shaped));
    layout->setTextOption([] {
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        return option;
    }());
    layout->setCacheEnabled(true);
    layout->beginLayout();
    for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
        line.setLineWidth(width);
        if (const int end = endOfLine(text, line); end < line.textStart() + line.textLength())
            line.setNumColumns(end - line.textStart(), width);
    }
    layout->endLayout();
    return layout;
}

bool isHeading(TextStyle style)
{
    return style == TextStyle::Title || style == TextStyle::Subtitle || style == TextStyle::Chapter ||
           style == TextStyle::Section || style == TextStyle::Group;
}

}

QString beginningOf(const QString &text, qsizetype longest)
{
    if (text.size() <= longest)
        return text;
    const auto space = text.lastIndexOf(u' ', longest - 1);
    if (space > longest / 2)
        return text.left(space + 1);
    return text.left(text[longest - 1].isHighSurrogate() ? longest - 1 : longest);
}

void Stack::add(const QString &text, TextStyle style)
{
    add(text, style, Setting{});
}

void Stack::add(const QString &text, TextStyle style, const Setting &setting)
{
    const QString printable = m_typography->printable().of(text);
    if (!printable.contains(u'\n')) {
        addLine(printable, style, setting);
        return;
    }
    Setting next = setting;
    for (const QString &line : printable.split(u'\n')) {
        addLine(line, style, next);
        next.gap = 0;
        next.mark.reset();
    }
}

void Stack::addLine(const QString &line, TextStyle style, const Setting &setting)
{
    if (isHeading(style) && line.size() > longestHeading) {
        const QString heading = beginningOf(line, longestHeading);
        addLine(heading, style, setting);
        return addLine(line.sliced(heading.size()), TextStyle::Body, {.target = setting.target});
    }
    const Typeface &face = m_typography->face(style);
    const qreal indent = setting.mark ? face.leading * 1.1 : 0;
    m_layouts.push_back(laidOut(line, face, m_width - indent));
    const QTextLayout &layout = *m_layouts.back();
    for (int i = 0; i < layout.lineCount(); ++i) {
        m_pieces.push_back({.gap = i == 0 ? setting.gap : 0,
                            .height = std::max(face.leading, layout.lineAt(i).height()),
                            .indent = indent,
                            .layout = m_layouts.size() - 1,
                            .line = i,
                            .style = style,
                            .mark = i == 0 ? setting.mark : std::nullopt,
                            .target = setting.target,
                            .paint = {}});
    }
}

void Stack::add(qreal height, Paint paint, qreal gap)
{
    m_pieces.push_back({.gap = gap, .height = height, .mark = {}, .target = {}, .paint = std::move(paint)});
}

qreal Stack::height(size_t first, size_t last) const
{
    qreal height = 0;
    for (size_t i = first; i < std::min(last, m_pieces.size()); ++i)
        height += m_pieces[i].height + (i == first ? 0 : m_pieces[i].gap);
    return height;
}

bool Stack::isText() const
{
    return std::ranges::all_of(m_pieces, [](const Piece &piece) { return piece.line >= 0; });
}

Stack Stack::takeOut(qreal width, size_t kept, const QString &after)
{
    Stack rest(*m_typography, width);
    for (size_t i = kept; i < m_pieces.size(); ++i) {
        const Piece &piece = m_pieces[i];
        if (piece.line > 0 && i > kept)
            continue;
        const QTextLayout &layout = *m_layouts[piece.layout];
        rest.addLine(layout.text().sliced(layout.lineAt(piece.line).textStart()), piece.style,
                     {.gap = piece.gap, .target = piece.target, .mark = piece.mark});
    }
    m_pieces.resize(std::min(kept, m_pieces.size()));
    add(after, TextStyle::Quiet);
    return rest;
}

size_t Stack::fitting(size_t first, qreal room) const
{
    qreal used = 0;
    size_t next = first;
    for (; next < m_pieces.size(); ++next) {
        used += m_pieces[next].height + (next == first ? 0 : m_pieces[next].gap);
        if (used > room)
            break;
    }
    return next - first;
}

void Stack::paint(QPainter &painter, const QPointF &at, size_t first, size_t last, const Link &link) const
{
    qreal used = 0;
    for (size_t i = first; i < last; ++i) {
        used += i == first ? 0 : m_pieces[i].gap;
        paintPiece(painter, at + QPointF(0, used), m_pieces[i], link);
        used += m_pieces[i].height;
    }
}

void Stack::paintPiece(QPainter &painter, const QPointF &at, const Piece &piece, const Link &link) const
{
    const QRectF place(at.x(), at.y(), m_width, piece.height);
    if (piece.line < 0) {
        piece.paint(painter, place);
        return;
    }
    if (piece.mark) {
        const qreal side = piece.height * 0.72;
        paintStatusMark(painter, {place.left(), place.center().y() - side / 2, side, side}, *piece.mark,
                        m_typography->colours());
    }
    const QTextLine line = m_layouts[piece.layout]->lineAt(piece.line);
    const QColor &colour = m_typography->face(piece.style).colour;
    if (painter.pen().color() != colour)
        painter.setPen(colour);
    line.draw(&painter, at + QPointF(piece.indent, (piece.height - line.height()) / 2));
    if (!piece.target.isEmpty())
        link(line.naturalTextRect().translated(at + QPointF(piece.indent, 0)), piece.target);
}

}
