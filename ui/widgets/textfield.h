#pragma once

#include <QLineEdit>

namespace plimsoll {

/// A field for one line that says when a person has finished changing it.
class TextField final : public QLineEdit
{
    Q_OBJECT

public:
    explicit TextField(const QString &accessibleName, QWidget *parent = nullptr);

    /// Replaces the text without emitting `finished`; a text somebody is typing stays.
    void showText(const QString &text);

    /// Whether leaving it now would save what was typed.
    [[nodiscard]] bool isBeingWritten() const;
    /// Whether something is typed that leaving it did not save and does not: a button of its form does, or it
    /// was refused.
    [[nodiscard]] bool isUnsaved() const;
    /// What was finished is not what the field can hold; that counts until it is written otherwise.
    void refuse() { m_isRefused = true; }
    [[nodiscard]] bool isRefused() const { return m_isRefused; }

    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The person changed the text and left the field or pressed Enter.
    void finished(const QString &text);

private:
    [[nodiscard]] bool isChanged() const { return isModified() && text() != m_settled; }
    [[nodiscard]] bool savesWhenLeft() const;

    QString m_settled;
    bool m_isRefused = false; ///< what is written was finished and not saved
};

}
