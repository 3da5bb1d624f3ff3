#include "core/base/text.h"

#include <QHash>

namespace plimsoll {

namespace {

/// SQLite gives U+FFFE and U+FFFF back as U+FFFD where text is asked for in UTF-16.
bool isLostInSqlite(QChar character)
{
    return character == QChar(0xfffe) || character == QChar(0xffff);
}

}

bool isStorable(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar character = text[i];
        if (character.isNull() || character.isLowSurrogate() || isLostInSqlite(character))
            return false;
        if (character.isHighSurrogate() && (++i == text.size() || !text[i].isLowSurrogate()))
            return false;
    }
    return true;
}

bool isBlankInPrint(char32_t character)
{
    return character == U'\u115f' || character == U'\u1160' || character == U'\u2800' ||
           character == U'\u3164' || character == U'\uffa0';
}

QString withVisibleControls(const QString &text)
{
    static const QHash<char16_t, QString> names{
        {u'\u200b', u"ZWSP"_qs}, {u'\u200c', u"ZWNJ"_qs}, {u'\u200d', u"ZWJ"_qs}, {u'\u200e', u"LRM"_qs},
        {u'\u200f', u"RLM"_qs},  {u'\u061c', u"ALM"_qs},  {u'\u202a', u"LRE"_qs}, {u'\u202b', u"RLE"_qs},
        {u'\u202c', u"PDF"_qs},  {u'\u202d', u"LRO"_qs},  {u'\u202e', u"RLO"_qs}, {u'\u2066', u"LRI"_qs},
        {u'\u2067', u"RLI"_qs},  {u'\u2068', u"FSI"_qs},  {u'\u2069', u"PDI"_qs}, {u'\ufeff', u"BOM"_qs},
        {u'\u2028', u"LS"_qs},   {u'\u2029', u"PS"_qs}};

    QString visible;
    visible.reserve(text.size());
    for (const QChar character : text) {
        const auto name = names.constFind(character.unicode());
        if (name != names.constEnd())
            visible += u'⟨' + *name + u'⟩';
        else if (character.category() == QChar::Other_Control)
            visible += QStringLiteral("⟨U+%1⟩").arg(uint(character.unicode()), 4, 16, QLatin1Char('0'));
        else
            visible += character;
    }
    return visible;
}

}
