#pragma once

#include "ui/theme/fonts.h"

#include <QHash>
#include <QLabel>

#include <optional>

namespace plimsoll {

/// Whether a label speaks up or stays in the background.
enum class Emphasis { Normal, Quiet };

/// A label that shows its text as it is: no HTML, no hidden characters. It grows with the application's font.
/// Of more than 2,000 characters (200 in a heading, 400 where lines do not break) it shows the beginning: to
/// read on, there are fields to scroll in.
class PlainLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit PlainLabel(const QString &text = {}, TextKind kind = TextKind::Body,
                        Emphasis emphasis = Emphasis::Normal, QWidget *parent = nullptr);

    void setPlainText(const QString &text);
    /// What it was given: text() may hold more, to show the hidden and to break long words, or less.
    [[nodiscard]] const QString &plainText() const { return m_plainText; }
    /// Breaks lines, even within a word that is too long, instead of asking for all the width.
    PlainLabel *wrapped();
    /// One line that gives way where there is no room for it: its end is left out, the tooltip holds it all.
    PlainLabel *elided();

    /// Layouts ask for the same few widths again and again; each is measured once.
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString beginningOf(const QString &text) const;
    void dress();
    void forgetHeights();

    QString m_plainText;
    TextKind m_kind;
    bool m_isElided = false;
    mutable QHash<int, int> m_heights;        ///< by width, where lines break
    mutable std::optional<int> m_unbroken;    ///< width from which no line breaks
    mutable std::optional<int> m_leastHeight; ///< from there on
};

}
