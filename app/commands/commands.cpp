#include "app/commands/commands.h"

#include "app/commands/answer.h"
#include "app/commands/assessment.h"
#include "app/commands/attach.h"
#include "app/commands/backup.h"
#include "app/commands/catalogue.h"
#include "app/commands/export.h"
#include "app/commands/journal.h"
#include "app/commands/new.h"
#include "app/commands/party.h"
#include "app/commands/person.h"
#include "app/commands/platform.h"
#include "app/commands/restore.h"
#include "app/commands/sample.h"
#include "app/commands/status.h"
#include "app/commands/system.h"
#include "app/commands/tour.h"
#include "app/commands/verify.h"

#include <array>

namespace plimsoll {

std::span<const AddCommand> commands()
{
    static constexpr std::array<AddCommand, 17> all{
        addTour,     addNew,     addSample,    addPerson, addParty,      addSystem,
        addPlatform, addStatus,  addAnswer,    addAttach, addAssessment, addExport,
        addVerify,   addJournal, addCatalogue, addBackup, addRestore};
    return all;
}

}
