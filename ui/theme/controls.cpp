#include "ui/theme/controls.h"

#include "ui/theme/buttonkind.h"
#include "ui/theme/colours.h"
#include "ui/theme/painting.h"
#include "ui/theme/spacing.h"

#include <QPainter>
#include <QStyleOption>
#include <QTableView>

namespace plimsoll {

namespace {

bool has(const QStyleOption &option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

/// A button's ground answers the mouse by a step towards the text colour.
QColor answering(const QStyleOption &option, const QColor &ground, const QColor &ink)
{
    if (!has(option, QStyle::State_Enabled))
        return ground;
    if (has(option, QStyle::State_Sunken))
        return blended(ground, ink, 0.16);
    return has(option, QStyle::State_MouseOver) ? blended(ground, ink, 0.07) : ground;
}

void paintTick(QPainter &painter, const QRectF &box, const QColor &colour)
{
    painter.setPen(QPen(colour, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const double side = box.width();
    painter.drawPolyline(QPolygonF({box.topLeft() + QPointF(side * 0.25, side * 0.52),
                                    box.topLeft() + QPointF(side * 0.43, side * 0.70),
                                    box.topLeft() + QPointF(side * 0.76, side * 0.32)}));
}

/// As the tab that is chosen: underlined. A ring is the keyboard's.
void paintPressed(QPainter &painter, const QStyleOption &option)
{
    const Colours &colours = coloursOf(option.palette);
    const bool enabled = has(option, QStyle::State_Enabled);
    paintRounded(painter, option.rect, spacing::corner,
                 enabled ? answering(option, colours.selection, colours.text) : colours.selection,
                 enabled ? colours.edge : colours.line);
    const QRectF rect = option.rect;
    const QRectF underline(rect.left() + spacing::small, rect.bottom() - 4, rect.width() - 2 * spacing::small,
                           3);
    paintRounded(painter, underline, 1.5, enabled ? colours.accent : colours.quietText, {});
}

QRectF squareIn(const QRect &rect)
{
    const double side = std::min(rect.width(), rect.height());
    return QRectF(0, 0, side, side).translated(rect.center() - QPointF(side - 1, side - 1) / 2);
}

}

void paintButton(QPainter &painter, const QStyleOption &option, const QWidget *widget)
{
    const Colours &colours = coloursOf(option.palette);
    const bool enabled = has(option, QStyle::State_Enabled);
    const ButtonKind kind = buttonKindOf(widget);
    if (kind == ButtonKind::Primary && enabled) {
        const QColor ground = answering(option, colours.accent, colours.text);
        paintRounded(painter, option.rect, spacing::corner, ground, {});
        return;
    }
    if (kind == ButtonKind::Quiet) {
        if (enabled && (has(option, QStyle::State_MouseOver) || has(option, QStyle::State_Sunken)))
            paintRounded(painter, option.rect, spacing::corner, colours.selection, {});
        return;
    }
    if (has(option, QStyle::State_On)) {
        paintPressed(painter, option);
        return;
    }
    paintRounded(painter, option.rect, spacing::corner, answering(option, colours.chip, colours.text),
                 enabled ? colours.edge : colours.line);
}

void paintToolButton(QPainter &painter, const QStyleOption &option)
{
    const Colours &colours = coloursOf(option.palette);
    if (has(option, QStyle::State_On))
        paintRounded(painter, option.rect, spacing::corner, colours.selection, {});
    else if (has(option, QStyle::State_Enabled) &&
             (has(option, QStyle::State_MouseOver) || has(option, QStyle::State_Sunken)))
        paintRounded(painter, option.rect, spacing::corner, answering(option, colours.chip, colours.text),
                     {});
}

void paintInput(QPainter &painter, const QStyleOption &option)
{
    const Colours &colours = coloursOf(option.palette);
    const bool enabled = has(option, QStyle::State_Enabled) && !has(option, QStyle::State_ReadOnly);
    paintRounded(painter, option.rect, spacing::corner, enabled ? colours.panel : colours.page, colours.edge);
    if (has(option, QStyle::State_HasFocus))
        paintFocusRing(painter, option.rect, spacing::corner, colours.accent);
}

void paintCheckBox(QPainter &painter, const QStyleOption &option)
{
    const Colours &colours = coloursOf(option.palette);
    const QRectF box = squareIn(option.rect);
    const bool marked = has(option, QStyle::State_On) || has(option, QStyle::State_NoChange);
    const QColor ink = has(option, QStyle::State_Enabled) ? colours.accent : colours.quietText;
    paintRounded(painter, box, 4, marked ? ink : colours.panel, marked ? ink : colours.quietText);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (has(option, QStyle::State_On))
        paintTick(painter, box, colours.onAccent);
    else if (has(option, QStyle::State_NoChange))
        painter.fillRect(box.adjusted(4, box.height() / 2 - 1, -4, -box.height() / 2 + 1), colours.onAccent);
    painter.restore();
}

void paintRadioButton(QPainter &painter, const QStyleOption &option)
{
    const Colours &colours = coloursOf(option.palette);
    const QRectF box = squareIn(option.rect);
    const bool on = has(option, QStyle::State_On);
    const QColor ink = has(option, QStyle::State_Enabled) ? colours.accent : colours.quietText;
    paintRounded(painter, box, box.width() / 2, on ? ink : colours.panel, on ? ink : colours.quietText);
    const double inset = box.width() * 0.3;
    if (on)
        paintRounded(painter, box.adjusted(inset, inset, -inset, -inset), box.width(), colours.onAccent, {});
}

void paintTab(QPainter &painter, const QStyleOptionTab &option)
{
    const Colours &colours = coloursOf(option.palette);
    const QRectF rect = option.rect;
    const QRectF underline(rect.left(), rect.bottom() - 3, rect.width(), 3);
    if (has(option, QStyle::State_Selected))
        paintRounded(painter, underline, 1.5, colours.accent, {});
    else if (has(option, QStyle::State_MouseOver))
        paintRounded(painter, underline, 1.5, colours.edge, {});
    if (has(option, QStyle::State_HasFocus))
        paintFocusRing(painter, rect.adjusted(2, 2, -2, -6), spacing::corner, colours.accent);
}

void paintTabScroller(QPainter &painter, const QStyleOptionToolButton &option)
{
    const Colours &colours = coloursOf(option.palette);
    painter.fillRect(option.rect, option.palette.color(QPalette::Window));
    paintToolButton(painter, option);
    paintChevron(painter, option.rect, option.arrowType,
                 has(option, QStyle::State_Enabled) ? colours.text : colours.line);
}

void paintMenuButton(QPainter &painter, const QStyleOptionToolButton &option, const QStyle &style,
                     const QWidget *widget)
{
    paintToolButton(painter, option);
    QStyleOptionToolButton label(option);
    label.features.setFlag(QStyleOptionToolButton::HasMenu, false);
    const int side = option.fontMetrics.height();
    label.rect.adjust(0, 0, -side, 0);
    style.drawControl(QStyle::CE_ToolButtonLabel, &label, &painter, widget);
    const QRect arrow(label.rect.right(), option.rect.top(), side, option.rect.height());
    paintChevron(painter, arrow, Qt::DownArrow, coloursOf(option.palette).quietText);
    if (has(option, QStyle::State_HasFocus))
        paintFocusRing(painter, option.rect.adjusted(1, 1, -1, -1), spacing::corner,
                       coloursOf(option.palette).accent);
}

void paintHeader(QPainter &painter, const QStyleOption &option)
{
    const Colours &colours = coloursOf(option.palette);
    const QRect &rect = option.rect;
    painter.fillRect(rect, answering(option, colours.chip, colours.text));
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colours.line);
}

void paintItemGround(QPainter &painter, const QStyleOption &option, const QWidget *widget)
{
    const Colours &colours = coloursOf(option.palette);
    QColor ground;
    if (has(option, QStyle::State_Selected))
        ground = colours.selection;
    else if (has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled))
        ground = blended(colours.panel, colours.selection, 0.45);
    if (!ground.isValid())
        return;
    if (qobject_cast<const QTableView *>(widget))
        painter.fillRect(option.rect, ground);
    else
        paintRounded(painter, option.rect, spacing::corner - 2, ground, {});
}

void paintScrollBarThumb(QPainter &painter, const QStyleOption &option, const QRectF &thumb)
{
    const Colours &colours = coloursOf(option.palette);
    const bool active = has(option, QStyle::State_MouseOver) || has(option, QStyle::State_Sunken);
    const QColor ink = blended(colours.panel, colours.quietText, active ? 0.8 : 0.4);
    const QRectF rounded = thumb.adjusted(3, 3, -3, -3);
    paintRounded(painter, rounded, std::min(rounded.width(), rounded.height()) / 2, ink, {});
}

int arrowGrowth(const QStyleOption &option)
{
    constexpr int fusions = 18;
    return std::max(0, option.fontMetrics.height() - fusions);
}

QRect partOfComboBox(const QStyleOption &option, QStyle::SubControl part, const QRect &fusions)
{
    const int growth = arrowGrowth(option);
    const bool isMirrored = option.direction == Qt::RightToLeft;
    if (part == QStyle::SC_ComboBoxArrow)
        return isMirrored ? fusions.adjusted(0, 0, growth, 0) : fusions.adjusted(-growth, 0, 0, 0);
    return isMirrored ? fusions.adjusted(growth, 0, -spacing::tight, 0)
                      : fusions.adjusted(spacing::tight, 0, -growth, 0);
}

void paintProgress(QPainter &painter, const QStyleOption &option, const QRectF &rect, double share)
{
    const Colours &colours = coloursOf(option.palette);
    QRectF bar = rect;
    bar.setHeight(std::min(rect.height(), 8.0));
    bar.moveCenter(rect.center());
    paintRounded(painter, bar, 4, colours.line, {});
    bar.setWidth(std::max(bar.height(), bar.width() * share));
    if (share > 0)
        paintRounded(painter, bar, 4, colours.accent, {});
}

}
