#include "ui/widgets/navigation.h"

#include "ui/theme/colours.h"
#include "ui/theme/painting.h"
#include "ui/theme/spacing.h"

#include <QEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace plimsoll {

namespace {

class LineDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int words = option.fontMetrics.horizontalAdvance(index.data().toString());
        return {words + 2 * spacing::large, option.fontMetrics.height() + spacing::large + spacing::tight};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Colours &colours = coloursOf(option.palette);
        const bool current = option.state.testFlag(QStyle::State_Selected);
        const QRectF box = QRectF(option.rect).adjusted(0, 1, 0, -1);
        if (current)
            paintRounded(*painter, box, spacing::corner, colours.selection, {});
        else if (option.state.testFlag(QStyle::State_MouseOver))
            paintRounded(*painter, box, spacing::corner, colours.chip, {});
        if (option.state.testFlag(QStyle::State_HasFocus))
            paintFocusRing(*painter, box, spacing::corner, colours.accent);
        painter->setFont(option.font);
        painter->setPen(current ? colours.accent : colours.text);
        painter->drawText(option.rect.adjusted(spacing::medium, 0, -spacing::tight, 0), Qt::AlignVCenter,
                          index.data().toString());
    }
};

}

Navigation::Navigation(QWidget *parent)
    : QListWidget(parent)
{
    setAccessibleName(tr("Pages"));
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new LineDelegate(this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    connect(this, &QListWidget::currentItemChanged, this, &Navigation::choose);
    connect(this, &QListWidget::itemActivated, this, &Navigation::choose);
    connect(this, &QListWidget::itemClicked, this, &Navigation::choose);
}

void Navigation::choose(const QListWidgetItem *item)
{
    if (item)
        Q_EMIT pageChosen(item->data(Qt::UserRole).toString());
}

void Navigation::focusInEvent(QFocusEvent *event)
{
    // A list without a current line makes its first one current when the focus arrives: while an unlisted
    // page is shown, that must not lead away from it.
    const bool hadCurrent = currentItem() != nullptr;
    const QSignalBlocker quietly(this);
    QListWidget::focusInEvent(event);
    if (!hadCurrent)
        clearSelection();
}

void Navigation::changeEvent(QEvent *event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitWidth();
}

void Navigation::addPage(const QString &key, const QString &title)
{
    const QSignalBlocker quietly(this);
    auto *item = new QListWidgetItem(title, this);
    item->setData(Qt::UserRole, key);
    fitWidth();
}

void Navigation::fitWidth()
{
    setFixedWidth(sizeHint().width());
}

void Navigation::setCurrentKey(const QString &key)
{
    const QSignalBlocker quietly(this);
    for (int row = 0; row < count(); ++row) {
        if (item(row)->data(Qt::UserRole).toString() == key)
            return setCurrentRow(row);
    }
    setCurrentItem(nullptr);
}

QSize Navigation::sizeHint() const
{
    int widest = fontMetrics().averageCharWidth() * 16;
    for (int row = 0; row < count(); ++row)
        widest = std::max(widest, sizeHintForIndex(indexFromItem(item(row))).width());
    return {widest + spacing::large, 200};
}

}
