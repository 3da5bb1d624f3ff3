#pragma once

#include <QFont>
#include <QPlainTextEdit>

namespace plimsoll {

/// A field for several lines that grows with its text up to twelve of them, then scrolls. Tab goes to the
/// next field.
///
/// Qt lays a whole paragraph out at once, and anew at every key: one of 100,000 characters holds the window
/// for half a second. So a very long paragraph lies in the document in pieces; text(), copying and finished()
/// know nothing of them.
class PlainTextEdit final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit PlainTextEdit(const QString &accessibleName, QWidget *parent = nullptr);

    /// Replaces the text without emitting `finished`.
    void setText(const QString &text);
    /// As a person would: what is there now counts as changed.
    void setPlainText(const QString &text);
    /// The text as it was given and changed, whole.
    [[nodiscard]] QString toPlainText() const;

    /// Takes what is written for finished, as leaving the field does.
    void finish();
    /// Whether leaving it now would save what was typed.
    [[nodiscard]] bool isBeingWritten() const;
    /// Whether something is typed that leaving it does not save: a button of its form does.
    [[nodiscard]] bool isUnsaved() const;

    /// A layout that asks for the height at a width gets it before the field has that width.
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The person changed the text and left the field, or pressed Ctrl+Enter in it.
    void finished(const QString &text);

protected:
    void changeEvent(QEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    [[nodiscard]] QMimeData *createMimeDataFromSelection() const override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    [[nodiscard]] bool savesWhenLeft() const;
    [[nodiscard]] int heightOfLines(int lines) const;
    [[nodiscard]] int linesIn(int width) const;
    void fit();
    void chooseWrapping(const QString &text);

    /// What linesIn() has found last; it is asked many times in one layout.
    struct Measured
    {
        int revision = -1;
        int width = 0;
        QFont font;
        int lines = 0;
    };

    QString m_settled;
    bool m_isChanged = false; ///< since it was shown, or saved
    bool m_isInPieces = true; ///< false for a text that holds the sign by which pieces are known
    mutable Measured m_measured;
};

}
