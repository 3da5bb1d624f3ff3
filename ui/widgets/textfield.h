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

    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The person changed the text and left the field or pressed Enter.
    void finished(const QString &text);

private:
    QString m_settled;
};

}
