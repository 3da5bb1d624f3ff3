#include "ui/widgets/datefield.h"

#include "core/exchange/registerday.h"
#include "ui/theme/colours.h"
#include "ui/theme/painting.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/scrollpane.h"

#include <QAccessible>
#include <QCalendarWidget>
#include <QKeyEvent>
#include <QMetaMethod>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr int mostCharacters = 60; ///< more than any way to write a day needs

}

DateField::DateField(const QString &accessibleName, QWidget *parent)
    : QLineEdit(parent)
{
    setAccessibleName(accessibleName);
    setPlaceholderText(tr("no date"));
    setToolTip(tr("Year-month-day, such as 2026-12-01, or 01.12.2026. Alt+Down opens a calendar."));
    setMaxLength(mostCharacters);
    setTextMargins(0, 0, fontMetrics().height() + spacing::small, 0);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(this, &QLineEdit::editingFinished, this, &DateField::finish);
    connect(this, &QLineEdit::textEdited, this, [this] {
        m_isMarked = false;
        say({});
    });
}

void DateField::setDate(std::optional<QDate> date)
{
    const QString lost = m_isMarked ? shownInLine(text().trimmed()) : QString();
    put(date);
    if (!lost.isEmpty())
        say(tr("“%1”, written here before, names no day; it was not saved.").arg(lost));
}

void DateField::showDate(std::optional<QDate> date)
{
    const bool isBeingWritten = hasFocus() && isModified();
    if (!isBeingWritten && !m_isMarked && date != m_settled)
        put(date);
    m_settled = date;
}

void DateField::put(std::optional<QDate> date)
{
    m_settled = date;
    m_isMarked = false;
    setText(date ? date->toString(Qt::ISODate) : QString());
    say({});
}

void DateField::say(const QString &sentence)
{
    update();
    if (sentence == m_sentence)
        return;
    m_sentence = sentence;
    setAccessibleDescription(sentence);
    Q_EMIT sentenceChanged(sentence);
    if (sentence.isEmpty())
        return;
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void DateField::sayWhatIsExpected()
{
    m_isMarked = true;
    const QString words =
        tr("“%1” names no day, so it is not saved. Write year-month-day, such as 2026-12-01, or "
           "day.month.year, such as 01.12.2026.")
            .arg(shownInLine(text().trimmed()));
    say(m_settled ? words + u' ' + tr("Escape brings back %1.").arg(m_settled->toString(Qt::ISODate))
                  : words);
}

std::optional<QDate> DateField::date() const
{
    return dayInCell(text());
}

bool DateField::isUnderstood() const
{
    return text().trimmed().isEmpty() || date();
}

bool DateField::isBeingWritten() const
{
    return isModified() && !m_isMarked && isSignalConnected(QMetaMethod::fromSignal(&DateField::dateChosen));
}

bool DateField::sendsBack()
{
    if (isUnderstood())
        return false;
    sayWhatIsExpected();
    setFocus();
    bringIntoSight(*this);
    return true;
}

QSize DateField::sizeHint() const
{
    const int words = std::max(fontMetrics().horizontalAdvance(u"0000-00-00"_s),
                               fontMetrics().horizontalAdvance(placeholderText()));
    return {words + fontMetrics().height() + 2 * spacing::large, QLineEdit::sizeHint().height()};
}

QRect DateField::arrow() const
{
    const int side = fontMetrics().height() + spacing::small;
    return {width() - side - 2, 0, side, height()};
}

void DateField::keyPressEvent(QKeyEvent *event)
{
    const QDate from = date().value_or(QDate::currentDate());
    if (event->key() == Qt::Key_Down && event->modifiers().testFlag(Qt::AltModifier))
        return openCalendar();
    if ((event->modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier || isReadOnly())
        return QLineEdit::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Escape:
        return isModified() || m_isMarked ? put(m_settled) : QLineEdit::keyPressEvent(event);
    case Qt::Key_Up:
        return choose(from.addDays(1));
    case Qt::Key_Down:
        return choose(from.addDays(-1));
    case Qt::Key_PageUp:
        return choose(from.addMonths(1));
    case Qt::Key_PageDown:
        return choose(from.addMonths(-1));
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void DateField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    const Colours &colours = coloursOf(palette());
    QPainter painter(this);
    if (m_isMarked)
        paintRounded(painter, rect(), spacing::corner, {}, colours.notMet, 2);
    if (isEnabled() && !isReadOnly()) // else there is nothing to open
        paintChevron(painter, arrow(), Qt::DownArrow, colours.quietText);
}

void DateField::mousePressEvent(QMouseEvent *event)
{
    if (arrow().contains(event->position().toPoint()) && event->button() == Qt::LeftButton)
        return openCalendar();
    QLineEdit::mousePressEvent(event);
}

void DateField::mouseMoveEvent(QMouseEvent *event)
{
    setCursor(arrow().contains(event->position().toPoint()) ? Qt::ArrowCursor : Qt::IBeamCursor);
    QLineEdit::mouseMoveEvent(event);
}

void DateField::finish()
{
    if (!isUnderstood())
        return sayWhatIsExpected();
    const auto read = date();
    if (read != m_settled)
        choose(read);
    else if (isModified())
        put(read);
}

void DateField::choose(std::optional<QDate> date)
{
    put(date);
    Q_EMIT dateChosen(date);
}

void DateField::openCalendar()
{
    if (isReadOnly() || !isEnabled())
        return;
    auto *popup = new QWidget(this, Qt::Popup);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    auto *column = new QVBoxLayout(popup);
    column->setContentsMargins(1, 1, 1, 1);
    auto *calendar = new QCalendarWidget(popup);
    calendar->setAccessibleName(tr("Calendar for %1").arg(accessibleName()));
    calendar->setFirstDayOfWeek(Qt::Monday);
    calendar->setSelectedDate(date().value_or(QDate::currentDate()));
    column->addWidget(calendar);
    connect(calendar, &QCalendarWidget::activated, this, &DateField::choose);
    connect(calendar, &QCalendarWidget::activated, popup, &QWidget::close);
    connect(calendar, &QCalendarWidget::clicked, this, &DateField::choose);
    connect(calendar, &QCalendarWidget::clicked, popup, &QWidget::close);
    popup->move(mapToGlobal(QPoint(0, height() + 2)));
    popup->show();
    calendar->setFocus();
}

QWidget *sentenceOf(const DateField &field)
{
    auto *words = (new PlainLabel({}, TextKind::Small))->wrapped();
    words->hide();
    QObject::connect(&field, &DateField::sentenceChanged, words, [words](const QString &sentence) {
        words->setPlainText(sentence);
        words->setVisible(!sentence.isEmpty());
    });
    return words;
}

}
