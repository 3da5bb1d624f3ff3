#pragma once

#include <QObject>
#include <QPointer>
#include <QWidget>

namespace plimsoll {

/// A field for text keeps Ctrl+Z to itself even when it has nothing to take back. Then it is the record's
/// last change that a person means.
class FieldUndo final : public QObject
{
    Q_OBJECT

public:
    explicit FieldUndo(QObject *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow(QWidget *focus);

    QPointer<QWidget> m_field;
};

}
