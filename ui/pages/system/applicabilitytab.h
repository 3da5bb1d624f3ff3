#pragma once

#include "ui/pages/system/applicabilitymodel.h"
#include "ui/pages/system/readingtab.h"

namespace plimsoll {

class DecisionForm;
class EventList;
class FactList;
class PlainLabel;
class ProposalsPanel;
class Panel;
class RelianceForm;
class TableView;
class TabRow;

/// What of the catalogue is the organisation's to answer for this system, and why: the facts, the events, and
/// what follows for each item.
class ApplicabilityTab final : public ReadingTab
{
    Q_OBJECT

public:
    explicit ApplicabilityTab(const TabContext &context, QWidget *parent = nullptr);

    /// `target` is the item to show.
    void activate(const Id<AiSystem> &system, const QString &target) override;
    [[nodiscard]] QList<Unsaved> unsaved() const override;

protected:
    void showReading() override;

private:
    void addItems();
    void addDetail(Panel &panel);
    void showCounts();
    void showRows();
    void showItem();
    void showForms(const ChecklistLine &line);
    void filter(const QString &state);
    void chooseShown();
    [[nodiscard]] const ChecklistLine *currentLine() const;
    void commitPlanned(const Result<ChangeSet> &planned);

    std::unique_ptr<ApplicabilityModel> m_model;
    QString m_current; ///< id of the item chosen
    PlainLabel *m_summary = nullptr;
    FactList *m_facts = nullptr;
    EventList *m_events = nullptr;
    ProposalsPanel *m_proposals = nullptr;
    TabRow *m_states = nullptr;
    TableView *m_table = nullptr;
    PlainLabel *m_noItem = nullptr; ///< that the list holds none
    PlainLabel *m_itemTitle = nullptr;
    PlainLabel *m_itemText = nullptr;
    PlainLabel *m_itemReason = nullptr;
    PlainLabel *m_frozen = nullptr;
    DecisionForm *m_decision = nullptr;
    RelianceForm *m_reliance = nullptr;
};

}
