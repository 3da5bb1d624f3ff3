#include "ui/pages/system/personform.h"

#include "ui/pages/system/addressadvice.h"
#include "ui/widgets/button.h"
#include "ui/widgets/cellgrid.h"
#include "ui/widgets/labelled.h"
#include "ui/widgets/offeredstep.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/proposed.h"

#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plimsoll {

PersonForm::PersonForm(QWidget *parent)
    : QWidget(parent)
    , m_grid(new CellGrid(24))
{
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    auto *panel = new Panel(tr("A person who is not listed yet"));
    whole->addWidget(panel);
    panel->content()->addLayout(m_grid);
    m_name = addField(u"name"_s, tr("Name"));
    m_function = addField(u"function"_s, tr("Function"));
    m_function->setPlaceholderText(tr("Such as Security or Legal"));
    m_address = addField(u"address"_s, tr("E-mail address"));
    adviseOnAddress(*m_address->parentWidget());
    m_party = new ChoiceField(tr("Party the person belongs to"));
    m_party->setObjectName(u"person/party"_s);
    takeAsProposed({m_party});
    m_grid->addWidget(labelled(tr("Belongs to"), m_party));
    auto *make = button(tr("Add the person"));
    make->setObjectName(u"person/add"_s);
    offerInMenu(*make);
    connect(make, &QPushButton::clicked, this, &PersonForm::add);
    m_grid->addWidget(labelled(u" "_s, make));
    m_added = (new PlainLabel({}, TextKind::Small, Emphasis::Quiet))->wrapped();
    m_added->hide();
    panel->content()->addWidget(m_added);
}

QLineEdit *PersonForm::addField(const QString &key, const QString &label)
{
    auto *field = new QLineEdit;
    field->setObjectName(u"person/"_s + key);
    field->setAccessibleName(label);
    connect(field, &QLineEdit::returnPressed, this, &PersonForm::add);
    m_grid->addWidget(labelled(label, field));
    return field;
}

void PersonForm::setParties(const QList<Choice> &parties)
{
    m_party->setChoices(parties);
    if (m_party->currentIndex() >= 0)
        return;
    m_party->setCurrentIndex(0);
    takeAsProposed({m_party});
}

void PersonForm::add()
{
    Person person;
    person.name = m_name->text().trimmed();
    person.function = m_function->text().trimmed();
    person.address = m_address->text().trimmed();
    person.party = Id<Party>::fromText(m_party->key());
    if (person.name.isEmpty()) {
        m_name->setFocus();
        Q_EMIT incomplete(tr("A person needs a name. Write the one people call them by."));
        return;
    }
    if (person.party.isNull()) {
        m_party->setFocus();
        Q_EMIT incomplete(tr("Choose the party that %1 belongs to.").arg(shownInLine(person.name)));
        return;
    }
    Q_EMIT added(person);
}

void PersonForm::noteAdded(const QString &name)
{
    for (QLineEdit *field : {m_name, m_function, m_address})
        field->clear();
    takeAsProposed({m_party});
    m_added->setPlainText(
        tr("Added: %1, who can own, approve and assess from now on.").arg(shownInLine(name)));
    m_added->show();
}

}
