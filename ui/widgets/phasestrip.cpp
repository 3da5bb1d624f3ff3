#include "ui/widgets/phasestrip.h"

#include "ui/theme/colours.h"
#include "ui/theme/fonts.h"
#include "ui/theme/painting.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/plaintext.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace plimsoll {

namespace {

QString fractions(const PhaseState &phase)
{
    if (!phase.absence.isEmpty())
        return shown(phase.absence);
    return PhaseStrip::tr("shall %1/%2 · should %3/%4")
        .arg(phase.shall.part)
        .arg(phase.shall.whole)
        .arg(phase.should.part)
        .arg(phase.should.whole);
}

}

PhaseStrip::PhaseStrip(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("Lifecycle phases"));
}

void PhaseStrip::setPhases(QList<PhaseState> phases)
{
    const QString before = currentKey();
    m_phases = std::move(phases);
    m_current = 0;
    setCurrentKey(before);
    describe();
    updateGeometry();
    update();
}

QString PhaseStrip::currentKey() const
{
    return m_current < m_phases.size() ? m_phases[m_current].key : QString();
}

void PhaseStrip::setCurrentKey(const QString &key)
{
    for (qsizetype phase = 0; phase < m_phases.size(); ++phase) {
        if (m_phases[phase].key == key)
            m_current = phase;
    }
    describe();
    update();
}

int PhaseStrip::ringSide() const
{
    return std::max(34, 2 * fontMetrics().height());
}

int PhaseStrip::widestText() const
{
    const QFontMetrics strong(fontOf(TextKind::Strong, font()));
    const QFontMetrics small(fontOf(TextKind::Small, font()));
    int widest = 0;
    for (const PhaseState &phase : m_phases)
        widest = std::max(
            {widest, strong.horizontalAdvance(phase.name), small.horizontalAdvance(fractions(phase))});
    return widest;
}

QSize PhaseStrip::cellSize() const
{
    return {ringSide() + spacing::small + widestText() + spacing::wide, ringSide() + spacing::large};
}

int PhaseStrip::columnsIn(int width) const
{
    return std::clamp(width / std::max(1, cellSize().width()), 1, std::max(1, int(m_phases.size())));
}

QSize PhaseStrip::sizeHint() const
{
    return {int(m_phases.size()) * cellSize().width(), cellSize().height()};
}

QSize PhaseStrip::minimumSizeHint() const
{
    return cellSize();
}

int PhaseStrip::heightForWidth(int width) const
{
    const int columns = columnsIn(width);
    return (int(m_phases.size()) + columns - 1) / columns * cellSize().height();
}

QRect PhaseStrip::cell(qsizetype phase) const
{
    const int columns = columnsIn(width());
    const QSize size = cellSize();
    return {QPoint(int(phase) % columns * size.width(), int(phase) / columns * size.height()), size};
}

qsizetype PhaseStrip::phaseAt(const QPoint &point) const
{
    for (qsizetype phase = 0; phase < m_phases.size(); ++phase) {
        if (cell(phase).contains(point))
            return phase;
    }
    return -1;
}

void PhaseStrip::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (qsizetype phase = 0; phase < m_phases.size(); ++phase) {
        const PhaseState &state = m_phases[phase];
        const QRect box = cell(phase).adjusted(0, 1, -spacing::small, -1);
        const bool current = phase == m_current;
        if (current || phase == m_hovered)
            paintRounded(painter, box, spacing::corner, current ? colours.selection : colours.chip, {});
        if (current && hasFocus())
            paintFocusRing(painter, box, spacing::corner, colours.accent);
        const int side = ringSide() - spacing::tight;
        const QRectF ring(box.left() + spacing::small, box.top() + (box.height() - side) / 2.0, side, side);
        paintPhaseRing(painter, ring, state.absence.isEmpty() ? state.shall : Fraction{}, colours);
        const QRect words =
            box.adjusted(ringSide() + spacing::medium, spacing::tight, -spacing::tight, -spacing::tight);
        const auto line = [&](const QRect &rect, TextKind kind, const QColor &ink, const QString &text) {
            painter.setFont(fontOf(kind, font()));
            painter.setPen(ink);
            painter.drawText(rect, Qt::AlignVCenter | Qt::AlignLeft,
                             painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
        };
        const int half = words.height() / 2;
        line(words.adjusted(0, 0, 0, -half), current ? TextKind::Strong : TextKind::Body, colours.text,
             state.name);
        line(words.adjusted(0, half, 0, 0), TextKind::Small, colours.quietText, fractions(state));
    }
}

void PhaseStrip::choose(qsizetype phase)
{
    if (phase < 0 || phase >= m_phases.size() || phase == m_current)
        return;
    m_current = phase;
    describe();
    update();
    Q_EMIT phaseChosen(currentKey());
}

void PhaseStrip::describe()
{
    if (m_current >= m_phases.size())
        return;
    const PhaseState &state = m_phases[m_current];
    setAccessibleDescription(tr("%1: %2").arg(state.name, fractions(state)));
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

void PhaseStrip::mousePressEvent(QMouseEvent *event)
{
    choose(phaseAt(event->position().toPoint()));
}

void PhaseStrip::mouseMoveEvent(QMouseEvent *event)
{
    m_hovered = phaseAt(event->position().toPoint());
    update();
}

void PhaseStrip::leaveEvent(QEvent *)
{
    m_hovered = -1;
    update();
}

void PhaseStrip::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return choose(m_current - 1);
    case Qt::Key_Right:
        return choose(m_current + 1);
    case Qt::Key_Home:
        return choose(0);
    case Qt::Key_End:
        return choose(m_phases.size() - 1);
    default:
        QWidget::keyPressEvent(event);
    }
}

void PhaseStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

bool PhaseStrip::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        if (const qsizetype phase = phaseAt(help->pos()); phase >= 0)
            QToolTip::showText(help->globalPos(),
                               asToolTip(tr("%1: %2").arg(m_phases[phase].name, fractions(m_phases[phase]))),
                               this);
        return true;
    }
    return QWidget::event(event);
}

}
