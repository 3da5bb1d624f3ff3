#pragma once

#include <QWidget>

namespace plimsoll {

/// Stands where a list is still empty: what belongs here, and the first step.
class EmptyHint final : public QWidget
{
    Q_OBJECT

public:
    /// Without `step` there is no button: then the sentence says what has to happen first.
    EmptyHint(const QString &heading, const QString &sentence, const QString &step = {},
              QWidget *parent = nullptr);

Q_SIGNALS:
    void stepTaken();
};

}
