#include "core/report/isolation.h"

#include <algorithm>

namespace plimsoll {

namespace {

constexpr QChar begins(0xfffe);
constexpr QChar ends(0xffff);
constexpr QChar firstStrongIsolate(0x2068);
constexpr QChar popDirectionalIsolate(0x2069);

bool runsFromTheRight(QChar character)
{
    // What lies beyond the first plane is taken for such a text: to isolate it does no harm.
    return character.isSurrogate() || character.direction() == QChar::DirR ||
           character.direction() == QChar::DirAL || character.direction() == QChar::DirAN;
}

}

QString isolated(const QString &text)
{
    return std::any_of(text.cbegin(), text.cend(), runsFromTheRight) ? begins + text + ends : text;
}

bool marksIsolation(char32_t character)
{
    return character == begins.unicode() || character == ends.unicode();
}

QString withIsolates(QString text)
{
    return text.replace(begins, firstStrongIsolate).replace(ends, popDirectionalIsolate);
}

}
