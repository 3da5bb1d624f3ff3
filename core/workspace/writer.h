#pragma once

#include "core/base/clock.h"
#include "core/journal/journal.h"
#include "core/storage/rule.h"

namespace plimsoll {

/// What a commit answers: the change as it was written, and its place in the journal.
struct Committed
{
    qint64 sequence = 0;
    QDateTime at;
    Digest head; ///< digest of the entry's header
};

/// The one way to write: checks a change set against the rows it was made from and against the rules, writes
/// it with its journal entry in one transaction, or refuses and leaves everything as it was.
class Writer
{
public:
    Writer(const Connection &connection, const Schema &schema, QList<Rule> rules, const Clock &clock)
        : m_connection(connection)
        , m_schema(schema)
        , m_rules(std::move(rules))
        , m_clock(clock)
    {
    }

    Result<Committed> commit(const ChangeSet &changeSet, const Actor &actor) const;

private:
    /// Once the edits are made: the first of a workspace makes the person who makes it.
    [[nodiscard]] Done checkActor(const Actor &actor) const;
    [[nodiscard]] Done check(const Edit &edit) const;
    [[nodiscard]] Done askRules(const ChangeSet &changeSet) const;
    [[nodiscard]] Done apply(const ChangeSet &changeSet) const;
    [[nodiscard]] Done apply(const Edit &edit) const;
    [[nodiscard]] Done create(const EntityType &type, const Edit &edit) const;
    [[nodiscard]] Done change(const EntityType &type, const Edit &edit) const;
    [[nodiscard]] Done remove(const EntityType &type, const Edit &edit) const;
    [[nodiscard]] Done checkBefore(const EntityType &type, const Edit &edit,
                                   const QList<FieldChange> &fields) const;

    const Connection &m_connection;
    const Schema &m_schema;
    QList<Rule> m_rules;
    const Clock &m_clock;
};

}
