#pragma once

#include "ui/pages/system/systemreading.h"

#include <QWidget>

namespace plimsoll {

class FactRow;

/// The questions on which the catalogue's conditions depend, each with yes, no and unanswered, and what an
/// answer would change.
class FactList final : public QWidget
{
    Q_OBJECT

public:
    explicit FactList(QWidget *parent = nullptr);

    void setReading(const SystemReading &reading);

Q_SIGNALS:
    /// A person answered; nothing takes the answer back.
    void answered(const QString &fact, std::optional<bool> holds);

private:
    QList<FactRow *> m_rows; ///< by index of Catalogue::facts()
};

}
