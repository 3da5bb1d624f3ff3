#include "core/report/printabletext.h"

#include "core/base/text.h"
#include "core/report/isolation.h"

#include <QFont>
#include <QFontDatabase>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

bool isPlain(QChar character)
{
    return (character >= u' ' && character <= u'~') || character == u'\n';
}

/// Of a script whose letters join or reorder beside one another. Only of the scripts named here it is known
/// that theirs do not.
bool isOfJoiningScript(char32_t character)
{
    switch (QChar::script(character)) {
    case QChar::Script_Unknown:
    case QChar::Script_Inherited:
    case QChar::Script_Common:
    case QChar::Script_Latin:
    case QChar::Script_Greek:
    case QChar::Script_Cyrillic:
    case QChar::Script_Armenian:
    case QChar::Script_Georgian:
    case QChar::Script_Hebrew:
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Bopomofo:
    case QChar::Script_Hangul:
        return false;
    default:
        return true;
    }
}

bool isJoiner(char32_t character)
{
    return character == U'\u200c' || character == U'\u200d';
}

/// Between two letters that could join, a joiner is how the word is spelt, as in Persian and Hindi. Anywhere
/// else it only hides.
bool isSpelling(QStringView line, qsizetype at)
{
    return isJoiner(line[at].unicode()) && at > 0 && at + 1 < line.size() &&
           isOfJoiningScript(line[at - 1].unicode()) && isOfJoiningScript(line[at + 1].unicode());
}

QString withVisibleControlsBetweenWords(const QString &line)
{
    QString visible;
    qsizetype begin = 0;
    for (qsizetype at = 0; at < line.size(); ++at) {
        if (!isSpelling(line, at))
            continue;
        visible += withVisibleControls(line.mid(begin, at - begin)) + line[at];
        begin = at + 1;
    }
    return visible + withVisibleControls(line.mid(begin));
}

/// withVisibleControls() knows nothing of lines; these two are layout, not disguise.
QString withVisibleControlsBetweenLines(QString text)
{
    text.replace("\r\n"_L1, "\n"_L1);
    text.replace(u'\t', "    "_L1);
    QStringList lines = text.split(u'\n');
    for (QString &line : lines)
        line = withVisibleControlsBetweenWords(line);
    return lines.join(u'\n');
}

char32_t characterAt(QStringView text, qsizetype &at)
{
    const QChar unit = text[at];
    if (unit.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate())
        return QChar::surrogateToUcs4(unit, text[++at]);
    return unit.unicode();
}

/// Whether its looks or its place depend on the characters beside it.
bool joinsOthers(char32_t character)
{
    constexpr char32_t firstSyllable = 0xac00; // before and behind: the letters that make up syllables
    constexpr char32_t lastSyllable = 0xd7a3;
    if (QChar::isMark(character))
        return true;
    if (QChar::script(character) == QChar::Script_Hangul)
        return character < firstSyllable || character > lastSyllable;
    return isOfJoiningScript(character);
}

}

PrintableText::PrintableText(const QStringList &families)
{
    for (const QString &family : families) {
        if (!QFontDatabase::hasFamily(family))
            continue;
        QFont font(family);
        font.setPixelSize(16);
        font.setStyleStrategy(QFont::NoFontMerging);
        m_fonts.push_back(QRawFont::fromFont(font));
    }
}

bool PrintableText::hasGlyph(char32_t character)
{
    const auto known = m_known.constFind(character);
    if (known != m_known.constEnd())
        return *known;
    const auto category = QChar::category(character);
    const bool isDrawn = category != QChar::Other_Format && category != QChar::Other_Surrogate;
    const bool has =
        isDrawn && std::any_of(m_fonts.begin(), m_fonts.end(), [character](const QRawFont &font) {
            return font.supportsCharacter(uint(character));
        });
    m_known.insert(character, has);
    return has;
}

QString PrintableText::of(const QString &text)
{
    if (std::all_of(text.begin(), text.end(), isPlain))
        return text;
    const QString visible = withVisibleControlsBetweenLines(text);
    QString printable;
    printable.reserve(visible.size());
    for (qsizetype at = 0; at < visible.size(); ++at) {
        const qsizetype start = at;
        const char32_t character = characterAt(visible, at);
        if (character == U'\n' || marksIsolation(character) || isJoiner(character) || hasGlyph(character)) {
            printable += QStringView(visible).mid(start, at - start + 1);
            continue;
        }
        ++m_missing[character];
        printable += u"[U+%1]"_s.arg(uint(character), 4, 16, QLatin1Char('0')).toUpper();
    }
    return printable;
}

bool PrintableText::needsShaping(QStringView text)
{
    constexpr char16_t lastPlain = 0x2ff; // what comes up to it stands for itself
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at].unicode() > lastPlain && joinsOthers(characterAt(text, at)))
            return true;
    }
    return false;
}

}
