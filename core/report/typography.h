#pragma once

#include "core/report/chartcolours.h"
#include "core/report/printabletext.h"

#include <QFont>
#include <QFontMetricsF>

#include <array>

namespace plimsoll {

/// The kinds of text a report has. A style decides face, size, colour and leading.
enum class TextStyle {
    Title,
    Subtitle,
    Chapter,
    Section,
    Group,
    Body,
    Strong,
    Small,
    SmallStrong,
    Quiet,
    Label,
    Term, ///< left of a fact, on one line with body text
    Link,
    Code,
};
inline constexpr size_t styleCount = size_t(TextStyle::Code) + 1;

struct Typeface
{
    QFont font;   ///< letters stand for themselves, so that every letter can be found again in the PDF's text
    QFont shaped; ///< for words that PrintableText::needsShaping()
    QColor colour;
    qreal leading = 0; ///< from line to line, in device units

    /// The one that sets all of the text well.
    [[nodiscard]] const QFont &fontOf(QStringView text) const
    {
        return PrintableText::needsShaping(text) ? shaped : font;
    }
};

/// What of the text fits on a line of that width, with an ellipsis where it goes on. Takes as long for a text
/// of any length.
QString elided(const QString &text, const QFontMetricsF &metrics, qreal width);

/// The fonts of a report, its colours, and the check that every character has a glyph. Fonts belong to the
/// thread that made them: one Typography a thread.
class Typography
{
public:
    Typography();

    [[nodiscard]] const Typeface &face(TextStyle style) const { return m_faces.at(size_t(style)); }
    [[nodiscard]] const ChartColours &colours() const { return m_colours; }
    [[nodiscard]] PrintableText &printable() { return m_printable; }

    /// The families asked for, in order; those not installed are passed over.
    static QStringList textFamilies();
    static QStringList codeFamilies();

private:
    ChartColours m_colours = ChartColours::light();
    std::array<Typeface, styleCount> m_faces;
    PrintableText m_printable;
};

}
