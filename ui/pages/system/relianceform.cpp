#include "ui/pages/system/relianceform.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plimsoll {

RelianceForm::RelianceForm(QWidget *parent)
    : QWidget(parent)
    , m_form(u"reliance"_s,
             [this](const Reliance &, const Reliance &after, const QString &) { Q_EMIT changed(after); })
    , m_party(new ChoiceField(tr("Borne by")))
{
    m_party->setObjectName(u"reliance/party"_s);
    connect(m_party, &ChoiceField::keyChosen, this, [this](const QString &key) {
        Reliance after = *m_form.entity();
        after.party = Id<Party>::fromText(key);
        Q_EMIT changed(after);
    });
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    auto *grid = new CellGrid(26);
    grid->addWidget(labelled(tr("Borne by"), m_party));
    grid->addWidget(m_form.choice(u"holding"_s, tr("What we hold from it"), &Reliance::holding));
    grid->addWidget(
        m_form.text(u"reference"_s, tr("Document held, by title and date"), &Reliance::reference));
    grid->addWide(
        m_form.paragraph(u"ownDuty"_s, tr("What we must do here all the same"), &Reliance::ownDuty));
    whole->addLayout(grid);
}

void RelianceForm::setReliance(const Reliance &reliance, const QList<Choice> &parties)
{
    m_party->setChoices(parties);
    m_party->setKey(reliance.party.text());
    m_form.show(reliance);
}

}
