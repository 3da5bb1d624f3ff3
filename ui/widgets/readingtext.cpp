#include "ui/widgets/readingtext.h"

#include "ui/theme/fonts.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/plaintext.h"

#include <QEvent>
#include <QTextBlock>
#include <QTextCursor>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr QStringView bullet(u"\u2022  ");

QTextBlockFormat headingFormat()
{
    QTextBlockFormat format;
    format.setHeadingLevel(3);
    format.setTopMargin(spacing::medium);
    format.setBottomMargin(spacing::tight);
    return format;
}

/// Of a line beside whose bullet the text begins at `indent`.
QTextBlockFormat lineFormat(double indent)
{
    QTextBlockFormat format;
    format.setBottomMargin(spacing::tight);
    format.setLeftMargin(indent);
    format.setTextIndent(-indent);
    return format;
}

}

ReadingText::ReadingText(const QString &accessibleName, QWidget *parent)
    : QTextEdit(parent)
{
    setAccessibleName(accessibleName);
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setUndoRedoEnabled(false);
    setFrameShape(NoFrame);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    document()->setDocumentMargin(0);
    viewport()->setAutoFillBackground(false);
}

void ReadingText::setSections(const QList<TextSection> &sections)
{
    m_sections = sections;
    fill();
    moveCursor(QTextCursor::Start);
}

void ReadingText::fill()
{
    QTextCharFormat strong;
    strong.setFontWeight(fontOf(TextKind::Strong, font()).weight());
    clear();
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    bool isFirst = true;
    const auto add = [&](const QString &words, const QTextBlockFormat &block,
                         const QTextCharFormat &letters) {
        if (isFirst)
            cursor.setBlockFormat(block);
        else
            cursor.insertBlock(block);
        isFirst = false;
        // A paragraph of its own for each line would lose what belongs together.
        cursor.insertText(shown(words).replace(u'\n', QChar::LineSeparator), letters);
    };
    for (const TextSection &section : m_sections) {
        add(section.heading, headingFormat(), strong);
        const bool isList = section.lines.size() > 1;
        const double indent = isList ? fontMetrics().horizontalAdvance(bullet.toString()) : 0;
        for (const QString &line : section.lines)
            add(isList ? bullet.toString() + line : line, lineFormat(indent), {});
    }
    cursor.endEditBlock();
}

void ReadingText::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fill();
}

}
