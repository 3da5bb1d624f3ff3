#include "ui/theme/theme.h"

#include "ui/theme/fonts.h"
#include "ui/theme/style.h"

#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QWidget>

#include <algorithm>
#include <cmath>

namespace plimsoll {

namespace {

/// What the desktop offers once our own palette is out of the way.
QPalette desktopPalette()
{
    const QPalette ours = QApplication::palette();
    QApplication::setPalette(QPalette());
    const QPalette desktop = QApplication::palette();
    QApplication::setPalette(ours);
    return desktop;
}

/// Desktops with a high-contrast setting hand out pure black and white.
bool isHighContrast(const QPalette &palette)
{
    return contrast(palette.color(QPalette::Window), palette.color(QPalette::WindowText)) > 20.5 &&
           contrast(palette.color(QPalette::Button), palette.color(QPalette::Window)) < 1.05;
}

/// Qt tells windows alone that the application's font has changed; what derives a font from it has to know.
void tellThoseWithFontsOfTheirOwn()
{
    for (QWidget *widget : QApplication::allWidgets()) {
        if (widget->isWindow() || !widget->testAttribute(Qt::WA_SetFont))
            continue;
        QEvent changed(QEvent::FontChange);
        QCoreApplication::sendEvent(widget, &changed);
    }
}

/// A combo box keeps the least size that it once had, unless its style has changed.
void letComboBoxesForgetTheirSizes()
{
    for (QWidget *widget : QApplication::allWidgets()) {
        if (!qobject_cast<QComboBox *>(widget))
            continue;
        QEvent changed(QEvent::StyleChange);
        QCoreApplication::sendEvent(widget, &changed);
    }
}

}

Theme::Theme(QApplication & /*application*/, std::function<QPalette()> systemPalette)
    : m_systemPalette(systemPalette ? std::move(systemPalette) : desktopPalette)
{
    QApplication::setStyle(new Style);
    QApplication::setFont(windowFont(m_textScale));
    dress();
}

void Theme::setAppearance(Appearance appearance)
{
    m_appearance = appearance;
    dress();
}

void Theme::setTextScale(double scale)
{
    const double kept = std::clamp(scale, 0.8, 2.5);
    if (std::abs(kept - m_textScale) < 0.001)
        return;
    m_textScale = kept;
    QApplication::setFont(windowFont(m_textScale));
    tellThoseWithFontsOfTheirOwn();
    letComboBoxesForgetTheirSizes();
}

void Theme::followSystem()
{
    if (m_appearance == Appearance::System || m_appearance == Appearance::HighContrast)
        dress();
}

const Colours &Theme::wanted() const
{
    if (m_appearance == Appearance::Light)
        return lightColours();
    if (m_appearance == Appearance::Dark)
        return darkColours();
    const QPalette system = m_systemPalette();
    if (m_appearance == Appearance::HighContrast || isHighContrast(system))
        return isDark(system) ? highContrastDarkColours() : highContrastLightColours();
    return isDark(system) ? darkColours() : lightColours();
}

void Theme::dress()
{
    QApplication::setPalette(paletteOf(wanted()));
}

}
