#include "core/exchange/registerpeople.h"

#include "core/storage/repository.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

/// Takes the address out of "Jo Lee <jo@bank.example>".
QString addressIn(QString &name)
{
    static const QRegularExpression address(u"[<(\\[]?([^\\s<>()\\[\\],;]+@[^\\s<>()\\[\\],;]+)[>)\\]]?"_s);
    const auto match = address.match(name);
    if (match.hasMatch())
        name.remove(match.capturedStart(), match.capturedLength());
    name = name.simplified();
    return match.captured(1);
}

bool isSame(const QString &a, const QString &b)
{
    return !a.isEmpty() && a.compare(b, Qt::CaseInsensitive) == 0;
}

}

Result<RegisterPeople> RegisterPeople::read(const Connection &connection, const Id<Party> &own,
                                            const Clock &clock)
{
    auto persons = Repository<Person>(connection).all();
    if (!persons)
        return tl::unexpected(persons.error());
    return RegisterPeople(std::move(*persons), own, clock);
}

Person *RegisterPeople::known(const QString &name, const QString &address)
{
    for (auto &person : m_persons) {
        if (isSame(address, person.address))
            return &person;
    }
    for (auto &person : m_persons) {
        const bool isSomebodyElse = !address.isEmpty() && !person.address.isEmpty();
        if (isSame(name, person.name) && !isSomebodyElse)
            return &person;
    }
    return nullptr;
}

Id<Person> RegisterPeople::named(const QString &cell, const QString &address, ChangeSet &changeSet)
{
    QString name = cell;
    const auto inName = addressIn(name);
    QString beside = address;
    const auto inAddress = addressIn(beside);
    const auto &wanted = inAddress.isEmpty() ? inName : inAddress;
    if (name.isEmpty())
        name = wanted;
    if (auto *person = known(name, wanted)) {
        const auto before = *person;
        if (person->address.isEmpty())
            person->address = wanted;
        changeSet.change(before, *person);
        return person->id;
    }
    Person made;
    made.id = Id<Person>::generate(m_clock);
    made.name = name;
    made.address = wanted;
    made.party = m_own;
    changeSet.create(made);
    m_persons.append(made);
    return made.id;
}

}
