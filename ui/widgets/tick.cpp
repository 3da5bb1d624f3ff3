#include "ui/widgets/tick.h"

#include "ui/widgets/plaintext.h"

#include <QStyleOptionButton>
#include <QStyleOptionFocusRect>
#include <QStylePainter>

#include <algorithm>

namespace plimsoll {

namespace {

constexpr int leastCharacters = 12; ///< of a line
constexpr int howWordsLie = Qt::AlignLeft | Qt::AlignTop | Qt::TextShowMnemonic | Qt::TextWordWrap;

}

Tick::Tick(const QString &text, QWidget *parent)
    : QCheckBox(text, parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed, QSizePolicy::CheckBox);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QSize Tick::minimumSizeHint() const
{
    const QSize whole = sizeHint();
    const int besideWords = wordsIn(QRect(QPoint(), whole)).left();
    const int least = besideWords + leastCharacters * fontMetrics().averageCharWidth();
    return {std::min(whole.width(), least), whole.height()};
}

int Tick::heightForWidth(int width) const
{
    const QSize whole = sizeHint();
    if (isOneLine(width))
        return whole.height();
    const QRect words = wordsIn({0, 0, width, whole.height()});
    const QRect room(0, 0, words.width(), QWIDGETSIZE_MAX);
    return std::max(whole.height(),
                    fontMetrics().boundingRect(room, howWordsLie, withBreaks(text())).height());
}

bool Tick::isOneLine(int width) const
{
    return width >= sizeHint().width();
}

QRect Tick::wordsIn(const QRect &place) const
{
    QStyleOptionButton option;
    initStyleOption(&option);
    option.rect = place;
    return style()->subElementRect(QStyle::SE_CheckBoxContents, &option, this);
}

/// Every line of the words, though the style knows of one.
bool Tick::hitButton(const QPoint &at) const
{
    return isOneLine(width()) ? QCheckBox::hitButton(at) : rect().contains(at);
}

void Tick::paintEvent(QPaintEvent *event)
{
    if (isOneLine(width()))
        return QCheckBox::paintEvent(event);
    QStylePainter painter(this);
    QStyleOptionButton box;
    initStyleOption(&box);
    box.rect.setHeight(sizeHint().height()); // beside the first line
    box.rect = style()->subElementRect(QStyle::SE_CheckBoxIndicator, &box, this);
    painter.drawPrimitive(QStyle::PE_IndicatorCheckBox, box);
    painter.drawItemText(wordsIn(rect()), howWordsLie, palette(), isEnabled(), withBreaks(text()),
                         QPalette::WindowText);
    if (!hasFocus())
        return;
    QStyleOptionFocusRect ring;
    ring.initFrom(this);
    ring.rect = wordsIn(rect());
    painter.drawPrimitive(QStyle::PE_FrameFocusRect, ring);
}

}
