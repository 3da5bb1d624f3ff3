#include "ui/widgets/heatmapview.h"

#include "ui/theme/colours.h"
#include "ui/theme/painting.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/plaintext.h"

#include <QHelpEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr qsizetype rowsWithoutScrolling = 10;

}

HeatMapView::HeatMapView(const QString &accessibleName, QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setAccessibleName(accessibleName);
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    viewport()->setAutoFillBackground(false);
    viewport()->setMouseTracking(true);
}

void HeatMapView::setMap(const QStringList &columns, qsizetype rows, RowAt rowAt)
{
    m_columns = columns;
    m_rows = rows;
    m_rowAt = std::move(rowAt);
    m_current.row = std::clamp<qsizetype>(m_current.row, 0, std::max<qsizetype>(rows - 1, 0));
    fitScrollBars();
    updateGeometry();
    viewport()->update();
}

int HeatMapView::headerHeight() const
{
    return fontMetrics().height() + spacing::small;
}

int HeatMapView::rowStep() const
{
    return fontMetrics().height() + spacing::large + spacing::tight;
}

HeatMapLayout HeatMapView::placing() const
{
    const qreal width = contentWidth();
    return {.area = {qreal(-horizontalScrollBar()->value()), 0, width, qreal(viewport()->height())},
            .labelWidth = qreal(labelWidth()),
            .headerHeight = qreal(headerHeight()),
            .rowHeight = qreal(rowStep() - spacing::tight),
            .gap = spacing::tight,
            .columns = m_columns.size()};
}

int HeatMapView::labelWidth() const
{
    return std::clamp(viewport()->width() / 4, 40, fontMetrics().averageCharWidth() * 34);
}

int HeatMapView::contentWidth() const
{
    const int cell = fontMetrics().horizontalAdvance(u"100 %  (00/00)"_s) + spacing::large;
    return std::max(viewport()->width(), labelWidth() + int(m_columns.size()) * cell);
}

QSize HeatMapView::sizeHint() const
{
    const auto rows = int(std::clamp<qsizetype>(m_rows, 1, rowsWithoutScrolling));
    const int bar = contentWidth() > viewport()->width() ? horizontalScrollBar()->sizeHint().height() : 0;
    return {fontMetrics().averageCharWidth() * 90, headerHeight() + rows * rowStep() + bar};
}

QSize HeatMapView::minimumSizeHint() const
{
    return {240, sizeHint().height()};
}

void HeatMapView::fitScrollBars()
{
    const int visible = std::max(viewport()->height() - headerHeight(), 1);
    verticalScrollBar()->setRange(0, std::max(int(m_rows) * rowStep() - visible, 0));
    verticalScrollBar()->setSingleStep(rowStep());
    verticalScrollBar()->setPageStep(visible);
    horizontalScrollBar()->setRange(0, contentWidth() - viewport()->width());
    horizontalScrollBar()->setSingleStep(rowStep());
    horizontalScrollBar()->setPageStep(viewport()->width());
}

void HeatMapView::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursOf(palette());
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font());
    HeatMapLayout layout = placing();
    paintHeatMap(painter, layout, {m_columns, {}}, colours);

    const int offset = verticalScrollBar()->value();
    const qsizetype first = offset / rowStep();
    const qsizetype last = std::min<qsizetype>(m_rows, first + viewport()->height() / rowStep() + 2);
    HeatMap inSight;
    for (qsizetype row = first; row < last; ++row) {
        inSight.rows.append(m_rowAt(row));
        inSight.rows.last().name = shownInLine(inSight.rows.last().name);
    }
    painter.setClipRect(QRect(0, headerHeight(), viewport()->width(), viewport()->height() - headerHeight()));
    layout.area.translate(0, qreal(first * rowStep() - offset));
    layout.columns = m_columns.size();
    paintHeatMap(painter, layout, inSight, colours);
    if (hasFocus() && m_current.row >= first && m_current.row < last) {
        const qsizetype row = m_current.row - first;
        const QRectF ring = m_current.column < 0 ? layout.label(row) : layout.cell(row, m_current.column);
        paintFocusRing(painter, ring, spacing::tight, colours.text);
    }
}

void HeatMapView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    fitScrollBars();
    updateGeometry();
}

void HeatMapView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() != QEvent::FontChange)
        return;
    fitScrollBars();
    updateGeometry();
}

void HeatMapView::moveTo(qsizetype row, qsizetype column)
{
    if (m_rows == 0)
        return;
    m_current = {std::clamp<qsizetype>(row, 0, m_rows - 1),
                 std::clamp<qsizetype>(column, -1, m_columns.size() - 1)};
    const int top = int(m_current.row) * rowStep();
    const int visible = viewport()->height() - headerHeight();
    QScrollBar *bar = verticalScrollBar();
    bar->setValue(std::clamp(bar->value(), top + rowStep() - visible, std::max(top, 0)));
    setAccessibleDescription(wordsOf(m_current));
    viewport()->update();
}

void HeatMapView::keyPressEvent(QKeyEvent *event)
{
    const auto page = std::max<qsizetype>((viewport()->height() - headerHeight()) / rowStep() - 1, 1);
    switch (event->key()) {
    case Qt::Key_Up:
        return moveTo(m_current.row - 1, m_current.column);
    case Qt::Key_Down:
        return moveTo(m_current.row + 1, m_current.column);
    case Qt::Key_Left:
        return moveTo(m_current.row, m_current.column - 1);
    case Qt::Key_Right:
        return moveTo(m_current.row, m_current.column + 1);
    case Qt::Key_PageUp:
        return moveTo(m_current.row - page, m_current.column);
    case Qt::Key_PageDown:
        return moveTo(m_current.row + page, m_current.column);
    case Qt::Key_Home:
        return moveTo(0, m_current.column);
    case Qt::Key_End:
        return moveTo(m_rows - 1, m_current.column);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_rows > 0)
            Q_EMIT chosen(m_current.row, m_current.column);
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

HeatMapView::Spot HeatMapView::spotAt(const QPoint &point) const
{
    if (point.y() < headerHeight())
        return {};
    const qsizetype row = (point.y() - headerHeight() + verticalScrollBar()->value()) / rowStep();
    if (row >= m_rows)
        return {};
    const HeatMapLayout layout = placing();
    for (qsizetype column = 0; column < m_columns.size(); ++column) {
        const QRectF cell = layout.cell(0, column);
        if (point.x() >= cell.left() && point.x() < cell.right())
            return {row, column};
    }
    return {row, -1};
}

QString HeatMapView::wordsOf(const Spot &spot) const
{
    if (spot.row < 0 || spot.row >= m_rows)
        return {};
    const HeatRow row = m_rowAt(spot.row);
    if (spot.column < 0)
        return row.name;
    const HeatCell &cell = row.cells.at(spot.column);
    const QString says = cell.fraction && !cell.fraction->isEmpty()
                             ? tr("%1 of %2 met").arg(cell.fraction->part).arg(cell.fraction->whole)
                             : cell.absence;
    return tr("%1, %2: %3").arg(row.name, m_columns.at(spot.column), says);
}

void HeatMapView::mouseMoveEvent(QMouseEvent *event)
{
    viewport()->setCursor(spotAt(event->position().toPoint()).row < 0 ? Qt::ArrowCursor
                                                                      : Qt::PointingHandCursor);
}

void HeatMapView::mouseReleaseEvent(QMouseEvent *event)
{
    const Spot spot = spotAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || spot.row < 0)
        return;
    moveTo(spot.row, spot.column);
    Q_EMIT chosen(spot.row, spot.column);
}

bool HeatMapView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QToolTip::showText(help->globalPos(), asToolTip(wordsOf(spotAt(help->pos()))), viewport());
    return true;
}

}
