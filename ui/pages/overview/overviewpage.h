#pragma once

#include "core/report/charts.h"
#include "core/workspace/readinesshistory.h"
#include "ui/models/recordmodel.h"
#include "ui/pages/page.h"

class QLineEdit;
class QVBoxLayout;

namespace plimsoll {

class AnswerBars;
class EmptyHint;
class FreshnessPanel;
class HeatMapView;
class Jobs;
class PlainLabel;
class OverviewChips;
class PrinciplesPanel;
class ReadinessPanel;
class TableView;
class TabRow;

/// Where do we stand? All systems by phase, what blocks the next releases, what is late, what lapses,
/// and how it came about. It is read anew after a change of the record, and never twice for the same record.
class OverviewPage final : public Page
{
    Q_OBJECT

public:
    static constexpr auto key = QLatin1StringView("overview");

    OverviewPage(Workspace &workspace, Jobs &jobs, QWidget *parent = nullptr);

    void activate(const QString &target) override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildMap();
    QWidget *buildBlockers();
    QWidget *buildOverdue();
    QWidget *buildLapsing();
    QWidget *buildMinimum();
    void buildCharts(QVBoxLayout &column);
    void outdate();
    void read();
    void receive(Result<Overview> overview);
    void showWords();
    void goToOverdue();
    void showMap();
    void showCharts();
    void readPast();
    void receivePast(QDate today, Result<ReadinessHistory> past);
    [[nodiscard]] HeatRow rowOf(const SystemStanding &system) const;
    void openCell(qsizetype row, qsizetype column);
    void openItem(const OpenItem &item);

    Workspace &m_workspace;
    Jobs &m_jobs;
    std::shared_ptr<const Catalogue> m_catalogue;
    Overview m_overview;
    std::vector<size_t> m_shownSystems; ///< indexes into Overview::systems
    bool m_isOutdated = true;
    bool m_isReading = false;
    std::optional<ReadinessHistory> m_past; ///< of the days before m_pastUntil; these never change
    QDate m_pastUntil;
    bool m_isReadingPast = false;

    OverviewChips *m_chips = nullptr;
    QWidget *m_body = nullptr;
    EmptyHint *m_empty = nullptr;
    TabRow *m_verb = nullptr;
    QLineEdit *m_find = nullptr;
    HeatMapView *m_map = nullptr;
    AnswerBars *m_minimum = nullptr;
    ReadinessPanel *m_readiness = nullptr;
    PrinciplesPanel *m_principles = nullptr;
    FreshnessPanel *m_freshness = nullptr;
    PlainLabel *m_outdatedSay = nullptr;
    PlainLabel *m_blockersSay = nullptr;
    PlainLabel *m_overdueSay = nullptr;
    PlainLabel *m_lapsingSay = nullptr;
    TableView *m_blockersTable = nullptr;
    TableView *m_overdueTable = nullptr;
    TableView *m_lapsingTable = nullptr;
    RecordModel<OpenItem> m_blockers;
    RecordModel<OpenItem> m_overdue;
    RecordModel<LapsingEvidence> m_lapsing;
};

}
