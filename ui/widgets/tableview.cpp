#include "ui/widgets/tableview.h"

#include "ui/theme/spacing.h"
#include "ui/widgets/plaindelegate.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

/// Behind the key of a table's state: whether a person chose its widths.
constexpr auto ownWidths = "/own-widths"_L1;
/// Whether a person chose its columns.
constexpr auto ownColumns = "/own-columns"_L1;

/// A cell as it is pasted into a spreadsheet: quoted where it holds what separates cells.
QString asField(QString text)
{
    if (!text.contains(u'\t') && !text.contains(u'\n') && !text.contains(u'"'))
        return text;
    return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
}

/// Characters of a date and time, or a state: useless when cut, while a title is not.
constexpr int longestFact = 18;
constexpr int leastProse = 10;
/// Of the first column, by which people tell the rows apart.
constexpr int leastName = 22;

}

TableView::TableView(const QString &key, const QString &accessibleName, QWidget *parent)
    : QTableView(parent)
    , m_key(u"table/"_s + key)
{
    setObjectName(key);
    setAccessibleName(accessibleName);
    setItemDelegate(new PlainDelegate(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(NoFrame);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setMouseTracking(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    horizontalHeader()->setSortIndicatorClearable(false);
    fitRows();
    m_measuring.setSingleShot(true);
    m_measuring.setInterval(0);
    connect(&m_measuring, &QTimer::timeout, this, &TableView::measureContent);
    connect(&m_measuring, &QTimer::timeout, this, [this] {
        if (m_waitsForRows)
            showKeyboard();
    });
    connect(horizontalHeader(), &QWidget::customContextMenuRequested, this,
            [this](const QPoint &at) { chooseColumns(horizontalHeader()->mapToGlobal(at)); });
    connect(this, &QTableView::doubleClicked, this, &TableView::opened);
    connect(horizontalScrollBar(), &QScrollBar::rangeChanged, this, &TableView::fitHeight);
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, &TableView::noteWidth);
}

TableView::~TableView()
{
    keepState();
}

void TableView::setModel(QAbstractItemModel *model)
{
    keepState();
    if (this->model())
        disconnect(this->model(), nullptr, &m_measuring, nullptr);
    QTableView::setModel(model);
    m_content.clear();
    if (!model)
        return;
    const auto measureSoon = qOverload<>(&QTimer::start);
    connect(model, &QAbstractItemModel::modelReset, &m_measuring, measureSoon);
    connect(model, &QAbstractItemModel::rowsInserted, &m_measuring, measureSoon);
    connect(model, &QAbstractItemModel::dataChanged, &m_measuring, measureSoon);
    m_measuring.start();
    // A state of another set of columns is refused by restoreState's own check only when the count differs.
    const QSettings settings;
    const bool isKept = horizontalHeader()->restoreState(settings.value(stateKey()).toByteArray()) &&
                        horizontalHeader()->count() == model->columnCount();
    m_hasOwnWidths = isKept && settings.value(stateKey() + ownWidths).toBool();
    // Without the key no column was left out by itself when the state was kept: a person chose them.
    m_hasOwnColumns = isKept && settings.value(stateKey() + ownColumns, true).toBool();
    if (!isKept)
        horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);
    fitHeight(); // of which the header takes nothing while it has no columns
}

void TableView::suggestWidths(const QList<int> &characters)
{
    m_suggested = characters;
    fitColumns();
}

int TableView::widthOf(int characters) const
{
    return characters * fontMetrics().averageCharWidth() + spacing::large;
}

/// A filter that hides the longest words makes nothing narrower: columns would jump while somebody types.
void TableView::measureContent()
{
    constexpr int mostRowsMeasured = 60;
    if (!model() || m_suggested.isEmpty() || m_hasOwnWidths)
        return;
    m_content.resize(horizontalHeader()->count());
    const int rows = model()->rowCount();
    const int step = std::max(1, rows / mostRowsMeasured);
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    for (int column = 0; column < m_content.size(); ++column) {
        for (int row = 0; row < rows; row += step) {
            const QModelIndex index = model()->index(row, column);
            if (!index.data().toString().isEmpty())
                m_content[column] =
                    std::max(m_content[column], itemDelegate()->sizeHint(option, index).width());
        }
    }
    fitColumns();
}

/// Of its words alone: room for the sign of the order is not kept free in every column.
int TableView::headingWidth(int column) const
{
    const QString words = model()->headerData(column, Qt::Horizontal).toString();
    return horizontalHeader()->fontMetrics().horizontalAdvance(words) + spacing::large + spacing::small;
}

/// What a column without a width of its own, which takes the rest, needs to begin its words.
int TableView::leastOfTheRest(int column) const
{
    if (isColumnHidden(column))
        return 0;
    return std::max(headingWidth(column), std::min(m_content.value(column), widthOf(longestFact)));
}

/// Of every column with a width of its own that is shown.
std::vector<ColumnWidth> TableView::wantedWidths() const
{
    const bool isMeasured =
        std::any_of(m_content.cbegin(), m_content.cend(), [](int content) { return content > 0; });
    std::vector<ColumnWidth> widths;
    for (int column = 0; column < std::min(int(m_suggested.size()), horizontalHeader()->count()); ++column) {
        if (isColumnHidden(column))
            continue;
        const int heading = headingWidth(column);
        const int content = m_content.value(column);
        const bool isProse = m_suggested[column] > longestFact;
        const int suggested = widthOf(m_suggested[column]);
        // A width that a person chose is what its column is to have.
        const int needed = m_hasOwnWidths && !isLastShown(column) ? columnWidth(column)
                           : isMeasured                           ? std::max(heading, content)
                                                                  : suggested;
        // Characters of the average width do not hold as many digits.
        const int whole = isProse ? suggested : std::clamp(needed, suggested, suggested * 3 / 2);
        widths.push_back(
            {.column = column,
             .whole = whole,
             .needed = needed,
             .least = isProse ? std::max(heading, widthOf(column == 0 ? leastName : leastProse)) : whole});
    }
    return widths;
}

void TableView::showWhatFits()
{
    if (m_hasOwnColumns)
        return;
    for (const int column : m_whereThereIsRoom)
        setColumnHidden(column, false);
    const auto suffices = m_roomForOthers == Room::ForEveryWord ? areAllWhole : haveAllTheirShare;
    for (const int column : m_whereThereIsRoom) {
        if (suffices(wantedWidths(), viewport()->width()))
            return;
        if (!m_hasOwnWidths)
            setColumnWidth(column, widthOf(m_suggested.value(column))); // with which it comes back
        setColumnHidden(column, true);
    }
}

void TableView::fitColumns()
{
    if (!model())
        return;
    const QScopedValueRollback fitting(m_isFitting, true);
    showWhatFits();
    if (m_hasOwnWidths)
        return;
    int rest = 0;
    for (int column = int(m_suggested.size()); column < horizontalHeader()->count(); ++column) {
        rest += leastOfTheRest(column);
        setColumnWidth(column, leastOfTheRest(column)); // else Qt stretches from its default width on
    }
    std::vector<ColumnWidth> widths = wantedWidths();
    shareRoom(widths, viewport()->width() - rest);
    for (const ColumnWidth &width : widths)
        setColumnWidth(width.column, width.given);
}

bool TableView::isLastShown(int column) const
{
    for (int visual = horizontalHeader()->count() - 1; visual >= 0; --visual) {
        if (const int logical = horizontalHeader()->logicalIndex(visual); !isColumnHidden(logical))
            return logical == column;
    }
    return false;
}

/// Only a person holds the mouse down, though not always on the header: a splitter beside the table makes it
/// fit its columns anew. The last column follows the others by itself.
void TableView::noteWidth(int column)
{
    if (!m_isFitting && !isLastShown(column) && QGuiApplication::mouseButtons().testFlag(Qt::LeftButton))
        m_hasOwnWidths = true;
}

void TableView::showWhereThereIsRoom(const QList<int> &columns, Room room)
{
    m_whereThereIsRoom = columns;
    m_roomForOthers = room;
    fitColumns();
}

void TableView::setRowsInSight(int rows, Taller taller)
{
    m_rowsInSight = rows;
    m_taller = taller;
    fitHeight();
}

QString TableView::selectionAsTable() const
{
    QList<int> columns;
    for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
        if (const int column = horizontalHeader()->logicalIndex(visual); !isColumnHidden(column))
            columns.append(column);
    }
    QList<int> rows;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        rows.append(index.row());
    std::sort(rows.begin(), rows.end());
    const PlainDelegate words;
    const auto line = [&columns](const auto &cell) {
        QStringList cells;
        for (const int column : columns)
            cells.append(asField(cell(column)));
        return cells.join(u'\t');
    };
    QStringList lines{
        line([this](int column) { return model()->headerData(column, Qt::Horizontal).toString(); })};
    for (const int row : rows) {
        lines.append(line([&](int column) {
            const QVariant value = model()->index(row, column).data();
            return value.typeId() == QMetaType::QString ? value.toString()
                                                        : words.displayText(value, locale());
        }));
    }
    return lines.join(u'\n') + u'\n';
}

void TableView::copySelection() const
{
    if (model() && selectionModel()->hasSelection())
        QGuiApplication::clipboard()->setText(selectionAsTable());
}

void TableView::chooseColumns(const QPoint &at)
{
    if (!model())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = 0; column < model()->columnCount(); ++column) {
        auto *choice = menu->addAction(model()->headerData(column, Qt::Horizontal).toString());
        choice->setCheckable(true);
        choice->setChecked(!isColumnHidden(column));
        // The last visible column stays, or nothing would be left to click on.
        choice->setEnabled(isColumnHidden(column) ||
                           horizontalHeader()->count() - horizontalHeader()->hiddenSectionCount() > 1);
        connect(choice, &QAction::toggled, this, [this, column](bool on) {
            m_hasOwnColumns = true;
            setColumnHidden(column, !on);
        });
    }
    menu->popup(at);
}

void TableView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange && m_characterWidth > 0) {
        const double growth = double(fontMetrics().averageCharWidth()) / m_characterWidth;
        for (int column = 0; column < horizontalHeader()->count(); ++column)
            setColumnWidth(column, int(columnWidth(column) * growth));
        m_content.clear();
        m_measuring.start();
        fitRows();
        fitColumns();
    }
    QTableView::changeEvent(event);
}

void TableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fitColumns();
}

void TableView::hideEvent(QHideEvent *event)
{
    // A page's model goes before its table, and takes the columns along: when the table goes it is too late.
    keepState();
    QTableView::hideEvent(event);
}

void TableView::keepState() const
{
    if (!model() || horizontalHeader()->count() == 0)
        return;
    QSettings settings;
    settings.setValue(stateKey(), horizontalHeader()->saveState());
    settings.setValue(stateKey() + ownWidths, m_hasOwnWidths);
    settings.setValue(stateKey() + ownColumns, m_hasOwnColumns);
}

QString TableView::stateKey() const
{
    return m_key + u'/' + QString::number(fontMetrics().height());
}

void TableView::fitRows()
{
    m_characterWidth = fontMetrics().averageCharWidth();
    verticalHeader()->setMinimumSectionSize(0);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + spacing::medium);
    fitHeight();
}

void TableView::fitHeight()
{
    if (m_rowsInSight == 0)
        return;
    const int scrollBar =
        horizontalScrollBar()->maximum() > 0 ? horizontalScrollBar()->sizeHint().height() : 0;
    const int height = horizontalHeader()->sizeHint().height() +
                       m_rowsInSight * verticalHeader()->defaultSectionSize() + scrollBar;
    if (m_taller == Taller::Never)
        setFixedHeight(height);
    else
        setMinimumHeight(height);
}

}
