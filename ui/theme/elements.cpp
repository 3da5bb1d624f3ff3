#include "ui/theme/elements.h"

#include "ui/theme/colours.h"
#include "ui/theme/controls.h"
#include "ui/theme/painting.h"
#include "ui/theme/spacing.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QStyleOption>

namespace plimsoll {

namespace {

Qt::ArrowType arrowOf(QStyle::PrimitiveElement element)
{
    switch (element) {
    case QStyle::PE_IndicatorArrowUp:
    case QStyle::PE_IndicatorSpinUp:
        return Qt::UpArrow;
    case QStyle::PE_IndicatorArrowLeft:
        return Qt::LeftArrow;
    case QStyle::PE_IndicatorArrowRight:
        return Qt::RightArrow;
    default:
        return Qt::DownArrow;
    }
}

}

bool paintsNothing(QStyle::PrimitiveElement element)
{
    return element == QStyle::PE_FrameLineEdit || element == QStyle::PE_PanelItemViewRow ||
           element == QStyle::PE_FrameTabBarBase || element == QStyle::PE_FrameStatusBarItem ||
           element == QStyle::PE_PanelStatusBar || element == QStyle::PE_PanelScrollAreaCorner;
}

bool paintsNothing(QStyle::ControlElement element)
{
    return element == QStyle::CE_ProgressBarGroove || element == QStyle::CE_ProgressBarLabel ||
           element == QStyle::CE_Splitter;
}

bool paintGround(QStyle::PrimitiveElement element, const QStyleOption &option, QPainter &painter,
                 const QWidget *widget)
{
    const Colours &colours = coloursOf(option.palette);
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(&option);
    switch (element) {
    case QStyle::PE_PanelButtonCommand:
        return paintButton(painter, option, widget), true;
    case QStyle::PE_PanelButtonTool:
        return paintToolButton(painter, option), true;
    case QStyle::PE_PanelLineEdit:
        if (frame && frame->lineWidth > 0)
            paintInput(painter, option);
        return true;
    case QStyle::PE_Frame:
        return paintInput(painter, option), true;
    case QStyle::PE_FrameMenu:
        return paintRounded(painter, option.rect, 0, {}, colours.edge), true;
    case QStyle::PE_PanelMenu:
        return painter.fillRect(option.rect, colours.panel), true;
    case QStyle::PE_PanelTipLabel:
        return paintRounded(painter, option.rect, 0, colours.panel, colours.edge), true;
    case QStyle::PE_FrameFocusRect:
        paintFocusRing(painter, option.rect,
                       qobject_cast<const QAbstractItemView *>(widget) ? 4 : spacing::corner, colours.accent);
        return true;
    case QStyle::PE_PanelItemViewItem:
        return paintItemGround(painter, option, widget), true;
    default:
        return false;
    }
}

bool paintIndicator(QStyle::PrimitiveElement element, const QStyleOption &option, QPainter &painter)
{
    const Colours &colours = coloursOf(option.palette);
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(&option);
    const bool isOpen = option.state.testFlag(QStyle::State_Open);
    const auto chevron = [&](Qt::ArrowType direction, const QColor &ink) {
        paintChevron(painter, option.rect, direction, ink);
    };
    switch (element) {
    case QStyle::PE_IndicatorCheckBox:
    case QStyle::PE_IndicatorItemViewItemCheck:
        return paintCheckBox(painter, option), true;
    case QStyle::PE_IndicatorRadioButton:
        return paintRadioButton(painter, option), true;
    case QStyle::PE_IndicatorBranch:
        if (option.state.testFlag(QStyle::State_Children))
            chevron(isOpen ? Qt::DownArrow : Qt::RightArrow, colours.quietText);
        return true;
    case QStyle::PE_IndicatorHeaderArrow:
        if (header)
            chevron(header->sortIndicator == QStyleOptionHeader::SortUp ? Qt::DownArrow : Qt::UpArrow,
                    colours.quietText);
        return true;
    case QStyle::PE_IndicatorArrowDown:
    case QStyle::PE_IndicatorArrowUp:
    case QStyle::PE_IndicatorArrowLeft:
    case QStyle::PE_IndicatorArrowRight:
    case QStyle::PE_IndicatorSpinDown:
    case QStyle::PE_IndicatorSpinUp:
        chevron(arrowOf(element), option.type == QStyleOption::SO_MenuItem // which is dark when it is chosen
                                      ? option.palette.color(QPalette::WindowText)
                                      : colours.quietText);
        return true;
    default:
        return false;
    }
}

bool paintBar(QStyle::ControlElement element, const QStyleOption &option, QPainter &painter)
{
    const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(&option);
    const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(&option);
    if (element == QStyle::CE_TabBarTabShape && tab)
        return paintTab(painter, *tab), true;
    if (element == QStyle::CE_ProgressBarContents && bar) {
        const double span = bar->maximum - bar->minimum;
        paintProgress(painter, option, option.rect, span > 0 ? (bar->progress - bar->minimum) / span : 0.3);
        return true;
    }
    if (element == QStyle::CE_MenuBarEmptyArea)
        return painter.fillRect(option.rect, coloursOf(option.palette).panel), true;
    return false;
}

}
