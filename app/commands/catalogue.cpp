#include "app/commands/catalogue.h"

#include "app/commands/cataloguecheck.h"
#include "app/commands/catalogueshow.h"

namespace plimsoll {

void addCatalogue(CommandLine &commandLine)
{
    auto &group = *commandLine.program().add_subcommand("catalogue", "Read and check standards as data");
    group.require_subcommand(1);
    group.fallthrough();
    addCatalogueShow(commandLine, group);
    addCatalogueCheck(commandLine, group);
}

}
