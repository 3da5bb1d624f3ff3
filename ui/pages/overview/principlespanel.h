#pragma once

#include "core/assessment/rollup.h"
#include "ui/models/recordmodel.h"

#include <QWidget>

namespace plimsoll {

class BarsChart;
class TableView;
class TabRow;

/// One principle and its counts.
struct PrincipleCounts
{
    QString clause;
    QString title;
    AnswerCounts counts;

    friend bool operator==(const PrincipleCounts &, const PrincipleCounts &) = default;
};

/// How are the principles answered, over all systems? What is due stacked by answer, what is not due apart,
/// and the same figures in a table; shall or should.
class PrinciplesPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit PrinciplesPanel(QWidget *parent = nullptr);

    void show(const Catalogue &catalogue, const RollUp &counts);

Q_SIGNALS:
    /// Somebody asks for the answers to the principle of this clause.
    void principleChosen(const QString &clause);

private:
    void makeCharts();
    void showVerb();

    std::vector<PrincipleCounts> m_shall;
    std::vector<PrincipleCounts> m_should;
    RecordModel<PrincipleCounts> m_lines;
    TabRow *m_verb = nullptr;
    QWidget *m_charts = nullptr;
    BarsChart *m_due = nullptr; ///< made when there is something to show
    BarsChart *m_notDue = nullptr;
    TableView *m_table = nullptr;
};

}
