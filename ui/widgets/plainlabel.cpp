#include "ui/widgets/plainlabel.h"

#include "ui/widgets/plaintext.h"

#include <QApplication>
#include <QEvent>
#include <QLocale>

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
    forgetHeights();
    const QString beginning = shown(beginningOf(text));
    setText(wordWrap() ? withBreaks(beginning) : beginning);
}

QString PlainLabel::beginningOf(const QString &text) const
{
    const bool isHeading =
        m_kind == TextKind::Title || m_kind == TextKind::Subtitle || m_kind == TextKind::Heading;
    const qsizetype longest = isHeading ? 200 : wordWrap() ? 2000 : 400;
    if (text.size() <= longest)
        return text;
    return tr("%1… and %2 characters more.")
        .arg(text.left(longest), QLocale().toString(text.size() - longest));
}

PlainLabel *PlainLabel::wrapped()
{
    setWordWrap(true);
    setPlainText(m_plainText);
    return this;
}

int PlainLabel::heightForWidth(int width) const
{
    if (!wordWrap())
        return QLabel::heightForWidth(width);
    if (!m_unbroken) {
        const int around = contentsMargins().left() + contentsMargins().right() + 2 * margin();
        m_unbroken = fontMetrics().size(Qt::TextExpandTabs, text()).width() + around + 1;
    }
    if (width >= *m_unbroken) {
        if (!m_leastHeight)
            m_leastHeight = QLabel::heightForWidth(width);
        return *m_leastHeight;
    }
    const auto known = m_heights.constFind(width);
    return known == m_heights.cend() ? *m_heights.insert(width, QLabel::heightForWidth(width)) : *known;
}

void PlainLabel::forgetHeights()
{
    m_heights.clear();
    m_unbroken.reset();
    m_leastHeight.reset();
}

void PlainLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    forgetHeights();
    if (event->type() == QEvent::FontChange)
        dress();
}

void PlainLabel::dress()
{
    setFont(fontOf(m_kind, QApplication::font()));
}

}
