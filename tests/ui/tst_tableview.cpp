#include "tests/support/ownsettings.h"
#include "ui/widgets/tableview.h"

#include <QHeaderView>
#include <QScrollBar>
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
    QTemporaryDir m_settings;
};

QTEST_MAIN(TestTableView)
#include "tst_tableview.moc"
