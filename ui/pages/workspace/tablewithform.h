#pragma once

#include <QWidget>

class QAbstractItemModel;
class QModelIndex;

namespace plimsoll {

class CellGrid;
class TableView;

/// A table of which one row is chosen, and under it the fields of that row; without a row no fields.
class TableWithForm : public QWidget
{
    Q_OBJECT

public:
    /// `key` names the table in the settings.
    TableWithForm(const QString &key, const QString &heading, QWidget *parent = nullptr);

    /// What the table shows, with widths in characters.
    void setModel(QAbstractItemModel &model, const QList<int> &widths);

    /// Where the fields go.
    [[nodiscard]] CellGrid *fields() const { return m_grid; }

    /// To be called when the model was filled anew: nothing is chosen then but this row, if it is one. The
    /// fields stay where somebody is typing.
    void choose(const QModelIndex &row);
    /// -1 for none.
    [[nodiscard]] int chosenRow() const;

Q_SIGNALS:
    /// Another row is chosen, or none.
    void chosenChanged();

private:
    void showFields();

    TableView *m_table = nullptr;
    QWidget *m_fields = nullptr;
    CellGrid *m_grid = nullptr;
};

}
