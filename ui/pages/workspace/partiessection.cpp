#include "ui/pages/workspace/partiessection.h"

#include "ui/widgets/button.h"

using namespace Qt::StringLiterals;

namespace plimsoll {

PartiesSection::PartiesSection(QWidget *parent)
    : TableWithForm(u"parties"_s, tr("Parties"), parent)
    , m_model([](const Party &party) { return party.id.text(); }, columns())
    , m_form(u"parties"_s, [this](const Party &before, const Party &after, const QString &) {
        Q_EMIT changeAsked(before, after);
    })
{
    setModel(m_model, {34, 26});
    buildForm();
    connect(this, &TableWithForm::chosenChanged, this, &PartiesSection::showChosen);
}

std::vector<Column<Party>> PartiesSection::columns()
{
    std::vector<Column<Party>> columns;
    columns.emplace_back(tr("Name"), [](const Party &party) { return party.name; });
    columns.emplace_back(tr("What it is to us"), [](const Party &party) { return title(party.kind); });
    columns.emplace_back(tr("Contact"), [](const Party &party) { return party.contact; });
    return columns;
}

void PartiesSection::buildForm()
{
    CellGrid *grid = fields();
    grid->addWidget(m_form.text(u"name"_s, tr("Name"), &Party::name));
    grid->addWidget(m_form.choice(u"kind"_s, tr("What it is to us"), &Party::kind));
    grid->addWidget(m_form.text(u"contact"_s, tr("Contact"), &Party::contact));
    auto *remove = button(tr("Remove the party"));
    remove->setObjectName(u"parties/remove"_s);
    grid->addWidget(labelled(u" "_s, remove));
    connect(remove, &QPushButton::clicked, this, [this] { Q_EMIT removalAsked(*m_form.entity()); });
}

void PartiesSection::setParties(const QList<Party> &parties)
{
    const QString kept = m_form.entity() ? m_form.entity()->id.text() : QString();
    m_model.setRows({parties.cbegin(), parties.cend()});
    choose(kept);
}

void PartiesSection::choose(const QString &id)
{
    choose(m_model.indexOf(id));
}

void PartiesSection::showChosen()
{
    if (const int row = chosenRow(); row >= 0)
        m_form.show(m_model.at(row));
}

}
