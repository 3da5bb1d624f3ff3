#include "core/responsibility/roles.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Role)
};

}

QString title(Role role)
{
    switch (role) {
    case Role::Developer:
        return Text::tr("Developer");
    case Role::SystemOperator:
        return Text::tr("System Operator");
    case Role::DataCustodian:
        return Text::tr("Data Custodian");
    }
    return {};
}

QString titles(Roles roles)
{
    QStringList names;
    for (const Role role : allRoles) {
        if (roles.contains(role))
            names += title(role);
    }
    if (names.size() < 2)
        return names.join(QString());
    const QString last = names.takeLast();
    return Text::tr("%1 and %2").arg(names.join(u", "_s), last);
}

}
