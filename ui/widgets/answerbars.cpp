#include "ui/widgets/answerbars.h"

#include "core/report/charts.h"
#include "core/report/statusmark.h"
#include "ui/theme/colours.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/plaintext.h"

#include <QEvent>
#include <QPainter>

#include <array>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr std::array legend{std::pair{AnswerKind::Met, StatusMark::Met},
                            std::pair{AnswerKind::PartlyMet, StatusMark::PartlyMet},
                            std::pair{AnswerKind::NotMet, StatusMark::NotMet},
                            std::pair{AnswerKind::NotAnswered, StatusMark::NotAnswered}};

QString fractionOf(const AnswerCounts &counts)
{
    return u"%1/%2"_s.arg(counts.met).arg(counts.due());
}

}

AnswerBars::AnswerBars(const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(accessibleName);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void AnswerBars::setBars(QList<AnswerBar> bars)
{
    m_bars = std::move(bars);
    QStringList words;
    for (const AnswerBar &bar : std::as_const(m_bars))
        words.append(tr("%1: %2 of %3 met").arg(bar.name).arg(bar.counts.met).arg(bar.counts.due()));
    setAccessibleDescription(words.join(u"; "_s));
    setToolTip(asToolTip(words.join(u'\n')));
    updateGeometry();
    update();
}

int AnswerBars::rowStep() const
{
    return fontMetrics().height() + spacing::small;
}

QSize AnswerBars::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 60, int(m_bars.size() + 1) * rowStep()};
}

QSize AnswerBars::minimumSizeHint() const
{
    return {200, sizeHint().height()};
}

void AnswerBars::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursOf(palette());
    const QFontMetrics metrics = fontMetrics();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    int fractionWidth = 0;
    for (const AnswerBar &bar : m_bars)
        fractionWidth = std::max(fractionWidth, metrics.horizontalAdvance(fractionOf(bar.counts)));
    const int labels = std::min(width() * 45 / 100, metrics.averageCharWidth() * 40);
    const int barWidth = width() - labels - fractionWidth - 2 * spacing::medium;
    int top = 0;
    for (const AnswerBar &bar : m_bars) {
        const QRect row(0, top, width(), rowStep());
        painter.setPen(colours.text);
        painter.drawText(row, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                         metrics.elidedText(shownInLine(bar.name), Qt::ElideRight, labels));
        painter.drawText(row, Qt::AlignVCenter | Qt::AlignRight, fractionOf(bar.counts));
        const int height = metrics.ascent();
        const QRectF place(labels + spacing::medium, top + (rowStep() - height) / 2.0, barWidth, height);
        paintAnswerBar(painter, place, bar.counts, colours);
        top += rowStep();
    }
    paintLegend(painter, top);
}

void AnswerBars::paintLegend(QPainter &painter, int top) const
{
    const Colours &colours = coloursOf(palette());
    const QFontMetrics metrics = fontMetrics();
    const int side = metrics.ascent();
    int left = 0;
    for (const auto &[kind, mark] : legend) {
        paintAnswerSwatch(painter, QRectF(left, top + (rowStep() - side) / 2.0, side, side), kind, colours);
        left += side + spacing::tight;
        const QString word = statusWord(mark);
        painter.setPen(colours.quietText);
        painter.drawText(QRect(left, top, width() - left, rowStep()), Qt::AlignVCenter | Qt::AlignLeft, word);
        left += metrics.horizontalAdvance(word) + spacing::large;
    }
}

void AnswerBars::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

}
