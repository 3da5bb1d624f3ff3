#pragma once

#include <QFont>

namespace plimsoll {

/// What a piece of text is, from which its size and weight follow.
enum class TextKind {
    Body,
    Strong,   ///< body, semi-bold
    Small,    ///< secondary facts
    Heading,  ///< of a panel
    Subtitle, ///< 14 pt where the body has 10
    Title,    ///< 17 pt where the body has 10
};

/// Inter, or what comes closest to it here, at 10 pt times `scale`.
QFont windowFont(double scale);

/// The font of that kind beside a body in `body`: it grows and shrinks with it.
QFont fontOf(TextKind kind, const QFont &body);

}
