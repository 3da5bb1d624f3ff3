#pragma once

#include "core/assessment/assessment.h"
#include "core/catalogue/catalogue.h"
#include "core/inventory/systemevent.h"
#include "core/record/changeset.h"
#include "core/responsibility/role.h"
#include "core/storage/connection.h"
#include "core/workspace/occasion.h"

namespace plimsoll {

/// A party named by somebody who registers a system; made when the record does not know the name.
struct NamedHolder
{
    Role role = Role::Developer;
    QString party; ///< the organisation itself when empty
};

/// What is asked when a system is registered.
struct Registration
{
    AiSystem system;            ///< id and number are given by planRegistration() when empty
    QString preset;             ///< of the catalogue; none when empty
    QList<NamedHolder> holders; ///< the preset's own when empty
    QList<Id<Platform>> inheritsFrom;
};

/// "AI-004": the number after all that were ever given, also to systems that are gone: a number is never
/// reused.
Result<QString> nextSystemNumber(const Connection &connection);

/// The change set that registers a system: itself, its role holders, the preset's fact answers and events,
/// and an open self-assessment. A system out of scope gets no assessment; it needs reason, approver and
/// review date.
Result<ChangeSet> planRegistration(const Connection &connection, const Catalogue &catalogue,
                                   const Registration &registration, const Occasion &occasion);

/// The change set that changes a system's profile. A move of phase records what it means: to deployment the
/// release and the deployment, to end of life the decommissioning.
ChangeSet planProfileChange(const AiSystem &before, const AiSystem &after, const Occasion &occasion);

}
