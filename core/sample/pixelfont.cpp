#include "core/sample/pixelfont.h"

#include <algorithm>
#include <array>

namespace plimsoll {

namespace {

struct Glyph
{
    char16_t letter;
    int rows; ///< one octal digit a row, top row first
};

constexpr auto glyphs = std::to_array<Glyph>(
    {{u'A', 025755}, {u'B', 065656}, {u'C', 034443}, {u'D', 065556}, {u'E', 074647}, {u'F', 074644},
     {u'G', 034553}, {u'H', 055755}, {u'I', 072227}, {u'J', 011152}, {u'K', 055655}, {u'L', 044447},
     {u'M', 057755}, {u'N', 065555}, {u'O', 025552}, {u'P', 065644}, {u'Q', 025573}, {u'R', 065655},
     {u'S', 034216}, {u'T', 072222}, {u'U', 055557}, {u'V', 055552}, {u'W', 055775}, {u'X', 055255},
     {u'Y', 055222}, {u'Z', 071247}, {u'0', 075557}, {u'1', 026227}, {u'2', 061247}, {u'3', 061216},
     {u'4', 055711}, {u'5', 074616}, {u'6', 034757}, {u'7', 071222}, {u'8', 075757}, {u'9', 075716},
     {u'.', 000002}, {u',', 000024}, {u'-', 000700}, {u'%', 051245}, {u':', 002020}, {u'/', 011244},
     {u'(', 012221}, {u')', 042224}, {u'=', 007070}, {u'+', 002720}});

}

bool hasDot(QChar letter, int column, int row)
{
    const auto upper = letter.toUpper().unicode();
    const auto glyph =
        std::find_if(glyphs.begin(), glyphs.end(), [&](const Glyph &g) { return g.letter == upper; });
    if (glyph == glyphs.end())
        return false;
    return ((glyph->rows >> (3 * (glyphHeight - 1 - row))) >> (glyphWidth - 1 - column)) & 1;
}

}
