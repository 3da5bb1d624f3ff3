#pragma once

#include "ui/pages/page.h"
#include "ui/pages/start/identity.h"

class QLineEdit;
class QPushButton;

namespace plimsoll {

/// Who this account is, and a folder for the workspace, for a start.
Identity suggestedIdentity();

/// Who are you? Asked once, before a new workspace is made: every entry of its journal will name you.
class IdentityPage final : public Page
{
    Q_OBJECT

public:
    /// `suggested` fills the fields: the account's name, a folder below the documents, whose
    /// name follows the organisation's until somebody names another, and is never one that is taken.
    explicit IdentityPage(const Identity &suggested, QWidget *parent = nullptr);

    [[nodiscard]] Identity identity() const;

Q_SIGNALS:
    void begun(const plimsoll::Identity &identity);

private:
    QLineEdit *addField(const QString &label, const QString &hint, const QString &value);
    void chooseFolder();
    void proposeFolder();
    void begin();

    QString m_suggestedFolder;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_address = nullptr;
    QLineEdit *m_function = nullptr;
    QLineEdit *m_organisation = nullptr;
    QLineEdit *m_folder = nullptr;
    QVBoxLayout *m_fields = nullptr;
};

}
