#include "ui/pages/grid/griddelegate.h"

#include "core/report/standingmark.h"
#include "ui/pages/grid/gridmodel.h"
#include "ui/pages/grid/inheritedsign.h"
#include "ui/theme/colours.h"
#include "ui/theme/painting.h"
#include "ui/widgets/plaintext.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace plimsoll {

void GridDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const Colours &colours = coloursOf(option.palette);
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, colours.selection);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), colours.line);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (const QVariant standing = index.data(GridModel::StandingRole); standing.isValid()) {
        const int side = std::min(option.fontMetrics.height() - 2, option.rect.height() - 6);
        QRectF square(0, 0, side, side);
        square.moveCenter(QRectF(option.rect).center());
        paintStatusMark(*painter, square, markOf(Standing(standing.toInt())), colours);
    }
    if (index.data(GridModel::InheritedRole).toBool())
        paintInheritedCorner(*painter, option.rect, option.fontMetrics.height() / 2, colours);
    if (option.state.testFlag(QStyle::State_HasFocus))
        paintFocusRing(*painter, option.rect, 2, colours.accent);
    painter->restore();
}

bool GridDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &,
                             const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return false;
    QToolTip::showText(event->globalPos(), asToolTip(index.data(Qt::ToolTipRole).toString()), view);
    return true;
}

}
