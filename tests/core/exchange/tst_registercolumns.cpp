#include "core/catalogue/shippedcatalogue.h"
#include "core/exchange/registerday.h"
#include "core/exchange/registerimport.h"
#include "tests/support/workspacefixture.h"

#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

/// Which cell counts where several columns of a register speak of one field.
class RegisterColumnsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCellThatIsNotUnderstoodGivesWayToTheNextColumnOfItsField()
    {
        const WorkspaceFixture fixture;

        const auto preview = import(fixture, u"Name,Lifecycle phase,Status\nL1,Approved,Production\n"
                                             "L2,Production,Approved\n"_s);

        const auto systems = fixture.all<AiSystem>();
        QCOMPARE(systems.size(), 2);
        for (const AiSystem &system : systems)
            QCOMPARE(system.phase, LifecyclePhase::Maintenance);
        QCOMPARE(preview.notUnderstood.size(), 2);
        QVERIFY(preview.notUnderstood[0].sentence.startsWith(u"This is none of the words known here."_s));
        QCOMPARE(preview.notUnderstood[1].sentence,
                 u"The column “Lifecycle phase” says something else: “Production”."_s);
    }

    void cellsAndColumnsThatAreNotUnderstoodAreCountedApartAlsoInRowsThatAreLeftOut()
    {
        const WorkspaceFixture fixture;

        const auto preview = import(fixture, u"ID,Name,Go-live date,Nonsense\nS-1,A,2026-13-45,zz\n"
                                             "S-1,B,soon,zz\n"_s);

        QCOMPARE(preview.count(PlannedRow::Fate::Skip), 1);
        QCOMPARE(preview.countCells(), 2);
        QCOMPARE(preview.countColumns(), 1);
        const QString words = inWords(preview);
        QVERIFY2(words.contains(u"Cells not understood: 2. Columns that are no field of a system: 1."_s),
                 qPrintable(words));
    }

    void rowsThatAreLeftOutBringNobodyIn()
    {
        const WorkspaceFixture fixture;

        const auto preview = import(fixture, u"ID,Name,Owner\nS-1,A,\nS-1,B,Kim Roe\n"_s);

        QCOMPARE(preview.count(PlannedRow::Fate::Skip), 1);
        QVERIFY(preview.newPeople.isEmpty());
    }

    void theMoreExactHeaderCountsWhereverItStands_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("leftOut");

        QTest::newRow("behind") << u"Name,Owner,Business owner\nOW,Zed,Zoe\n"_s << u"Zed"_s;
        QTest::newRow("before") << u"Name,Business owner,Owner\nOW,Zoe,Zed\n"_s << u"Zed"_s;
        QTest::newRow("alike") << u"Name,Owner,Business owner\nOW,zoe,Zoe\n"_s << QString();
    }

    void theMoreExactHeaderCountsWhereverItStands()
    {
        QFETCH(const QString, table);
        QFETCH(const QString, leftOut);
        const WorkspaceFixture fixture;

        const auto preview = import(fixture, table);

        const auto owner = fixture.all<AiSystem>().first().businessOwner;
        const auto persons = fixture.all<Person>();
        const auto found = std::ranges::find(persons, owner.value_or(Id<Person>()), &Person::id);
        QVERIFY(found != persons.cend());
        QCOMPARE(found->name, u"Zoe"_s);
        QCOMPARE(preview.notUnderstood.size(), leftOut.isEmpty() ? 0 : 1);
        if (leftOut.isEmpty())
            return;
        QCOMPARE(preview.notUnderstood.first().value, leftOut);
        QCOMPARE(preview.notUnderstood.first().sentence,
                 u"The column “Business owner” says something else: “Zoe”."_s);
    }

    void columnsThatSayTheSameInOtherWordsAreNotListed()
    {
        const WorkspaceFixture fixture;

        const auto preview =
            import(fixture, u"Name,Phase,Status,Next review,Review due\nL1,Live,Production,2027-03-15,"
                            "15.03.2027\n"_s);

        QCOMPARE(preview.notUnderstood.size(), 0);
        QCOMPARE(fixture.all<AiSystem>().first().phase, LifecyclePhase::Maintenance);
    }

    void aDayThatIsNoneSaysWhy_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QString>("why");

        const auto range = u"The year is out of range. Write a day of the years 1900 to 2200."_s;
        const auto none = u"%1 is no day: the calendar has none such. Write one as 2026-12-31."_s;
        const auto unclear = u"This is no day that can be read in one way only. Write it as 2026-12-31."_s;
        for (const auto &cell : {u"1850-01-01"_s, u"9999-01-01"_s, u"15 March 1850"_s})
            QTest::newRow(qPrintable(cell)) << cell << range;
        for (const auto &cell :
             {u"2026-02-30"_s, u"2026-13-01"_s, u"31.02.2026"_s, u"30 Feb 2026"_s, u"February 30, 2026"_s})
            QTest::newRow(qPrintable(cell)) << cell << none.arg(cell);
        for (const auto &cell : {u"03/04/2026"_s, u"soon"_s, u"45000"_s, u"Q3 2026"_s, u"3 Things 2026"_s})
            QTest::newRow(qPrintable(cell)) << cell << unclear;
        QTest::newRow("a day") << u"2026-03-15"_s << QString();
    }

    void aDayThatIsNoneSaysWhy()
    {
        QFETCH(const QString, cell);
        QFETCH(const QString, why);

        QCOMPARE(whyNoDay(cell), why);
        QCOMPARE(dayInCell(cell).has_value(), why.isEmpty());
    }

private:
    static RegisterPreview import(const WorkspaceFixture &fixture, const QString &table)
    {
        const auto catalogue = shippedCatalogue();
        const Occasion occasion{fixture->today(), fixture->actor(), fixture.clock()};
        const auto preview = previewRegister(**fixture->reader(), **catalogue, table, {}, occasion);
        if (!preview || !importRegister(fixture.workspace(), *preview))
            qFatal("the register is not imported");
        return *preview;
    }
};

QTEST_GUILESS_MAIN(RegisterColumnsTest)
#include "tst_registercolumns.moc"
