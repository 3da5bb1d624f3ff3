#include "ui/widgets/scrollpane.h"

#include "ui/theme/spacing.h"

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

QSize ScrollPane::minimumSizeHint() const
{
    return {320, 200};
}

}
