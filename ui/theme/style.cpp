#include "ui/theme/style.h"

#include "ui/theme/buttonkind.h"
#include "ui/theme/colours.h"
#include "ui/theme/controls.h"
#include "ui/theme/elements.h"
#include "ui/theme/painting.h"
#include "ui/theme/spacing.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QHeaderView>
#include <QPainter>
#include <QStyleOption>
#include <QTabBar>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr int inputPadding =
    12; // above and below together, so that buttons and inputs of a row are equally high

}

Style::Style()
    : QProxyStyle(u"fusion"_s)
{
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    if (!paintsNothing(element) && !paintGround(element, *option, *painter, widget) &&
        !paintIndicator(element, *option, *painter))
        QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    if (paintsNothing(element) || paintBar(element, *option, *painter))
        return;
    switch (element) {
    case CE_PushButton:
        return drawPushButton(*option, *painter, widget);
    case CE_PushButtonBevel:
        return drawPrimitive(PE_PanelButtonCommand, option, painter, widget);
    case CE_PushButtonLabel:
        return drawButtonLabel(*option, *painter, widget);
    case CE_TabBarTabLabel:
        return drawTabLabel(*option, *painter, widget);
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        // Not the corner between two headers: it says nothing, and would be the largest thing of a small
        // table.
        if (qobject_cast<const QHeaderView *>(widget))
            paintHeader(*painter, *option);
        return;
    case CE_HeaderLabel:
        return drawHeaderLabel(*option, *painter, widget);
    case CE_ItemViewItem:
        return drawItem(*option, *painter, widget);
    case CE_MenuBarItem:
        return drawMenuBarItem(*option, *painter, widget);
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void Style::drawPushButton(const QStyleOption &option, QPainter &painter, const QWidget *widget) const
{
    drawControl(CE_PushButtonBevel, &option, &painter, widget);
    drawControl(CE_PushButtonLabel, &option, &painter, widget);
    if (!option.state.testFlag(State_HasFocus))
        return;
    const Colours &colours = coloursOf(option.palette);
    const bool onAccent = buttonKindOf(widget) == ButtonKind::Primary;
    const int inset = onAccent ? 2 : 0; // within the button, where its own colour would hide the ring
    paintFocusRing(painter, option.rect.adjusted(inset, inset, -inset, -inset), spacing::corner - inset,
                   onAccent ? colours.onAccent : colours.accent);
}

void Style::drawButtonLabel(const QStyleOption &option, QPainter &painter, const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(&option);
    if (!button)
        return QProxyStyle::drawControl(CE_PushButtonLabel, &option, &painter, widget);
    const Colours &colours = coloursOf(option.palette);
    QStyleOptionButton label(*button);
    const ButtonKind kind = buttonKindOf(widget);
    if (kind != ButtonKind::Plain && label.state.testFlag(State_Enabled))
        label.palette.setColor(QPalette::ButtonText,
                               kind == ButtonKind::Primary ? colours.onAccent : colours.accent);
    QProxyStyle::drawControl(CE_PushButtonLabel, &label, &painter, widget);
}

void Style::drawTabLabel(const QStyleOption &option, QPainter &painter, const QWidget *widget) const
{
    const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(&option);
    if (!tab)
        return QProxyStyle::drawControl(CE_TabBarTabLabel, &option, &painter, widget);
    const Colours &colours = coloursOf(option.palette);
    QStyleOptionTab label(*tab);
    label.palette.setColor(QPalette::WindowText,
                           tab->state.testFlag(State_Selected) ? colours.text : colours.quietText);
    label.state.setFlag(State_HasFocus, false);
    QProxyStyle::drawControl(CE_TabBarTabLabel, &label, &painter, widget);
}

void Style::drawHeaderLabel(const QStyleOption &option, QPainter &painter, const QWidget *widget) const
{
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(&option);
    if (!header)
        return QProxyStyle::drawControl(CE_HeaderLabel, &option, &painter, widget);
    QStyleOptionHeader label(*header);
    label.palette.setColor(QPalette::ButtonText, coloursOf(option.palette).quietText);
    label.state.setFlag(State_On, false);
    // The header's margin is for its sides; above and below it would cut off what reaches under the line.
    label.rect.adjust(0, -spacing::tight, 0, spacing::tight);
    QProxyStyle::drawControl(CE_HeaderLabel, &label, &painter, widget);
}

void Style::drawItem(const QStyleOption &option, QPainter &painter, const QWidget *widget) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(&option);
    if (!item)
        return QProxyStyle::drawControl(CE_ItemViewItem, &option, &painter, widget);
    QStyleOptionViewItem quiet(*item);
    quiet.palette.setColor(QPalette::HighlightedText, quiet.palette.color(QPalette::Text));
    QProxyStyle::drawControl(CE_ItemViewItem, &quiet, &painter, widget);
}

void Style::drawMenuBarItem(const QStyleOption &option, QPainter &painter, const QWidget *widget) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(&option);
    if (!item)
        return QProxyStyle::drawControl(CE_MenuBarItem, &option, &painter, widget);
    const Colours &colours = coloursOf(option.palette);
    painter.fillRect(option.rect, colours.panel);
    if (option.state & (State_Selected | State_Sunken))
        paintRounded(painter, option.rect.adjusted(1, 4, -1, -4), spacing::corner - 2, colours.selection, {});
    proxy()->drawItemText(&painter, option.rect, Qt::AlignCenter | Qt::TextShowMnemonic, item->palette,
                          option.state.testFlag(State_Enabled), item->text, QPalette::WindowText);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    const Colours &colours = coloursOf(option->palette);
    if (control == CC_ComboBox) {
        paintInput(*painter, *option);
        const QRect arrow = proxy()->subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
        return paintChevron(*painter, arrow, Qt::DownArrow, colours.quietText);
    }
    if (control == CC_SpinBox) {
        paintInput(*painter, *option);
        const auto arrow = [&](SubControl part, Qt::ArrowType direction) {
            paintChevron(*painter, proxy()->subControlRect(CC_SpinBox, option, part, widget), direction,
                         colours.quietText);
        };
        arrow(SC_SpinBoxUp, Qt::UpArrow);
        return arrow(SC_SpinBoxDown, Qt::DownArrow);
    }
    if (control == CC_ToolButton) {
        const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        if (button && widget && qobject_cast<const QTabBar *>(widget->parentWidget()))
            return paintTabScroller(*painter, *button);
        if (button && button->features.testFlag(QStyleOptionToolButton::HasMenu))
            return paintMenuButton(*painter, *button, *this, widget);
    }
    if (control == CC_ScrollBar) {
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (bar && bar->maximum > bar->minimum)
            paintScrollBarThumb(*painter, *option,
                                proxy()->subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget));
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                            const QWidget *widget) const
{
    if (control == CC_ComboBox && (part == SC_ComboBoxEditField || part == SC_ComboBoxArrow))
        return partOfComboBox(*option, part, QProxyStyle::subControlRect(control, option, part, widget));
    const auto *bar =
        control == CC_ScrollBar ? qstyleoption_cast<const QStyleOptionSlider *>(option) : nullptr;
    if (!bar)
        return QProxyStyle::subControlRect(control, option, part, widget);
    if (part == SC_ScrollBarAddLine || part == SC_ScrollBarSubLine)
        return {};
    if (part == SC_ScrollBarGroove)
        return option->rect;
    const bool flat = bar->orientation == Qt::Horizontal;
    const int length = flat ? option->rect.width() : option->rect.height();
    const qint64 range = qint64(bar->maximum) - bar->minimum;
    const auto share = double(bar->pageStep) / double(std::max<qint64>(1, range + bar->pageStep));
    const int thumb = range > 0 ? std::clamp(int(length * share), std::min(32, length), length) : length;
    const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - thumb,
                                              bar->upsideDown);
    const auto slice = [&](int from, int size) {
        return flat ? QRect(from, 0, size, option->rect.height())
                    : QRect(0, from, option->rect.width(), size);
    };
    if (part == SC_ScrollBarSlider)
        return slice(start, thumb);
    return part == SC_ScrollBarSubPage ? slice(0, start) : slice(start + thumb, length - start - thumb);
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_LineEditContents && option->rect.height() > 0)
        return QProxyStyle::subElementRect(element, option, widget)
            .adjusted(spacing::tight, 0, -spacing::tight, 0);
    return QProxyStyle::subElementRect(element, option, widget);
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    QSize wanted = QProxyStyle::sizeFromContents(type, option, size, widget);
    const int row = option ? option->fontMetrics.height() + inputPadding : 0;
    switch (type) {
    case CT_PushButton:
        return {std::max(size.width() + spacing::wide, row), std::max(size.height(), row)};
    case CT_LineEdit:
        return {wanted.width() + spacing::small, std::max(size.height(), row)};
    case CT_ComboBox:
        return {wanted.width() + spacing::medium + (option ? arrowGrowth(*option) : 0), row};
    case CT_SpinBox:
    case CT_HeaderSection:
        return {wanted.width() + spacing::small, row};
    case CT_ItemViewItem:
        return {wanted.width(), std::max(wanted.height(), row - inputPadding + spacing::small)};
    case CT_MenuBarItem:
        return {size.width() + spacing::large, row + spacing::small};
    case CT_TabBarTab:
        return {size.width(), std::max(wanted.height(), row + spacing::small)};
    default:
        return wanted;
    }
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_DefaultFrameWidth:
        // With corners of 8 px a square viewport must keep 3 px away from the hairline.
        return qobject_cast<const QAbstractScrollArea *>(widget)
                   ? 3
                   : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_ScrollBarExtent:
    case PM_SplitterWidth:
        return spacing::medium;
    case PM_TabBarTabHSpace:
        return spacing::wide + spacing::small;
    case PM_TabBarScrollButtonWidth:
        // QTabBar asks without an option.
        return widget ? widget->fontMetrics().height() + spacing::small : spacing::wide;
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabOverlap:
    case PM_TabBarBaseOverlap:
        return 0;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return option ? std::max(16, option->fontMetrics.height()) : 16;
    case PM_MenuPanelWidth:
        return 1; // its hairline
    case PM_FocusFrameHMargin:
        // A view keeps one pixel more; then a cell's text stands under its header's.
        return qobject_cast<const QTableView *>(widget) ? spacing::small - 1
                                                        : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
    case PM_MenuBarHMargin:
    case PM_HeaderMargin:
        return spacing::small;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *returned) const
{
    switch (hint) {
    case SH_ComboBox_Popup:
    case SH_EtchDisabledText:
    case SH_ScrollBar_Transient:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
    case SH_ItemView_ActivateItemOnSingleClick:
        return hint == SH_ItemView_ShowDecorationSelected ? 1 : 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget) ||
        qobject_cast<QAbstractSpinBox *>(widget) || qobject_cast<QTabBar *>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

}
