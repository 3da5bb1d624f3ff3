#pragma once

#include "ui/theme/colours.h"

#include <QObject>
#include <QPalette>

#include <functional>

class QApplication;

namespace plimsoll {

/// Which colours the person wants.
enum class Appearance { System, Light, Dark, HighContrast };

/// Dresses the application: style, palette and font. Follows the system's light, dark or high-contrast
/// setting.
class Theme final : public QObject
{
    Q_OBJECT

public:
    /// `systemPalette` answers what the desktop wants at this moment.
    explicit Theme(QApplication &application, std::function<QPalette()> systemPalette = {});

    [[nodiscard]] Appearance appearance() const { return m_appearance; }
    void setAppearance(Appearance appearance);

    /// 1 is 10 pt; kept between 0.8 and 2.5.
    [[nodiscard]] double textScale() const { return m_textScale; }
    void setTextScale(double scale);

    /// To be called when the desktop's setting changed (QEvent::ThemeChange).
    void followSystem();

private:
    [[nodiscard]] const Colours &wanted() const;
    void dress();

    std::function<QPalette()> m_systemPalette;
    Appearance m_appearance = Appearance::System;
    double m_textScale = 1;
};

}
