#pragma once

#include "ui/theme/fonts.h"

#include <QLabel>

namespace plimsoll {

/// Whether a label speaks up or stays in the background.
enum class Emphasis { Normal, Quiet };

/// A label that shows its text as it is: no HTML, no hidden characters. It grows with the application's font.
class PlainLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit PlainLabel(const QString &text = {}, TextKind kind = TextKind::Body,
                        Emphasis emphasis = Emphasis::Normal, QWidget *parent = nullptr);

    void setPlainText(const QString &text);
    /// What it was given: text() may hold more, to show the hidden and to break long words.
    [[nodiscard]] const QString &plainText() const { return m_plainText; }
    /// Breaks lines, even within a word that is too long, instead of asking for all the width.
    PlainLabel *wrapped();

protected:
    void changeEvent(QEvent *event) override;

private:
    void dress();

    QString m_plainText;
    TextKind m_kind;
    Emphasis m_emphasis;
};

}
