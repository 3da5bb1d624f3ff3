#pragma once

#include "core/record/changeset.h"
#include "core/responsibility/person.h"
#include "core/storage/connection.h"

#include <QHash>

namespace plimsoll {

/// The persons a register names: those of the record, and those made on the way.
class RegisterPeople
{
public:
    static Result<RegisterPeople> read(const Connection &connection, const Id<Party> &own,
                                       const Clock &clock);

    /// The person with this address, else of this name ("Jo Lee", "Jo Lee <jo@bank.example>"); made in
    /// `changeSet` when the record knows none. A person without an address gets the one given.
    Id<Person> named(const QString &cell, const QString &address, ChangeSet &changeSet);

private:
    RegisterPeople(QList<Person> persons, const Id<Party> &own, const Clock &clock)
        : m_persons(std::move(persons))
        , m_own(own)
        , m_clock(clock)
    {
    }
    [[nodiscard]] Person *known(const QString &name, const QString &address);

    QList<Person> m_persons;
    Id<Party> m_own;
    const Clock &m_clock;
};

}
