#pragma once

#include "core/report/statusmark.h"
#include "core/report/typography.h"

#include <QTextLayout>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QPainter;

namespace plimsoll {

inline constexpr qsizetype longestHeading = 300; ///< characters set in the type of a heading

/// The first characters of the text, up to the end of a word where there is one.
QString beginningOf(const QString &text, qsizetype longest);

/// A column of things one below the other (lines of text, a drawing) that may be cut between any two of them.
/// What lies in a table's cell is a stack; so is a paragraph.
class Stack
{
public:
    /// How a text stands in its stack.
    struct Setting
    {
        qreal gap = 0;                    ///< above it
        QString target{};                 ///< the anchor it leads to; empty for none
        std::optional<StatusMark> mark{}; ///< painted left of its first line
    };

    using Paint = std::function<void(QPainter &, const QRectF &)>;
    using Link = std::function<void(const QRectF &, const QString &target)>;

    Stack(Typography &typography, qreal width)
        : m_typography(&typography)
        , m_width(width)
    {
    }

    /// Foreign text, literally. Broken at words, and inside a word that is longer than the line. What is too
    /// long for a heading goes on as body text.
    void add(const QString &text, TextStyle style);
    void add(const QString &text, TextStyle style, const Setting &setting);
    /// Something drawn, over the whole width.
    void add(qreal height, Paint paint, qreal gap = 0);

    [[nodiscard]] qreal height() const { return height(0, m_pieces.size()); }
    [[nodiscard]] qreal height(size_t first, size_t last) const;
    [[nodiscard]] size_t size() const { return m_pieces.size(); }

    [[nodiscard]] qreal width() const { return m_width; }
    /// Of texts alone, without drawings.
    [[nodiscard]] bool isText() const;
    /// Keeps the first lines of its texts, with these words after them, and gives back the rest, set over
    /// that width.
    [[nodiscard]] Stack takeOut(qreal width, size_t kept, const QString &after);

    /// How many pieces from `first` on fit into `room`.
    [[nodiscard]] size_t fitting(size_t first, qreal room) const;
    /// Paints the pieces from `first` to before `last`.
    void paint(QPainter &painter, const QPointF &at, size_t first, size_t last, const Link &link) const;

private:
    struct Piece
    {
        qreal gap = 0;
        qreal height = 0;
        qreal indent = 0;
        size_t layout = 0;
        int line = -1; ///< of the layout; -1 when it is a drawing
        TextStyle style = TextStyle::Body;
        std::optional<StatusMark> mark;
        QString target;
        Paint paint;
    };

    void addLine(const QString &line, TextStyle style, const Setting &setting);
    void paintPiece(QPainter &painter, const QPointF &at, const Piece &piece, const Link &link) const;

    Typography *m_typography;
    qreal m_width;
    std::vector<std::unique_ptr<QTextLayout>> m_layouts;
    std::vector<Piece> m_pieces;
};

}
