#include "core/exchange/registerpeople.h"

#include "core/inventory/systemnames.h"
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

}

Result<RegisterPeople> RegisterPeople::read(const Connection &connection, const Id<Party> &own,
                                            const Clock &clock)
{
    const auto persons = Repository<Person>(connection).all();
    if (!persons)
        return tl::unexpected(persons.error());
    return RegisterPeople(*persons, own, clock);
}

void RegisterPeople::take(const Person &person)
{
    m_byName[heard(person.name)].append(m_persons.size());
    m_persons.append(person);
    noteAddress(m_persons.size() - 1);
}

void RegisterPeople::noteAddress(qsizetype place)
{
    const QString address = m_persons[place].address.toCaseFolded();
    if (!address.isEmpty() && !m_byAddress.contains(address))
        m_byAddress.insert(address, place);
}

std::optional<qsizetype> RegisterPeople::known(const QString &name, const QString &address) const
{
    if (const auto found = m_byAddress.constFind(address.toCaseFolded()); found != m_byAddress.cend())
        return *found;
    if (name.isEmpty())
        return std::nullopt;
    for (const qsizetype place : m_byName.value(heard(name))) {
        const bool isSomebodyElse = !address.isEmpty() && !m_persons[place].address.isEmpty();
        if (!isSomebodyElse)
            return place;
    }
    return std::nullopt;
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
    if (const auto place = known(name, wanted)) {
        Person &person = m_persons[*place];
        const auto before = person;
        if (person.address.isEmpty())
            person.address = wanted;
        noteAddress(*place);
        changeSet.change(before, person);
        return person.id;
    }
    Person made;
    made.id = Id<Person>::generate(m_clock);
    made.name = name;
    made.address = wanted;
    made.party = m_own;
    changeSet.create(made);
    take(made);
    return made.id;
}

}
