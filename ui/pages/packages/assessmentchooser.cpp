#include "ui/pages/packages/assessmentchooser.h"

#include "ui/pages/system/inventorywords.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/cellgrid.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/labelled.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/proposed.h"

#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr qsizetype mostFields = 20; ///< beyond, nobody chooses one by one

QString inWords(const Assessment &assessment)
{
    const QString begun = assessment.startedOn.toString(Qt::ISODate);
    const QString kind = title(assessment.purpose);
    return assessment.closedOn ? AssessmentChooser::tr("%1, begun %2, closed %3")
                                     .arg(kind, begun, assessment.closedOn->toString(Qt::ISODate))
                               : AssessmentChooser::tr("%1, begun %2, still open").arg(kind, begun);
}

/// What is not among them is no earlier one: then the present one.
void choose(ChoiceField &field, const Id<Assessment> &wanted)
{
    field.setKey(wanted.text());
    if (field.currentIndex() < 0)
        field.setCurrentIndex(0);
}

}

AssessmentChooser::AssessmentChooser(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    hide();
}

void AssessmentChooser::setSystems(const QList<PackageableSystem> &systems)
{
    QList<PackageableSystem> withEarlier;
    std::copy_if(systems.cbegin(), systems.cend(), std::back_inserter(withEarlier),
                 [](const PackageableSystem &system) { return !system.earlier.isEmpty(); });
    if (withEarlier == m_systems)
        return;
    m_systems = withEarlier;
    build();
}

void AssessmentChooser::setTold(const NamedAssessments &told)
{
    m_told = told;
    for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field)
        choose(*field.value(), told.value(field.key()));
    settle();
}

void AssessmentChooser::settle()
{
    m_proposed = m_told;
    for (ChoiceField *field : std::as_const(m_fields))
        takeAsProposed({field});
}

NamedAssessments AssessmentChooser::told() const
{
    NamedAssessments told;
    for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field) {
        if (const auto chosen = Id<Assessment>::fromText(field.value()->key()); !chosen.isNull())
            told.insert(field.key(), chosen);
    }
    return told;
}

void AssessmentChooser::build()
{
    delete m_content;
    m_content = new QWidget;
    m_fields.clear();
    setVisible(!m_systems.isEmpty());
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::small);
    m_column->addWidget(m_content);
    if (m_systems.size() > mostFields) {
        column->addWidget(
            (new PlainLabel(tr("It reports on the present assessment of every system. To report on an "
                               "earlier one, choose at most %1 systems that have one.")
                                .arg(mostFields),
                            TextKind::Small, Emphasis::Quiet))
                ->wrapped());
        return;
    }
    column->addWidget((new PlainLabel(tr("Which assessment it reports on"), TextKind::Strong))->wrapped());
    auto *grid = new CellGrid(40);
    for (const PackageableSystem &system : std::as_const(m_systems))
        grid->addWidget(fieldOf(system));
    column->addLayout(grid);
}

QWidget *AssessmentChooser::fieldOf(const PackageableSystem &system)
{
    auto *field = new ChoiceField(tr("The assessment of %1 to report on").arg(system.called));
    field->setObjectName(u"packages/told/"_s + system.id.text());
    QList<Choice> choices;
    if (system.present)
        choices.append({Id<Assessment>().text(), tr("The present one: %1").arg(inWords(*system.present))});
    for (const Assessment &assessment : system.earlier)
        choices.append({assessment.id.text(), inWords(assessment)});
    field->setChoices(choices);
    choose(*field, m_proposed.value(system.id));
    takeAsProposed({field});
    choose(*field, m_told.value(system.id));
    m_fields.insert(system.id, field);
    connect(field, &ChoiceField::keyChosen, this, [this, id = system.id](const QString &chosen) {
        m_told.insert(id, Id<Assessment>::fromText(chosen));
        Q_EMIT toldChanged();
    });
    return labelled(asCaption(system.number + u"  "_s + system.called), field);
}

}
