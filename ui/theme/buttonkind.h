#pragma once

#include <QAbstractButton>
#include <QVariant>

namespace plimsoll {

/// How much a button asks for attention.
enum class ButtonKind {
    Plain,
    Primary, ///< the one step this page wants next: on the accent
    Quiet,   ///< reads like a link
};

inline constexpr auto buttonKindProperty = "plimsollButtonKind";

inline void setButtonKind(QAbstractButton &button, ButtonKind kind)
{
    button.setProperty(buttonKindProperty, int(kind));
}

inline ButtonKind buttonKindOf(const QObject *button)
{
    return button ? ButtonKind(button->property(buttonKindProperty).toInt()) : ButtonKind::Plain;
}

}
