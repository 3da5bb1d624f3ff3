#include "core/journal/verification.h"
#include "core/workspace/backup.h"
#include "core/workspace/recordschema.h"
#include "core/workspace/restoring.h"
#include "tests/support/killloop.h"
#include "tests/support/workspacefixture.h"

#include <QDir>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace plimsoll;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;

namespace {

/// Restores the backups that are named after the workspace in turns, for ever.
void restoreForEver(const QStringList &arguments)
{
    const SystemClock clock;
    for (qsizetype turn = 0;; ++turn) {
        const QString &backup = arguments.at(1 + turn % (arguments.size() - 1));
        const auto restored = restore({backup, arguments.first(), u"Ana Ruiz"_s}, clock);
        if (!restored)
            qFatal("%s", qPrintable(restored.error().message));
        acknowledge(restored->kept);
    }
}

QStringList unfinishedIn(const QString &folder)
{
    return QDir(folder).entryList({u".*"_s}, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

QStringList systemsIn(const Connection &record)
{
    QStringList names;
    const auto systems = Repository<AiSystem>(record).all();
    for (const auto &system : *systems)
        names.append(system.name);
    names.sort();
    return names;
}

}

class RestoreKillTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedAmidARestoreTheRecordIsOneOrTheOtherAndWhatWasReplacedIsKept()
    {
        WorkspaceFixture fixture;
        fixture.aSystem(u"One"_s);
        const auto first = backUp(**fixture->reader(), fixture.path(u"first"_s), fixture.clock().now());
        fixture.aSystem(u"Two"_s);
        const auto second = backUp(**fixture->reader(), fixture.path(u"second"_s), fixture.clock().now());
        const QString database = fixture->databaseFile();
        const QString backups = fixture->backupsFolder();
        fixture.close();
        QElapsedTimer once;
        once.start();
        QVERIFY(restore({*first, fixture.folder(), u"Ana Ruiz"_s}, fixture.clock()));
        const int aFewRestores = 3 * int(once.nsecsElapsed() / 1000);
        int leftOvers = 0;
        int interrupted = 0;
        constexpr int enough = 20 * kills;
        for (int kill = 0; kill < kills || (interrupted == 0 && kill < enough); ++kill) {
            const std::chrono::microseconds anyMoment(QRandomGenerator::global()->bounded(aFewRestores));

            const auto told =
                acknowledgedBeforeKill(u"restore"_s, {fixture.folder(), *first, *second}, anyMoment);

            QVERIFY(!told.isEmpty());
            interrupted += QFileInfo(database + u"-journal"_s).size() > 0 ? 1 : 0;
            leftOvers += int(unfinishedIn(fixture.folder()).size() + unfinishedIn(backups).size());
            const auto workspace = openedIn(fixture.folder(), fixture.clock());
            const auto reader = workspace->reader();
            QVERIFY(verifyChain(**reader, recordSchema(), unwatched())->holds);
            QVERIFY(verifyRows(**reader, recordSchema(), unwatched())->holds);
            const auto systems = systemsIn(**reader);
            QVERIFY2(systems == QStringList{u"One"_s} || systems == (QStringList{u"One"_s, u"Two"_s}),
                     qPrintable(systems.join(u", "_s)));
            for (const QString &kept : told) {
                const auto replaced = Connection::open(kept, Connection::Mode::ReadOnly);
                QVERIFY2(replaced, qPrintable(kept));
                QVERIFY(systemsIn(**replaced).contains(u"One"_s));
            }
        }
        QVERIFY2(leftOvers > 0 && interrupted > 0,
                 "No kill met a restore, or none the record half-written: the test proves nothing");

        QCOMPARE(unfinishedIn(fixture.folder()), QStringList());
        QCOMPARE(unfinishedIn(backups), QStringList());
    }
};

int main(int argc, char **argv)
{
    return runTestOrChild<RestoreKillTest>(argc, argv, {{u"restore"_s, restoreForEver}});
}

#include "tst_restorekill.moc"
