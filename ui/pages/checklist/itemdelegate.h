#pragma once

#include <QStyledItemDelegate>

namespace plimsoll {

/// Paints a line of the checklist: mark, designator, title, verb, and below in quiet text what is special
/// about it; or the heading over some of them.
class ItemDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    void paintHeading(QPainter &painter, const QStyleOptionViewItem &option, const QString &words) const;
    void paintItem(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
};

}
