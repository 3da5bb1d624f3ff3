#include "ui/widgets/tabrow.h"

#include <QShortcut>
#include <QStyle>
#include <QToolButton>
#include <QVariant>

#include <algorithm>

namespace plimsoll {

TabRow::TabRow(const QString &accessibleName, QWidget *parent)
    : QTabBar(parent)
{
    setAccessibleName(accessibleName);
    setDrawBase(false);
    setFocusPolicy(Qt::StrongFocus); // or a click would take the keyboard from what it hides to nowhere
    setExpanding(false);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideNone);
    // The arrows that scroll are for the mouse: keys move from tab to tab, and nothing would show the
    // keyboard on them.
    for (auto *arrow : findChildren<QToolButton *>())
        arrow->setFocusPolicy(Qt::NoFocus);
    connect(this, &QTabBar::currentChanged, this, [this] { Q_EMIT keyChosen(currentKey()); });
}

void TabRow::addKey(const QString &key, const QString &text)
{
    const QSignalBlocker quietly(this);
    setTabData(addTab(text), key);
}

QSize TabRow::minimumSizeHint() const
{
    int widest = 0;
    for (int tab = 0; tab < count(); ++tab)
        widest = std::max(widest, tabSizeHint(tab).width());
    const int arrows = 2 * style()->pixelMetric(QStyle::PM_TabBarScrollButtonWidth, nullptr, this);
    return {std::min(sizeHint().width(), widest + arrows), QTabBar::minimumSizeHint().height()};
}

QString TabRow::currentKey() const
{
    return tabData(currentIndex()).toString();
}

void TabRow::listenWithin(QWidget &page)
{
    for (const auto &[key, step] : {std::pair(Qt::Key_PageDown, 1), std::pair(Qt::Key_PageUp, -1)}) {
        auto *move = new QShortcut(QKeySequence(Qt::CTRL | key), &page);
        move->setContext(Qt::WidgetWithChildrenShortcut);
        connect(move, &QShortcut::activated, this, [this, by = step] {
            setFocus(Qt::ShortcutFocusReason);
            setCurrentIndex((currentIndex() + by + count()) % count());
            Q_EMIT turned();
        });
    }
}

void TabRow::setCurrentKey(const QString &key)
{
    for (int tab = 0; tab < count(); ++tab) {
        if (tabData(tab).toString() == key)
            setCurrentIndex(tab);
    }
}

}
