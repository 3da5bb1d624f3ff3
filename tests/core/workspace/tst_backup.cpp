#include "core/journal/journal.h"
#include "core/workspace/backup.h"
#include "tests/support/workspacefixture.h"

#include <QFileInfo>
#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

namespace {

QDateTime minute(int number)
{
    return {QDate(2026, 11, 1), QTime(12, number), Qt::UTC};
}

Result<QString> backedUp(const WorkspaceFixture &fixture, int at, qint64 budget = backupBudget)
{
    return backUp(**fixture->reader(), fixture->backupsFolder(), minute(at), budget);
}

}

class BackupTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theOldestGoWhenTheBudgetIsSpentAndTheNewestStays()
    {
        WorkspaceFixture fixture;
        const auto first = backedUp(fixture, 1);
        const qint64 size = QFileInfo(*first).size();

        const auto second = backedUp(fixture, 2, 2 * size);
        QCOMPARE(backupsIn(fixture->backupsFolder()), (QStringList{*second, *first}));
        const auto third = backedUp(fixture, 3, 2 * size);
        QCOMPARE(backupsIn(fixture->backupsFolder()), (QStringList{*third, *second}));
        const auto fourth = backedUp(fixture, 4, 1);
        QCOMPARE(backupsIn(fixture->backupsFolder()), QStringList{*fourth});
    }

    void aBackupSaysUpToWhichEntryItGoes()
    {
        WorkspaceFixture fixture;
        fixture.aSystem(u"Fraud scoring"_s);
        const auto first = backedUp(fixture, 1);
        fixture.aSystem(u"Support chatbot"_s);

        const auto second = backedUp(fixture, 2);

        QCOMPARE(*lastEntryIn(*second), journalHead(**fixture->reader())->sequence);
        QCOMPARE(*lastEntryIn(*first) + 1, *lastEntryIn(*second));
        QVERIFY(!lastEntryIn(fixture->backupsFolder() + u"/gone.db"_s));
    }

    void aBackupIsDueOnceADayAndOnlyAfterAChange()
    {
        WorkspaceFixture fixture;
        const auto due = [&](const QDateTime &at) {
            return !backUpWhenDue(fixture->databaseFile(), fixture->backupsFolder(), at)->isEmpty();
        };
        const auto written = QFileInfo(fixture->databaseFile()).lastModified().toUTC();

        QVERIFY(due(written.addSecs(-3600)));
        QVERIFY(!due(written.addSecs(60)));
        QVERIFY(due(written.addDays(1)));
        QVERIFY(!due(written.addDays(3)));
    }
};

QTEST_GUILESS_MAIN(BackupTest)
#include "tst_backup.moc"
