#include "ui/widgets/statuslabel.h"

#include "ui/theme/colours.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/plaintext.h"

#include <QPainter>

namespace plimsoll {

StatusLabel::StatusLabel(StatusMark mark, const QString &words, QWidget *parent)
    : QWidget(parent)
    , m_mark(mark)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setStatus(mark, words);
}

void StatusLabel::setStatus(StatusMark mark, const QString &words)
{
    m_mark = mark;
    m_words = words.isEmpty() ? statusWord(mark) : shownInLine(words);
    setAccessibleName(m_words);
    setToolTip(asToolTip(m_words)); // where there is little room its end is left out
    updateGeometry();
    update();
}

QSize StatusLabel::sizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    return {metrics.horizontalAdvance(m_words) + metrics.height() + spacing::small,
            metrics.height() + spacing::tight};
}

void StatusLabel::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double side = fontMetrics().height() - 2;
    paintStatusMark(painter, QRectF(0, (height() - side) / 2, side, side), m_mark, colours);
    painter.setPen(colours.text);
    const QRect words = rect().adjusted(int(side) + spacing::small, 0, 0, 0);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     fontMetrics().elidedText(m_words, Qt::ElideRight, words.width()));
}

}
