#include "ui/pages/grid/gridpage.h"

#include "core/workspace/workspace.h"
#include "ui/jobs/jobs.h"
#include "ui/jobs/withreader.h"
#include "ui/pages/checklist/answerwriter.h"
#include "ui/pages/checklist/checklistreading.h"
#include "ui/pages/checklist/severalitemsbar.h"
#include "ui/pages/grid/griddelegate.h"
#include "ui/pages/grid/gridheader.h"
#include "ui/pages/grid/inheritedsign.h"
#include "ui/pages/system/systempage.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptyhint.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/readingonly.h"
#include "ui/widgets/scrollpane.h"
#include "ui/widgets/statuslabel.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr int restMilliseconds = 30;
constexpr int fewRows = 6;         ///< so many are in sight at least
constexpr int rowsAtOnce = 40;     ///< more would keep the page waiting for its first marks
constexpr int mostAnswered = 1000; ///< as many as one change set holds

/// A mark never stands without its word.
QLayout *legend()
{
    auto *line = new FlowLayout;
    for (const StatusMark mark :
         {StatusMark::Met, StatusMark::PartlyMet, StatusMark::NotMet, StatusMark::NotApplicable,
          StatusMark::NotAnswered, StatusMark::Waiting, StatusMark::ReliedUpon})
        line->addWidget(new StatusLabel(mark));
    line->addWidget(new InheritedSign);
    return line;
}

QString systemsByItems(int systems, int items)
{
    return (systems == 1 ? GridPage::tr("1 system") : GridPage::tr("%1 systems").arg(systems)) + u" × "_s +
           (items == 1 ? GridPage::tr("1 item") : GridPage::tr("%1 items").arg(items));
}

}

GridPage::GridPage(Workspace &workspace, Jobs &jobs, QWidget *parent)
    : Page(tr("Grid"), parent)
    , m_workspace(workspace)
    , m_jobs(jobs)
    , m_writer(new AnswerWriter(workspace, jobs, this))
    , m_model(std::make_unique<GridModel>())
    , m_empty(new EmptyHint(tr("No systems yet"),
                            tr("Register the first system on the page Systems; its answers appear here.")))
    , m_view(new QTableView)
    , m_hint((new PlainLabel({}, TextKind::Small, Emphasis::Quiet))->wrapped())
    , m_bar(new SeveralItemsBar(workspace, jobs, *m_writer))
{
    build();
    m_pause.setSingleShot(true);
    m_pause.setInterval(restMilliseconds);
    connect(&m_pause, &QTimer::timeout, this, &GridPage::readRowsInSight);
    connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(m_view->verticalScrollBar(), &QScrollBar::rangeChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(m_view->horizontalScrollBar(), &QScrollBar::rangeChanged, this, &GridPage::fitHeight);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        m_bar->forget();
        showSelection();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &cell) {
                if (m_view->hasFocus() && cell.isValid())
                    bringIntoSight(*m_view, m_view->visualRect(cell).translated(m_view->viewport()->pos()));
            });
    connect(m_view, &QTableView::doubleClicked, this, &GridPage::openCell);
    for (const Qt::Key enter : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *open = new QShortcut(QKeySequence(enter), m_view);
        open->setContext(Qt::WidgetShortcut);
        connect(open, &QShortcut::activated, this, [this] { openCell(m_view->currentIndex()); });
    }
    const auto say = [this](const Error &error) {
        banner().say(error);
    };
    connect(m_writer, &AnswerWriter::refused, this, say);
    connect(m_bar, &SeveralItemsBar::refused, this, say);
    connect(&workspace, &Workspace::changed, this, &GridPage::renew);
    connect(&workspace, &Workspace::changedElsewhere, this, [this] {
        m_model->forgetRows();
        readFrame();
    });
}

GridPage::~GridPage() = default;

void GridPage::build()
{
    content()->addWidget(
        (new PlainLabel(tr("Where does every system stand, item by item?"), TextKind::Title))->wrapped());
    content()->addWidget(m_hint);
    m_narrowed = new QWidget;
    auto *narrowed = new FlowLayout(m_narrowed);
    m_shows = new PlainLabel({}, TextKind::Strong);
    narrowed->addWidget(m_shows);
    auto *all = button(tr("Show all items"));
    all->setObjectName(u"grid/all"_s);
    connect(all, &QPushButton::clicked, this, [this] {
        m_principle.clear();
        showPrinciple();
    });
    onlyReads(*all);
    narrowed->addWidget(all);
    m_narrowed->hide();
    content()->addWidget(m_narrowed);
    m_panel = new Panel;
    m_panel->content()->addWidget(m_view, 1);
    m_panel->content()->addWidget(m_empty);
    m_panel->content()->addLayout(legend());
    m_empty->hide();
    m_view->setModel(m_model.get());
    m_view->setObjectName(u"grid"_s);
    m_view->setAccessibleName(tr("Systems by items"));
    m_view->setItemDelegate(new GridDelegate(m_view));
    m_view->setHorizontalHeader(new GridHeader(Qt::Horizontal, m_view));
    m_view->setVerticalHeader(new GridHeader(Qt::Vertical, m_view));
    m_view->setCornerButtonEnabled(false);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setShowGrid(false);
    m_view->setTabKeyNavigation(false);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    content()->addWidget(m_panel, 1);
    m_bar->hide();
    content()->addWidget(m_bar);
    content()->addStretch(0);
    m_bar->listenWithin(*this);
}

void GridPage::activate(const QString &target)
{
    if (!target.isEmpty())
        m_principle = target;
    readFrame();
}

void GridPage::showPrinciple()
{
    QString title;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const Principle &principle =
            m_model->catalogue()->principles().at(size_t(m_model->item(column).principle));
        m_view->setColumnHidden(column, !m_principle.isEmpty() && principle.clause != m_principle);
        if (principle.clause == m_principle)
            title = principle.title;
    }
    // What was hidden kept the width of the text size it was hidden at.
    m_view->horizontalHeader()->setDefaultSectionSize(m_view->horizontalHeader()->defaultSectionSize());
    m_narrowed->setVisible(!m_principle.isEmpty());
    m_shows->setPlainText(tr("Only %1 %2").arg(m_principle, title));
}

void GridPage::renew(const ChangeSet &changeSet)
{
    if (!concernsChecklists(changeSet))
        return;
    m_model->forgetRows();
    m_pause.start();
}

void GridPage::readFrame()
{
    m_jobs.run<GridFrame>(tr("Read the systems"), withReader(m_workspace, readGridFrame), this,
                          [this](Result<GridFrame> frame) {
                              if (!frame)
                                  return banner().say(frame.error());
                              m_bar->setPersons(frame->persons);
                              m_model->setSystems(std::move(frame->systems), frame->catalogue);
                              m_empty->setVisible(m_model->rowCount() == 0);
                              m_view->setVisible(m_model->rowCount() > 0);
                              showPrinciple();
                              showKeyboard();
                              fitHeight();
                              showSelection();
                              m_pause.start();
                          });
}

/// A few systems leave the room to the form below them; more fill the page.
void GridPage::fitHeight()
{
    const int rows = std::min(m_model->rowCount(), fewRows);
    const bool isFew = m_model->rowCount() <= fewRows;
    const int least = m_view->horizontalHeader()->sizeHint().height() +
                      rows * m_view->verticalHeader()->defaultSectionSize() +
                      m_view->horizontalScrollBar()->sizeHint().height();
    m_view->setMinimumHeight(least);
    m_view->setMaximumHeight(isFew ? least : QWIDGETSIZE_MAX);
    content()->setStretchFactor(m_panel, isFew ? 0 : 1);
    content()->setStretch(content()->count() - 1, isFew ? 1 : 0);
}

/// Where it came before there was a cell to show it.
void GridPage::showKeyboard()
{
    if (!m_view->hasFocus() || m_view->currentIndex().isValid() || m_model->rowCount() == 0)
        return;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        if (!m_view->isColumnHidden(column))
            return m_view->selectionModel()->setCurrentIndex(m_model->index(0, column),
                                                             QItemSelectionModel::NoUpdate);
    }
}

/// Those in sight first, then those of chosen cells.
QList<Id<AiSystem>> GridPage::systemsToRead() const
{
    const int first = std::max(0, m_view->rowAt(0));
    const int bottom = m_view->rowAt(m_view->viewport()->height() - 1);
    QList<Id<AiSystem>> systems =
        m_model->missingBetween(first, bottom < 0 ? m_model->rowCount() - 1 : bottom);
    for (const QModelIndex &cell : cellsChosen()) {
        if (systems.size() >= rowsAtOnce)
            break;
        const auto missing = m_model->missingBetween(cell.row(), cell.row());
        if (!missing.isEmpty() && !systems.contains(missing.first()))
            systems.append(missing);
    }
    systems.resize(std::min<qsizetype>(systems.size(), rowsAtOnce));
    return systems;
}

void GridPage::readRowsInSight()
{
    if (m_isReading || m_model->rowCount() == 0)
        return;
    const QList<Id<AiSystem>> systems = systemsToRead();
    if (systems.isEmpty())
        return;
    m_isReading = true;
    const std::shared_ptr<const Catalogue> catalogue = m_model->catalogue();
    m_jobs.run<QHash<Id<AiSystem>, GridRow>>(
        tr("Read the answers"),
        withReader(m_workspace,
                   [catalogue, systems, today = m_workspace.today()](const Connection &reader) {
                       return readGridRows(reader, catalogue, systems, today);
                   }),
        this, [this](const Result<QHash<Id<AiSystem>, GridRow>> &rows) {
            m_isReading = false;
            if (!rows)
                return banner().say(rows.error());
            for (auto row = rows->cbegin(); row != rows->cend(); ++row)
                m_model->setRow(row.key(), row.value());
            showSelection();
            readRowsInSight();
        });
}

/// The first of those chosen, as many as are answered at once. Nobody chooses what a principle left out.
QModelIndexList GridPage::cellsChosen() const
{
    QModelIndexList cells;
    for (const QItemSelectionRange &range : m_view->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            for (int column = range.left(); column <= range.right(); ++column) {
                if (m_view->isColumnHidden(column))
                    continue;
                cells.append(m_model->index(row, column));
                if (cells.size() == mostAnswered)
                    return cells;
            }
        }
    }
    return cells;
}

qint64 GridPage::countChosen() const
{
    qint64 count = 0;
    for (const QItemSelectionRange &range : m_view->selectionModel()->selection()) {
        for (int column = range.left(); column <= range.right(); ++column)
            count += m_view->isColumnHidden(column) ? 0 : range.height();
    }
    return count;
}

void GridPage::showSelection()
{
    const QModelIndexList cells = cellsChosen();
    QList<ChosenItem> chosen;
    PassedOver passedOver{.tooMany = countChosen() - cells.size()};
    for (const QModelIndex &cell : cells) {
        const GridRow *row = m_model->row(cell.row());
        if (!row || !row->cells.at(size_t(cell.column())).isAnswerable) {
            ++(row ? passedOver.notAnswerable : passedOver.unread);
            continue;
        }
        const Item &item = m_model->item(cell.column());
        chosen.append({{*row->assessment, item.id},
                       u"%1: %2"_s.arg(m_model->system(cell.row()).name, item.id),
                       m_model->catalogue()->titleOf(item)});
    }
    m_bar->setVisible(!cells.isEmpty() && !m_workspace.isReadOnly());
    m_bar->setItems(chosen, passedOver);
    if (passedOver.unread > 0)
        m_pause.start();
    const QString words =
        m_workspace.isReadOnly()
            ? tr("%1. Enter or a double click opens the item.")
            : tr("%1. Choose cells to answer them together (at most 1,000): keys 1 to 4 and 0 choose the "
                 "answer, Ctrl+Enter sets it. Enter or a double click opens the item.");
    m_hint->setPlainText(words.arg(systemsByItems(m_model->rowCount(), m_model->columnCount())));
}

void GridPage::openCell(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    Q_EMIT goTo(SystemPage::placeOf(m_model->system(index.row()).id, u"checklist"_s,
                                    m_model->item(index.column()).id));
}

}
