#include "ui/widgets/chip.h"

#include "ui/theme/colours.h"
#include "ui/theme/fonts.h"
#include "ui/theme/painting.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/plaintext.h"

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace plimsoll {

Chip::Chip(const QString &text, ChipKind kind, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setText(text);
}

void Chip::setText(const QString &text)
{
    m_text = shownInLine(text);
    setAccessibleName(m_text);
    setToolTip(wholeWidth() > widest() ? asToolTip(text) : QString());
    updateGeometry();
    update();
}

void Chip::setKind(ChipKind kind)
{
    m_kind = kind;
    update();
}

void Chip::setMark(std::optional<StatusMark> mark)
{
    m_mark = mark;
    updateGeometry();
    update();
}

QFont Chip::chipFont() const
{
    QFont small = fontOf(TextKind::Small, font());
    small.setWeight(QFont::DemiBold);
    return small;
}

int Chip::widest() const
{
    return QFontMetrics(chipFont()).averageCharWidth() * 48;
}

int Chip::wholeWidth() const
{
    const QFontMetrics metrics(chipFont());
    const int mark = m_mark ? metrics.height() : 0;
    return metrics.horizontalAdvance(m_text) + mark + 2 * spacing::medium;
}

QSize Chip::sizeHint() const
{
    return {std::min(wholeWidth(), widest()), QFontMetrics(chipFont()).height() + spacing::small};
}

void Chip::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursOf(palette());
    const QColor ground = m_kind == ChipKind::Strong ? colours.accent
                          : m_kind == ChipKind::Ours ? colours.selection
                                                     : colours.chip;
    const QColor ink = m_kind == ChipKind::Strong ? colours.onAccent
                       : m_kind == ChipKind::Ours ? colours.accent
                                                  : colours.text;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintRounded(painter, rect(), spacing::corner, ground, {});
    QRect words = rect().adjusted(spacing::medium, 0, -spacing::medium, 0);
    painter.setFont(chipFont());
    if (m_mark) {
        const int side = painter.fontMetrics().height() - spacing::tight;
        paintStatusMark(painter, QRectF(words.left(), (height() - side) / 2.0, side, side), *m_mark, colours);
        words.setLeft(words.left() + side + spacing::tight);
    }
    painter.setPen(ink);
    const bool fits = wholeWidth() <= width();
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     fits ? m_text : painter.fontMetrics().elidedText(m_text, Qt::ElideRight, words.width()));
}

void Chip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

}
