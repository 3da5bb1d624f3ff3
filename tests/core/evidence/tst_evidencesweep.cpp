#include "core/evidence/evidencestore.h"
#include "core/evidence/sweep.h"
#include "tests/support/files.h"

#include <QTemporaryDir>
#include <QTest>

using namespace plimsoll;
using namespace plimsoll::test;
using namespace std::chrono_literals;

class EvidenceSweepTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatNothingRefersToAndIsOldIsReported()
    {
        const QTemporaryDir folder;
        const EvidenceStore store(folder.filePath(QStringLiteral("evidence")));
        const auto used = store.storeBytes("used", QStringLiteral("x"));
        const auto unused = store.storeBytes("unused", QStringLiteral("x"));
        const auto now = QDateTime::currentDateTimeUtc();

        const auto early = sweep(store, {used->digest}, now.addSecs(60), 1h);
        const auto late = sweep(store, {used->digest}, now.addSecs(3700), 1h);

        QVERIFY(early && late);
        QVERIFY(early->unreferenced.empty());
        QCOMPARE(late->unreferenced.size(), size_t(1));
        QCOMPARE(late->unreferenced.front().digest, unused->digest);
        QCOMPARE(late->unreferenced.front().size, 6);
        QCOMPARE(readFile(store.pathOf(unused->digest)), QByteArray("unused"));
    }

    void leftoversOfKilledProgramsGo()
    {
        const QTemporaryDir folder;
        const EvidenceStore store(folder.filePath(QStringLiteral("evidence")));
        writeFile(store.folder() + QStringLiteral("/.arriving/an-operation/0.part"), "half");
        writeFile(store.folder() + QStringLiteral("/.arriving/an-operation/1.part"), "half");

        const auto swept = sweep(store, {}, QDateTime::currentDateTimeUtc());

        QVERIFY(swept);
        QCOMPARE(swept->temporariesRemoved, 2);
        QVERIFY(filesBelow(store.folder()).isEmpty());
        QVERIFY(!QFileInfo::exists(store.folder() + QStringLiteral("/.arriving/an-operation")));
    }

    void whatIsBeingStoredNowIsLeftAlone()
    {
        const QTemporaryDir folder;
        const EvidenceStore store(folder.filePath(QStringLiteral("evidence")));
        const QString source = writeFile(folder.filePath(QStringLiteral("x")), QByteArray(2'000'000, 'x'));
        int removed = -1;

        const auto stored = store.store(source, [&](qint64, qint64, const QString &) {
            removed = sweep(store, {}, QDateTime::currentDateTimeUtc())->temporariesRemoved;
            return true;
        });

        QVERIFY(stored);
        QCOMPARE(removed, 0);
    }

    void linksAreNeverFollowed()
    {
        const QTemporaryDir folder;
        const EvidenceStore store(folder.filePath(QStringLiteral("evidence")));
        const QString precious = writeFile(folder.filePath(QStringLiteral("home/thesis/0.part")), "precious");
        QVERIFY(QDir().mkpath(store.folder()));
        const QString arriving = store.folder() + QStringLiteral("/.arriving");

        QVERIFY(QFile::link(folder.filePath(QStringLiteral("home")), arriving));
        QVERIFY(sweep(store, {}, QDateTime::currentDateTimeUtc()));
        QVERIFY(QFile::remove(arriving) && QDir().mkpath(arriving));
        QVERIFY(QFile::link(folder.filePath(QStringLiteral("home/thesis")),
                            arriving + QStringLiteral("/operation")));
        QVERIFY(sweep(store, {}, QDateTime::currentDateTimeUtc()));

        QCOMPARE(readFile(precious), QByteArray("precious"));
    }

    void thingsThatAreNotOfTheStoreAreNamedAndKept()
    {
        const QTemporaryDir folder;
        const EvidenceStore store(folder.filePath(QStringLiteral("evidence")));
        const QStringList foreign{writeFile(store.folder() + QStringLiteral("/ab/short"), "x"),
                                  writeFile(store.folder() + QStringLiteral("/notes.txt"), "x")};

        const auto swept = sweep(store, {}, QDateTime::currentDateTimeUtc().addDays(9));

        QVERIFY(swept);
        QCOMPARE(swept->foreign, foreign);
        QCOMPARE(filesBelow(store.folder()), foreign);
    }

    void aStoreThatNeverHeldAnythingIsClean()
    {
        const QTemporaryDir folder;

        const auto swept = sweep(EvidenceStore(folder.filePath(QStringLiteral("evidence"))), {},
                                 QDateTime::currentDateTimeUtc());

        QVERIFY(swept);
        QVERIFY(swept->unreferenced.empty() && swept->foreign.isEmpty());
    }
};

QTEST_GUILESS_MAIN(EvidenceSweepTest)
#include "tst_evidencesweep.moc"
