#include "ui/theme/fonts.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace plimsoll {

QFont windowFont(double scale)
{
    QFont font;
    font.setFamilies({u"Inter"_s, u"Noto Sans"_s, u"DejaVu Sans"_s, font.defaultFamily()});
    font.setPointSizeF(10 * scale);
    return font;
}

QFont fontOf(TextKind kind, const QFont &body)
{
    QFont font = body;
    const auto sized = [&font, &body](double factor, QFont::Weight weight) {
        font.setPointSizeF(body.pointSizeF() * factor);
        font.setWeight(weight);
        return font;
    };
    switch (kind) {
    case TextKind::Body:
        break;
    case TextKind::Strong:
        return sized(1, QFont::DemiBold);
    case TextKind::Small:
        return sized(0.9, QFont::Normal);
    case TextKind::Heading:
        return sized(1.1, QFont::DemiBold);
    case TextKind::Subtitle:
        return sized(1.4, QFont::DemiBold);
    case TextKind::Title:
        return sized(1.7, QFont::DemiBold);
    }
    return font;
}

}
