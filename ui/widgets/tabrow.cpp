#include "ui/widgets/tabrow.h"

#include <QVariant>

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
    connect(this, &QTabBar::currentChanged, this, [this] { Q_EMIT keyChosen(currentKey()); });
}

void TabRow::addKey(const QString &key, const QString &text)
{
    const QSignalBlocker quietly(this);
    setTabData(addTab(text), key);
}

QString TabRow::currentKey() const
{
    return tabData(currentIndex()).toString();
}

void TabRow::setCurrentKey(const QString &key)
{
    for (int tab = 0; tab < count(); ++tab) {
        if (tabData(tab).toString() == key)
            setCurrentIndex(tab);
    }
}

}
