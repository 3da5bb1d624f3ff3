#pragma once

#include "core/catalogue/applicabilityrule.h"
#include "core/catalogue/provision.h"

namespace plimsoll {

/// What a person answers: a provision, or one of its parts where these are answered one by one.
struct Item
{
    QString id;        ///< "5.2.1-1" or "5.1.3-1/b"
    int ordinal = 0;   ///< place in Catalogue::items(), 0 for the first of the standard
    int provision = 0; ///< index into Catalogue::provisions()
    int part = -1;     ///< index into Provision::parts; -1 for a whole provision
    int principle = 0; ///< index into Catalogue::principles()
    int phase = 0;     ///< index into Catalogue::phases()
    Verb verb = Verb::Shall;
    /// Whether it counts in the provision's own verb; a should-part of a shall provision is listed apart.
    bool carriesProvisionVerb = true;
    bool isMinimum = false;
    Roles dutyHolders; ///< End-users never count
    Combination combination = Combination::Each;
    ApplicabilityRule rule;

    friend bool operator==(const Item &, const Item &) = default;
};

}
