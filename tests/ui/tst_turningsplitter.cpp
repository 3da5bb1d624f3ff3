// Two parts beside each other, or one below the other where a window is narrow or the text large.
#include "ui/widgets/turningsplitter.h"

#include <QTest>

#include <memory>

using namespace plimsoll;

class TurningSplitterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itTurnsWhenTheTextOfBothHasNoRoomBesideEachOther()
    {
        TurningSplitter splitter(10);
        const int character = splitter.fontMetrics().averageCharWidth();
        splitter.show();

        splitter.resize(120 * character, 500);
        QCOMPARE(splitter.orientation(), Qt::Horizontal);
        splitter.resize(100 * character, 500);
        QCOMPARE(splitter.orientation(), Qt::Vertical);
    }

    void itTurnsWhenTheTextGrows()
    {
        TurningSplitter splitter(10);
        splitter.show();
        splitter.resize(120 * splitter.fontMetrics().averageCharWidth(), 500);

        QFont larger = splitter.font();
        larger.setPointSizeF(2 * larger.pointSizeF());
        splitter.setFont(larger);

        QCOMPARE(splitter.orientation(), Qt::Vertical);
    }

    void noPartIsLowerThanItsLines()
    {
        TurningSplitter splitter(10);
        const QFontMetrics metrics = splitter.fontMetrics();
        splitter.show();

        splitter.resize(100 * metrics.averageCharWidth(), 100);

        QCOMPARE(splitter.minimumHeight(), 2 * 10 * metrics.height());
    }

    void wherePeopleLeftTheLineItStaysWhenTheRoomGrows()
    {
        const auto splitter = shownWithParts(200);
        auto *line = splitter->handle(1);
        const int quarter = line->x();
        QTest::mousePress(line, Qt::LeftButton, {}, {2, 50});
        QTest::mouseMove(line, {2 + quarter, 50});
        QTest::mouseRelease(line, Qt::LeftButton, {}, {2 + quarter, 50});
        QCOMPARE(line->x(), 2 * quarter);

        splitter->resize(2 * splitter->width(), splitter->height());

        QVERIFY(qAbs(splitter->sizes().at(0) - splitter->sizes().at(1)) <= 8);
    }

    void thePartsShareTheRoom()
    {
        const auto splitter = shownWithParts(200);

        const QList<int> sizes = splitter->sizes();
        QVERIFY2(qAbs(3 * sizes.at(0) - sizes.at(1)) <= 3,
                 qPrintable(QStringLiteral("%1 and %2").arg(sizes.at(0)).arg(sizes.at(1))));
    }

    void theirLeastSizesAreNoShares()
    {
        const auto splitter = shownWithParts(200);
        splitter->widget(0)->setMinimumWidth(splitter->width() / 8);
        splitter->widget(1)->setMinimumWidth(splitter->width() / 16);

        splitter->resize(splitter->width() + 1, splitter->height());

        const QList<int> sizes = splitter->sizes();
        QVERIFY2(qAbs(3 * sizes.at(0) - sizes.at(1)) <= 6,
                 qPrintable(QStringLiteral("%1 and %2").arg(sizes.at(0)).arg(sizes.at(1))));
    }

private:
    /// With a quarter of the room for the first part.
    static std::unique_ptr<TurningSplitter> shownWithParts(int characters)
    {
        auto splitter = std::make_unique<TurningSplitter>(1);
        splitter->add(new QWidget, 25);
        splitter->add(new QWidget, 75);
        splitter->resize(characters * splitter->fontMetrics().averageCharWidth(), 500);
        splitter->show();
        return splitter;
    }
};

QTEST_MAIN(TurningSplitterTest)
#include "tst_turningsplitter.moc"
