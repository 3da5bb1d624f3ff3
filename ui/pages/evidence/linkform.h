#pragma once

#include "core/base/error.h"
#include "core/evidence/evidence.h"

#include <QWidget>

class QLineEdit;

namespace plimsoll {

/// Address and title of a link that is to be evidence. The address is kept, never opened; one that is no
/// address of the web is refused, and stays in the field to be mended.
class LinkForm final : public QWidget
{
    Q_OBJECT

public:
    explicit LinkForm(QWidget *parent = nullptr);

    void begin();

Q_SIGNALS:
    void given(const plimsoll::Evidence &link);
    void refused(const plimsoll::Error &error);

private:
    void give();

    QLineEdit *m_address = nullptr;
    QLineEdit *m_title = nullptr;
};

}
