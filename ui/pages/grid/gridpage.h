#pragma once

#include "ui/pages/grid/gridreading.h"
#include "ui/pages/page.h"

#include <QTimer>

class QTableView;

namespace plimsoll {

class SeveralItemsBar;
class AnswerWriter;
class ChangeSet;
class EmptyHint;
class Jobs;
class Panel;
class PlainLabel;
class Workspace;

/// Where do all systems stand, item by item? Systems down, items across; a range of cells is answered at
/// once. The target is the clause of a principle.
class GridPage final : public Page
{
    Q_OBJECT

public:
    static constexpr auto key = QLatin1StringView("grid");

    GridPage(Workspace &workspace, Jobs &jobs, QWidget *parent = nullptr);
    ~GridPage() override;

    /// Where the answers to the principle of this clause are shown, and no others.
    [[nodiscard]] static Place placeOf(const QString &clause) { return {key, clause}; }

    void activate(const QString &target) override;

private:
    void build();
    void renew(const ChangeSet &changeSet);
    void readFrame();
    void readRowsInSight();
    [[nodiscard]] QList<Id<AiSystem>> systemsToRead() const;
    [[nodiscard]] QModelIndexList cellsChosen() const;
    [[nodiscard]] qint64 countChosen() const;
    void showKeyboard();
    void fitHeight();
    void showSelection();
    void showPrinciple();
    void openCell(const QModelIndex &index);

    Workspace &m_workspace;
    Jobs &m_jobs;
    AnswerWriter *m_writer = nullptr;
    std::unique_ptr<GridModel> m_model;
    QTimer m_pause{this}; ///< scrolling rests before rows are read
    bool m_isReading = false;
    QString m_principle; ///< the only one shown; all when empty

    EmptyHint *m_empty = nullptr;
    Panel *m_panel = nullptr;
    QTableView *m_view = nullptr;
    QWidget *m_narrowed = nullptr;
    PlainLabel *m_shows = nullptr;
    PlainLabel *m_hint = nullptr;
    SeveralItemsBar *m_bar = nullptr;
};

}
