#pragma once

#include <QString>

namespace plimsoll {

/// The text with marks around it, so that its own direction of writing does not move what stands beside it;
/// what is written from left to right needs none. The marks are characters that no record may keep, see
/// isStorable(): no foreign text bears them.
[[nodiscard]] QString isolated(const QString &text);

/// Whether the character is such a mark.
[[nodiscard]] bool marksIsolation(char32_t character);

/// The text as it is laid out: for the marks Unicode's isolates, which have no looks of their own.
[[nodiscard]] QString withIsolates(QString text);

}
