#include "core/assessment/reason.h"

#include "core/base/text.h"

#include <algorithm>

namespace plimsoll {

namespace {

bool isSeen(char32_t character)
{
    return !QChar::isSpace(character) && QChar::category(character) != QChar::Other_Control &&
           QChar::category(character) != QChar::Other_Format && !isBlankInPrint(character);
}

}

bool isReason(QStringView text)
{
    const auto characters = text.toUcs4();
    return std::any_of(characters.cbegin(), characters.cend(), [](char32_t character) {
        return QChar::isLetterOrNumber(character) && isSeen(character);
    });
}

QString asReason(const QString &text)
{
    const auto characters = text.toUcs4();
    return std::any_of(characters.cbegin(), characters.cend(), isSeen) ? text.trimmed() : QString();
}

}
