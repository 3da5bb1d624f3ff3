#include "ui/theme/spacing.h"
#include "ui/widgets/scrollpane.h"
#include "ui/widgets/tableview.h"

#include <QHeaderView>
#include <QKeyEvent>

namespace plimsoll {

void TableView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return copySelection();
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
        event->modifiers() == Qt::NoModifier && currentIndex().isValid()) {
        Q_EMIT opened(currentIndex());
        return;
    }
    if (event->key() == Qt::Key_F10 && event->modifiers().testFlag(Qt::ShiftModifier))
        return chooseColumns(mapToGlobal(QPoint(spacing::large, horizontalHeader()->height())));
    QTableView::keyPressEvent(event);
    // Where the arrow has nowhere to go, the row that has the keyboard would never be chosen.
    const bool isArrow = event->key() == Qt::Key_Down || event->key() == Qt::Key_Up;
    if (isArrow && event->modifiers() == Qt::NoModifier && currentIndex().isValid() &&
        !selectionModel()->hasSelection())
        selectRow(currentIndex().row());
}

/// The page scrolls with the keyboard where the table is taller than what is seen of it.
void TableView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (!hasFocus() || !current.isValid())
        return;
    const QRect row = visualRect(current).translated(viewport()->pos());
    bringIntoSight(*this, row);
}

void TableView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    showKeyboard();
}

/// Qt does so only for a table whose current row nobody has ever set, be it to none.
void TableView::showKeyboard()
{
    m_waitsForRows = hasFocus() && model() && model()->rowCount() == 0;
    if (hasFocus() && model() && !m_waitsForRows && !currentIndex().isValid())
        selectionModel()->setCurrentIndex(moveCursor(MoveHome, Qt::NoModifier),
                                          QItemSelectionModel::NoUpdate);
}

}
