#include "ui/widgets/plaintextedit.h"

#include <QKeyEvent>
#include <QMetaMethod>
#include <QMimeData>
#include <QTextBlock>
#include <QTextDocumentFragment>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace plimsoll {

namespace {

constexpr int fewestLines = 3;
constexpr int mostLines = 12;
constexpr qsizetype endlessWord = 2000;
constexpr qsizetype longParagraph = 8000;
constexpr qsizetype piece = 4000;
/// Ends a piece that the next one goes on from. Unicode has deprecated it, no font shows it, and a text that
/// holds it is left in one piece.
constexpr QChar goesOn(0x206F);

/// Where the piece that begins at `from` ends: after the last space in it, else anywhere but within a
/// character.
qsizetype endOfPiece(QStringView paragraph, qsizetype from)
{
    qsizetype end = from + piece;
    if (end >= paragraph.size())
        return paragraph.size();
    for (qsizetype at = end; at > end - piece / 2; --at) {
        if (paragraph[at - 1].isSpace())
            return at;
    }
    while (end > from + 1 && (paragraph[end].isLowSurrogate() || paragraph[end].isMark()))
        --end;
    return end;
}

QString inPieces(const QString &text)
{
    if (text.size() <= longParagraph || text.contains(goesOn))
        return text;
    QStringList paragraphs = text.split(u'\n');
    for (QString &paragraph : paragraphs) {
        if (paragraph.size() <= longParagraph)
            continue;
        QStringList pieces;
        for (qsizetype at = 0, end = 0; at < paragraph.size(); at = end) {
            end = endOfPiece(paragraph, at);
            pieces.append(paragraph.mid(at, end - at));
        }
        paragraph = pieces.join(QString(goesOn) + u'\n');
    }
    return paragraphs.join(u'\n');
}

/// Takes the ends of pieces out again; one whose line end was deleted by hand goes as well.
QString whole(QString text)
{
    return text.replace(QString(goesOn) + u'\n', QString()).remove(goesOn);
}

/// The lines of one paragraph, counted up to `most` and no further.
int linesOf(const QString &paragraph, const QFont &font, const QTextOption &option, double width, int most)
{
    QTextLayout layout(paragraph, font);
    layout.setTextOption(option);
    layout.beginLayout();
    int lines = 0;
    for (QTextLine line = layout.createLine(); line.isValid() && lines <= most; line = layout.createLine()) {
        line.setLineWidth(width);
        ++lines;
    }
    layout.endLayout();
    return std::max(1, lines);
}

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
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(document(), &QTextDocument::contentsChanged, this, &PlainTextEdit::fit);
    connect(document(), &QTextDocument::contentsChange, this, [this](int, int, int added) {
        m_isChanged = true;
        if (added > 1)
            chooseWrapping(toPlainText());
    });
}

void PlainTextEdit::setText(const QString &text)
{
    m_settled = text;
    setPlainText(text);
    m_isChanged = false;
}

void PlainTextEdit::setPlainText(const QString &text)
{
    chooseWrapping(text);
    m_isInPieces = !text.contains(goesOn);
    QPlainTextEdit::setPlainText(inPieces(text));
}

QString PlainTextEdit::toPlainText() const
{
    const QString text = QPlainTextEdit::toPlainText();
    return m_isInPieces ? whole(text) : text;
}

QMimeData *PlainTextEdit::createMimeDataFromSelection() const
{
    auto *copied = new QMimeData;
    const QString selected = textCursor().selection().toPlainText();
    copied->setText(m_isInPieces ? whole(selected) : selected);
    return copied;
}

void PlainTextEdit::insertFromMimeData(const QMimeData *source)
{
    if (!source->hasText())
        return QPlainTextEdit::insertFromMimeData(source);
    QMimeData inserted;
    inserted.setText(m_isInPieces ? inPieces(source->text().remove(goesOn)) : source->text());
    QPlainTextEdit::insertFromMimeData(&inserted);
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
    return lines * fontMetrics().lineSpacing() +
           2 * (int(std::ceil(document()->documentMargin())) + frameWidth()) +
           1; // without that pixel Qt scrolls what fits by a line
}

int PlainTextEdit::linesIn(int width) const
{
    const int revision = document()->revision();
    if (m_measured.revision == revision && m_measured.width == width && m_measured.font == font())
        return m_measured.lines;
    const double room = std::max(1.0, width - 2 * (frameWidth() + document()->documentMargin()));
    // Narrow letters are a third as wide as an average one at the least.
    const double surelyMore = 3 * mostLines * room / std::max(1, fontMetrics().averageCharWidth());
    int lines = 0;
    for (QTextBlock block = document()->begin(); block.isValid() && lines <= mostLines;
         block = block.next()) {
        lines += block.length() > surelyMore
                     ? mostLines + 1
                     : linesOf(block.text(), font(), document()->defaultTextOption(), room, mostLines);
    }
    m_measured = {revision, width, font(), lines};
    return lines;
}

void PlainTextEdit::fit()
{
    // A bar that comes before the field has grown would make the text narrower and the field grow again.
    setVerticalScrollBarPolicy(linesIn(width()) > mostLines ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    updateGeometry();
}

int PlainTextEdit::heightForWidth(int width) const
{
    return heightOfLines(std::clamp(linesIn(width), fewestLines, mostLines));
}

QSize PlainTextEdit::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 60, heightForWidth(width())};
}

QSize PlainTextEdit::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 20, heightOfLines(fewestLines)};
}

/// Where nothing can be written, it stands on the page's ground, like a closed field for one line.
void PlainTextEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::EnabledChange)
        viewport()->setBackgroundRole(isEnabled() ? QPalette::Base : QPalette::Window);
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

bool PlainTextEdit::isBeingWritten() const
{
    return m_isChanged && savesWhenLeft();
}

bool PlainTextEdit::isUnsaved() const
{
    return m_isChanged && !savesWhenLeft();
}

bool PlainTextEdit::savesWhenLeft() const
{
    return isSignalConnected(QMetaMethod::fromSignal(&PlainTextEdit::finished));
}

void PlainTextEdit::finish()
{
    if (!savesWhenLeft())
        return;
    m_isChanged = false;
    const QString text = toPlainText();
    if (text == m_settled)
        return;
    m_settled = text;
    Q_EMIT finished(text);
}

}
