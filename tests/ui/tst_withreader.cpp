// What every job of the window that reads the record begins with.
#include "tests/support/workspacefixture.h"
#include "ui/jobs/withreader.h"

#include <QFile>
#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class WithReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void workReadsTheRecordByAConnectionOfItsOwn()
    {
        const WorkspaceFixture fixture;
        const auto work = withReader(
            fixture.workspace(), [](const Connection &reader) { return Repository<Person>(reader).all(); });

        const Result<QList<Person>> people = work(unwatched());

        QVERIFY(people.has_value());
        QCOMPARE(people->size(), 1);
    }

    void workThatTellsHowFarItIsHearsThatItWasCancelled()
    {
        const WorkspaceFixture fixture;
        const auto work =
            withReader(fixture.workspace(), [](const Connection &, const Progress &progress) -> Done {
                return progress(1, 2, u"Half"_s) ? Done() : refuse(ErrorCode::Cancelled, u"Cancelled."_s);
            });

        const Done done = work([](qint64, qint64, const QString &) { return false; });

        QVERIFY(!done.has_value());
        QCOMPARE(done.error().code, ErrorCode::Cancelled);
    }

    void aRecordThatCannotBeOpenedIsRefusedAndNotRead()
    {
        const WorkspaceFixture fixture;
        QVERIFY(QFile::rename(fixture->databaseFile(), fixture.path(u"elsewhere"_s)));
        bool isRead = false;
        const auto work = withReader(fixture.workspace(), [&isRead](const Connection &) {
            isRead = true;
            return Done();
        });

        const Done done = work(unwatched());

        QVERIFY(!done.has_value());
        QVERIFY(!done.error().message.isEmpty());
        QVERIFY(!isRead);
    }
};

QTEST_GUILESS_MAIN(WithReaderTest)
#include "tst_withreader.moc"
