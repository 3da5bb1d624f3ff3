// What is taken for a day, and what becomes of the rest.
#include "ui/widgets/datefield.h"

#include <QSignalSpy>
#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class DateFieldTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatNamesADayIsTakenForIt_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("as it is shown") << u"2026-12-31"_s;
        QTest::newRow("with dots") << u"31.12.2026"_s;
        QTest::newRow("with slashes, day and month not to be confused") << u"31/12/2026"_s;
        QTest::newRow("with the month's name") << u"31 Dec 2026"_s;
    }
    void whatNamesADayIsTakenForIt()
    {
        QFETCH(QString, typed);
        DateField field(u"Due"_s);
        QSignalSpy chosen(&field, &DateField::dateChosen);

        QTest::keyClicks(&field, typed);
        QTest::keyClick(&field, Qt::Key_Return);

        QCOMPARE(field.text(), u"2026-12-31"_s);
        QCOMPARE(chosen.count(), 1);
        QVERIFY(field.sentence().isEmpty());
    }

    void onlyAPlainKeyMovesTheDay()
    {
        DateField field(u"Due"_s);
        field.setDate(QDate(2026, 12, 1));
        QSignalSpy chosen(&field, &DateField::dateChosen);

        for (const auto key : {Qt::Key_PageUp, Qt::Key_PageDown, Qt::Key_Up, Qt::Key_Down})
            QTest::keyClick(&field, key, Qt::ControlModifier);

        QCOMPARE(field.date(), std::optional(QDate(2026, 12, 1)));
        QCOMPARE(chosen.count(), 0);
        QTest::keyClick(&field, Qt::Key_PageDown);
        QCOMPARE(field.date(), std::optional(QDate(2026, 11, 1)));
    }

    void whatNamesNoDayStaysAndASentenceSaysWhatIsExpected_data()
    {
        QTest::addColumn<QString>("typed");
        for (const char *typed : {"2026-13-45", "nonsense", "01/02/2026", "31.02.2026", "2026-12"})
            QTest::newRow(typed) << QString::fromLatin1(typed);
    }
    void whatNamesNoDayStaysAndASentenceSaysWhatIsExpected()
    {
        QFETCH(QString, typed);
        DateField field(u"Due"_s);
        field.setDate(QDate(2026, 12, 1));
        QSignalSpy chosen(&field, &DateField::dateChosen);

        field.selectAll();
        QTest::keyClicks(&field, typed);
        QTest::keyClick(&field, Qt::Key_Return);

        QCOMPARE(field.text(), typed);
        QCOMPARE(chosen.count(), 0);
        QVERIFY(field.sentence().contains(typed) && field.sentence().contains(u"2026-12-01"_s));
        QCOMPARE(field.accessibleDescription(), field.sentence());
        field.showDate(QDate(2026, 12, 1)); // the record is read anew
        QCOMPARE(field.text(), typed);
        QTest::keyClick(&field, Qt::Key_Escape);
        QCOMPARE(field.text(), u"2026-12-01"_s);
        QVERIFY(field.sentence().isEmpty());
    }

    void aDateMayBeEmpty()
    {
        DateField field(u"Due"_s);
        field.setDate(QDate(2026, 12, 1));
        QSignalSpy chosen(&field, &DateField::dateChosen);

        field.clear();
        Q_EMIT field.editingFinished();
        QCOMPARE(chosen.count(), 1);
        QVERIFY(!field.date().has_value());

        QTest::keyClick(&field, Qt::Key_Up);
        QCOMPARE(field.date(), std::optional(QDate::currentDate().addDays(1)));
    }
};

QTEST_MAIN(DateFieldTest)
#include "tst_datefield.moc"
