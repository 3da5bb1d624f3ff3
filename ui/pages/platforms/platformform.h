#pragma once

#include "core/assessment/platform.h"

#include <QWidget>

class QLineEdit;

namespace plimsoll {

class ChoiceField;

/// Asks for a new platform: its name, and whether it is the organisation or a shared platform.
class PlatformForm final : public QWidget
{
    Q_OBJECT

public:
    explicit PlatformForm(QWidget *parent = nullptr);

    /// Empties the form.
    void clear();

Q_SIGNALS:
    /// The platform is without an id.
    void asked(const plimsoll::Platform &platform);

private:
    void ask();

    QLineEdit *m_name = nullptr;
    ChoiceField *m_kind = nullptr;
};

}
