#pragma once

#include "ui/widgets/columnwidths.h"

#include <QTableView>
#include <QTimer>

namespace plimsoll {

/// The table of every page: whole rows, sorting by header, columns chosen by right click on the header or
/// Shift+F10 in it, Ctrl+C copies the selection as a table. Columns, widths and order are kept under its
/// object name.
class TableView final : public QTableView
{
    Q_OBJECT

public:
    enum class Taller { Never, WithThePage };

    /// `key` names the table in the settings; `accessibleName` says what it lists.
    TableView(const QString &key, const QString &accessibleName, QWidget *parent = nullptr);
    ~TableView() override;

    /// Takes the model (it stays the caller's) and brings back columns and sort order as they were left.
    void setModel(QAbstractItemModel *model) override;

    /// Widths for columns until somebody drags one, in characters. Room that is left goes to columns whose
    /// words would be cut. Where the widths do not fit, columns that hold less give up what they do not need,
    /// then columns of words give way, before the table scrolls sideways; then the first one alone does. The
    /// last column takes the rest.
    void suggestWidths(const QList<int> &characters);

    /// How much room the other columns have before one is shown besides.
    enum class Room {
        ForEveryWord,
        AsSuggested, ///< or what their words need where that is less
    };
    /// Columns that are shown only where the others keep their room, or once somebody chooses columns: what
    /// they say is said elsewhere too. The first is the first to go.
    void showWhereThereIsRoom(const QList<int> &columns, Room room = Room::ForEveryWord);

    /// As tall as so many rows under their header, whatever the font, and taller where the page leaves room
    /// when so wanted; the page scrolls, and the table within it.
    void setRowsInSight(int rows, Taller taller = Taller::Never);

    /// The selected rows in the order shown, visible columns only, with headers: tab separated values.
    [[nodiscard]] QString selectionAsTable() const;
    void copySelection() const;
    /// The menu that shows and hides columns.
    void chooseColumns(const QPoint &at);

Q_SIGNALS:
    /// Enter or a double click on a row.
    void opened(const QModelIndex &index);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void showKeyboard();
    void keepState() const;
    void fitColumns();
    void showWhatFits();
    [[nodiscard]] std::vector<ColumnWidth> wantedWidths() const;
    [[nodiscard]] int headingWidth(int column) const;
    [[nodiscard]] int leastOfTheRest(int column) const;
    [[nodiscard]] bool isLastShown(int column) const;
    void noteWidth(int column);
    void measureContent();
    [[nodiscard]] int widthOf(int characters) const;
    void fitRows();
    void fitHeight();
    /// Widths kept at one text size would cut off at another.
    [[nodiscard]] QString stateKey() const;

    QString m_key;
    int m_characterWidth = 0;
    int m_rowsInSight = 0; ///< 0: as the layout has it
    Taller m_taller = Taller::Never;
    Room m_roomForOthers = Room::ForEveryWord;
    QList<int> m_whereThereIsRoom;
    QList<int> m_suggested; ///< characters a column
    QList<int> m_content;   ///< pixels the widest words seen in a column take; 0 when it held none
    QTimer m_measuring{this};
    bool m_waitsForRows = false;  ///< has the keyboard, and no row to show it
    bool m_isFitting = false;     ///< widths change that nobody chose
    bool m_hasOwnWidths = false;  ///< a person's
    bool m_hasOwnColumns = false; ///< a person's choice of them
};

}
