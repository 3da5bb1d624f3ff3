#include "app/commands/system.h"

#include "app/commands/systemadd.h"
#include "app/commands/systemimport.h"
#include "app/commands/systeminherit.h"
#include "app/commands/systemlist.h"

namespace plimsoll {

void addSystem(CommandLine &commandLine)
{
    const Command group = commandLine.group("system", "The register of AI systems");
    addSystemAdd(commandLine, group);
    addSystemImport(commandLine, group);
    addSystemInherit(commandLine, group);
    addSystemList(commandLine, group);
}

}
