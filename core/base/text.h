#pragma once

#include <QString>

namespace plimsoll {

/// Whether the record may keep this text: no NUL and no lone surrogate, which neither canonical JSON nor
/// every database can carry.
bool isStorable(QStringView text);

/// The text with everything that hides or reorders made visible: control and bidirectional formatting
/// characters become names such as ⟨RLO⟩. For file names, names of signers and terminals.
QString withVisibleControls(const QString &text);

}
