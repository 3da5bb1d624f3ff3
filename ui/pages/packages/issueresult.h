#pragma once

#include "core/delivery/exportpackage.h"
#include "ui/widgets/panel.h"

namespace plimsoll {

class PlainLabel;

/// What was just issued: where it lies, by which seal it is known, and how the seal is to be sent. The
/// keyboard given to it goes to the seal.
class IssueResult final : public QWidget
{
    Q_OBJECT

public:
    explicit IssueResult(QWidget *parent = nullptr);

    void setIssued(const Issued &issued);

Q_SIGNALS:
    /// Somebody wants to see that it verifies.
    void checkAsked(const QString &path, const QString &seal);

private:
    void showFolder() const;

    Issued m_issued;
    PlainLabel *m_what = nullptr;
    PlainLabel *m_path = nullptr;
    PlainLabel *m_seal = nullptr;
    PlainLabel *m_warnings = nullptr;
    QWidget *m_check = nullptr;
};

}
