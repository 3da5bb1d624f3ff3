#pragma once

#include "core/workspace/registration.h"

#include <QWidget>

class QLineEdit;

namespace plimsoll {

/// Who holds the three roles: a line each, in which several parties are separated by semicolons.
class HolderFields final : public QWidget
{
    Q_OBJECT

public:
    /// Object names are `key`/holder/role. `hint` stands in a line while it is empty.
    HolderFields(const QString &key, const QString &hint, QWidget *parent = nullptr);

    /// Fills a line in, unless the person has written something else than was last suggested.
    void suggest(Role role, const QString &parties);
    /// What is written is saved now.
    void settle();
    /// Forgets what was suggested and written.
    void clear();
    /// What an empty field comes to.
    void setHint(const QString &hint);
    [[nodiscard]] QList<NamedHolder> holders() const;

Q_SIGNALS:
    /// The person changed a line.
    void edited();

private:
    QList<QLineEdit *> m_lines; ///< by index of allRoles
    QStringList m_suggested;    ///< likewise
};

}
