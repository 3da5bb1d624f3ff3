#include "ui/jobs/jobs.h"

#include "ui/jobs/jobline.h"
#include "ui/jobs/lastasked.h"
#include "ui/mainwindow/statusline.h"

#include <QPushButton>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <memory>
#include <optional>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class TestJobs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theResultArrivesOnTheGuiThread()
    {
        Jobs jobs;
        std::optional<int> answer;
        QThread *where = nullptr;

        jobs.run<int>(
            u"Count"_s, [](const Progress &) -> Result<int> { return 7; }, this,
            [&](Result<int> result) {
                answer = *result;
                where = QThread::currentThread();
            });

        QTRY_COMPARE(answer, std::optional(7));
        QCOMPARE(where, thread());
        QVERIFY(jobs.running().isEmpty());
    }

    void aRefusalArrivesAsItWasMade()
    {
        Jobs jobs;
        std::optional<Error> error;

        jobs.run<void>(
            u"Refuse"_s,
            [](const Progress &) -> Done { return refuse(ErrorCode::Denied, u"It is closed."_s); }, this,
            [&](const Done &done) { error = done.error(); });

        QTRY_VERIFY(error.has_value());
        QCOMPARE(error->message, u"It is closed."_s);
    }

    void jobsAreCountedInWholeWords()
    {
        QSemaphore mayEnd; // goes after the jobs that wait for it
        Jobs jobs;
        const StatusLine line(jobs);
        const auto *count = line.findChild<QToolButton *>();
        const auto wait = [&mayEnd](const Progress &) -> Done {
            mayEnd.acquire();
            return {};
        };

        jobs.run<void>(u"First"_s, wait, this, [](const Done &) {});
        QTRY_COMPARE(count->text(), u"1 job"_s);
        jobs.run<void>(u"Second"_s, wait, this, [](const Done &) {});
        QTRY_COMPARE(count->text(), u"2 jobs"_s);

        mayEnd.release(2);
        QTRY_VERIFY(jobs.running().isEmpty());
    }

    void cancelStopsTheWorkAtItsNextReport()
    {
        Jobs jobs;
        QSemaphore begun;
        std::optional<ErrorCode> code;
        auto *job = jobs.run<void>(
            u"Endless"_s,
            [&begun](const Progress &progress) -> Done {
                begun.release();
                while (progress(1, 2, u"turning"_s))
                    QThread::msleep(1);
                return refuse(ErrorCode::Cancelled, u"Stopped."_s);
            },
            this, [&](const Done &done) { code = done.error().code; });
        begun.acquire();
        QTRY_COMPARE(job->percent(), 50);

        job->cancel();

        QTRY_COMPARE(code, std::optional(ErrorCode::Cancelled));
    }

    void nothingIsHandedToAContextThatIsGone()
    {
        Jobs jobs;
        QSemaphore go;
        bool called = false;
        auto context = std::make_unique<QObject>();
        jobs.run<int>(
            u"Late"_s,
            [&go](const Progress &) -> Result<int> {
                go.acquire();
                return 1;
            },
            context.get(), [&called](const Result<int> &) { called = true; });

        context.reset();
        go.release();

        QTRY_VERIFY(jobs.running().isEmpty());
        QVERIFY(!called);
    }

    void progressIsToldAtMostTwentyTimesASecond()
    {
        Jobs jobs;
        bool done = false;
        auto *job = jobs.run<void>(
            u"Chatty"_s,
            [](const Progress &progress) -> Done {
                for (int i = 0; i < 100'000; ++i)
                    (void)progress(i, 100'000, u"step"_s);
                return {};
            },
            this, [&done](const Done &) { done = true; });
        QSignalSpy told(job, &Job::progressed);
        QElapsedTimer clock;
        clock.start();

        QTRY_VERIFY(done);

        QVERIFY(told.count() <= clock.elapsed() / 50 + 1);
    }

    void ofQuestionsTheLastOneAloneIsAnswered()
    {
        Jobs jobs;
        LastAsked asking;
        QStringList answers;
        const auto take = [&answers](const Result<QString> &answer) {
            answers.append(answer ? *answer : answer.error().message);
        };

        asking.run<QString>(
            jobs, u"First"_s,
            [](const Progress &progress) -> Result<QString> {
                while (progress(0, 1, {}))
                    QThread::yieldCurrentThread();
                return u"first"_s;
            },
            this, take);
        asking.run<QString>(
            jobs, u"Second"_s, [](const Progress &) -> Result<QString> { return u"second"_s; }, this, take);

        QTRY_VERIFY(jobs.running().isEmpty());
        QCOMPARE(answers, QStringList{u"second"_s});
    }

    void aLineFollowsTheJobItWasToldOfLast()
    {
        QSemaphore mayEnd; // goes after the jobs that wait for it
        Jobs jobs;
        JobLine line;
        const auto wait = [&mayEnd](const Progress &) -> Done {
            mayEnd.acquire();
            return {};
        };
        const auto ignore = [](const Done &) {
        };
        QPointer<Job> first = jobs.run<void>(u"First"_s, wait, this, ignore);
        line.follow(*first);
        Job *second = jobs.run<void>(
            u"Second"_s,
            [](const Progress &progress) -> Done {
                while (progress(0, 1, {}))
                    QThread::yieldCurrentThread();
                return {};
            },
            this, ignore);
        line.follow(*second);

        mayEnd.release();
        QTRY_VERIFY(!first);

        QVERIFY(!line.isHidden());
        line.findChild<QPushButton *>()->click();
        QTRY_VERIFY(line.isHidden());
    }

    void jobsThatRunWhenTheListGoesAreCancelledAndAwaited()
    {
        std::atomic<bool> ended = false;
        {
            Jobs jobs;
            jobs.run<void>(
                u"Endless"_s,
                [&ended](const Progress &progress) -> Done {
                    while (progress(0, 0, {}))
                        QThread::msleep(1);
                    ended = true;
                    return {};
                },
                this, [](const Done &) {});
        }

        QVERIFY(ended);
    }
};

QTEST_MAIN(TestJobs)
#include "tst_jobs.moc"
