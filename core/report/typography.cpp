#include "core/report/typography.h"

#include "core/report/paper.h"

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

QFont withSize(const QStringList &families, qreal points, QFont::Weight weight)
{
    QFont font;
    font.setFamilies(families);
    font.setPixelSize(qRound(paper::pt(points)));
    font.setWeight(weight);
    // Whole units to a letter: invisible at this resolution, and a third less to write than fractions.
    font.setHintingPreference(QFont::PreferFullHinting);
    return font;
}

Typeface typeface(const QStringList &families, qreal points, QFont::Weight weight, const QColor &colour,
                  qreal leading)
{
    Typeface face{withSize(families, points, weight), {}, colour, paper::pt(points) * leading};
    face.shaped = face.font;
    // Contextual alternates (a raised hyphen between capitals) have no character of their own: such letters
    // could be read on paper but neither searched nor copied.
    face.font.setStyleStrategy(QFont::PreferNoShaping);
    return face;
}

}

QStringList Typography::textFamilies()
{
    return {u"Inter"_s,
            u"DejaVu Sans"_s,
            u"Noto Sans CJK SC"_s,
            u"Noto Sans CJK JP"_s,
            u"Droid Sans Fallback"_s,
            u"WenQuanYi Zen Hei"_s,
            u"Noto Sans"_s,
            u"Noto Sans Arabic"_s,
            u"Noto Sans Devanagari"_s,
            u"Noto Sans Thai"_s};
}

QStringList Typography::codeFamilies()
{
    return QStringList{u"DejaVu Sans Mono"_s} + textFamilies();
}

QString elided(const QString &text, const QFontMetricsF &metrics, qreal width)
{
    constexpr qsizetype longestLine = 400;
    const QString beginning = text.size() > longestLine ? text.left(longestLine) + u'…' : text;
    return metrics.elidedText(beginning, Qt::ElideRight, width);
}

Typography::Typography()
    : m_printable(textFamilies())
{
    const auto set = [this](TextStyle style, qreal points, QFont::Weight weight, const QColor &colour,
                            qreal leading) {
        m_faces.at(size_t(style)) = typeface(style == TextStyle::Code ? codeFamilies() : textFamilies(),
                                             points, weight, colour, leading);
    };
    const QColor &text = m_colours.text;
    const QColor &quiet = m_colours.quietText;
    set(TextStyle::Title, 27, QFont::DemiBold, text, 1.22);
    set(TextStyle::Subtitle, 13, QFont::Normal, quiet, 1.35);
    set(TextStyle::Chapter, 19, QFont::DemiBold, text, 1.25);
    set(TextStyle::Section, 12.5, QFont::DemiBold, text, 1.3);
    set(TextStyle::Group, 9.5, QFont::DemiBold, m_colours.accent, 1.35);
    set(TextStyle::Body, 8.5, QFont::Normal, text, 1.38);
    set(TextStyle::Strong, 8.5, QFont::DemiBold, text, 1.38);
    set(TextStyle::Small, 7.4, QFont::Normal, text, 1.36);
    set(TextStyle::SmallStrong, 7.4, QFont::DemiBold, text, 1.36);
    set(TextStyle::Quiet, 7.4, QFont::Normal, quiet, 1.36);
    set(TextStyle::Label, 6.8, QFont::DemiBold, quiet, 1.36);
    set(TextStyle::Term, 7.8, QFont::Normal, quiet, 8.5 * 1.38 / 7.8);
    set(TextStyle::Link, 7.4, QFont::DemiBold, m_colours.accent, 1.36);
    set(TextStyle::Code, 6.2, QFont::Normal, quiet, 1.4);
}

}
