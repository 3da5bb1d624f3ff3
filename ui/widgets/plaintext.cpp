#include "ui/widgets/plaintext.h"

#include "core/base/text.h"

#include <QTextDocument>
#include <QWidget>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

/// At most so much of it, and no half of a character.
QString cut(const QString &text, qsizetype longest)
{
    if (text.size() <= longest)
        return text;
    const bool isBetweenHalves = text.at(longest - 1).isHighSurrogate();
    return text.left(isBetweenHalves ? longest - 1 : longest) + u'…';
}

}

QString shown(const QString &text)
{
    QStringList lines = text.split(u'\n');
    for (QString &line : lines)
        line = withVisibleControls(line.replace(u'\t', u' '));
    return lines.join(u'\n');
}

QString shownInLine(const QString &text)
{
    constexpr qsizetype longest = 400;
    return withVisibleControls(cut(text, longest).replace(u'\n', u' ').replace(u'\t', u' '));
}

QString asCaption(const QString &name)
{
    constexpr qsizetype longest = 80;
    return shownInLine(cut(name, longest)).replace(u'&', "&&"_L1);
}

QString withBreaks(const QString &text)
{
    constexpr qsizetype longestWord = 32;
    constexpr qsizetype piece = 8;
    constexpr QChar zeroWidthSpace(0x200B);
    const auto isSpace = [](QChar character) {
        return character.isSpace();
    };
    QString broken;
    broken.reserve(text.size());
    for (auto word = text.cbegin(); word != text.cend();) {
        const auto end = std::find_if(word, text.cend(), isSpace);
        const bool isLong = end - word > longestWord;
        for (auto at = word; at != end; ++at) {
            if (isLong && at != word && (at - word) % piece == 0 && !at->isLowSurrogate() && !at->isMark())
                broken.append(zeroWidthSpace);
            broken.append(*at);
        }
        word = std::find_if_not(end, text.cend(), isSpace);
        std::copy(end, word, std::back_inserter(broken));
    }
    return broken;
}

QString asToolTip(const QString &text)
{
    constexpr qsizetype longest = 2000;
    if (text.isEmpty())
        return {};
    return u"<p style='white-space:pre-wrap'>"_s + shown(cut(text, longest)).toHtmlEscaped() + u"</p>"_s;
}

void name(QWidget &widget, const QString &accessibleName)
{
    widget.setAccessibleName(accessibleName);
    if (widget.toolTip().isEmpty())
        widget.setToolTip(asToolTip(accessibleName));
}

}
