#include "ui/mainwindow/menucorner.h"

#include "ui/theme/spacing.h"

#include <QHBoxLayout>
#include <QMenuBar>
#include <QStyleOptionMenuItem>

#include <algorithm>

namespace plimsoll {

MenuCorner::MenuCorner(const QMenuBar &bar, QWidget *content)
    : m_bar(bar)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, spacing::tight, spacing::small, spacing::tight);
    row->addWidget(content);
}

QSize MenuCorner::sizeHint() const
{
    const QSize comfortable = QWidget::sizeHint();
    const int room = m_bar.width() - widthOfMenus();
    return {std::clamp(room, minimumSizeHint().width(), comfortable.width()), comfortable.height()};
}

int MenuCorner::widthOfMenus() const
{
    const QStyle &style = *m_bar.style();
    QStyleOptionMenuItem option;
    option.initFrom(&m_bar);
    const auto metric = [&](QStyle::PixelMetric which) {
        return style.pixelMetric(which, &option, &m_bar);
    };
    int width = 2 * (metric(QStyle::PM_MenuBarHMargin) + metric(QStyle::PM_MenuBarPanelWidth));
    const auto menus = m_bar.actions();
    for (const QAction *menu : menus) {
        if (!menu->isVisible())
            continue;
        const QSize words = m_bar.fontMetrics().size(Qt::TextSingleLine | Qt::TextShowMnemonic, menu->text());
        width += style.sizeFromContents(QStyle::CT_MenuBarItem, &option, words, &m_bar).width() +
                 metric(QStyle::PM_MenuBarItemSpacing);
    }
    return width;
}

}
