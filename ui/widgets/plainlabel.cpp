#include "ui/widgets/plainlabel.h"

#include "ui/widgets/plaintext.h"

#include <QApplication>
#include <QEvent>

namespace plimsoll {

PlainLabel::PlainLabel(const QString &text, TextKind kind, Emphasis emphasis, QWidget *parent)
    : QLabel(parent)
    , m_kind(kind)
    , m_emphasis(emphasis)
{
    setTextFormat(Qt::PlainText);
    setPlainText(text);
    setForegroundRole(emphasis == Emphasis::Quiet ? QPalette::PlaceholderText : QPalette::WindowText);
    dress();
}

void PlainLabel::setPlainText(const QString &text)
{
    m_plainText = text;
    setText(wordWrap() ? withBreaks(shown(text)) : shown(text));
}

PlainLabel *PlainLabel::wrapped()
{
    setWordWrap(true);
    setPlainText(m_plainText);
    return this;
}

void PlainLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        dress();
}

void PlainLabel::dress()
{
    setFont(fontOf(m_kind, QApplication::font()));
}

}
