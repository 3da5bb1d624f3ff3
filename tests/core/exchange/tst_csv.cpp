#include "core/exchange/csv.h"

#include "tests/support/files.h"

#include <rapidcheck.h>

#include <QStringEncoder>
#include <QTest>

using namespace plimsoll;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;

namespace {

/// Text with plenty of what CSV trips over.
QString anyCell()
{
    static const std::vector<QString> pieces{u"a"_s,  u"\""_s, u","_s, u";"_s, u"\t"_s,   u"\r\n"_s,
                                             u"\n"_s, u"\r"_s, u"="_s, u"+"_s, u"-"_s,    u"@"_s,
                                             u"＝"_s, u"'"_s,  u" "_s, u"ß"_s, u"🙂"_s, u"1"_s};
    QString cell;
    for (const QString &piece : *rc::gen::container<std::vector<QString>>(rc::gen::elementOf(pieces)))
        cell += piece;
    return cell;
}

QString interop()
{
    return qEnvironmentVariable("PLIMSOLL_INTEROP");
}

}

class CsvTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenReadsBackAsItWasProtected()
    {
        QVERIFY(rc::check([] {
            const auto width = *rc::gen::inRange(1, 5);
            const auto height = *rc::gen::inRange(1, 6);
            QList<QStringList> rows;
            QList<QStringList> expected;
            for (int row = 0; row < height; ++row) {
                QStringList cells;
                QStringList safe;
                for (int column = 0; column < width; ++column) {
                    cells.append(column == 0 && row == 0 ? u"title"_s : anyCell());
                    safe.append(withoutFormula(cells.last()));
                }
                rows.append(cells);
                expected.append(safe);
            }
            const auto read = readCsv(writeCsv(QList<CsvColumn>(width, CsvColumn::Text), rows));
            RC_ASSERT(bool(read));
            RC_ASSERT(read->rows == expected);
        }));
    }

    void aProtectedCellNeverBeginsAFormula()
    {
        QVERIFY(rc::check([] {
            const QString safe = withoutFormula(anyCell());
            const bool begins = !safe.isEmpty() && u"=+-@\t\r\n＝＋－＠"_s.contains(safe.front());
            RC_ASSERT(!begins);
        }));
    }

    void formulaCellsAreDefused_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QByteArray>("written");
        QTest::newRow("equals") << u"=1+1"_s << QByteArray("'=1+1");
        QTest::newRow("plus") << u"+1"_s << QByteArray("'+1");
        QTest::newRow("minus") << u"-1"_s << QByteArray("'-1");
        QTest::newRow("at") << u"@SUM(1)"_s << QByteArray("'@SUM(1)");
        QTest::newRow("tab") << u"\t=1"_s << QByteArray("\"'\t'=1\"");
        QTest::newRow("CR") << u"\r=1"_s << QByteArray("\"'\r'=1\"");
        QTest::newRow("full width") << u"＝1"_s
                                    << QByteArray("'\xef\xbc\x9d"
                                                  "1");
        QTest::newRow("after a separator") << u"a\",=1+1"_s << QByteArray("\"a\"\",'=1+1\"");
        QTest::newRow("after a line end") << u"line\n=1"_s << QByteArray("\"line\n'=1\"");
        QTest::newRow("inside a word") << u"a=b, c-d"_s << QByteArray("\"a=b, c-d\"");
    }
    void formulaCellsAreDefused()
    {
        QFETCH(QString, cell);
        QFETCH(QByteArray, written);

        QCOMPARE(writeCsv({CsvColumn::Text}, {{cell}}), "\xef\xbb\xbf" + written + "\r\n");
    }

    void numbersStayNumbersInTheirColumnsOnly()
    {
        QCOMPARE(writeCsv({CsvColumn::Number, CsvColumn::Text, CsvColumn::Number},
                          {{u"-5"_s, u"-5"_s, u"-5+cmd"_s}}),
                 QByteArray("\xef\xbb\xbf-5,'-5,'-5+cmd\r\n"));
    }

    void separatorsAndEncodingsOfSpreadsheetsAreRecognised_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("comma") << QByteArray("id,name\n1,\"Größe, a\"\n");
        QTest::newRow("semicolon, CRLF") << QByteArray("id;name\r\n1;\"Größe, a\"\r\n");
        QTest::newRow("tab, CR") << QByteArray("id\tname\r1\tGröße, a\r");
        QTest::newRow("byte-order mark") << QByteArray("\xef\xbb\xbfid,name\n1,\"Größe, a\"");
        QTest::newRow("empty lines") << QByteArray("\n\nid,name\n\n1,\"Größe, a\"\n\n");
        QTest::newRow("trailing separators") << QByteArray("id,name\n1,\"Größe, a\",,\n");
        QStringEncoder utf16(QStringEncoder::Utf16LE, QStringEncoder::Flag::WriteBom);
        QTest::newRow("UTF-16") << QByteArray(utf16(u"id\tname\r\n1\tGröße, a\r\n"_s));
    }
    void separatorsAndEncodingsOfSpreadsheetsAreRecognised()
    {
        QFETCH(QByteArray, bytes);
        const auto table = readCsv(bytes);

        QVERIFY2(table, table ? "" : qPrintable(table.error().message));
        QCOMPARE(table->rows, (QList<QStringList>{{u"id"_s, u"name"_s}, {u"1"_s, u"Größe, a"_s}}));
    }

    void shortRowsAreFilledUp()
    {
        QCOMPARE(readCsv("a,b,c\n1\n1,2,\n")->rows,
                 (QList<QStringList>{
                     {u"a"_s, u"b"_s, u"c"_s}, {u"1"_s, QString(), QString()}, {u"1"_s, u"2"_s, QString()}}));
        QCOMPARE(readCsv("")->rows, QList<QStringList>());
    }

    void rowsAreNumberedAsASpreadsheetShowsThem_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("LF") << QByteArray("\n\nid,name\n\n1,a\n");
        QTest::newRow("CRLF") << QByteArray("\r\n\r\nid,name\r\n\r\n1,a");
        QTest::newRow("CR") << QByteArray("\r\rid,name\r\r1,a\r");
        QTest::newRow("line ends in cells") << QByteArray("\n\n\"id\nown\",name\n\n1,a\n");
    }
    void rowsAreNumberedAsASpreadsheetShowsThem()
    {
        QFETCH(QByteArray, bytes);

        QCOMPARE(readCsv(bytes)->numbers, (QList<qsizetype>{3, 5}));
    }

    void faultsAreNamedByRowAndColumn_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("place");
        QTest::newRow("open quote") << QByteArray("a,b\n1,\"x\n2,y\n") << u"Row 2, column 2"_s;
        QTest::newRow("after quote") << QByteArray("a,b\n\"x\"y,2\n") << u"Row 2, column 1"_s;
        QTest::newRow("inner quote") << QByteArray("a,b\n1,x\"y\n") << u"Row 2, column 2"_s;
        QTest::newRow("too wide") << QByteArray("a,b\n1,2\n1,2,3\n") << u"Row 3, column 3"_s;
        QTest::newRow("NUL below a cell of two lines")
            << QByteArray("a,b\r\n\"x\r\ny\",2\r\n1,x\0y\r\n", 22) << u"Row 3, column 2"_s;
        QTest::newRow("NUL") << QByteArray("a,b\n1,x\0y\n", 10) << u"Row 2, column 2"_s;
        QTest::newRow("not UTF-8") << QByteArray("a,b\n1,2\nGr\xf6\xdf"
                                                 "e,2\n")
                                   << u"Row 3, column 1"_s;
    }
    void faultsAreNamedByRowAndColumn()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, place);
        const auto table = readCsv(bytes);

        QVERIFY(!table);
        QVERIFY2(table.error().message.startsWith(place), qPrintable(table.error().message));
    }

    void capsHold()
    {
        CsvLimits limits;
        limits.rows = 2;
        limits.columns = 2;
        limits.cell = 3;
        limits.bytes = 20;

        QVERIFY(readCsv("abc,b\nc,d\n", limits));
        QVERIFY(!readCsv("a,b\nc,d\ne,f\n", limits));
        QVERIFY(!readCsv("a,b,c\n", limits));
        QVERIFY(!readCsv("abcd,b\n", limits));
        QVERIFY(!readCsv("a,b\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n", limits));
    }

    void hostileTablesOfOthersAreRefusedOrDefused()
    {
        const QString folder = interop() + u"/hostile/csv/"_s;
        if (interop().isEmpty() || !QDir(folder).exists())
            QSKIP("skipped: PLIMSOLL_INTEROP does not name the folder of hostile files");

        QVERIFY(!readCsv(readFile(folder + u"nul-quote.csv"_s)));
        QVERIFY(!readCsv(readFile(folder + u"wide.csv"_s)));
        const auto formulas = readCsv(readFile(folder + u"formula.csv"_s));
        QVERIFY2(formulas, formulas ? "" : qPrintable(formulas.error().message));
        const auto again = readCsv(writeCsv({CsvColumn::Number, CsvColumn::Text}, formulas->rows));
        for (const QStringList &row : again->rows)
            QVERIFY2(row == formulas->rows.first() || row[1].contains(u'\''), qPrintable(row[1]));
    }
};

QTEST_APPLESS_MAIN(CsvTest)
#include "tst_csv.moc"
