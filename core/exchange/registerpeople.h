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

    /// Those made so far.
    [[nodiscard]] QList<Person> newPeople() const { return m_persons.mid(m_known); }

private:
    RegisterPeople(const QList<Person> &persons, const Id<Party> &own, const Clock &clock)
        : m_own(own)
        , m_clock(clock)
    {
        for (const Person &person : persons)
            take(person);
        m_known = m_persons.size();
    }
    void take(const Person &person);
    void noteAddress(qsizetype place);
    [[nodiscard]] std::optional<qsizetype> known(const QString &name, const QString &address) const;

    QList<Person> m_persons;
    qsizetype m_known = 0;                     ///< those of the record come first
    QHash<QString, qsizetype> m_byAddress;     ///< places in m_persons, by address, case folded
    QHash<QString, QList<qsizetype>> m_byName; ///< as it is heard
    Id<Party> m_own;
    const Clock &m_clock;
};

}
