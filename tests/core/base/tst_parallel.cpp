#include "core/base/parallel.h"

#include <QTest>
#include <QThread>

#include <vector>

using namespace plimsoll;

class ParallelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyIndexIsWorkedOnOnce()
    {
        std::vector<std::atomic<int>> calls(10'000);

        const bool finished =
            onEveryCore(10'000, [&calls](qsizetype index, SharedProgress &) { ++calls.at(size_t(index)); },
                        unwatched(), 0, {});

        QVERIFY(finished);
        for (const auto &count : calls)
            QCOMPARE(count.load(), 1);
    }

    void nothingToDoIsDone()
    {
        QVERIFY(onEveryCore(0, [](qsizetype, SharedProgress &) { QFAIL("called"); }, unwatched(), 0, {}));
    }

    void progressIsToldOnTheCallingThreadAndStopsTheRest()
    {
        const auto *caller = QThread::currentThread();
        std::atomic<int> begun = 0;
        bool sameThread = true;
        const Progress stopAtOnce = [&](qint64, qint64 total, const QString &step) {
            sameThread = sameThread && QThread::currentThread() == caller && total == 7 &&
                         step == QLatin1String("Counting");
            return false;
        };

        const bool finished = onEveryCore(
            100'000,
            [&begun](qsizetype, SharedProgress &) {
                ++begun;
                QThread::msleep(5);
            },
            stopAtOnce, 7, QStringLiteral("Counting"));

        QVERIFY(!finished);
        QVERIFY(sameThread);
        QVERIFY(begun < 1000);
    }
};

QTEST_APPLESS_MAIN(ParallelTest)
#include "tst_parallel.moc"
