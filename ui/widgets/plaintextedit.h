#pragma once

#include <QPlainTextEdit>

namespace plimsoll {

/// A field for several lines that grows with its text up to twelve of them, then scrolls. Tab goes to the
/// next field.
class PlainTextEdit final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit PlainTextEdit(const QString &accessibleName, QWidget *parent = nullptr);

    /// Replaces the text without emitting `finished`.
    void setText(const QString &text);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The person changed the text and left the field, or pressed Ctrl+Enter in it.
    void finished(const QString &text);

protected:
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] int heightOfLines(int lines) const;
    [[nodiscard]] int linesNow() const;
    void fit();
    void finish();
    void chooseWrapping(const QString &text);

    QString m_settled;
};

}
