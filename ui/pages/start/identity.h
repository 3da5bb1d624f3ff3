#pragma once

#include <QString>

namespace plimsoll {

/// What a new workspace has to know: where it is kept, and who begins it.
struct Identity
{
    QString folder;
    QString organisation;
    QString name;
    QString address;
    QString function;

    friend bool operator==(const Identity &, const Identity &) = default;
};

}
