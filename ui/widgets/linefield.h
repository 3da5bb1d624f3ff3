#pragma once

#include <QWidget>

namespace plimsoll {

class PlainTextEdit;
class TextField;

/// A field for one line. A text that is far too long for a line, pasted or imported, lies in a field for
/// several lines instead, where all of it can be read.
class LineField final : public QWidget
{
    Q_OBJECT

public:
    explicit LineField(const QString &accessibleName, QWidget *parent = nullptr);

    /// Names the field for one line; the other is called the same with "/whole".
    void setFieldName(const QString &name);
    /// Replaces the text without emitting `finished`; a text somebody is typing stays.
    void showText(const QString &text);

Q_SIGNALS:
    /// The person changed the text and left the field or pressed Enter. It is one line.
    void finished(const QString &text);

private:
    PlainTextEdit *paragraph();

    QString m_accessibleName;
    TextField *m_line = nullptr;
    PlainTextEdit *m_paragraph = nullptr; ///< made when a text needs it
};

}
