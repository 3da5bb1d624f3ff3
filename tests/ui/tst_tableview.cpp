#include "tests/support/ownsettings.h"
#include "tests/support/windowfixture.h"
#include "ui/widgets/tableview.h"

#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>
#include <QSettings>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class TestTableView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { keepSettingsIn(m_settings.path()); }

    void copyTakesVisibleColumnsInTheirOrderAndQuotesWhatSeparates()
    {
        QStandardItemModel model(2, 3);
        model.setHorizontalHeaderLabels({u"A"_s, u"B"_s, u"C"_s});
        model.setItem(0, 0, new QStandardItem(u"x\ty"_s));
        model.setItem(0, 1, new QStandardItem(u"hidden"_s));
        model.setItem(0, 2, new QStandardItem(u"say \"z\""_s));
        TableView table(u"copy"_s, u"Copied"_s);
        table.setModel(&model);
        table.setColumnHidden(1, true);

        table.selectRow(0);

        QCOMPARE(table.selectionAsTable(), u"A\tC\n\"x\ty\"\t\"say \"\"z\"\"\"\n"_s);
    }

    void columnsOfWordsGiveWayBeforeTheTableScrolls()
    {
        QStandardItemModel model(3, 4);
        TableView table(u"fit"_s, u"Fit"_s);
        table.setModel(&model);
        table.suggestWidths({16, 40, 40, 16});
        table.show();
        const auto whole = [&table] {
            return table.horizontalHeader()->length();
        };
        table.resize(4000, 200);
        const int ofDates = table.columnWidth(0);
        const int ofWords = table.columnWidth(1);
        const int wanted = 2 * (ofDates + ofWords);

        table.resize(wanted * 4 / 5, 200);
        QTRY_COMPARE(table.horizontalScrollBar()->maximum(), 0);
        QVERIFY(whole() <= table.viewport()->width());
        QCOMPARE(table.columnWidth(0), ofDates);

        table.resize(wanted / 3, 200);
        QTRY_VERIFY(table.horizontalScrollBar()->maximum() > 0);
        QCOMPARE(table.columnWidth(1), ofWords);
    }

    void roomThatIsLeftGoesToWordsThatWouldBeCut()
    {
        const QString title = u"Supplier questionnaire of the platform for hosting models"_s;
        QStandardItemModel model(1, 3);
        model.setItem(0, 0, new QStandardItem(title));
        model.setItem(0, 1, new QStandardItem(u"draft"_s));
        TableView table(u"room"_s, u"Room"_s);
        table.setModel(&model);
        table.suggestWidths({20, 30, 5});
        table.resize(2000, 200);
        table.show();

        const auto needed = [&] {
            return table.sizeHintForIndex(model.index(0, 0)).width();
        };
        QTRY_VERIFY(table.columnWidth(0) >= needed());
        const int roomy = table.columnWidth(0);
        model.setItem(0, 0, new QStandardItem(u"Short"_s));
        QTRY_VERIFY(!isMeasuring(table));
        QCOMPARE(table.columnWidth(0), roomy); // nothing jumps when a filter hides the longest

        model.setItem(0, 0, new QStandardItem(title));
        table.resize(table.columnWidth(1) + table.columnWidth(0), 200);
        QTRY_VERIFY(table.columnWidth(0) >= needed()); // the other one gives up what it does not need
    }

    void whatHoldsNothingGivesWayToTheLastColumn()
    {
        QStandardItemModel model(1, 3);
        model.setHorizontalHeaderLabels({u"Item"_s, u"Owner"_s, u"Rationale"_s});
        model.setItem(0, 0, new QStandardItem(u"5.1.1-1"_s));
        model.setItem(0, 2, new QStandardItem(u"Training is held every year"_s));
        TableView table(u"rest"_s, u"Rest"_s);
        table.setModel(&model);
        table.suggestWidths({24, 18});
        table.resize(60 * table.fontMetrics().averageCharWidth(), 200);

        table.show();

        QTRY_VERIFY(table.columnWidth(2) >= table.sizeHintForIndex(model.index(0, 2)).width());
        QCOMPARE(table.horizontalScrollBar()->maximum(), 0);
    }

    void whatNobodyNeedsGoesToWordsThatAreLongerThanWasMeasured()
    {
        QStandardItemModel model(1, 3);
        model.setItem(0, 0, new QStandardItem(u"165"_s));
        model.setItem(0, 1, new QStandardItem(u"Attach one and another and yet another "_s.repeated(5)));
        model.setItem(0, 2, new QStandardItem(u"8"_s));
        TableView table(u"long"_s, u"Long"_s);
        table.setModel(&model);
        table.suggestWidths({6, 40, 6});
        table.resize(1200, 200);

        table.show();

        QTRY_VERIFY(!isMeasuring(table));
        QVERIFY(table.columnWidth(1) > table.sizeHintForIndex(model.index(0, 1)).width());
        QCOMPARE(table.horizontalScrollBar()->maximum(), 0);
        QVERIFY(table.columnWidth(2) < 200);
    }

    void anEmptyColumnOfWordsIsAsNarrowAsItsHeadingWhereTheTableScrolls()
    {
        QStandardItemModel model(1, 4);
        model.setHorizontalHeaderLabels({u"Title"_s, u"Covers"_s, u"Document"_s, u"Integrity"_s});
        model.setItem(0, 0,
                      new QStandardItem(u"Supplier questionnaire of the platform for hosting models"_s));
        model.setItem(0, 2, new QStandardItem(u"approved on 2026"_s));
        TableView table(u"empty"_s, u"Empty"_s);
        table.setModel(&model);
        table.suggestWidths({34, 22, 18, 18});
        table.resize(400, 200);

        table.show();

        QTRY_VERIFY(!isMeasuring(table));
        QVERIFY(table.horizontalScrollBar()->maximum() > 0);
        QVERIFY(table.columnWidth(1) < 12 * table.fontMetrics().averageCharWidth());
    }

    void whatIsSaidElsewhereTooIsShownOnlyWhereNothingIsCutForIt()
    {
        QStandardItemModel model(1, 3);
        model.setItem(0, 0, new QStandardItem(u"Supplier questionnaire of the platform"_s));
        model.setItem(0, 1, new QStandardItem(u"monitoring and review"_s));
        model.setItem(0, 2, new QStandardItem(u"2026-12-31"_s));
        TableView table(u"left out"_s, u"Left out"_s);
        table.setModel(&model);
        table.suggestWidths({12, 12, 12});
        table.showWhereThereIsRoom({1});
        table.resize(2000, 200);
        table.show();
        const auto needed = [&](int column) {
            return table.sizeHintForIndex(model.index(0, column)).width();
        };
        QTRY_VERIFY(table.columnWidth(1) >= needed(1));

        table.resize(needed(0) + needed(1) + needed(2) - 10, 200);

        QVERIFY(table.isColumnHidden(1));
        QVERIFY(table.columnWidth(0) >= needed(0));
        table.resize(2000, 200);
        QVERIFY(!table.isColumnHidden(1));
    }

    void columnsThatAPersonChoseStayWhateverTheRoom()
    {
        QStandardItemModel model(1, 3);
        model.setHorizontalHeaderLabels({u"Title"_s, u"Kind"_s, u"Until"_s});
        {
            TableView table(u"chosen"_s, u"Chosen"_s);
            leaveKindOut(table, model);
            QTRY_VERIFY(table.isColumnHidden(1));
            table.chooseColumns({});
            table.findChild<QMenu *>()->actions().at(1)->trigger();
            table.resize(110, 200);
            QVERIFY(!table.isColumnHidden(1));
        }

        TableView again(u"chosen"_s, u"Chosen"_s);
        leaveKindOut(again, model);

        QVERIFY(!again.isColumnHidden(1));
    }

    void whatWasLeftOutComesBackThoughAPersonDraggedAWidthMeanwhile()
    {
        QStandardItemModel model(1, 3);
        model.setHorizontalHeaderLabels({u"Title"_s, u"Kind"_s, u"Until"_s});
        {
            TableView table(u"back"_s, u"Back"_s);
            leaveKindOut(table, model);
            QTRY_VERIFY(table.isColumnHidden(1));
            dragFirstColumn(table);
            const int dragged = table.columnWidth(0);

            table.resize(2000, 200);

            QVERIFY(!table.isColumnHidden(1));
            QVERIFY(table.columnWidth(1) >= 12 * table.fontMetrics().averageCharWidth());
            QCOMPARE(table.columnWidth(0), dragged);
            table.resize(dragged + 40, 200);
            QVERIFY(table.isColumnHidden(1));
        }

        TableView again(u"back"_s, u"Back"_s);
        leaveKindOut(again, model);
        again.resize(2000, 200);

        QVERIFY(!again.isColumnHidden(1));
    }

    void columnsKeptByAnEarlierProgramAreAPersonsChoice()
    {
        QStandardItemModel model(1, 3);
        model.setHorizontalHeaderLabels({u"Title"_s, u"Kind"_s, u"Until"_s});
        {
            TableView table(u"former"_s, u"Former"_s);
            table.setModel(&model);
            table.setColumnHidden(1, true);
        }
        QSettings settings;
        for (const QString &key : settings.allKeys()) {
            if (key.startsWith(u"table/former/"_s) && key.endsWith(u"/own-columns"_s))
                settings.remove(key);
        }

        TableView again(u"former"_s, u"Former"_s);
        leaveKindOut(again, model);
        again.resize(2000, 200);

        QVERIFY(again.isColumnHidden(1));
    }

    void whoDragsSomethingBesideTheTableChoosesNoWidths()
    {
        QStandardItemModel model(1, 3);
        QWidget page;
        auto *row = new QHBoxLayout(&page);
        auto *table = new TableView(u"beside"_s, u"Beside"_s);
        auto *handle = new QWidget;
        handle->setFixedWidth(20);
        row->addWidget(table);
        row->addWidget(handle);
        table->setModel(&model);
        table->suggestWidths({40, 40});
        page.resize(900, 200);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        QTRY_VERIFY(!isMeasuring(*table));
        const int roomy = table->columnWidth(0);

        QTest::mousePress(handle, Qt::LeftButton);
        page.resize(300, 200);
        QTest::mouseRelease(handle, Qt::LeftButton);
        QVERIFY(table->columnWidth(0) < roomy);
        page.resize(900, 200);

        QTRY_COMPARE(table->columnWidth(0), roomy);
    }

    void theHeadingOfTheLastColumnNeverMakesTheTableScroll()
    {
        QStandardItemModel model(1, 3);
        model.setHorizontalHeaderLabels({u"Name"_s, u"Roles"_s, u"Review"_s});
        model.setItem(0, 1, new QStandardItem(u"Developer, System Operator and Data Custodian"_s));
        TableView table(u"heading"_s, u"Heading"_s);
        table.setModel(&model);
        table.suggestWidths({14, 19});
        table.show();
        const int character = table.fontMetrics().averageCharWidth();
        for (int characters = 60; characters < 110; ++characters) {
            table.resize(characters * character, 200);
            WindowFixture::takeTurns();
            QTRY_COMPARE(table.horizontalScrollBar()->maximum(), 0);
        }
    }

    void aWidthThatAPersonDraggedIsKept()
    {
        QStandardItemModel model(3, 4);
        int dragged = 0;
        {
            TableView table(u"drag"_s, u"Drag"_s);
            table.setModel(&model);
            table.suggestWidths({20, 20, 20, 20});
            table.resize(900, 200);
            table.show();
            QVERIFY(QTest::qWaitForWindowExposed(&table));
            const int before = table.columnWidth(0);
            dragFirstColumn(table);
            dragged = table.columnWidth(0);
            QVERIFY(dragged > before);
            table.resize(400, 200);
            QCOMPARE(table.columnWidth(0), dragged);
        }

        TableView again(u"drag"_s, u"Drag"_s);
        again.setModel(&model);
        again.suggestWidths({20, 20, 20, 20});

        QCOMPARE(again.columnWidth(0), dragged);
    }

    void aTableShowsAllItsRowsAtAnyFontAndWidth()
    {
        QStandardItemModel model(3, 4);
        QWidget page;
        auto *column = new QVBoxLayout(&page);
        auto *table = new TableView(u"high"_s, u"High"_s);
        column->addWidget(table);
        table->setModel(&model);
        table->setRowsInSight(3);
        page.resize(300, 900);
        page.show();
        for (const int points : {8, 24}) {
            QFont font = page.font();
            font.setPointSize(points);
            table->setFont(font);
            for (const int wide : {20, 2000}) {
                table->setColumnWidth(0, wide);
                QCoreApplication::sendPostedEvents();
                QCoreApplication::processEvents();

                QCOMPARE(table->verticalScrollBar()->maximum(), 0);
                QVERIFY(table->viewport()->height() >= 3 * table->rowHeight(0));
            }
        }
    }

    void columnsAndOrderAreKeptFromViewToView()
    {
        QStandardItemModel model(3, 3);
        {
            TableView table(u"kept"_s, u"Kept"_s);
            table.setModel(&model);
            table.setColumnHidden(1, true);
            table.sortByColumn(2, Qt::DescendingOrder);
        }

        TableView again(u"kept"_s, u"Kept"_s);
        again.setModel(&model);

        QVERIFY(again.isColumnHidden(1));
        QCOMPARE(again.horizontalHeader()->sortIndicatorSection(), 2);
    }

    void columnsAreKeptWhenTheViewIsLeftThoughItsModelGoesFirst()
    {
        {
            TableView table(u"outlived"_s, u"Outlived"_s);
            QStandardItemModel model(3, 3);
            table.setModel(&model);
            table.show();
            table.setColumnHidden(1, true);
            table.hide();
        }

        QStandardItemModel model(3, 3);
        TableView again(u"outlived"_s, u"Outlived"_s);
        again.setModel(&model);

        QVERIFY(again.isColumnHidden(1));
    }

private:
    /// Shows a table that has no room for its second column.
    static void leaveKindOut(TableView &table, QStandardItemModel &model)
    {
        table.setModel(&model);
        table.suggestWidths({30, 12, 12});
        table.showWhereThereIsRoom({1});
        table.resize(120, 200);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
    }

    static void dragFirstColumn(TableView &table)
    {
        const int edge = table.columnWidth(0) - 1;
        QWidget *header = table.horizontalHeader()->viewport();
        QTest::mousePress(header, Qt::LeftButton, {}, {edge, 5});
        QTest::mouseMove(header, {edge + 60, 5});
        QTest::mouseRelease(header, Qt::LeftButton, {}, {edge + 60, 5});
    }

    /// Whether the table has yet to look what its columns hold now.
    static bool isMeasuring(const TableView &table) { return table.findChild<QTimer *>()->isActive(); }

    QTemporaryDir m_settings;
};

QTEST_MAIN(TestTableView)
#include "tst_tableview.moc"
