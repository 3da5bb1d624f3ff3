#include "ui/widgets/plaintextedit.h"

#include <QKeyEvent>

#include <algorithm>
#include <cmath>

namespace plimsoll {

namespace {

constexpr int fewestLines = 3;
constexpr int mostLines = 12;
constexpr qsizetype endlessWord = 2000;

bool hasEndlessWord(QStringView text)
{
    qsizetype run = 0;
    for (const QChar character : text) {
        run = character.isSpace() ? 0 : run + 1;
        if (run > endlessWord)
            return true;
    }
    return false;
}

}

PlainTextEdit::PlainTextEdit(const QString &accessibleName, QWidget *parent)
    : QPlainTextEdit(parent)
{
    setAccessibleName(accessibleName);
    setTabChangesFocus(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(document(), &QTextDocument::contentsChanged, this, &PlainTextEdit::fit);
    connect(document(), &QTextDocument::contentsChange, this, [this](int, int, int added) {
        if (added > 1)
            chooseWrapping(toPlainText());
    });
}

void PlainTextEdit::setText(const QString &text)
{
    m_settled = text;
    chooseWrapping(text);
    setPlainText(text);
}

void PlainTextEdit::chooseWrapping(const QString &text)
{
    // Looking for a place to break within an endless word costs its whole length anew at every line.
    const auto mode = text.size() > endlessWord && hasEndlessWord(text)
                          ? QTextOption::WrapAnywhere
                          : QTextOption::WrapAtWordBoundaryOrAnywhere;
    if (wordWrapMode() != mode)
        setWordWrapMode(mode);
}

int PlainTextEdit::heightOfLines(int lines) const
{
    return lines * fontMetrics().lineSpacing() + 2 * int(std::ceil(document()->documentMargin())) +
           (viewport()->height() > 0 && isVisible() ? height() - viewport()->height() : 2 * frameWidth());
}

int PlainTextEdit::linesNow() const
{
    // A plain text document's height is counted in lines.
    return int(std::ceil(document()->size().height()));
}

void PlainTextEdit::fit()
{
    // A bar that comes before the field has grown would make the text narrower and the field grow again.
    setVerticalScrollBarPolicy(linesNow() > mostLines ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    updateGeometry();
}

QSize PlainTextEdit::sizeHint() const
{
    const int lines = std::clamp(linesNow(), fewestLines, mostLines);
    return {fontMetrics().averageCharWidth() * 60, heightOfLines(lines)};
}

QSize PlainTextEdit::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 20, sizeHint().height()};
}

void PlainTextEdit::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        finish();
}

void PlainTextEdit::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers().testFlag(Qt::ControlModifier)) {
        finish();
        return event->ignore();
    }
    QPlainTextEdit::keyPressEvent(event);
}

void PlainTextEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fit();
}

void PlainTextEdit::finish()
{
    const QString text = toPlainText();
    if (text == m_settled)
        return;
    m_settled = text;
    Q_EMIT finished(text);
}

}
