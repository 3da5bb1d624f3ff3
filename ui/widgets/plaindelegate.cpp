#include "ui/widgets/plaindelegate.h"

#include "core/report/statusmark.h"
#include "ui/models/modelroles.h"
#include "ui/theme/colours.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/plaintext.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDate>
#include <QDateTime>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr qsizetype mostMeasured = 160; ///< characters of a cell: a label of the journal may have that many

}

QString PlainDelegate::displayText(const QVariant &value, const QLocale &locale) const
{
    switch (value.typeId()) {
    case QMetaType::QDate:
        return value.toDate().toString(Qt::ISODate);
    case QMetaType::QDateTime:
        return value.toDateTime().toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s);
    case QMetaType::QString:
        return shownInLine(value.toString());
    default:
        return QStyledItemDelegate::displayText(value, locale);
    }
}

void PlainDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const Colours &colours = coloursOf(option.palette);
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    cell.text = displayText(index.data(), option.locale);
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    const QVariant mark = index.data(MarkRole);
    if (mark.isValid()) {
        style->drawPrimitive(QStyle::PE_PanelItemViewItem, &cell, painter, option.widget);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const double side = option.fontMetrics.height() - 2;
        const QRectF square(option.rect.left() + spacing::small, option.rect.center().y() - side / 2 + 0.5,
                            side, side);
        paintStatusMark(*painter, square, StatusMark(mark.toInt()), colours);
        painter->restore();
        cell.rect.setLeft(int(square.right()) - 1);
        cell.state.setFlag(QStyle::State_MouseOver, false);
    }
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, option.widget);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), colours.line);
}

QSize PlainDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int mark = index.data(MarkRole).isValid() ? option.fontMetrics.height() + spacing::small : 0;
    const int words =
        option.fontMetrics.horizontalAdvance(displayText(index.data(), option.locale).left(mostMeasured));
    return {words + mark + spacing::large + spacing::small, option.fontMetrics.height() + spacing::medium};
}

bool PlainDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                              const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QString own = index.data(Qt::ToolTipRole).toString();
    const bool isCut = sizeHint(option, index).width() > view->visualRect(index).width();
    const QString words = !own.isEmpty() ? own : isCut ? index.data().toString() : QString();
    QToolTip::showText(event->globalPos(), asToolTip(words), view);
    return true;
}

}
