#include "app/commands/system.h"

#include "app/commands/systemadd.h"
#include "app/commands/systemimport.h"
#include "app/commands/systemlist.h"

namespace plimsoll {

void addSystem(CommandLine &commandLine)
{
    auto &group = *commandLine.program().add_subcommand("system", "The register of AI systems");
    group.require_subcommand(1);
    group.fallthrough();
    addSystemAdd(commandLine, group);
    addSystemImport(commandLine, group);
    addSystemList(commandLine, group);
}

}
