#include "ui/pages/system/applicabilitytab.h"

#include "core/workspace/deciding.h"
#include "core/workspace/proposals.h"
#include "ui/pages/system/decisionform.h"
#include "ui/pages/system/eventlist.h"
#include "ui/pages/system/factlist.h"
#include "ui/pages/system/proposalspanel.h"
#include "ui/pages/system/relianceform.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/sizeintext.h"
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
    connect(m_facts, &FactList::answered, this, [this](const QString &fact, std::optional<bool> holds) {
        commit(planFactAnswer(reading().checklist, fact, holds, occasion()));
    });
    connect(m_proposals, &ProposalsPanel::takenOver, this, [this](const TakenProposals &proposals) {
        commitPlanned(planTakeOver(reading().checklist, proposals, occasion()));
    });
    connect(m_events, &EventList::recorded, this, [this](const SystemEvent &event) {
        commit(planEvent(reading().checklist, event, occasion()),
               [this, event] { m_events->noteRecorded(event); });
    });
    connect(m_events, &EventList::removed, this,
            [this](const SystemEvent &event) { commit(planEventRemoval(reading().checklist, event)); });
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
    setInText(*m_table, Extent::LeastHeight, 14);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &index) {
                m_current = index.data(KeyRole).toString();
                showItem();
                if (!m_current.isEmpty())
                    Q_EMIT targetChanged(m_current);
            });
    panel->content()->addWidget(m_table, 1);
    m_noItem =
        (new PlainLabel(tr("No item of this system is in this list."), TextKind::Body, Emphasis::Quiet))
            ->wrapped();
    m_noItem->setObjectName(u"applicability/none"_s);
    m_noItem->hide();
    panel->content()->addWidget(m_noItem);
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
    connect(m_decision, &DecisionForm::decided, this, [this](const ApplicabilityDecision &decision) {
        commitPlanned(planDecision(reading().checklist, m_current, decision, occasion()));
    });
    connect(m_decision, &DecisionForm::takenBack, this,
            [this] { commit(planDecisionTakenBack(reading().checklist, m_current)); });
    connect(m_reliance, &RelianceForm::changed, this,
            [this](const Reliance &reliance) { commitPlanned(planReliance(reading().checklist, reliance)); });
}

void ApplicabilityTab::activate(const Id<AiSystem> &, const QString &target)
{
    if (target.isEmpty())
        return;
    m_current = target;
    m_states->setCurrentKey(u"all"_s);
    m_table->setCurrentIndex(m_model->indexOf(target));
}

QList<Unsaved> ApplicabilityTab::unsaved() const
{
    QList<Unsaved> drafts = m_decision->drafts();
    for (Unsaved &draft : drafts)
        draft.part = m_table; // where its item is chosen again
    return drafts;
}

void ApplicabilityTab::showReading()
{
    showRows();
    showCounts();
    m_facts->setReading(reading());
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
        m_model->setFilter({});
    else
        m_model->setFilter(
            [state](const ApplicabilityRow &row) { return keyOf(row.applicability.state) == state; });
    chooseShown();
}

/// What is shown below the list is in it: the item that was chosen, else the first.
void ApplicabilityTab::chooseShown()
{
    m_noItem->setVisible(m_model->rowCount() == 0 && hasReading());
    const QModelIndex kept = m_model->indexOf(m_current);
    const QModelIndex goal = kept.isValid() ? kept : m_model->index(0, 0);
    if (goal.isValid())
        return m_table->setCurrentIndex(goal);
    m_current.clear();
    showItem();
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
    m_decision->setDecision({reading().checklist.assessment->id.text() + m_current,
                             tr("%1 of %2").arg(m_current, reading().system().name)},
                            line.decision, line.applicability.state, peopleToChoose());
    if (line.applicability.state == Applicability::State::BorneByAnotherParty)
        m_reliance->setReliance(relianceOn(reading().checklist, line), partiesToChoose(tr("not named yet")));
}

void ApplicabilityTab::commitPlanned(const Result<ChangeSet> &planned)
{
    if (!planned)
        return Q_EMIT refused(planned.error(), {});
    commit(*planned);
}

}
