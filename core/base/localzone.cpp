#include "core/base/localzone.h"

#include <QtGlobal>

namespace plimsoll {

void keepLocalZone()
{
#ifdef __GLIBC__
    if (!qEnvironmentVariableIsSet("TZ"))
        qputenv("TZ", ":/etc/localtime");
#endif
}

}
