#include "ui/pages/system/rolewords.h"

#include <QCoreApplication>

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RoleWords)
};

}

QString meaning(Role role)
{
    switch (role) {
    case Role::Developer:
        return Text::tr("Builds, trains or adapts the model or the system around it.");
    case Role::SystemOperator:
        return Text::tr("Puts the system to use in its own surroundings and keeps it running.");
    case Role::DataCustodian:
        break;
    }
    return Text::tr("Decides who may use the data that the system works with, and keeps it whole.");
}

QString meaningOfPlatforms()
{
    return Text::tr(
        "A shared platform is what several systems are built or run on, such as a cloud account or "
        "a training environment. The organisation as a whole answers for what is the same "
        "everywhere, such as training of staff.");
}

}
