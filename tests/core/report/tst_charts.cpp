#include "core/report/charts.h"
#include "core/report/statusmark.h"

#include <QElapsedTimer>
#include <QImage>
#include <QPainter>
#include <QSet>
#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

namespace {

const QList<StatusMark> allMarks{StatusMark::Met,           StatusMark::PartlyMet,   StatusMark::NotMet,
                                 StatusMark::NotApplicable, StatusMark::NotAnswered, StatusMark::Waiting,
                                 StatusMark::ReliedUpon};

template <class Paint>
QImage painted(const QSize &size, const QColor &ground, Paint paint)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(ground);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(painter);
    return image;
}

int inkIn(const QImage &image, const QRect &where, const QColor &ground)
{
    int ink = 0;
    for (int y = where.top(); y <= where.bottom(); ++y)
        for (int x = where.left(); x <= where.right(); ++x)
            ink += image.pixelColor(x, y) != ground ? 1 : 0;
    return ink;
}

ChartColours withOneInk()
{
    ChartColours colours = ChartColours::light();
    for (QColor *ink : {&colours.accent, &colours.met, &colours.partly, &colours.notMet,
                        &colours.notApplicable, &colours.notAnswered})
        *ink = Qt::black;
    return colours;
}

}

class ChartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partlyMetCountsNothingTowardsConformity()
    {
        const AnswerCounts counts{.met = 3, .partlyMet = 2, .notMet = 1, .notAnswered = 4};

        QCOMPARE(counts.conformity(), (Fraction{3, 10}));
        QCOMPARE(counts.progress(), (Fraction{6, 10}));
    }

    void whatIsNotAnsweredInEveryPartIsOpenInTheBar()
    {
        const auto bar = [](const AnswerCounts &counts) {
            return painted({200, 20}, Qt::white, [&](QPainter &painter) {
                paintAnswerBar(painter, {0, 0, 200, 20}, counts, withOneInk());
            });
        };

        QCOMPARE(bar({.met = 3, .partlyMet = 1, .notMet = 2, .partlyMetInPart = 1, .notMetInPart = 1}),
                 bar({.met = 3, .notMet = 1, .notAnswered = 2}));
    }

    void almostAllIsNotAHundredPerCent()
    {
        QCOMPARE((Fraction{999, 1000}).percent(), 99);
        QCOMPARE((Fraction{1000, 1000}).percent(), 100);
        QCOMPARE((Fraction{0, 0}).percent(), 0);
    }

    void everyMarkHasItsOwnShapeEvenWithoutColour()
    {
        QList<QImage> shapes;
        QSet<QString> words;
        for (const StatusMark mark : allMarks) {
            shapes << painted({32, 32}, Qt::white, [&](QPainter &painter) {
                paintStatusMark(painter, {0, 0, 32, 32}, mark, withOneInk());
            });
            words << statusWord(mark);
        }

        QCOMPARE(words.size(), allMarks.size());
        for (qsizetype one = 0; one < shapes.size(); ++one)
            for (qsizetype other = one + 1; other < shapes.size(); ++other)
                QVERIFY2(shapes[one] != shapes[other], qPrintable(statusWord(allMarks[one])));
    }

    void marksStayInsideTheirPlace()
    {
        for (const StatusMark mark : allMarks) {
            const QImage image = painted({64, 64}, Qt::white, [&](QPainter &painter) {
                paintStatusMark(painter, {16, 16, 32, 32}, mark, ChartColours::light());
            });
            const int inside = inkIn(image, {16, 16, 32, 32}, Qt::white);

            QVERIFY(inside > 0);
            QCOMPARE(inkIn(image, image.rect(), Qt::white), inside);
        }
    }

    void marksStandOutFromEveryGround_data()
    {
        QTest::addColumn<ChartColours>("colours");
        QTest::newRow("light") << ChartColours::light();
        QTest::newRow("dark") << ChartColours::dark();
    }

    void marksStandOutFromEveryGround()
    {
        QFETCH(ChartColours, colours);

        for (const StatusMark mark : allMarks)
            QVERIFY2(contrast(statusColour(mark, colours), colours.panel) >= 3, qPrintable(statusWord(mark)));
        QVERIFY(contrast(colours.text, colours.panel) >= 4.5);
        QVERIFY(contrast(colours.quietText, colours.panel) >= 4.5);
    }

    void theRingIsFilledByItsShare()
    {
        const auto colours = ChartColours::light();
        const auto accentIn = [&](const Fraction &fraction) {
            const QImage image = painted({100, 100}, Qt::white, [&](QPainter &painter) {
                paintPhaseRing(painter, {0, 0, 100, 100}, fraction, colours);
            });
            int count = 0;
            for (int y = 0; y < 100; ++y)
                for (int x = 0; x < 100; ++x)
                    count += image.pixelColor(x, y) == colours.accent ? 1 : 0;
            return count;
        };

        QCOMPARE(accentIn({0, 4}), 0);
        QCOMPARE(accentIn({4, 4}), 0);
        const int quarter = accentIn({1, 4});
        QVERIFY(quarter > 100);
        QVERIFY(std::abs(accentIn({3, 4}) - 3 * quarter) < quarter / 5);
    }

    void cellsOfAHeatMapNeitherOverlapNorLeaveIt()
    {
        const HeatMapLayout layout{.area = {10, 20, 500, 0},
                                   .labelWidth = 120,
                                   .headerHeight = 20,
                                   .rowHeight = 24,
                                   .gap = 4,
                                   .columns = 5};

        for (int row = 0; row < 3; ++row)
            for (int column = 0; column < 5; ++column) {
                const QRectF cell = layout.cell(row, column);
                QVERIFY(cell.left() >= 130 && cell.right() <= 510);
                QVERIFY(cell.bottom() <= 20 + layout.height(3));
                QVERIFY(!cell.intersects(layout.label(row)));
                QVERIFY(column == 0 || !cell.intersects(layout.cell(row, column - 1)));
                QVERIFY(row == 0 || !cell.intersects(layout.cell(row - 1, column)));
            }
    }

    void aHeatMapPaintsOnlyTheRowsInSight()
    {
        HeatMap map{{u"Design"_s}, {}};
        for (int row = 0; row < 200'000; ++row)
            map.rows << HeatRow{u"System %1"_s.arg(row), {HeatCell{Fraction{1, 2}, {}}}};
        const HeatMapLayout layout{.area = {0, -2'000'000, 300, 0},
                                   .labelWidth = 100,
                                   .headerHeight = 20,
                                   .rowHeight = 20,
                                   .gap = 4,
                                   .columns = 1};

        QElapsedTimer timer;
        timer.start();
        const QImage image = painted({300, 200}, Qt::white, [&](QPainter &painter) {
            painter.setClipRect(0, 0, 300, 200);
            paintHeatMap(painter, layout, map, ChartColours::light());
        });

        QVERIFY(inkIn(image, image.rect(), Qt::white) > 1000);
        QVERIFY2(timer.elapsed() < 1000, "paints all 200,000 rows");
    }
};

QTEST_MAIN(ChartsTest)
#include "tst_charts.moc"
