#include "ui/pages/system/responsibilitiestab.h"

#include "core/responsibility/roleassignment.h"
#include "core/workspace/people.h"
#include "ui/pages/system/inventorywords.h"
#include "ui/pages/system/personform.h"
#include "ui/pages/system/rolecard.h"
#include "ui/widgets/button.h"
#include "ui/widgets/cellgrid.h"
#include "ui/widgets/labelled.h"
#include "ui/widgets/offeredstep.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/proposed.h"

#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

ResponsibilitiesTab::ResponsibilitiesTab(const TabContext &context, QWidget *parent)
    : ReadingTab(context, parent)
    , m_sentence((new PlainLabel({}, TextKind::Body, Emphasis::Quiet))->wrapped())
    , m_added((new PlainLabel({}, TextKind::Small, Emphasis::Quiet))->wrapped())
{
    column()->addWidget(m_sentence);
    auto *cards = new CellGrid(34);
    for (const Role role : allRoles) {
        auto *card = new RoleCard(role);
        connect(card, &RoleCard::added, this, [this, role](const Id<Party> &party) { assign(role, party); });
        connect(card, &RoleCard::removed, this, [this, role](const Party &party) { release(role, party); });
        cards->addWidget(card);
        m_cards.append(card);
    }
    column()->addLayout(cards);
    addNewParty();
    m_person = new PersonForm;
    connect(m_person, &PersonForm::incomplete, this, [this](const QString &sentence) {
        Q_EMIT refused({ErrorCode::Invalid, sentence, {}}, {});
    });
    connect(m_person, &PersonForm::added, this, &ResponsibilitiesTab::addPerson);
    column()->addWidget(m_person);
    column()->addStretch(1);
}

void ResponsibilitiesTab::addNewParty()
{
    auto *panel = new Panel(tr("A party that is not listed yet"));
    m_name = new QLineEdit;
    m_name->setObjectName(u"party/name"_s);
    m_contact = new QLineEdit;
    m_kind = new ChoiceField(tr("What it is to us"));
    m_kind->setChoices(choicesOf<PartyKind>());
    m_kind->setKey(QString(word(PartyKind::Supplier)));
    takeAsProposed({m_kind});
    m_name->setAccessibleName(tr("Name of the party"));
    m_contact->setAccessibleName(tr("Contact at the party"));
    auto *make = button(tr("Add the party"));
    make->setObjectName(u"party/add"_s);
    offerInMenu(*make);
    connect(make, &QPushButton::clicked, this, &ResponsibilitiesTab::makeParty);
    for (const QLineEdit *field : {m_name, m_contact})
        connect(field, &QLineEdit::returnPressed, this, &ResponsibilitiesTab::makeParty);
    auto *fields = new CellGrid(26);
    fields->addWidget(labelled(tr("Name"), m_name));
    fields->addWidget(labelled(tr("What it is to us"), m_kind));
    fields->addWidget(labelled(tr("Contact"), m_contact));
    fields->addWidget(labelled(u" "_s, make));
    panel->content()->addLayout(fields);
    m_added->hide();
    panel->content()->addWidget(m_added);
    column()->addWidget(panel);
}

void ResponsibilitiesTab::showReading()
{
    const auto &roles = reading().checklist.roles;
    m_person->setParties(partiesToChoose(tr("Choose a party …")));
    for (qsizetype i = 0; i < m_cards.size(); ++i) {
        QList<Party> holders;
        for (const HeldRole &held : roles) {
            if (held.role == allRoles[size_t(i)])
                holders.append(held.party);
        }
        m_cards[i]->setHolders(holders, reading().parties);
    }
    const bool isOurs =
        std::any_of(roles.cbegin(), roles.cend(), [](const HeldRole &held) { return isOwn(held.party); });
    m_sentence->setPlainText(
        isOurs || roles.isEmpty()
            ? tr("Who holds a role bears its duties. One party may hold several, and a role may have several "
                 "holders; what another party bears stays in the checklist as relied upon.")
            : tr("No part of our own organisation holds a role here, so every duty is relied upon from "
                 "another "
                 "party. Add our own where we build, run or hold data."));
}

void ResponsibilitiesTab::assign(Role role, const Id<Party> &party)
{
    const AiSystem &system = reading().system();
    commit(ChangeSet(tr("%1 is %2 of %3").arg(reading().nameOf(party), title(role), system.name))
               .create(RoleAssignment{roleAssignmentId(system.id, role, party), system.id, role, party}));
}

void ResponsibilitiesTab::release(Role role, const Party &party)
{
    const AiSystem &system = reading().system();
    commit(
        ChangeSet(tr("%1 is no longer %2 of %3").arg(party.name, title(role), system.name))
            .remove(RoleAssignment{roleAssignmentId(system.id, role, party.id), system.id, role, party.id}));
}

void ResponsibilitiesTab::makeParty()
{
    Party party;
    party.name = m_name->text().trimmed();
    if (party.name.isEmpty())
        return m_name->setFocus();
    party.id = Id<Party>::generate(occasion().clock);
    party.kind = fromWord<PartyKind>(m_kind->key()).value_or(PartyKind::Supplier);
    party.contact = m_contact->text().trimmed();
    planAndCommit(
        tr("Add the party %1").arg(party.name),
        [party](const Connection &connection) { return planNewParty(connection, party); },
        [this, name = party.name] { noteMade(name); });
}

void ResponsibilitiesTab::noteMade(const QString &party)
{
    m_name->clear();
    m_contact->clear();
    takeAsProposed({m_kind});
    m_added->setPlainText(tr("Added: %1, which can hold a role from now on. Choose it in a card above.")
                              .arg(shownInLine(party)));
    m_added->show();
}

void ResponsibilitiesTab::addPerson(Person person)
{
    person.id = Id<Person>::generate(occasion().clock);
    planAndCommit(
        tr("Add %1").arg(person.name),
        [person](const Connection &connection) { return planNewPerson(person, connection); },
        [this, name = person.name] { m_person->noteAdded(name); });
}

}
