#include "ui/pages/checklist/itemdelegate.h"

#include "core/report/standingmark.h"
#include "ui/pages/checklist/itemlistmodel.h"
#include "ui/theme/colours.h"
#include "ui/theme/fonts.h"
#include "ui/theme/painting.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/plaintext.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

/// Draws elided on one line and says how wide the words came out.
void write(QPainter &painter, const QRect &rect, const QString &words, const QFont &font, const QColor &ink,
           Qt::Alignment side = Qt::AlignLeft)
{
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(rect, int(Qt::AlignVCenter | side) | Qt::TextSingleLine,
                     QFontMetrics(font).elidedText(shownInLine(words), Qt::ElideRight, rect.width()));
}

int designatorWidth(const QFont &body)
{
    return QFontMetrics(body).horizontalAdvance(u"5.2.4-1.2"_s);
}

}

void ItemDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (index.data(ItemListModel::ItemRole).isValid())
        paintItem(*painter, option, index);
    else
        paintHeading(*painter, option, index.data().toString());
    painter->restore();
}

void ItemDelegate::paintHeading(QPainter &painter, const QStyleOptionViewItem &option,
                                const QString &words) const
{
    const QRect line = option.rect.adjusted(spacing::small, spacing::small, -spacing::small, 0);
    write(painter, line, words, fontOf(TextKind::Strong, option.font), coloursOf(option.palette).text);
}

void ItemDelegate::paintItem(QPainter &painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const Colours &colours = coloursOf(option.palette);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    if (isSelected || option.state.testFlag(QStyle::State_MouseOver))
        paintRounded(painter, option.rect.adjusted(0, 1, 0, -1), spacing::corner - 2,
                     isSelected ? colours.selection : colours.chip, {});
    if (option.state.testFlag(QStyle::State_HasFocus))
        paintFocusRing(painter, option.rect.adjusted(0, 1, 0, -1), spacing::corner - 2, colours.accent);

    const QFont small = fontOf(TextKind::Small, option.font);
    const int height = option.fontMetrics.height();
    QRect first = option.rect.adjusted(spacing::small, spacing::tight, -spacing::small, 0);
    first.setHeight(height);
    const int side = height - 2;
    paintStatusMark(painter, QRectF(first.left(), first.top() + 1, side, side),
                    markOf(Standing(index.data(ItemListModel::StandingRole).toInt())), colours);
    first.setLeft(first.left() + side + spacing::small);

    const Verb verb = Verb(index.data(ItemListModel::VerbRole).toInt());
    const QString verbWords = QString(word(verb)).toUpper();
    const int verbWidth = QFontMetrics(small).horizontalAdvance(verbWords) + spacing::small;
    const QRect right(first.right() - verbWidth + 1, first.top(), verbWidth, height);
    write(painter, right, verbWords, small, verb == Verb::Shall ? colours.text : colours.quietText,
          Qt::AlignRight);
    const QRect designator(first.left(), first.top(), designatorWidth(option.font), height);
    write(painter, designator, index.data(ItemListModel::ItemRole).toString(), option.font,
          colours.quietText);
    const int titleLeft = designator.right() + spacing::small;
    write(painter, {titleLeft, first.top(), right.left() - titleLeft - spacing::tight, height},
          index.data().toString(), option.font, colours.text);

    if (const QString remark = index.data(ItemListModel::RemarkRole).toString(); !remark.isEmpty())
        write(painter,
              {titleLeft, first.bottom() + 1, first.right() - titleLeft, QFontMetrics(small).height()},
              remark, small, colours.quietText);
}

QSize ItemDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int height = option.fontMetrics.height() + spacing::small;
    if (!index.data(ItemListModel::ItemRole).isValid())
        return {height, height + spacing::small};
    const bool hasRemark = !index.data(ItemListModel::RemarkRole).toString().isEmpty();
    const int second = hasRemark ? QFontMetrics(fontOf(TextKind::Small, option.font)).height() : 0;
    return {height, height + second};
}

bool ItemDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &,
                             const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return false;
    QToolTip::showText(event->globalPos(), asToolTip(index.data(Qt::AccessibleTextRole).toString()), view);
    return true;
}

}
