// What a table does with the keyboard, and the page around it.
#include "tests/support/ownsettings.h"
#include "ui/widgets/scrollpane.h"
#include "ui/widgets/tableview.h"

#include <QScrollBar>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class TestTableKeyboard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { keepSettingsIn(m_settings.path()); }

    void theOnlyRowIsChosenByAnArrow_data()
    {
        QTest::addColumn<Qt::Key>("arrow");
        QTest::newRow("down") << Qt::Key_Down;
        QTest::newRow("up") << Qt::Key_Up;
    }
    void theOnlyRowIsChosenByAnArrow()
    {
        QFETCH(const Qt::Key, arrow);
        QStandardItemModel model(1, 2);
        TableView table(u"only"_s, u"Only one"_s);
        table.setModel(&model);
        show(table);
        QVERIFY(!table.selectionModel()->hasSelection());

        QTest::keyClick(&table, arrow);

        QVERIFY(table.selectionModel()->isRowSelected(0));
    }

    void aTableThatFillsWhileItHasTheKeyboardShowsWhere()
    {
        QStandardItemModel model(0, 2);
        TableView table(u"later"_s, u"Filled later"_s);
        table.setModel(&model);
        show(table);
        QVERIFY(!table.currentIndex().isValid());

        model.appendRow(new QStandardItem(u"first"_s));

        QTRY_COMPARE(table.currentIndex().row(), 0);
        QVERIFY(!table.selectionModel()->hasSelection());
    }

    /// Who reads on below the table is not taken back to its first row.
    void whatIsReadAnewChoosesNoRow()
    {
        QStandardItemModel model(3, 2);
        TableView table(u"anew"_s, u"Read anew"_s);
        table.setModel(&model);
        show(table);
        QTest::keyClick(&table, Qt::Key_Down);

        model.setRowCount(0);
        model.setRowCount(3);
        QTest::qWait(0);

        QVERIFY(!table.selectionModel()->hasSelection());
    }

    void thePageScrollsWithTheRowThatHasTheKeyboard()
    {
        constexpr int rows = 60;
        QStandardItemModel model(rows, 1);
        ScrollPane pane(u"Page"_s);
        auto *table = new TableView(u"long"_s, u"Long"_s);
        table->setModel(&model);
        table->setRowsInSight(rows);
        pane.column()->addWidget(table);
        pane.resize(500, 300);
        show(pane);
        table->setFocus();
        const auto isSeen = [&](int row) {
            const QRect cell = table->visualRect(model.index(row, 0));
            return pane.viewport()->rect().contains(table->viewport()->mapTo(pane.viewport(), cell.center()));
        };
        QVERIFY(!isSeen(rows - 1));

        for (int row = 1; row < rows; ++row) {
            QTest::keyClick(table, Qt::Key_Down);
            QVERIFY2(isSeen(row), qPrintable(QString::number(row)));
        }
        QTest::keyClick(table, Qt::Key_Home, Qt::ControlModifier);

        QVERIFY(isSeen(0));
    }

private:
    static void show(QWidget &widget)
    {
        widget.show();
        widget.activateWindow();
        widget.setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&widget));
    }

    QTemporaryDir m_settings;
};

QTEST_MAIN(TestTableKeyboard)
#include "tst_tablekeyboard.moc"
