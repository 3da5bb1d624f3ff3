#include "core/report/statusmark.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(StatusMark)
};

/// Draws on a grid of 16 x 16 with the origin in its middle.
void paintOnGrid(QPainter &painter, StatusMark mark)
{
    const QBrush ink = painter.brush();
    switch (mark) {
    case StatusMark::Met:
        painter.drawEllipse(QPointF(), 6.5, 6.5);
        break;
    case StatusMark::PartlyMet:
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(QPointF(), 5.75, 5.75);
        painter.setBrush(ink);
        painter.drawChord(QRectF(-5.75, -5.75, 11.5, 11.5), 90 * 16, 180 * 16);
        break;
    case StatusMark::NotMet:
        painter.drawLine(QPointF(-4.75, -4.75), QPointF(4.75, 4.75));
        painter.drawLine(QPointF(-4.75, 4.75), QPointF(4.75, -4.75));
        break;
    case StatusMark::NotApplicable:
        painter.drawLine(QPointF(-5.5, 0), QPointF(5.5, 0));
        break;
    case StatusMark::NotAnswered:
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(QPointF(), 5.75, 5.75);
        break;
    case StatusMark::Waiting:
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(QPointF(), 5.75, 5.75);
        painter.drawLine(QPointF(0, -3.25), QPointF(0, 0));
        painter.drawLine(QPointF(), QPointF(2.5, 1.5));
        break;
    case StatusMark::ReliedUpon:
        painter.setBrush(Qt::NoBrush);
        painter.rotate(-45);
        painter.drawRoundedRect(QRectF(-7.5, -2.75, 8.5, 5.5), 2.75, 2.75);
        painter.drawRoundedRect(QRectF(-1, -2.75, 8.5, 5.5), 2.75, 2.75);
        break;
    }
}

}

QString statusWord(StatusMark mark)
{
    switch (mark) {
    case StatusMark::Met:
        return Text::tr("Met");
    case StatusMark::PartlyMet:
        return Text::tr("Partly met");
    case StatusMark::NotMet:
        return Text::tr("Not met");
    case StatusMark::NotApplicable:
        return Text::tr("Not applicable");
    case StatusMark::NotAnswered:
        return Text::tr("Not answered");
    case StatusMark::Waiting:
        return Text::tr("Waiting for an event");
    case StatusMark::ReliedUpon:
        return Text::tr("Relied upon");
    }
    Q_UNREACHABLE();
}

QColor statusColour(StatusMark mark, const ChartColours &colours)
{
    switch (mark) {
    case StatusMark::Met:
        return colours.met;
    case StatusMark::PartlyMet:
        return colours.partly;
    case StatusMark::NotMet:
        return colours.notMet;
    case StatusMark::NotApplicable:
        return colours.notApplicable;
    case StatusMark::NotAnswered:
    case StatusMark::Waiting:
        return colours.notAnswered;
    case StatusMark::ReliedUpon:
        return colours.accent;
    }
    Q_UNREACHABLE();
}

void paintStatusMark(QPainter &painter, const QRectF &rect, StatusMark mark, const ChartColours &colours)
{
    const QColor ink = statusColour(mark, colours);
    const qreal unit = std::min(rect.width(), rect.height()) / 16;
    painter.save();
    painter.translate(rect.center());
    painter.scale(unit, unit);
    painter.setPen(mark == StatusMark::Met
                       ? QPen(Qt::NoPen)
                       : QPen(ink, mark == StatusMark::NotMet ? 2.2 : 1.5, Qt::SolidLine, Qt::RoundCap));
    painter.setBrush(ink);
    paintOnGrid(painter, mark);
    painter.restore();
}

}
