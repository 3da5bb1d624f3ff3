#pragma once

#include "core/workspace/readinesshistory.h"
#include "ui/models/recordmodel.h"

#include <QWidget>

namespace plimsoll {

class Disclosure;
class PlainLabel;
class ReadinessChart;
class SideBySide;
class TableView;

/// How did we get here? Conformity and progress of all systems over time, shall and should apart, as charts
/// and as the same figures in a table.
class ReadinessPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ReadinessPanel(QWidget *parent = nullptr);

    /// Until the past is known only this is said, and the rest of the page does not wait for it.
    void sayReading();
    /// Says why the past cannot be shown; the rest of the page stands.
    void sayMissing(const Error &error);
    /// `today` follows the past.
    void show(const ReadinessHistory &past, const ReadinessPoint &today);

Q_SIGNALS:
    /// Somebody asks what happened until the end of this day.
    void dayChosen(QDate day);

private:
    void makeCharts();
    ReadinessChart *chart(const QString &heading, const QString &accessibleName, SideBySide &row);

    RecordModel<ReadinessPoint> m_points;
    PlainLabel *m_says = nullptr;
    QWidget *m_charts = nullptr;
    ReadinessChart *m_shall = nullptr; ///< made when there is something to show
    ReadinessChart *m_should = nullptr;
    Disclosure *m_figures = nullptr;
    TableView *m_table = nullptr;
};

}
