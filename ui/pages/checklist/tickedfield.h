#pragma once

#include <QObject>

class QCheckBox;
class QWidget;

namespace plimsoll {

/// Joins a box to the field beside it, which counts only while the box is ticked. Whoever ticks it means the
/// field, so the keyboard goes there; and what is typed at the box is written into the field, never a
/// shortcut.
class TickedField final : public QObject
{
    Q_OBJECT

public:
    TickedField(QCheckBox &box, QWidget &field);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget &m_field;
};

}
