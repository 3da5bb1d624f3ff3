#include "ui/pages/system/applicabilitytab.h"

#include "ui/pages/system/decisionform.h"
#include "ui/pages/system/eventlist.h"
#include "ui/pages/system/factlist.h"
#include "ui/pages/system/proposalspanel.h"
#include "ui/pages/system/relianceform.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/tabrow.h"

#include <QItemSelectionModel>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr std::array states{Applicability::State::Applies, Applicability::State::ConditionNotMet,
                            Applicability::State::WaitsForEvent, Applicability::State::BorneByAnotherParty};

QString countInWords(Applicability::State state, int count)
{
    switch (state) {
    case Applicability::State::Applies:
        return ApplicabilityTab::tr("applies %1").arg(count);
    case Applicability::State::ConditionNotMet:
        return ApplicabilityTab::tr("not applicable %1").arg(count);
    case Applicability::State::WaitsForEvent:
        return ApplicabilityTab::tr("waits for an event %1").arg(count);
    case Applicability::State::BorneByAnotherParty:
        break;
    }
    return ApplicabilityTab::tr("relied upon from another party %1").arg(count);
}

QString keyOf(Applicability::State state)
{
    return QString::number(int(state));
}

}

ApplicabilityTab::ApplicabilityTab(const TabContext &context, QWidget *parent)
    : ReadingTab(context, parent)
    , m_model(makeApplicabilityModel())
    , m_facts(new FactList)
    , m_events(new EventList)
    , m_proposals(new ProposalsPanel)
{
    m_summary = (new PlainLabel({}, TextKind::Strong))->wrapped();
    m_summary->setObjectName(u"applicability/summary"_s);
    column()->addWidget(m_summary);
    auto *facts = new Panel(tr("What is true of it"));
    facts->content()->addWidget(
        (new PlainLabel(tr("Each fact decides whether some items apply to this system. Under it stands what "
                           "another answer would add to the checklist or take away. What nobody has answered "
                           "counts as applying, so that nothing is left out by omission."),
                        TextKind::Small, Emphasis::Quiet))
            ->wrapped());
    facts->content()->addWidget(m_facts);
    column()->addWidget(facts);
    column()->addWidget(m_events);
    column()->addWidget(m_proposals);
    addItems();
    column()->addStretch(1);
    connect(m_facts, &FactList::answered, this, &ApplicabilityTab::answer);
    connect(m_proposals, &ProposalsPanel::takenOver, this, &ApplicabilityTab::takeOver);
    connect(m_events, &EventList::recorded, this, &ApplicabilityTab::record);
    connect(m_events, &EventList::removed, this, [this](const SystemEvent &event) {
        commit(ChangeSet(tr("Take away from %1: %2").arg(reading().system().name, says(event.event)))
                   .remove(event));
    });
}

void ApplicabilityTab::addItems()
{
    auto *panel = new Panel(tr("What follows for each item"));
    m_states = new TabRow(tr("Items by whether they apply"));
    m_states->setObjectName(u"applicabilityStates"_s);
    m_states->addKey(u"all"_s, tr("All"));
    for (const auto state : states)
        m_states->addKey(keyOf(state), title(state));
    connect(m_states, &TabRow::keyChosen, this, &ApplicabilityTab::filter);
    panel->content()->addWidget(m_states);
    m_table = new TableView(u"applicability"_s, tr("Items and whether they apply"));
    m_table->setModel(m_model.get());
    m_table->suggestWidths({12, 34, 9, 22});
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setMinimumHeight(m_table->fontMetrics().height() * 14);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &index) {
                m_current = index.data(KeyRole).toString();
                showItem();
                if (!m_current.isEmpty())
                    Q_EMIT targetChanged(m_current);
            });
    panel->content()->addWidget(m_table, 1);
    addDetail(*panel);
    column()->addWidget(panel);
}

void ApplicabilityTab::addDetail(Panel &panel)
{
    m_itemTitle = (new PlainLabel({}, TextKind::Strong))->wrapped();
    m_itemText = (new PlainLabel)->wrapped();
    m_itemReason = (new PlainLabel({}, TextKind::Body, Emphasis::Quiet))->wrapped();
    m_frozen = (new PlainLabel({}, TextKind::Small, Emphasis::Quiet))->wrapped();
    m_decision = new DecisionForm;
    m_reliance = new RelianceForm;
    panel.content()->addSpacing(spacing::small);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_itemTitle, m_itemText, m_itemReason, m_frozen,
                                                            m_reliance, m_decision}) {
        panel.content()->addWidget(widget);
        widget->hide();
    }
    connect(m_decision, &DecisionForm::decided, this, &ApplicabilityTab::decide);
    connect(m_decision, &DecisionForm::takenBack, this, &ApplicabilityTab::takeBack);
    connect(m_decision, &DecisionForm::incomplete, this, [this](const QString &sentence) {
        Q_EMIT refused({ErrorCode::Invalid, sentence, {}}, {});
    });
    connect(m_reliance, &RelianceForm::changed, this, &ApplicabilityTab::rely);
}

void ApplicabilityTab::activate(const Id<AiSystem> &, const QString &target)
{
    if (target.isEmpty())
        return;
    m_current = target;
    m_states->setCurrentKey(u"all"_s);
    m_table->setCurrentIndex(m_model->indexOf(target));
}

void ApplicabilityTab::showReading()
{
    showRows();
    showCounts();
    m_facts->setChecklist(reading().checklist);
    m_events->setChecklist(reading().checklist, occasion().today);
    m_proposals->show(reading().checklist, peopleToChoose());
    showItem();
}

void ApplicabilityTab::showRows()
{
    std::vector<ApplicabilityRow> rows = applicabilityRows(reading().checklist);
    if (m_model->total() != int(rows.size())) {
        m_model->setRows(std::move(rows));
        m_table->setCurrentIndex(m_model->indexOf(m_current));
        return;
    }
    for (size_t i = 0; i < rows.size(); ++i) {
        if (m_model->rows()[i] != rows[i])
            m_model->put(std::move(rows[i]));
    }
}

void ApplicabilityTab::showCounts()
{
    const auto &rows = m_model->rows();
    m_states->setTabText(0, tr("All %1").arg(rows.size()));
    QStringList parts;
    for (size_t i = 0; i < states.size(); ++i) {
        const auto count = std::count_if(rows.cbegin(), rows.cend(), [&](const ApplicabilityRow &row) {
            return row.applicability.state == states[i];
        });
        m_states->setTabText(int(i) + 1, u"%1 %2"_s.arg(title(states[i])).arg(count));
        parts.append(countInWords(states[i], int(count)));
    }
    m_summary->setPlainText(tr("Of %1 items: %2.").arg(rows.size()).arg(parts.join(u", "_s)));
}

void ApplicabilityTab::filter(const QString &state)
{
    if (state == "all"_L1)
        return m_model->setFilter({});
    m_model->setFilter(
        [state](const ApplicabilityRow &row) { return keyOf(row.applicability.state) == state; });
}

const ChecklistLine *ApplicabilityTab::currentLine() const
{
    return hasReading() ? reading().checklist.line(m_current) : nullptr;
}

void ApplicabilityTab::showItem()
{
    const ChecklistLine *line = currentLine();
    for (QWidget *widget : std::initializer_list<QWidget *>{m_itemTitle, m_itemText, m_itemReason})
        widget->setVisible(line);
    m_frozen->setVisible(line && !reading().isOpen());
    m_decision->setVisible(line && reading().isOpen());
    m_reliance->setVisible(line && reading().isOpen() &&
                           line->applicability.state == Applicability::State::BorneByAnotherParty);
    if (!line)
        return;
    const Item &item = reading().checklist.item(*line);
    const Catalogue &catalogue = *reading().checklist.catalogue;
    m_itemTitle->setPlainText(u"%1  %2"_s.arg(item.id, catalogue.titleOf(item)));
    m_itemText->setPlainText(catalogue.textOf(item));
    m_itemReason->setPlainText(reading().checklist.reason(*line));
    m_frozen->setPlainText(
        reading().checklist.assessment
            ? tr("The assessment was closed on %1. Start the next one to decide otherwise.")
                  .arg(reading().checklist.assessment->closedOn.value_or(QDate()).toString(Qt::ISODate))
            : tr("There is no assessment of this system. Start one to decide on its items."));
    if (reading().isOpen())
        showForms(*line);
}

void ApplicabilityTab::showForms(const ChecklistLine &line)
{
    m_decision->setDecision(line.decision, line.applicability.state == Applicability::State::Applies,
                            peopleToChoose());
    if (line.applicability.state == Applicability::State::BorneByAnotherParty)
        m_reliance->setReliance(relianceOf(line), partiesToChoose(tr("not named yet")));
}

Reliance ApplicabilityTab::relianceOf(const ChecklistLine &line) const
{
    if (line.reliance)
        return *line.reliance;
    Reliance reliance;
    reliance.assessment = reading().checklist.assessment->id;
    reliance.item = m_current;
    reliance.id = relianceId(reliance.assessment, m_current);
    const auto &holders = reading().checklist.circumstances.holders;
    const int bearer = line.applicability.party;
    if (bearer >= 0 && size_t(bearer) < holders.size()) {
        for (const Party &party : reading().parties) {
            if (party.name == holders[size_t(bearer)].party)
                reliance.party = party.id;
        }
    }
    return reliance;
}

QString ApplicabilityTab::asks(const QString &fact) const
{
    const Fact *known = reading().checklist.catalogue->fact(fact);
    return known ? known->asks : fact;
}

QString ApplicabilityTab::says(const QString &event) const
{
    const Event *known = reading().checklist.catalogue->event(event);
    return known ? known->says : event;
}

void ApplicabilityTab::answer(const QString &fact, std::optional<bool> holds)
{
    const Checklist &checklist = reading().checklist;
    const QString system = checklist.system.name;
    const auto found = std::find_if(checklist.factAnswers.cbegin(), checklist.factAnswers.cend(),
                                    [&](const FactAnswer &a) { return a.fact == fact; });
    const auto before =
        found == checklist.factAnswers.cend() ? std::nullopt : std::optional<FactAnswer>(*found);
    if (!holds) {
        if (before)
            commit(
                ChangeSet(tr("Take back the answer about %1: %2").arg(system, asks(fact))).remove(*before));
        return;
    }
    FactAnswer after{factAnswerId(checklist.system.id, fact),
                     checklist.system.id,
                     fact,
                     *holds,
                     {},
                     occasion().actor,
                     occasion().today};
    const QString label = *holds ? tr("Answer about %1: %2 Yes") : tr("Answer about %1: %2 No");
    commit(ChangeSet(label.arg(system, asks(fact))).put(before, after));
}

void ApplicabilityTab::record(SystemEvent event)
{
    event.id = Id<SystemEvent>::generate(occasion().clock);
    event.system = reading().system().id;
    commit(ChangeSet(tr("Record for %1: %2").arg(reading().system().name, says(event.event))).create(event));
}

void ApplicabilityTab::decide(ApplicabilityDecision decision)
{
    const ChecklistLine *line = currentLine();
    if (!line)
        return;
    decision.assessment = reading().checklist.assessment->id;
    decision.item = m_current;
    decision.id = applicabilityDecisionId(decision.assessment, m_current);
    decision.decidedBy = occasion().actor;
    decision.decidedOn = occasion().today;
    const QString label =
        decision.applies ? tr("Decide that %1 applies to %2") : tr("Decide that %1 does not apply to %2");
    commit(ChangeSet(label.arg(m_current, reading().system().name)).put(line->decision, decision));
}

void ApplicabilityTab::takeBack()
{
    if (const ChecklistLine *line = currentLine(); line && line->decision)
        commit(ChangeSet(tr("Take back the decision on %1 of %2").arg(m_current, reading().system().name))
                   .remove(*line->decision));
}

void ApplicabilityTab::takeOver(const TakenProposals &proposals)
{
    const auto planned = planTakeOver(reading().checklist, proposals, occasion());
    if (!planned)
        return Q_EMIT refused(planned.error(), {});
    commit(*planned);
}

void ApplicabilityTab::rely(const Reliance &reliance)
{
    const ChecklistLine *line = currentLine();
    if (!line)
        return;
    if (reliance.party.isNull())
        return Q_EMIT refused(
            {ErrorCode::Invalid, tr("Name the party that bears %1 first.").arg(m_current), {}}, {});
    Reliance said = reliance;
    said.carried = false;
    commit(ChangeSet(tr("Say what we hold for %1 of %2").arg(m_current, reading().system().name))
               .put(line->reliance, said));
}

}
