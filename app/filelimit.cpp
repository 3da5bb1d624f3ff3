#include "app/filelimit.h"

#include <csignal>

namespace plimsoll {

void meetFileLimitsInWords()
{
#ifdef SIGXFSZ
    std::signal(SIGXFSZ, SIG_IGN);
#endif
}

}
