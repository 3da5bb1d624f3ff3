#include "ui/pages/checklist/itemlist.h"

#include "core/report/charts.h"
#include "ui/pages/checklist/itemdelegate.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/readingonly.h"
#include "ui/widgets/scrollpane.h"

#include <QComboBox>
#include <QListView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

/// Letters find nothing in it: where digits answer, a word typed in the wrong place would go to another item
/// and answer that.
class Rows final : public QListView
{
public:
    void keyboardSearch(const QString & /*typed*/) override {}

    /// With the heading right above it.
    void scrollTo(const QModelIndex &index, ScrollHint hint) override
    {
        const QModelIndex above = index.siblingAtRow(index.row() - 1);
        if (above.isValid() && !above.flags().testFlag(Qt::ItemIsEnabled))
            QListView::scrollTo(above, hint);
        QListView::scrollTo(index, hint);
    }

protected:
    /// Whoever moves without an event chooses that row alone, and Shift goes on from it. The keyboard is not
    /// asked: a key still held, as in Ctrl+Enter, would add to what is chosen.
    [[nodiscard]] QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex &index,
                                                                       const QEvent *event) const override
    {
        return event ? QListView::selectionCommand(index, event) : QItemSelectionModel::ClearAndSelect;
    }

    /// Never to a heading: to the item below it.
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override
    {
        QModelIndex goal = QListView::moveCursor(action, modifiers);
        while (goal.isValid() && !goal.flags().testFlag(Qt::ItemIsEnabled))
            goal = goal.siblingAtRow(goal.row() + 1);
        return goal;
    }

    void focusInEvent(QFocusEvent *event) override
    {
        QListView::focusInEvent(event);
        bringCurrentIntoSight();
    }

    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override
    {
        QListView::currentChanged(current, previous);
        if (hasFocus())
            bringCurrentIntoSight();
    }

private:
    /// Where the page itself scrolls, once what was shown for the row is laid out.
    void bringCurrentIntoSight()
    {
        const auto bring = [this] {
            if (hasFocus() && currentIndex().isValid())
                bringIntoSight(*this, visualRect(currentIndex()).translated(viewport()->pos()));
        };
        QMetaObject::invokeMethod(this, bring, Qt::QueuedConnection);
    }
};

}

ItemList::ItemList(QWidget *parent)
    : QWidget(parent)
    , m_model(new ItemListModel(this))
    , m_view(new Rows)
    , m_order(new QComboBox)
    , m_heading((new PlainLabel({}, TextKind::Heading))->wrapped())
    , m_shown((new PlainLabel({}, TextKind::Small, Emphasis::Quiet))->wrapped())
    , m_empty((new PlainLabel({}, TextKind::Body, Emphasis::Quiet))->wrapped())
{
    onlyReads(*this);
    auto *panel = new Panel;
    panel->content()->addWidget(m_heading);
    panel->content()->addLayout(buildFilters());
    m_shown->setObjectName(u"counts"_s);
    panel->content()->addWidget(m_shown);
    m_empty->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_empty->hide();
    panel->content()->addWidget(m_empty);
    buildRows();
    panel->content()->addWidget(m_view, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(panel);
    connect(m_order, &QComboBox::activated, this, &ItemList::arrange);
    connect(m_all, &QPushButton::clicked, this, &ItemList::allPhasesChosen);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (const QString item = current(); !item.isEmpty())
            Q_EMIT currentChanged(item);
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { Q_EMIT selectionChanged(selection()); });
    connect(m_model, &QAbstractItemModel::dataChanged, this, &ItemList::explain);
}

QLayout *ItemList::buildFilters()
{
    auto *filters = new FlowLayout;
    filters->addWidget(
        filterButton(tr("Open"), tr("Only what is due and not met, or to be confirmed"), &ItemFilter::open));
    filters->addWidget(filterButton(tr("Minimum set"),
                                    tr("Only the provisions to begin with; which these are is our judgement"),
                                    &ItemFilter::minimum));
    filters->addWidget(filterButton(tr("With problems"), tr("Only what would not stand up to an auditor yet"),
                                    &ItemFilter::problems));
    auto *overdue =
        filterButton(tr("Overdue"), tr("Only what was due on a day that has passed, and is not met"),
                     &ItemFilter::overdue);
    overdue->setObjectName(u"overdueItems"_s);
    filters->addWidget(overdue);
    m_all = button(tr("All phases"));
    m_all->setCheckable(true);
    m_all->setObjectName(u"allPhases"_s);
    filters->addWidget(m_all);
    m_order->addItems({tr("As in the standard"), tr("Start here")});
    m_order->setAccessibleName(tr("Order of the list"));
    m_order->setToolTip(tr("“Start here” puts first what is quickest and most pressing"));
    m_order->setObjectName(u"order"_s);
    filters->addWidget(m_order);
    return filters;
}

void ItemList::buildRows()
{
    m_view->setModel(m_model);
    m_view->setItemDelegate(new ItemDelegate(m_view));
    m_view->setObjectName(u"items"_s);
    m_view->setAccessibleName(tr("Checklist"));
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setMouseTracking(true);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setResizeMode(QListView::Adjust);
    m_view->setMinimumHeight(240);
}

QPushButton *ItemList::filterButton(const QString &text, const QString &toolTip, bool ItemFilter::*member)
{
    auto *made = button(text);
    made->setCheckable(true);
    made->setToolTip(toolTip);
    connect(made, &QPushButton::toggled, this, [this, member](bool on) {
        m_filter.*member = on;
        arrange();
    });
    return made;
}

void ItemList::setReading(const ChecklistReading &reading)
{
    m_phases.clear();
    for (const Phase &phase : reading.checklist.catalogue->phases())
        m_phases.append(phase.title);
    m_model->setRows(itemRows(reading), *reading.checklist.catalogue);
    explain();
    if (current().isEmpty())
        chooseFirst();
}

void ItemList::setPhase(int phase)
{
    m_all->setChecked(phase < 0);
    if (phase == m_filter.phase)
        return;
    m_filter.phase = phase;
    arrange();
}

void ItemList::arrange()
{
    const QString before = current();
    m_model->arrange(m_filter, ItemOrder(m_order->currentIndex()));
    explain();
    if (const QModelIndex index = m_model->indexOf(before); index.isValid())
        makeCurrent(index);
    else
        chooseFirst();
}

void ItemList::makeCurrent(const QModelIndex &index)
{
    m_view->setCurrentIndex(index);
}

void ItemList::chooseFirst()
{
    const QStringList items = m_model->shownInOrder();
    if (!items.isEmpty())
        makeCurrent(m_model->indexOf(items.first()));
}

/// What is carried over and not due, such as a not applicable, is to be confirmed as well.
QString ItemList::countsInWords() const
{
    const int openAndDue = int(std::ranges::count_if(m_model->rows(), [this](const ItemRow &row) {
        return row.isOpen() && row.isDue() && ItemFilter{m_filter.phase}.accepts(row);
    }));
    QString words = tr("%1 items. Applicable and due: %2, of these open: %3.")
                        .arg(m_model->itemsOfPhase())
                        .arg(dueItems())
                        .arg(openAndDue);
    if (const int others = openItems() - openAndDue; others > 0)
        words += u' ' + tr("To confirm besides: %1.").arg(others);
    if (lapsedItems() > 0)
        words += u' ' + tr("With lapsed evidence: %1.").arg(lapsedItems());
    return words;
}

void ItemList::explain()
{
    m_heading->setPlainText(m_phases.value(m_filter.phase, tr("All phases")));
    QStringList filters;
    if (m_filter.open)
        filters.append(tr("open"));
    if (m_filter.minimum)
        filters.append(tr("in the minimum set"));
    if (m_filter.problems)
        filters.append(tr("with problems"));
    if (m_filter.overdue)
        filters.append(tr("overdue"));
    const int shown = m_model->shownItems();
    const int all = m_model->itemsOfPhase();
    const QString count = filters.isEmpty()
                              ? countsInWords()
                              : tr("%1 of %2 shown: %3").arg(shown).arg(all).arg(filters.join(tr(", ")));
    const QString rings =
        tr("Rings count provisions whole, shall and should apart. %1").arg(conformityFormula());
    m_shown->setPlainText(count + u'\n' + rings);
    m_empty->setVisible(shown == 0);
    m_view->setVisible(shown > 0);
    m_empty->setPlainText(all == 0 ? tr("This phase has no items.")
                                   : tr("Nothing here is %1. Switch the filter off to see all %2 items.")
                                         .arg(filters.join(tr(" and ")))
                                         .arg(all));
}

QString ItemList::current() const
{
    return m_view->currentIndex().data(ItemListModel::ItemRole).toString();
}

void ItemList::setCurrent(const QString &item)
{
    if (!m_model->indexOf(item).isValid()) {
        for (auto *filter : findChildren<QPushButton *>()) {
            if (filter != m_all)
                filter->setChecked(false);
        }
    }
    if (const QModelIndex index = m_model->indexOf(item); index.isValid())
        makeCurrent(index);
}

void ItemList::chooseCurrentOnly()
{
    makeCurrent(m_view->currentIndex());
}

QStringList ItemList::selection() const
{
    QModelIndexList indexes = m_view->selectionModel()->selectedIndexes();
    std::sort(indexes.begin(), indexes.end());
    QStringList items;
    for (const QModelIndex &index : std::as_const(indexes))
        items.append(index.data(ItemListModel::ItemRole).toString());
    return items;
}

int ItemList::openItems() const
{
    return int(std::count_if(m_model->rows().cbegin(), m_model->rows().cend(), [this](const ItemRow &row) {
        return row.isOpen() && ItemFilter{m_filter.phase}.accepts(row);
    }));
}

int ItemList::dueItems() const
{
    return int(std::count_if(m_model->rows().cbegin(), m_model->rows().cend(), [this](const ItemRow &row) {
        return row.isDue() && ItemFilter{m_filter.phase}.accepts(row);
    }));
}

int ItemList::lapsedItems() const
{
    return int(std::count_if(m_model->rows().cbegin(), m_model->rows().cend(), [this](const ItemRow &row) {
        return row.isDue() && row.hasLapsed && ItemFilter{m_filter.phase}.accepts(row);
    }));
}

QString ItemList::nextOpen() const
{
    const QString here = current();
    const QStringList shown = m_model->shownInOrder();
    const QStringList order = shown.mid(shown.indexOf(here) + 1);
    QStringList others;
    QSet<QString> open;
    for (const ItemRow &row : m_model->rows()) {
        others.append(row.item);
        if (row.isOpen())
            open.insert(row.item);
    }
    std::rotate(others.begin(), others.begin() + others.indexOf(here) + 1, others.end());
    for (const QString &item : order + others) {
        if (item != here && open.contains(item))
            return item;
    }
    return {};
}

QString ItemList::neighbour(int step) const
{
    const QStringList order = m_model->shownInOrder();
    return order.value(order.indexOf(current()) + step);
}

QWidget &ItemList::rows() const
{
    return *m_view;
}

void ItemList::focusList()
{
    m_view->setFocus();
}

}
