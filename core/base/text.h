#pragma once

#include <QString>

namespace plimsoll {

/// Whether the record may keep this text: no NUL, no lone surrogate and neither U+FFFE nor U+FFFF, which not
/// every database gives back as they were, or canonical JSON cannot carry.
bool isStorable(QStringView text);

/// Whether the character is a letter or sign by its category and yet nobody sees anything of it: the Hangul
/// fillers and the Braille pattern without dots.
bool isBlankInPrint(char32_t character);

/// The text with everything that hides or reorders made visible: control and bidirectional formatting
/// characters become names such as ⟨RLO⟩. For file names, names of signers and terminals.
QString withVisibleControls(const QString &text);

}
