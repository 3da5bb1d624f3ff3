#pragma once

#include "core/record/changeset.h"
#include "ui/pages/page.h"
#include "ui/pages/workspace/peoplereading.h"

class QPushButton;

namespace plimsoll {

class Jobs;
class Particulars;
class PartiesSection;
class PeopleSection;
class PersonForm;
class PlainLabel;
class Workspace;
struct BackedUp;

/// Where is my work kept, and who works on it? The folder and its backups; people and parties. The target is
/// "person/ID" or "party/ID".
class WorkspacePage final : public Page
{
    Q_OBJECT

public:
    static constexpr auto key = QLatin1StringView("workspace");

    WorkspacePage(Workspace &workspace, Jobs &jobs, QWidget *parent = nullptr);

    void activate(const QString &target) override;

    /// Where somebody, or a party, is shown and changed.
    [[nodiscard]] static Place placeOf(const Id<Person> &person);
    [[nodiscard]] static Place placeOf(const Id<Party> &party);

private:
    using Plan = std::function<Result<ChangeSet>(const Connection &)>;

    void addFacts();
    void addPeople();
    void showFacts();
    void backUpNow();
    void endBackUp(const Result<BackedUp> &made);
    void renew(const ChangeSet &changeSet);
    void changePerson(const Person &before, const Person &after);
    void noteLeft(const Person &person);
    void noteReturned(const Person &person);
    void addPerson(Person person);
    void changeParty(const Party &before, const Party &after);
    void removeParty(const Party &party);
    void read();
    void receive(const PeopleReading &reading);
    void chooseWanted();
    void plan(
        const QString &label, Plan plan, const std::function<void()> &written = [] {});
    void commit(
        const Result<ChangeSet> &planned, const std::function<void()> &written = [] {});
    void refused(const Error &error);

    Workspace &m_workspace;
    Jobs &m_jobs;
    QString m_wanted; ///< the target that is still to be shown
    Particulars *m_facts = nullptr;
    PlainLabel *m_folder = nullptr;
    PlainLabel *m_begun = nullptr;
    PlainLabel *m_timeZone = nullptr;
    PlainLabel *m_writing = nullptr;
    PlainLabel *m_backups = nullptr;
    QPushButton *m_backUp = nullptr;
    PeopleSection *m_people = nullptr;
    PersonForm *m_newPerson = nullptr;
    PartiesSection *m_parties = nullptr;
};

}
