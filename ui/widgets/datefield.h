#pragma once

#include <QDate>
#include <QLineEdit>

#include <optional>

namespace plimsoll {

/// A calendar date that may be empty, written 2026-12-01; 01.12.2026 and whatever else names one day alone is
/// taken for it. Up and down move by a day, Page Up and Down by a month; the arrow at its end opens a
/// calendar. What names no day stays as it was typed, marked, and a sentence below says what is expected.
class DateField final : public QLineEdit
{
    Q_OBJECT

public:
    explicit DateField(const QString &accessibleName, QWidget *parent = nullptr);

    /// Shows the date of another thing. Of what was written here and named no day, the sentence says so.
    void setDate(std::optional<QDate> date);
    /// Shows the date of the same thing read anew: what is being written, or named no day, stays.
    void showDate(std::optional<QDate> date);
    /// Nothing while the field is empty or names no day.
    [[nodiscard]] std::optional<QDate> date() const;
    /// Empty, or a day.
    [[nodiscard]] bool isUnderstood() const;
    /// Whether leaving it now would save what was typed.
    [[nodiscard]] bool isBeingWritten() const;
    /// What was written is finished and names no day, so it is not saved.
    [[nodiscard]] bool isMarked() const { return m_isMarked; }

    /// Takes what is written for finished, as leaving the field does.
    void finish();
    /// Whether what is written names no day: then the field says so and takes the keyboard, and whoever asked
    /// saves nothing.
    [[nodiscard]] bool sendsBack();

    /// What is said below the field; empty while all is well.
    [[nodiscard]] const QString &sentence() const { return m_sentence; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    /// The person finished a change to this date, or emptied the field.
    void dateChosen(std::optional<QDate> date);
    void sentenceChanged(const QString &sentence);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] QRect arrow() const;
    void put(std::optional<QDate> date);
    void say(const QString &sentence);
    void sayWhatIsExpected();
    void openCalendar();
    void choose(std::optional<QDate> date);

    std::optional<QDate> m_settled;
    bool m_isMarked = false; ///< what is written was finished and names no day
    QString m_sentence;
};

/// The field's sentence, to be laid out below it; not seen while there is none.
QWidget *sentenceOf(const DateField &field);

}
