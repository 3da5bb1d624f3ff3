#include "ui/pages/workspace/peoplesection.h"

#include "ui/pages/system/addressadvice.h"
#include "ui/widgets/button.h"

using namespace Qt::StringLiterals;

namespace plimsoll {

PeopleSection::PeopleSection(QWidget *parent)
    : TableWithForm(u"people"_s, tr("People"), parent)
    , m_model([](const Line &line) { return line.person.id.text(); }, columns())
    , m_form(u"people"_s, [this](const Person &before, const Person &after,
                                 const QString &) { Q_EMIT changeAsked(before, after); })
    , m_left(button(tr("Has left")))
    , m_back(button(tr("Is back")))
{
    setModel(m_model, {26, 20, 32, 22});
    buildForm();
    connect(this, &TableWithForm::chosenChanged, this, &PeopleSection::showChosen);
}

std::vector<Column<PeopleSection::Line>> PeopleSection::columns()
{
    std::vector<Column<Line>> columns;
    columns.emplace_back(tr("Name"), [](const Line &line) { return line.person.name; });
    columns.emplace_back(tr("Function"), [](const Line &line) { return line.person.function; });
    columns.emplace_back(tr("E-mail address"), [](const Line &line) { return line.person.address; });
    columns.emplace_back(tr("Belongs to"), [](const Line &line) { return line.party; });
    columns.emplace_back(tr("Left on"), [](const Line &line) {
        return line.person.leftOn ? QVariant(*line.person.leftOn) : QVariant();
    });
    return columns;
}

void PeopleSection::buildForm()
{
    CellGrid *grid = fields();
    grid->addWidget(m_form.text(u"name"_s, tr("Name"), &Person::name));
    grid->addWidget(m_form.text(u"function"_s, tr("Function"), &Person::function));
    auto *address = m_form.text(u"address"_s, tr("E-mail address"), &Person::address);
    adviseOnAddress(*address);
    grid->addWidget(address);
    grid->addWidget(
        m_form.reference(u"party"_s, tr("Belongs to"), &Person::party, [this] { return partiesToChoose(); }));
    m_left->setObjectName(u"people/left"_s);
    m_back->setObjectName(u"people/back"_s);
    for (QPushButton *act : {m_left, m_back}) {
        act->setToolTip(tr("Who has left stays in the record, but nobody chooses them any more."));
        grid->addWidget(labelled(u" "_s, act));
    }
    connect(m_left, &QPushButton::clicked, this, [this] { Q_EMIT leavingAsked(*m_form.entity()); });
    connect(m_back, &QPushButton::clicked, this, [this] { Q_EMIT returnAsked(*m_form.entity()); });
}

QList<Choice> PeopleSection::partiesToChoose() const
{
    QList<Choice> choices;
    for (const Party &party : m_reading.parties)
        choices.append({party.id.text(), party.name});
    return choices;
}

void PeopleSection::setReading(const PeopleReading &reading)
{
    m_reading = reading;
    std::vector<Line> lines;
    for (const Person &person : reading.people)
        lines.push_back({person, reading.nameOf(person.party)});
    const QString kept = m_form.entity() ? m_form.entity()->id.text() : QString();
    m_model.setRows(std::move(lines));
    choose(kept);
}

void PeopleSection::choose(const QString &id)
{
    choose(m_model.indexOf(id));
}

void PeopleSection::showChosen()
{
    const int row = chosenRow();
    if (row < 0)
        return;
    const Person &person = m_model.at(row).person;
    m_form.show(person);
    m_left->parentWidget()->setVisible(!person.leftOn);
    m_back->parentWidget()->setVisible(person.leftOn.has_value());
}

}
