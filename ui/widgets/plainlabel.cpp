#include "ui/widgets/plainlabel.h"

#include "ui/widgets/plaintext.h"

#include <QApplication>
#include <QEvent>
#include <QLocale>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace plimsoll {

namespace {

constexpr int leastCharacters = 6; ///< of a line that gives way

}

PlainLabel::PlainLabel(const QString &text, TextKind kind, Emphasis emphasis, QWidget *parent)
    : QLabel(parent)
    , m_kind(kind)
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
    if (m_isElided)
        setToolTip(asToolTip(text));
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

PlainLabel *PlainLabel::elided()
{
    m_isElided = true;
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    setPlainText(m_plainText);
    return this;
}

QSize PlainLabel::minimumSizeHint() const
{
    const QSize whole = QLabel::minimumSizeHint();
    if (!m_isElided)
        return whole;
    return {std::min(whole.width(), fontMetrics().averageCharWidth() * leastCharacters), whole.height()};
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

void PlainLabel::paintEvent(QPaintEvent *event)
{
    if (!m_isElided)
        return QLabel::paintEvent(event);
    QPainter painter(this);
    const QString fitting = fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width());
    style()->drawItemText(&painter, contentsRect(), int(alignment()), palette(), isEnabled(), fitting,
                          foregroundRole());
}

void PlainLabel::dress()
{
    setFont(fontOf(m_kind, QApplication::font()));
}

}
