#include "ui/widgets/linefield.h"

#include "ui/widgets/plaintextedit.h"
#include "ui/widgets/textfield.h"

#include <QTextDocument>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr qsizetype longestLine = 2000;

}

LineField::LineField(const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , m_accessibleName(accessibleName)
    , m_line(new TextField(accessibleName))
{
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_line);
    setFocusProxy(m_line);
    connect(m_line, &TextField::finished, this, &LineField::finished);
}

void LineField::setFieldName(const QString &name)
{
    m_line->setObjectName(name);
}

PlainTextEdit *LineField::paragraph()
{
    if (m_paragraph)
        return m_paragraph;
    m_paragraph = new PlainTextEdit(m_accessibleName);
    m_paragraph->setObjectName(m_line->objectName() + u"/whole"_s);
    layout()->addWidget(m_paragraph);
    connect(m_paragraph, &PlainTextEdit::finished, this,
            [this](const QString &text) { Q_EMIT finished(QString(text).replace(u'\n', u' ')); });
    return m_paragraph;
}

void LineField::showText(const QString &text)
{
    const bool isLong = text.size() > longestLine;
    if (isLong || m_paragraph) {
        PlainTextEdit &field = *paragraph();
        const bool isBeingWritten = field.hasFocus() && field.document()->isModified();
        if (isLong && !isBeingWritten && field.toPlainText() != text)
            field.setText(text);
        field.setVisible(isLong);
        setFocusProxy(isLong ? static_cast<QWidget *>(&field) : m_line);
    }
    m_line->setVisible(!isLong);
    if (!isLong)
        m_line->showText(text);
}

}
