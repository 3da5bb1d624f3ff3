#pragma once

#include "core/base/clock.h"
#include "core/evidence/issuedpackage.h"
#include "core/record/changeset.h"
#include "core/responsibility/person.h"
#include "core/storage/connection.h"

#include <QSet>

namespace plimsoll {

/// What a restored record takes over from the one it replaces, as edits of the restored one.
class TakeOver
{
public:
    /// `replaced` is none when there is no record of the same workspace that could be asked.
    TakeOver(const Connection &brought, const Connection *replaced, const Clock &clock)
        : m_brought(brought)
        , m_replaced(replaced)
        , m_clock(clock)
    {
    }

    /// Whom `words` name (by name, address or id), else whose account the operating system says. Whoever came
    /// after the backup was made, or is in no record at all, is entered.
    Result<Id<Person>> restorer(const QString &words);
    /// A restore takes no other one out of the record.
    Done restorations();
    /// What left the house is not called back by a restore. Answers how many entries are new or others.
    Result<qsizetype> issuedPackages();

    [[nodiscard]] const ChangeSet &changes() const { return m_changes; }

private:
    [[nodiscard]] Error unknown(const QString &words) const;
    Result<Id<Person>> bringAlong(const Person &person);
    Result<Id<Person>> enterAccount();
    Done systemsOf(const IssuedPackage &package);

    const Connection &m_brought;
    const Connection *m_replaced;
    const Clock &m_clock;
    ChangeSet m_changes;
    QSet<Id<Person>> m_broughtAlong;
    QSet<Id<Party>> m_partiesBroughtAlong;
};

}
