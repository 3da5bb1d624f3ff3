#include "ui/mainwindow/tabstops.h"

#include <QLayout>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSet>
#include <QSplitter>
#include <QWidget>

#include <algorithm>

namespace plimsoll {

namespace {

/// Of some radio buttons the one that is chosen takes the focus, or the first while none is; arrow keys
/// choose another. Qt leaves Tab to the one that had the keyboard last, whichever the record has chosen
/// since.
bool standsForItsGroup(const QRadioButton &radio)
{
    if (radio.isChecked() || !radio.parentWidget())
        return true;
    const auto group = radio.parentWidget()->findChildren<QRadioButton *>(Qt::FindDirectChildrenOnly);
    const auto chosen = std::ranges::find_if(group, &QRadioButton::isChecked);
    return chosen == group.cend() && group.first() == &radio;
}

bool isStop(const QWidget &widget)
{
    if (!widget.isEnabled() || widget.focusProxy())
        return false;
    if (const auto *radio = qobject_cast<const QRadioButton *>(&widget))
        return standsForItsGroup(*radio);
    return (widget.focusPolicy() & Qt::TabFocus) == Qt::TabFocus;
}

class Walk
{
public:
    /// `marked` is listed in its place among the stops though it may be none.
    explicit Walk(const QWidget *marked = nullptr)
        : m_marked(marked)
    {
    }

    void visit(QWidget &widget)
    {
        const bool leadsToMarked = m_marked && (&widget == m_marked || widget.isAncestorOf(m_marked));
        if (m_seen.contains(&widget) || widget.isWindow() || !(widget.isVisible() || leadsToMarked))
            return;
        m_seen.insert(&widget);
        const qsizetype before = m_stops.size();
        if (isStop(widget) || &widget == m_marked)
            m_stops.append(&widget);
        if (const QLayout *layout = widget.layout())
            visit(*layout);
        if (const auto *splitter = qobject_cast<QSplitter *>(&widget)) {
            for (int i = 0; i < splitter->count(); ++i)
                visit(*splitter->widget(i));
        }
        // What no layout places, such as what an area scrolls.
        for (QObject *child : widget.children()) {
            if (auto *inner = qobject_cast<QWidget *>(child))
                visit(*inner);
        }
        // Words alone: with the focus on what scrolls them, keys do.
        const auto *area = qobject_cast<const QScrollArea *>(&widget);
        if (area && m_stops.size() == before && area->verticalScrollBar()->maximum() > 0)
            m_stops.append(&widget);
    }

    QList<QWidget *> take() { return std::move(m_stops); }

private:
    void visit(const QLayout &layout)
    {
        for (int i = 0; i < layout.count(); ++i) {
            QLayoutItem *item = layout.itemAt(i);
            if (QWidget *widget = item->widget())
                visit(*widget);
            else if (const QLayout *inner = item->layout())
                visit(*inner);
        }
    }

    const QWidget *m_marked;
    QSet<QWidget *> m_seen;
    QList<QWidget *> m_stops;
};

}

QList<QWidget *> tabStops(const QList<QWidget *> &roots)
{
    Walk walk;
    for (QWidget *root : roots) {
        if (root)
            walk.visit(*root);
    }
    return walk.take();
}

QWidget *stopBeside(QWidget &lost, QWidget &page)
{
    if (!page.isAncestorOf(&lost))
        return nullptr;
    for (QWidget *part = lost.parentWidget(); part; part = part->parentWidget()) {
        Walk walk(&lost);
        walk.visit(*part);
        const QList<QWidget *> stops = walk.take();
        const qsizetype at = stops.indexOf(&lost);
        if (at >= 0 && at + 1 < stops.size())
            return stops[at + 1];
        if (at > 0)
            return stops[at - 1];
        if (part == &page)
            break;
    }
    return nullptr;
}

}
