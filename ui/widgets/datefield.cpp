#include "ui/widgets/datefield.h"

#include "ui/theme/colours.h"
#include "ui/theme/painting.h"
#include "ui/theme/spacing.h"

#include <QCalendarWidget>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plimsoll {

DateField::DateField(const QString &accessibleName, QWidget *parent)
    : QLineEdit(parent)
{
    setAccessibleName(accessibleName);
    setPlaceholderText(tr("no date"));
    setToolTip(tr("Year-month-day, such as 2026-12-01. Alt+Down opens a calendar."));
    setMaxLength(10);
    setTextMargins(0, 0, fontMetrics().height() + spacing::small, 0);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(this, &QLineEdit::editingFinished, this, &DateField::settle);
}

void DateField::setDate(std::optional<QDate> date)
{
    m_settled = date;
    setText(date ? date->toString(Qt::ISODate) : QString());
}

std::optional<QDate> DateField::date() const
{
    const QDate read = QDate::fromString(text().trimmed(), Qt::ISODate);
    return read.isValid() ? std::optional(read) : std::nullopt;
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
    switch (event->key()) {
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
    QPainter painter(this);
    paintChevron(painter, arrow(), Qt::DownArrow, coloursOf(palette()).quietText);
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

void DateField::settle()
{
    const bool isEmpty = text().trimmed().isEmpty();
    const auto read = date();
    if (!read && !isEmpty)
        return setDate(m_settled);
    if (read == m_settled)
        return;
    choose(read);
}

void DateField::choose(std::optional<QDate> date)
{
    setDate(date);
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

}
