#pragma once

#include "ui/pages/checklist/itemlistmodel.h"

#include <QWidget>

class QComboBox;
class QListView;
class QPushButton;

namespace plimsoll {

class PlainLabel;

/// The checklist as a list: filters, order, and what of it is shown in words.
class ItemList final : public QWidget
{
    Q_OBJECT

public:
    explicit ItemList(QWidget *parent = nullptr);

    void setReading(const ChecklistReading &reading);
    /// -1 for all phases.
    void setPhase(int phase);
    [[nodiscard]] int phase() const { return m_filter.phase; }

    [[nodiscard]] QString current() const;
    /// Makes the item current, widening the filter when it hides the item.
    void setCurrent(const QString &item);
    /// More than one means: the same is to be said of all of them.
    [[nodiscard]] QStringList selection() const;
    /// Leaves the current item alone chosen.
    void chooseCurrentOnly();
    /// The next item that is open after the current one in the order shown, then in the phases that follow,
    /// then from the beginning. Empty when nothing else is open.
    [[nodiscard]] QString nextOpen() const;
    [[nodiscard]] QString neighbour(int step) const;
    [[nodiscard]] int openItems() const;
    [[nodiscard]] int dueItems() const;
    /// Of those that are due, which rest on evidence that has lapsed.
    [[nodiscard]] int lapsedItems() const;
    [[nodiscard]] const ItemListModel &model() const { return *m_model; }
    void focusList();
    /// The rows themselves, where the digits answer.
    [[nodiscard]] QWidget &rows() const;

Q_SIGNALS:
    /// The person, or setCurrent(), moved on.
    void currentChanged(const QString &item);
    void selectionChanged(const QStringList &items);
    void allPhasesChosen();

private:
    QLayout *buildFilters();
    void buildRows();
    QPushButton *filterButton(const QString &text, const QString &toolTip, bool ItemFilter::*member);
    void arrange();
    void explain();
    [[nodiscard]] QString countsInWords() const;
    void chooseFirst();
    void makeCurrent(const QModelIndex &index);

    ItemListModel *m_model = nullptr;
    ItemFilter m_filter;
    QStringList m_phases; ///< titles
    QListView *m_view = nullptr;
    QComboBox *m_order = nullptr;
    QPushButton *m_all = nullptr;
    PlainLabel *m_heading = nullptr;
    PlainLabel *m_shown = nullptr;
    PlainLabel *m_empty = nullptr;
};

}
