#pragma once

#include <QString>

namespace plimsoll {

/// "Fraud scoring 2.1": a thing by its name and, where it has one, its version.
inline QString calledName(const QString &name, const QString &version)
{
    return version.isEmpty() ? name : name + u' ' + version;
}

}
