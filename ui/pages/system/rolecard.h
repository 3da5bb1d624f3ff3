#pragma once

#include "core/responsibility/party.h"
#include "core/responsibility/roles.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/panel.h"

namespace plimsoll {

class PlainLabel;

/// One role of the standard: what it means, who holds it, and a way to name another holder.
class RoleCard final : public QWidget
{
    Q_OBJECT

public:
    explicit RoleCard(Role role, QWidget *parent = nullptr);

    /// `parties` are all that could hold it.
    void setHolders(const QList<Party> &holders, const QList<Party> &parties);

Q_SIGNALS:
    void added(const plimsoll::Id<plimsoll::Party> &party);
    void removed(const plimsoll::Party &party);

private:
    Role m_role;
    QList<Party> m_holders;
    PlainLabel *m_none = nullptr;
    QVBoxLayout *m_lines = nullptr;
    ChoiceField *m_party = nullptr;
};

}
