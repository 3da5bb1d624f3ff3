#pragma once

#include <QProxyStyle>

class QStyleOptionComboBox;
class QStyleOptionHeader;
class QStyleOptionSlider;
class QStyleOptionSpinBox;
class QStyleOptionTab;

namespace plimsoll {

/// Fusion with round corners, hairlines, a visible focus ring and flat headers. The only style of the window:
/// no style sheets beside it.
class Style final : public QProxyStyle
{
    Q_OBJECT

public:
    Style();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget = nullptr) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget = nullptr) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget = nullptr) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget = nullptr) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option,
                         const QWidget *widget = nullptr) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget = nullptr) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option = nullptr,
                    const QWidget *widget = nullptr) const override;
    int styleHint(StyleHint hint, const QStyleOption *option = nullptr, const QWidget *widget = nullptr,
                  QStyleHintReturn *returned = nullptr) const override;
    using QProxyStyle::polish;
    void polish(QWidget *widget) override;

private:
    void drawPushButton(const QStyleOption &option, QPainter &painter, const QWidget *widget) const;
    void drawButtonLabel(const QStyleOption &option, QPainter &painter, const QWidget *widget) const;
    void drawTabLabel(const QStyleOption &option, QPainter &painter, const QWidget *widget) const;
    void drawHeaderLabel(const QStyleOption &option, QPainter &painter, const QWidget *widget) const;
    void drawItem(const QStyleOption &option, QPainter &painter, const QWidget *widget) const;
    void drawMenuBarItem(const QStyleOption &option, QPainter &painter, const QWidget *widget) const;
};

}
