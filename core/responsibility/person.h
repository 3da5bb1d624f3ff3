#pragma once

#include "core/responsibility/party.h"

namespace plimsoll {

/// Somebody who acts in the record. Who has left stays, for the journal names people for ever.
struct Person
{
    Id<Person> id;
    QString name;
    QString address;  ///< electronic mail
    QString function; ///< Security, Engineering, Data, ...
    Id<Party> party;
    QString account; ///< account name of the operating system, to recognise the person at start
    std::optional<QDate> leftOn;

    friend bool operator==(const Person &, const Person &) = default;
};

template <>
struct Described<Person>
{
    static constexpr auto table = QLatin1StringView("person");
    static constexpr auto fields = Fields{Field{QLatin1StringView("name"), &Person::name, Required},
                                          Field{QLatin1StringView("address"), &Person::address},
                                          Field{QLatin1StringView("function"), &Person::function},
                                          Field{QLatin1StringView("party"), &Person::party, Required},
                                          Field{QLatin1StringView("account"), &Person::account},
                                          Field{QLatin1StringView("left_on"), &Person::leftOn}};
};

extern template struct EntityCode<Person>;

}
