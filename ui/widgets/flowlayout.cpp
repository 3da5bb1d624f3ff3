#include "ui/widgets/flowlayout.h"

#include "ui/theme/spacing.h"

#include <QWidget>

#include <algorithm>

namespace plimsoll {

FlowLayout::FlowLayout(QWidget *parent)
    : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(spacing::small);
}

FlowLayout::~FlowLayout()
{
    for (QLayoutItem *item : m_items)
        delete item;
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.push_back(item);
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[size_t(index)] : nullptr;
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    QLayoutItem *item = itemAt(index);
    if (item)
        m_items.erase(m_items.begin() + index);
    return item;
}

int FlowLayout::heightForWidth(int width) const
{
    return flow(QRect(0, 0, width, 0), Act::Measure);
}

QSize FlowLayout::sizeHint() const
{
    int width = 0;
    int height = 0;
    for (const QLayoutItem *item : m_items) {
        width += item->sizeHint().width() + (width > 0 ? spacing() : 0);
        height = std::max(height, item->sizeHint().height());
    }
    const QMargins around = contentsMargins();
    return {width + around.left() + around.right(), height + around.top() + around.bottom()};
}

QSize FlowLayout::minimumSize() const
{
    QSize least;
    for (const QLayoutItem *item : m_items)
        least = least.expandedTo(item->minimumSize());
    return least.grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    flow(rect, Act::Place);
}

/// What is wider than a line of the layout breaks its own lines, where it can.
QSize FlowLayout::sizeIn(const QLayoutItem &item, int width)
{
    const QSize wanted = item.sizeHint();
    if (wanted.width() <= width)
        return wanted;
    return {width, item.hasHeightForWidth() ? item.heightForWidth(width) : wanted.height()};
}

int FlowLayout::flow(const QRect &rect, Act act) const
{
    const QRect inner = rect.marginsRemoved(contentsMargins());
    QPoint at = inner.topLeft();
    int lineHeight = 0;
    std::vector<std::pair<QLayoutItem *, QRect>> line;
    const auto endLine = [&] {
        for (const auto &[item, place] : line) {
            if (act == Act::Place)
                item->setGeometry(place.translated(0, (lineHeight - place.height()) / 2));
        }
        line.clear();
    };
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = sizeIn(*item, std::max(1, inner.width()));
        if (at.x() > inner.left() && at.x() + size.width() > inner.left() + inner.width()) {
            endLine();
            at = {inner.left(), at.y() + lineHeight + spacing()};
            lineHeight = 0;
        }
        line.emplace_back(item, QRect(at, size));
        at.rx() += size.width() + spacing();
        lineHeight = std::max(lineHeight, size.height());
    }
    endLine();
    return at.y() + lineHeight - rect.top() + contentsMargins().bottom();
}

}
