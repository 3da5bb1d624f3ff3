#include "ui/charts/chartview.h"

#include "ui/theme/fonts.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/plaintext.h"

#include <QAbstractAxis>
#include <QGraphicsLayout>
#include <QHelpEvent>
#include <QLegend>
#include <QToolTip>

namespace plimsoll {

ChartView::ChartView(const QString &accessibleName, QWidget *parent)
    : QChartView(parent)
{
    setAccessibleName(accessibleName);
    setFocusPolicy(Qt::NoFocus);
    setFrameShape(NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    viewport()->setFocusPolicy(Qt::NoFocus);
    viewport()->setMouseTracking(true);
    chart()->legend()->hide();
    chart()->setBackgroundRoundness(0);
    chart()->setMargins({0, spacing::small, spacing::small, 0});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
}

QSize ChartView::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 50, wantedHeight()};
}

QSize ChartView::minimumSizeHint() const
{
    return {200, wantedHeight()};
}

void ChartView::dressAnew()
{
    const Colours &colours = coloursOf(palette());
    setBackgroundBrush(colours.panel);
    chart()->setBackgroundBrush(colours.panel);
    chart()->setBackgroundPen(Qt::NoPen);
    for (QAbstractAxis *axis : chart()->axes())
        dressAxis(*axis, colours);
    dress(colours);
    fitWidth();
    updateGeometry();
}

void ChartView::dressAxis(QAbstractAxis &axis, const Colours &colours) const
{
    axis.setLabelsFont(fontOf(TextKind::Small, font()));
    axis.setLabelsBrush(colours.quietText);
    axis.setLinePen(QPen(colours.line, 1));
    axis.setGridLinePen(QPen(colours.line, 1));
}

void ChartView::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        dressAnew();
}

void ChartView::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    fitWidth();
}

void ChartView::mouseMoveEvent(QMouseEvent *event)
{
    viewport()->setCursor(spotAt(event->position()) < 0 ? Qt::ArrowCursor : Qt::PointingHandCursor);
}

void ChartView::mousePressEvent(QMouseEvent *event)
{
    event->accept();
}

void ChartView::mouseReleaseEvent(QMouseEvent *event)
{
    const int spot = spotAt(event->position());
    if (event->button() == Qt::LeftButton && spot >= 0)
        choose(spot);
}

void ChartView::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // the page scrolls
}

bool ChartView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QChartView::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int spot = spotAt(help->pos());
    QToolTip::showText(help->globalPos(), spot < 0 ? QString() : asToolTip(wordsOf(spot)), viewport());
    return true;
}

int axisStep(int top, int most)
{
    int step = 1;
    for (const int next : {2, 5, 10}) {
        if (top <= step * most)
            return step;
        step = next;
    }
    for (; top > qint64(step) * most; step *= 10) {
        for (const int factor : {2, 5}) {
            if (top <= qint64(step) * factor * most)
                return step * factor;
        }
    }
    return step;
}

}
