#include "core/workspace/recordschema.h"

#include "core/assessment/applicabilitydecision.h"
#include "core/assessment/closing.h"
#include "core/assessment/factanswer.h"
#include "core/assessment/inheritance.h"
#include "core/assessment/reliance.h"
#include "core/assessment/response.h"
#include "core/evidence/evidenceuse.h"
#include "core/evidence/issuedsystem.h"
#include "core/inventory/assetlink.h"
#include "core/inventory/limitation.h"
#include "core/inventory/systemevent.h"
#include "core/journal/restoration.h"
#include "core/responsibility/roleassignment.h"
#include "core/workspace/profile.h"

namespace plimsoll {

const Schema &recordSchema()
{
    static const Schema schema =
        Schema::of<Party, WorkspaceProfile, Person, AiSystem, RoleAssignment, Limitation, Asset, AssetLink,
                   SystemEvent, Platform, Inheritance, Assessment, Response, FactAnswer,
                   ApplicabilityDecision, Reliance, Closing, Evidence, EvidenceUse, IssuedPackage,
                   IssuedSystem, Restoration>();
    return schema;
}

}
