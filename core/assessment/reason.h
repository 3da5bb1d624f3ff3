#pragma once

#include <QString>

namespace plimsoll {

/// Whether the text says anything: it holds a letter or a digit of any script that can be seen. Blanks of any
/// kind, signs alone and characters without a shape of their own give no reason, whoever wrote them.
[[nodiscard]] bool isReason(QStringView text);

/// The reason as the record keeps it, without the blanks around it; empty where nothing of it can be seen.
[[nodiscard]] QString asReason(const QString &text);

}
