#include "ui/pages/workspace/workspacepage.h"

#include "core/workspace/backup.h"
#include "core/workspace/occasionof.h"
#include "core/workspace/people.h"
#include "ui/jobs/planning.h"
#include "ui/jobs/withreader.h"
#include "ui/jobs/writing.h"
#include "ui/pages/packages/packagetoread.h"
#include "ui/pages/system/personform.h"
#include "ui/pages/workspace/partiessection.h"
#include "ui/pages/workspace/peoplesection.h"
#include "ui/pages/workspace/restorepage.h"
#include "ui/widgets/atwork.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/offeredstep.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/particulars.h"
#include "ui/widgets/plainlabel.h"

#include <QDir>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plimsoll {

/// A backup that was just made.
struct BackedUp
{
    QString file;
    qint64 lastEntry = 0;
};

namespace {

const QString personTarget = u"person"_s;
const QString partyTarget = u"party"_s;

Result<BackedUp> backUpAndLook(const Workspace &workspace, const Connection &connection)
{
    const auto file = backUp(connection, workspace.backupsFolder(), workspace.clock().now());
    if (!file)
        return tl::unexpected(file.error());
    const auto last = lastEntryIn(*file);
    if (!last)
        return tl::unexpected(last.error());
    return BackedUp{*file, *last};
}

QString inWords(const BackedUp &made)
{
    const QFileInfo file(made.file);
    return WorkspacePage::tr(
               "The record is backed up to entry %1 of the journal: %2 in the folder “backups”, "
               "%3. Files of evidence never change and lie in the folder “evidence”; copy it "
               "too where you keep a copy elsewhere.")
        .arg(made.lastEntry)
        .arg(file.fileName(), QLocale().formattedDataSize(file.size()));
}

}

WorkspacePage::WorkspacePage(Workspace &workspace, Jobs &jobs, QWidget *parent)
    : Page(tr("Workspace"), parent)
    , m_workspace(workspace)
    , m_jobs(jobs)
    , m_facts(new Particulars)
    , m_folder(m_facts->add(packageBehind(workspace).isEmpty() ? tr("Folder") : tr("Package")))
    , m_begun(m_facts->add(tr("Begun")))
    , m_timeZone(m_facts->add(tr("Time zone")))
    , m_writing(m_facts->add(tr("Writing")))
    , m_backups(m_facts->add(tr("Backups")))
{
    content()->addWidget(
        (new PlainLabel(tr("Where is my work kept, and who works on it?"), TextKind::Title))->wrapped());
    addFacts();
    addPeople();
    content()->addStretch(1);
    connect(&workspace, &Workspace::changed, this, &WorkspacePage::renew);
    connect(&workspace, &Workspace::changedElsewhere, this, &WorkspacePage::read);
}

void WorkspacePage::addFacts()
{
    auto *panel = new Panel(m_workspace.name());
    m_folder->setObjectName(u"workspace/folder"_s);
    panel->content()->addWidget(m_facts);
    auto *restoring = button(tr("Restore a backup …"));
    restoring->setObjectName(u"workspace/restore"_s);
    offerInMenu(*restoring);
    restoring->setToolTip(tr("Lists the backups; nothing is changed before you say so"));
    connect(restoring, &QPushButton::clicked, this, [this] { Q_EMIT goTo({RestorePage::key, {}}); });
    m_backUp = button(tr("Back up now"));
    m_backUp->setObjectName(u"workspace/backUp"_s);
    offerInMenu(*m_backUp);
    m_backUp->setToolTip(tr("Copies the record into the folder of the backups, and checks the copy"));
    connect(m_backUp, &QPushButton::clicked, this, &WorkspacePage::backUpNow);
    auto *steps = new FlowLayout;
    steps->addWidget(m_backUp);
    steps->addWidget(restoring);
    panel->content()->addLayout(steps);
    content()->addWidget(panel);
}

void WorkspacePage::addPeople()
{
    m_people = new PeopleSection;
    m_newPerson = new PersonForm;
    m_parties = new PartiesSection;
    content()->addWidget(m_people);
    content()->addWidget(m_newPerson);
    content()->addWidget(m_parties);
    connect(m_people, &PeopleSection::changeAsked, this, &WorkspacePage::changePerson);
    connect(m_people, &PeopleSection::leavingAsked, this, &WorkspacePage::noteLeft);
    connect(m_people, &PeopleSection::returnAsked, this, &WorkspacePage::noteReturned);
    connect(m_newPerson, &PersonForm::incomplete, this,
            [this](const QString &sentence) { banner().say(BannerKind::Error, sentence); });
    connect(m_newPerson, &PersonForm::added, this, &WorkspacePage::addPerson);
    connect(m_parties, &PartiesSection::changeAsked, this, &WorkspacePage::changeParty);
    connect(m_parties, &PartiesSection::removalAsked, this, &WorkspacePage::removeParty);
}

void WorkspacePage::changePerson(const Person &before, const Person &after)
{
    plan(tr("Change %1").arg(before.name), [before, after](const Connection &connection) {
        return planPersonChange(connection, before, after);
    });
}

void WorkspacePage::noteLeft(const Person &person)
{
    plan(tr("%1 has left").arg(person.name),
         [person, occasion = occasionOf(m_workspace)](const Connection &) {
             return planLeaving(person, occasion);
         });
}

void WorkspacePage::noteReturned(const Person &person)
{
    commit(planReturn(person));
}

void WorkspacePage::addPerson(Person person)
{
    person.id = Id<Person>::generate(m_workspace.clock());
    plan(
        tr("Add %1").arg(person.name),
        [person](const Connection &connection) { return planNewPerson(person, connection); },
        [this, name = person.name] { m_newPerson->noteAdded(name); });
}

void WorkspacePage::changeParty(const Party &before, const Party &after)
{
    plan(tr("Change %1").arg(before.name), [before, after](const Connection &connection) {
        return planPartyChange(connection, before, after);
    });
}

void WorkspacePage::removeParty(const Party &party)
{
    plan(tr("Remove %1").arg(party.name),
         [party, occasion = occasionOf(m_workspace)](const Connection &connection) {
             return planPartyRemoval(connection, party, occasion);
         });
}

Place WorkspacePage::placeOf(const Id<Person> &person)
{
    return {key, personTarget + u'/' + person.text()};
}

Place WorkspacePage::placeOf(const Id<Party> &party)
{
    return {key, partyTarget + u'/' + party.text()};
}

void WorkspacePage::activate(const QString &target)
{
    m_wanted = target;
    showFacts();
    read();
}

void WorkspacePage::showFacts()
{
    const QStringList backups = backupsIn(m_workspace.backupsFolder());
    const QString package = packageBehind(m_workspace);
    m_facts->say(m_folder, QDir::toNativeSeparators(package.isEmpty() ? m_workspace.folder() : package));
    m_facts->say(m_begun, m_workspace.profile().createdAt.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s));
    m_facts->say(m_timeZone, m_workspace.profile().timeZone);
    m_facts->say(m_writing, m_workspace.isReadOnly() ? tr("Read-only") : tr("Every change is saved at once"));
    m_facts->say(m_backups,
                 backups.isEmpty()
                     ? tr("None yet")
                     : tr("%n, the newest of %1", nullptr, int(backups.size()))
                           .arg(madeAt(backups.first()).toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s)));
}

void WorkspacePage::backUpNow()
{
    banner().hide();
    beginWork(*m_backUp);
    m_jobs.run<BackedUp>(tr("Back %1 up").arg(m_workspace.name()),
                         withReader(m_workspace,
                                    [&workspace = m_workspace](const Connection &reader) {
                                        return backUpAndLook(workspace, reader);
                                    }),
                         this, [this](const Result<BackedUp> &made) { endBackUp(made); });
}

void WorkspacePage::endBackUp(const Result<BackedUp> &made)
{
    endWork(*m_backUp);
    if (!made)
        return banner().say(made.error());
    showFacts();
    banner().say(BannerKind::Information, inWords(*made));
}

void WorkspacePage::renew(const ChangeSet &changeSet)
{
    if (changeSet.touches<Person>() || changeSet.touches<Party>())
        read();
}

void WorkspacePage::read()
{
    m_jobs.run<PeopleReading>(tr("Read people and parties"), withReader(m_workspace, readPeople), this,
                              [this](const Result<PeopleReading> &reading) {
                                  if (!reading)
                                      return banner().say(reading.error());
                                  receive(*reading);
                              });
}

void WorkspacePage::receive(const PeopleReading &reading)
{
    m_people->setReading(reading);
    m_parties->setParties(reading.parties);
    const Id<Party> &ours = m_workspace.profile().organisation;
    QList<Choice> parties{{ours.text(), reading.nameOf(ours)}};
    for (const Party &party : reading.parties) {
        if (party.id != ours)
            parties.append({party.id.text(), party.name});
    }
    m_newPerson->setParties(parties);
    chooseWanted();
}

void WorkspacePage::chooseWanted()
{
    const QString wanted = std::exchange(m_wanted, {});
    const QString id = wanted.section(u'/', 1);
    if (wanted.startsWith(personTarget))
        m_people->choose(id);
    else if (wanted.startsWith(partyTarget))
        m_parties->choose(id);
}

void WorkspacePage::plan(const QString &label, Plan plan, const std::function<void()> &written)
{
    planInJob<ChangeSet>(m_workspace, m_jobs, label, std::move(plan), this,
                         [this, written](const Result<ChangeSet> &planned) { commit(planned, written); });
}

void WorkspacePage::commit(const Result<ChangeSet> &planned, const std::function<void()> &written)
{
    if (!planned)
        return refused(planned.error());
    banner().hide();
    writeToRecord(m_workspace, *planned, this, written, [this](const Error &error) { refused(error); });
}

void WorkspacePage::refused(const Error &error)
{
    banner().say(error);
    m_people->showChosen();
    m_parties->showChosen();
}

}
