#include "ui/models/recordmodel.h"

#include <QAbstractItemModelTester>
#include <QDate>
#include <QSignalSpy>
#include <QTest>

#include <rapidcheck.h>

#include <map>

using namespace plimsoll;
using namespace Qt::StringLiterals;

namespace {

struct Ship
{
    QString name;
    int tons = 0;
};

std::vector<Column<Ship>> columns()
{
    return {Column<Ship>(u"Name"_s, [](const Ship &ship) { return ship.name; }),
            Column<Ship>(u"Tons"_s, [](const Ship &ship) { return ship.tons; })
                .alignedRight()
                .sortedBy([](const Ship &ship) { return ship.tons < 0 ? QVariant() : QVariant(ship.tons); })};
}

class Ships : public RecordModel<Ship>
{
public:
    Ships()
        : RecordModel([](const Ship &ship) { return ship.name; }, columns())
    {
    }

    [[nodiscard]] QStringList names() const
    {
        QStringList names;
        for (int row = 0; row < rowCount(); ++row)
            names.append(at(row).name);
        return names;
    }
};

}

class TestRecordModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anySequenceOfChangesShowsWhatAMapWouldHold()
    {
        const bool holds = rc::check([] {
            Ships ships;
            const QAbstractItemModelTester tester(&ships,
                                                  QAbstractItemModelTester::FailureReportingMode::Fatal);
            std::map<QString, int> expected;
            bool filtered = false;
            for (int step = *rc::gen::inRange(0, 40); step > 0; --step) {
                const QString name = u"ship %1"_s.arg(*rc::gen::inRange(0, 12));
                const int tons = *rc::gen::inRange(-3, 30);
                switch (*rc::gen::inRange(0, 6)) {
                case 0:
                    ships.remove(name);
                    expected.erase(name);
                    break;
                case 1:
                    ships.sort(tons % 2 == 0 ? 0 : 1, tons < 10 ? Qt::AscendingOrder : Qt::DescendingOrder);
                    break;
                case 2:
                    filtered = !filtered;
                    ships.setFilter(
                        filtered ? Ships::Filter([](const Ship &ship) { return ship.name != u"ship 3"; })
                                 : Ships::Filter());
                    break;
                default:
                    ships.put({name, tons});
                    expected[name] = tons;
                }
            }
            if (filtered)
                expected.erase(u"ship 3"_s);
            RC_ASSERT(size_t(ships.rowCount()) == expected.size());
            for (const auto &[name, tons] : expected)
                RC_ASSERT(ships.at(ships.indexOf(name).row()).tons == tons);
        });

        QVERIFY(holds);
    }

    void textSortsAsAPersonExpectsAndMissingComesLastBothWays()
    {
        Ships ships;
        ships.setRows({{u"5.2.10"_s, 3}, {u"5.2.9"_s, -1}, {u"5.2.1"_s, 9}});

        ships.sort(0);
        QCOMPARE(ships.names(), (QStringList{u"5.2.1"_s, u"5.2.9"_s, u"5.2.10"_s}));

        ships.sort(1, Qt::DescendingOrder);
        QCOMPARE(ships.names(), (QStringList{u"5.2.1"_s, u"5.2.10"_s, u"5.2.9"_s}));
    }

    void anUpdateTellsOneRowAndMovesNothing()
    {
        Ships ships;
        ships.setRows({{u"a"_s, 1}, {u"b"_s, 2}});
        ships.sort(1);
        QSignalSpy changed(&ships, &QAbstractItemModel::dataChanged);

        ships.put({u"a"_s, 9});

        QCOMPARE(changed.count(), 1);
        QCOMPARE(ships.names(), (QStringList{u"a"_s, u"b"_s}));
    }

    void aNewRowComesWhereTheOrderWantsIt()
    {
        Ships ships;
        ships.setRows({{u"a"_s, 1}, {u"c"_s, 3}});
        ships.sort(0);

        ships.put({u"b"_s, 2});

        QCOMPARE(ships.names(), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    }

    void persistentIndexesFollowTheirValuesThroughASort()
    {
        Ships ships;
        ships.setRows({{u"a"_s, 1}, {u"b"_s, 2}, {u"c"_s, 3}});
        const QPersistentModelIndex b = ships.indexOf(u"b"_s);
        const QPersistentModelIndex c = ships.indexOf(u"c"_s);

        ships.sort(1, Qt::DescendingOrder);
        ships.setFilter([](const Ship &ship) { return ship.name != u"c"; });

        QCOMPARE(b.data().toString(), u"b"_s);
        QVERIFY(!c.isValid());
    }

    void anUpdateOfManyTellsOnceAndTheNextFilterFindsTheOrderAnew()
    {
        Ships ships;
        ships.setRows({{u"a"_s, 1}, {u"b"_s, 2}, {u"c"_s, 3}});
        ships.sort(1);
        QSignalSpy changed(&ships, &QAbstractItemModel::dataChanged);

        ships.update({{u"a"_s, 9}, {u"nobody"_s, 5}, {u"b"_s, 4}});

        QCOMPARE(changed.count(), 1);
        QCOMPARE(ships.names(), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
        QCOMPARE(ships.at(0).tons, 9);

        ships.setFilter({});
        QCOMPARE(ships.names(), (QStringList{u"c"_s, u"b"_s, u"a"_s}));
    }

    void aFilterShowsWhatItAcceptsInTheOrderOfTheSort()
    {
        Ships ships;
        ships.setRows({{u"a"_s, 1}, {u"b"_s, 2}, {u"c"_s, 3}});
        ships.sort(0, Qt::DescendingOrder);

        ships.setFilter([](const Ship &ship) { return ship.tons != 2; });
        ships.remove(u"a"_s);
        ships.put({u"d"_s, 4});
        QCOMPARE(ships.names(), (QStringList{u"d"_s, u"c"_s}));

        ships.setFilter({});
        QCOMPARE(ships.names(), (QStringList{u"d"_s, u"c"_s, u"b"_s}));
    }

    void sortingReadsEveryKeyOnce()
    {
        int read = 0;
        const auto name = [&read](const Ship &ship) {
            ++read;
            return ship.name;
        };
        RecordModel<Ship> ships([](const Ship &ship) { return ship.name; }, {Column<Ship>(u"Name"_s, name)});
        constexpr int count = 1'000;
        std::vector<Ship> many;
        for (int i = 0; i < count; ++i)
            many.push_back({u"system %1"_s.arg((i * 7919) % 10'007), i % 97});
        ships.setRows(std::move(many));

        ships.sort(0);

        QCOMPARE(read, count);
    }
};

QTEST_GUILESS_MAIN(TestRecordModel)
#include "tst_recordmodel.moc"
