#pragma once

#include "core/assessment/assessment.h"
#include "core/catalogue/catalogue.h"
#include "core/inventory/systemevent.h"
#include "core/record/changeset.h"
#include "core/responsibility/role.h"
#include "core/storage/connection.h"
#include "core/workspace/occasion.h"
#include "core/workspace/systemnumbers.h"

#include <QSet>

namespace plimsoll {

class Workspace;

/// A party named by somebody who registers a system; made when the record does not know the name.
struct NamedHolder
{
    Role role = Role::Developer;
    QString party; ///< the organisation itself when empty
};

/// What is asked when a system is registered.
struct Registration
{
    AiSystem system;                     ///< id and number are given by planRegistration() when empty
    QString preset;                      ///< of the catalogue; none when empty
    std::optional<bool> generative = {}; ///< instead of what the preset says
    QList<NamedHolder> holders;          ///< the preset's own when empty
    QList<Id<Platform>> inheritsFrom;
};

/// Plans registrations one after the other, remembering the numbers it gave and the parties it made: all of
/// them can be committed at once.
class Registrar
{
public:
    static Result<Registrar> begin(const Connection &connection, const Catalogue &catalogue,
                                   const Occasion &occasion);

    /// Adds the edits of planRegistration() to `changeSet`; answers the system as it will be.
    Result<AiSystem> add(const Registration &registration, ChangeSet &changeSet);
    /// The party whose name is heard alike; the organisation itself when empty; a supplier made in
    /// `changeSet` when the record knows none.
    Id<Party> party(const QString &name, ChangeSet &changeSet);
    /// Those that were made on the way, in that order.
    [[nodiscard]] const QList<Party> &newParties() const { return m_newParties; }
    /// The name of the organisation whose workspace it is.
    [[nodiscard]] const QString &organisation() const { return m_organisation; }
    [[nodiscard]] const Catalogue &catalogue() const { return m_catalogue; }
    /// Keeps the words from being given as a number.
    void reserve(const QString &words);

private:
    Registrar(const Connection &connection, const Catalogue &catalogue, const Occasion &occasion,
              const QList<Party> &parties, const Id<Party> &own);
    Result<QString> nextNumber();
    [[nodiscard]] Result<const Preset *> presetNamed(const QString &id) const;
    void addHolders(const AiSystem &system, const QList<NamedHolder> &holders, ChangeSet &changeSet);

    const Connection &m_connection;
    const Catalogue &m_catalogue;
    Occasion m_occasion;
    QHash<QString, Id<Party>> m_parties; ///< by name, as it is heard
    QList<Party> m_newParties;
    Id<Party> m_own;
    QString m_organisation;
    QStringList m_reserved;                 ///< words that are no number
    std::optional<SystemNumbers> m_numbers; ///< read with the first number that is asked for
};

/// The change set that registers a system: itself, its role holders, the preset's fact answers and events,
/// what its phase means, see planProfileChange(), that it was decided to have it, and an open
/// self-assessment. A system out of scope gets neither of the last two; it needs reason, approver and review
/// date.
Result<ChangeSet> planRegistration(const Connection &connection, const Catalogue &catalogue,
                                   const Registration &registration, const Occasion &occasion);

/// A system as it was registered.
struct Registered
{
    AiSystem system;
    QList<Party> newParties; ///< which nobody had entered before
    QString organisation;    ///< whose workspace it is
};

/// Registers it now, and waits: for commands and jobs. Where another copy of the program gave the number
/// meanwhile that was planned, the system gets the next one, unless the number was chosen.
Result<Registered> registerSystem(Workspace &workspace, const Catalogue &catalogue,
                                  const Registration &registration);

/// Which parties are new and what they are entered as, so that who mistyped a name sees it; empty when none
/// is. `organisation` is the one whose workspace it is.
QString newPartiesInWords(const QList<Party> &parties, const QString &organisation);

/// The change set that changes a system's profile. A move of phase records what it means: into deployment, or
/// past it, the release and the deployment; into end of life the decommissioning.
ChangeSet planProfileChange(const AiSystem &before, const AiSystem &after, const Occasion &occasion);

}
