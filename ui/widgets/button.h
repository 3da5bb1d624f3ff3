#pragma once

#include "ui/theme/buttonkind.h"

#include <QPushButton>

namespace plimsoll {

/// A push button of that kind. Its text is its accessible name.
inline QPushButton *button(const QString &text, ButtonKind kind = ButtonKind::Plain,
                           QWidget *parent = nullptr)
{
    auto *made = new QPushButton(text, parent);
    made->setAutoDefault(false);
    setButtonKind(*made, kind);
    return made;
}

}
