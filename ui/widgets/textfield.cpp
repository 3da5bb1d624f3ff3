#include "ui/widgets/textfield.h"

#include <QMetaMethod>

namespace plimsoll {

TextField::TextField(const QString &accessibleName, QWidget *parent)
    : QLineEdit(parent)
{
    setAccessibleName(accessibleName);
    connect(this, &QLineEdit::textEdited, this, [this] { m_isRefused = false; });
    connect(this, &QLineEdit::editingFinished, this, [this] {
        if (!isBeingWritten())
            return;
        m_settled = text();
        setModified(false);
        Q_EMIT finished(m_settled);
    });
}

void TextField::showText(const QString &text)
{
    if (hasFocus() && isModified())
        return;
    m_settled = text;
    m_isRefused = false;
    if (text == this->text())
        return;
    setText(text);
    setCursorPosition(0);
}

bool TextField::isBeingWritten() const
{
    return isChanged() && savesWhenLeft();
}

bool TextField::isUnsaved() const
{
    return m_isRefused || (isChanged() && !savesWhenLeft());
}

bool TextField::savesWhenLeft() const
{
    return isSignalConnected(QMetaMethod::fromSignal(&TextField::finished));
}

QSize TextField::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 12, QLineEdit::minimumSizeHint().height()};
}

}
