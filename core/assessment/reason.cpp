#include "core/assessment/reason.h"

#include <algorithm>

namespace plimsoll {

bool isReason(QStringView text)
{
    return std::any_of(text.cbegin(), text.cend(), [](QChar character) {
        return !character.isSpace() && character.category() != QChar::Other_Control &&
               character.category() != QChar::Other_Format;
    });
}

QString asReason(const QString &text)
{
    return isReason(text) ? text.trimmed() : QString();
}

}
