#pragma once

#include <QDate>
#include <QLineEdit>

#include <optional>

namespace plimsoll {

/// A calendar date that may be empty, written 2026-12-01. Up and down move by a day, Page Up and Down by a
/// month; the arrow at its end opens a calendar.
class DateField final : public QLineEdit
{
    Q_OBJECT

public:
    explicit DateField(const QString &accessibleName, QWidget *parent = nullptr);

    void setDate(std::optional<QDate> date);
    /// Nothing while the field is empty or holds no whole date.
    [[nodiscard]] std::optional<QDate> date() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    /// The person finished a change to this date, or emptied the field.
    void dateChosen(std::optional<QDate> date);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] QRect arrow() const;
    void settle();
    void openCalendar();
    void choose(std::optional<QDate> date);

    std::optional<QDate> m_settled;
};

}
