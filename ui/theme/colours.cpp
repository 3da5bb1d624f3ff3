#include "ui/theme/colours.h"

namespace plimsoll {

namespace {

QColor rgb(QRgb value)
{
    return QColor::fromRgb(value);
}

}

const Colours &lightColours()
{
    static const Colours colours{ChartColours::light(), rgb(0xf6f7f9), rgb(0xc6cdd6), rgb(0xffffff),
                                 rgb(0xe8f0fc),         rgb(0xfdeeec), rgb(0xfcf3e2)};
    return colours;
}

const Colours &darkColours()
{
    static const Colours colours{ChartColours::dark(), rgb(0x14181d), rgb(0x434e5b), rgb(0x0c1a2e),
                                 rgb(0x233247),        rgb(0x3a2325), rgb(0x352c1b)};
    return colours;
}

const Colours &highContrastLightColours()
{
    static const Colours colours{{.panel = rgb(0xffffff),
                                  .line = rgb(0x000000),
                                  .text = rgb(0x000000),
                                  .quietText = rgb(0x000000),
                                  .accent = rgb(0x00328a),
                                  .chip = rgb(0xf0f0f0),
                                  .met = rgb(0x00592e),
                                  .partly = rgb(0x6e3f00),
                                  .notMet = rgb(0x8f0f08),
                                  .notApplicable = rgb(0x333333),
                                  .notAnswered = rgb(0x333333)},
                                 rgb(0xffffff),
                                 rgb(0x000000),
                                 rgb(0xffffff),
                                 rgb(0xcfe0ff),
                                 rgb(0xffe6e3),
                                 rgb(0xfff0d0)};
    return colours;
}

const Colours &highContrastDarkColours()
{
    static const Colours colours{{.panel = rgb(0x000000),
                                  .line = rgb(0xffffff),
                                  .text = rgb(0xffffff),
                                  .quietText = rgb(0xffffff),
                                  .accent = rgb(0x8ec5ff),
                                  .chip = rgb(0x1c1c1c),
                                  .met = rgb(0x6df0ae),
                                  .partly = rgb(0xffcf5c),
                                  .notMet = rgb(0xffa199),
                                  .notApplicable = rgb(0xd6d6d6),
                                  .notAnswered = rgb(0xd6d6d6)},
                                 rgb(0x000000),
                                 rgb(0xffffff),
                                 rgb(0x000000),
                                 rgb(0x10345e),
                                 rgb(0x3d0f0b),
                                 rgb(0x362600)};
    return colours;
}

QPalette paletteOf(const Colours &colours)
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, const QColor &colour) {
        palette.setColor(QPalette::All, role, colour);
    };
    set(QPalette::Window, colours.page);
    set(QPalette::WindowText, colours.text);
    set(QPalette::Base, colours.panel);
    set(QPalette::AlternateBase, colours.chip);
    set(QPalette::Text, colours.text);
    set(QPalette::PlaceholderText, colours.quietText);
    set(QPalette::Button, colours.chip);
    set(QPalette::ButtonText, colours.text);
    set(QPalette::BrightText, colours.onAccent);
    set(QPalette::Highlight, colours.accent);
    set(QPalette::HighlightedText, colours.onAccent);
    set(QPalette::ToolTipBase, colours.panel);
    set(QPalette::ToolTipText, colours.text);
    set(QPalette::Link, colours.accent);
    set(QPalette::LinkVisited, colours.accent);
    set(QPalette::Light, colours.panel);
    set(QPalette::Midlight, colours.chip);
    set(QPalette::Mid, colours.line);
    set(QPalette::Dark, colours.edge);
    set(QPalette::Shadow, colours.line);
    const QColor faint = blended(colours.panel, colours.quietText, 0.65);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, faint);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, colours.line);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, faint);
    return palette;
}

const Colours &coloursOf(const QPalette &palette)
{
    const QColor window = palette.color(QPalette::Active, QPalette::Window);
    const QColor line = palette.color(QPalette::Active, QPalette::Mid);
    for (const auto *ours :
         {&lightColours(), &darkColours(), &highContrastLightColours(), &highContrastDarkColours()}) {
        if (ours->page == window && ours->line == line)
            return *ours;
    }
    return isDark(palette) ? darkColours() : lightColours();
}

bool isDark(const QPalette &palette)
{
    const QColor window = palette.color(QPalette::Active, QPalette::Window);
    return contrast(window, Qt::white) > contrast(window, Qt::black);
}

}
