#include "core/catalogue/stakeholder.h"

#include <QCoreApplication>

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Stakeholder)
};

}

QString title(Stakeholder stakeholder)
{
    if (const auto role = roleOf(stakeholder))
        return title(*role);
    return stakeholder == Stakeholder::EndUser ? Text::tr("End-user") : Text::tr("Affected entity");
}

std::optional<Role> roleOf(Stakeholder stakeholder)
{
    switch (stakeholder) {
    case Stakeholder::Developer:
        return Role::Developer;
    case Stakeholder::SystemOperator:
        return Role::SystemOperator;
    case Stakeholder::DataCustodian:
        return Role::DataCustodian;
    case Stakeholder::EndUser:
    case Stakeholder::AffectedEntity:
        break;
    }
    return std::nullopt;
}

Roles rolesOf(const std::vector<Stakeholder> &stakeholders)
{
    Roles roles;
    for (const Stakeholder stakeholder : stakeholders) {
        if (const auto role = roleOf(stakeholder))
            roles.insert(*role);
    }
    return roles;
}

}
