#include "ui/widgets/scrollpane.h"

#include "ui/theme/spacing.h"

#include <QApplication>
#include <QPlainTextEdit>
#include <QResizeEvent>
#include <QScrollBar>
#include <QVBoxLayout>

namespace plimsoll {

ScrollPane::ScrollPane(const QString &accessibleName, QWidget *parent)
    : QScrollArea(parent)
{
    setAccessibleName(accessibleName);
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    auto *body = new QWidget;
    m_column = new QVBoxLayout(body);
    m_column->setContentsMargins(spacing::wide, spacing::large, spacing::wide, spacing::wide);
    m_column->setSpacing(spacing::medium);
    setWidget(body);
    // The page's ground shows through; setWidget() asked for an opaque one.
    body->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
}

bool ScrollPane::eventFilter(QObject *watched, QEvent *event)
{
    // Wrapped words need a height for their width, which a scroll area asks for too early.
    if (watched == widget() && (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize))
        QMetaObject::invokeMethod(this, &ScrollPane::fitHeight, Qt::QueuedConnection);
    return QScrollArea::eventFilter(watched, event);
}

void ScrollPane::fitHeight()
{
    const QLayout *layout = widget()->layout();
    const int height = layout->hasHeightForWidth() ? layout->totalHeightForWidth(viewport()->width()) : 0;
    if (height != widget()->minimumHeight())
        widget()->setMinimumHeight(height);
}

void ScrollPane::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    if (event->size().height() < event->oldSize().height())
        QMetaObject::invokeMethod(this, &ScrollPane::followKeyboard, Qt::QueuedConnection);
}

void ScrollPane::followKeyboard()
{
    QWidget *focus = QApplication::focusWidget();
    if (!focus || !isAncestorOf(focus))
        return;
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(focus))
        bringIntoSight(*focus, text->cursorRect().translated(text->viewport()->pos()));
    else if (!qobject_cast<const QAbstractScrollArea *>(focus))
        bringIntoSight(*focus);
}

QSize ScrollPane::minimumSizeHint() const
{
    return {320, 200};
}

void bringIntoSight(QWidget &widget)
{
    for (QWidget *outer = widget.parentWidget(); outer; outer = outer->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(outer))
            area->ensureWidgetVisible(&widget);
    }
}

void bringIntoSight(QWidget &widget, const QRect &part)
{
    for (QWidget *outer = widget.parentWidget(); outer; outer = outer->parentWidget()) {
        auto *area = qobject_cast<QScrollArea *>(outer);
        if (!area)
            continue;
        const QPoint middle = widget.mapTo(area->widget(), part.center());
        area->ensureVisible(area->horizontalScrollBar()->value(), middle.y(), 0, part.height());
    }
}

}
