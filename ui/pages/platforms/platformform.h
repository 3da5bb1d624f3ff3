#pragma once

#include "core/assessment/platform.h"

#include <QWidget>

class QLineEdit;

namespace plimsoll {

class ChoiceField;

/// Asks who else answers once for several systems: the organisation, or a shared platform, and its name.
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
