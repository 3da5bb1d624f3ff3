#pragma once

#include <QHash>
#include <QMap>
#include <QRawFont>
#include <QString>

#include <vector>

namespace plimsoll {

/// Makes foreign text fit for paper: what hides or reorders becomes visible, and a character for which no
/// font has a glyph becomes its name in brackets, [U+1F642], instead of an empty box or nothing.
/// Joiners that belong to the spelling of a word, between letters that join, stay and have no looks.
class PrintableText
{
public:
    /// Only these families count as having a glyph: what else the system would find may be pictures (colour
    /// emoji), which PDF/A cannot carry.
    explicit PrintableText(const QStringList &families);

    /// Line feeds stay, tabulators become spaces.
    QString of(const QString &text);

    /// The characters without a glyph so far, and how often each came up.
    [[nodiscard]] const QMap<char32_t, qint64> &missing() const { return m_missing; }

    /// Whether only a shaping engine sets the text well: letters carry combining marks, or are of a script
    /// whose letters join or reorder, as those of Arabic and Devanagari do.
    static bool needsShaping(QStringView text);

private:
    bool hasGlyph(char32_t character);

    std::vector<QRawFont> m_fonts;
    QHash<char32_t, bool> m_known;
    QMap<char32_t, qint64> m_missing;
};

}
