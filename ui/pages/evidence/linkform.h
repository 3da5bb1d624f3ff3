#pragma once

#include "core/evidence/evidence.h"

#include <QWidget>

class QLineEdit;

namespace plimsoll {

/// Address and title of a link that is to be evidence. The address is kept, never opened.
class LinkForm final : public QWidget
{
    Q_OBJECT

public:
    explicit LinkForm(QWidget *parent = nullptr);

    void begin();

Q_SIGNALS:
    void given(const plimsoll::Evidence &link);

private:
    void give();

    QLineEdit *m_address = nullptr;
    QLineEdit *m_title = nullptr;
};

}
