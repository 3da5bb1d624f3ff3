#include "core/workspace/takeover.h"

#include "core/evidence/issuedsystem.h"
#include "core/journal/restoration.h"
#include "core/storage/repository.h"
#include "core/workspace/people.h"
#include "core/workspace/profile.h"
#include "core/workspace/workspace.h"

#include <QCoreApplication>

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TakeOver)
};

/// Whoever the order names, or the operating system; nothing when this record does not know them.
Result<std::optional<Person>> restorerIn(const Connection &record, const QString &words)
{
    if (words.isEmpty()) {
        auto found = Repository<Person>(record).where(&Person::account, currentAccount());
        if (!found)
            return tl::unexpected(found.error());
        return found->isEmpty() || currentAccount().isEmpty() ? std::optional<Person>()
                                                              : std::optional(found->takeFirst());
    }
    auto person = personCalled(words, record);
    if (person)
        return std::optional(*person);
    return person.error().code == ErrorCode::NotFound ? Result<std::optional<Person>>()
                                                      : tl::unexpected(person.error());
}

}

Result<Id<Person>> TakeOver::restorer(const QString &words)
{
    const auto known = restorerIn(m_brought, words);
    if (!known)
        return tl::unexpected(known.error());
    if (*known)
        return (*known)->id;
    const auto later = m_replaced ? restorerIn(*m_replaced, words) : Result<std::optional<Person>>();
    if (!later)
        return tl::unexpected(later.error());
    if (*later)
        return bringAlong(**later);
    return words.isEmpty() ? enterAccount() : tl::unexpected(unknown(words));
}

/// Whoever restores reads names of people who may be none of their workspace's.
Error TakeOver::unknown(const QString &words) const
{
    Error error = personCalled(words, m_brought).error();
    error.message +=
        u' ' + Text::tr("These are the people of the backup. Name one of them, or do not say who you "
                        "are (no --as): then you are entered under your account.");
    return error;
}

Result<Id<Person>> TakeOver::bringAlong(const Person &person)
{
    const auto sooner = Repository<Person>(m_brought).find(person.id);
    if (!sooner)
        return tl::unexpected(sooner.error());
    // Under the name or the address they had then, or brought along already.
    if (*sooner || m_broughtAlong.contains(person.id))
        return person.id;
    const auto party = Repository<Party>(*m_replaced).find(person.party);
    const auto already = Repository<Party>(m_brought).find(person.party);
    if (!party || !already)
        return tl::unexpected(!party ? party.error() : already.error());
    if (*party && !*already && !m_partiesBroughtAlong.contains(person.party))
        m_changes.create(**party);
    m_changes.create(person);
    m_broughtAlong.insert(person.id);
    m_partiesBroughtAlong.insert(person.party);
    return person.id;
}

Result<Id<Person>> TakeOver::enterAccount()
{
    const QString account = currentAccount();
    if (account.isEmpty())
        return refuse(ErrorCode::Denied,
                      Text::tr("The operating system does not say who you are, and a restore is told with "
                               "the name of a person. Name yourself, then restore again."));
    const auto profiles = Repository<WorkspaceProfile>(m_brought).all();
    if (!profiles)
        return tl::unexpected(profiles.error());
    const Person person{Id<Person>::generate(m_clock),  account, {}, {},
                        profiles->first().organisation, account, {}};
    m_changes.create(person);
    return person.id;
}

Done TakeOver::restorations()
{
    if (!m_replaced)
        return {};
    const auto earlier = Repository<Restoration>(*m_replaced).all();
    if (!earlier)
        return tl::unexpected(earlier.error());
    for (const Restoration &restoration : *earlier) {
        const auto known = Repository<Restoration>(m_brought).find(restoration.id);
        const auto person = Repository<Person>(*m_replaced).find(restoration.restoredBy);
        if (!known || !person)
            return tl::unexpected(known ? person.error() : known.error());
        if (*known || !*person)
            continue;
        if (const auto brought = bringAlong(**person); !brought)
            return tl::unexpected(brought.error());
        m_changes.create(restoration);
    }
    return {};
}

Result<qsizetype> TakeOver::issuedPackages()
{
    if (!m_replaced)
        return 0;
    qsizetype carried = 0;
    const auto issued = Repository<IssuedPackage>(*m_replaced).all();
    if (!issued)
        return tl::unexpected(issued.error());
    ChangeSet states;
    for (const IssuedPackage &package : *issued) {
        const auto before = Repository<IssuedPackage>(m_brought).find(package.id);
        if (!before)
            return tl::unexpected(before.error());
        if (*before == package)
            continue;
        ++carried;
        // One may be replaced by another that comes later in this list.
        IssuedPackage entered = before->value_or(package);
        if (!*before) {
            entered.replacedBy = std::nullopt;
            m_changes.create(entered);
            if (auto taken = systemsOf(package); !taken)
                return tl::unexpected(taken.error());
        }
        states.change(entered, package);
    }
    m_changes.edits += states.edits;
    return carried;
}

Done TakeOver::systemsOf(const IssuedPackage &package)
{
    const auto systems = Repository<IssuedSystem>(*m_replaced).where(&IssuedSystem::package, package.id);
    if (!systems)
        return tl::unexpected(systems.error());
    for (IssuedSystem issued : *systems) {
        const auto system = Repository<AiSystem>(m_brought).find(issued.system);
        const auto assessment = issued.assessment ? Repository<Assessment>(m_brought).find(*issued.assessment)
                                                  : Result<std::optional<Assessment>>();
        if (!system || !assessment)
            return tl::unexpected(system ? assessment.error() : system.error());
        // What came after the backup is no longer in the record; the words of the register still name it.
        if (!*system)
            continue;
        if (!*assessment)
            issued.assessment = std::nullopt;
        m_changes.create(issued);
    }
    return {};
}

}
