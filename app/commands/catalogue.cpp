#include "app/commands/catalogue.h"

#include "app/commands/cataloguecheck.h"
#include "app/commands/catalogueshow.h"

namespace plimsoll {

void addCatalogue(CommandLine &commandLine)
{
    const Command group = commandLine.group("catalogue", "Read and check standards as data");
    addCatalogueShow(commandLine, group);
    addCatalogueCheck(commandLine, group);
}

}
