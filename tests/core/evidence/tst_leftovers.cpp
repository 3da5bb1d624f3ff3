#include "core/evidence/leftovers.h"

#include "core/evidence/arrivals.h"
#include "core/evidence/evidencestore.h"
#include "tests/support/files.h"
#include "tests/support/storing.h"

#include <QTemporaryDir>
#include <QTest>

using namespace plimsoll;
using namespace plimsoll::test;

class LeftoversTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatNothingRefersToIsReportedAndItStays()
    {
        const QTemporaryDir folder;
        const EvidenceStore store(folder.filePath(QStringLiteral("evidence")));
        const auto used = store.storeBytes("used", QStringLiteral("x"));
        const auto unused = store.storeBytes("unused", QStringLiteral("x"));

        const auto found = leftoversIn(store, {used->digest});

        QVERIFY(found);
        QCOMPARE(found->all(), QStringList{store.pathOf(unused->digest)});
        QCOMPARE(readFile(store.pathOf(unused->digest)), QByteArray("unused"));
    }

    void leftoversOfKilledProgramsGo()
    {
        const QTemporaryDir folder;
        const EvidenceStore store(folder.filePath(QStringLiteral("evidence")));
        writeFile(store.folder() + QStringLiteral("/.arriving/an-operation/0.part"), "half");
        writeFile(store.folder() + QStringLiteral("/.arriving/an-operation/1.part"), "half");

        QCOMPARE(removeAbandoned(store), 2);

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
            removed = removeAbandoned(store);
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
        QVERIFY(leftoversIn(store, {}));
        QCOMPARE(removeAbandoned(store), 0);
        QVERIFY(QFile::remove(arriving) && QDir().mkpath(arriving));
        QVERIFY(QFile::link(folder.filePath(QStringLiteral("home/thesis")),
                            arriving + QStringLiteral("/operation")));
        QVERIFY(leftoversIn(store, {}));
        QCOMPARE(removeAbandoned(store), 0);

        QCOMPARE(readFile(precious), QByteArray("precious"));
    }

    void thingsThatAreNotOfTheStoreAreNamedAndKept()
    {
        const QTemporaryDir folder;
        const EvidenceStore store(folder.filePath(QStringLiteral("evidence")));
        const QStringList foreign{writeFile(store.folder() + QStringLiteral("/ab/short"), "x"),
                                  writeFile(store.folder() + QStringLiteral("/notes.txt"), "x")};

        const auto found = leftoversIn(store, {});

        QVERIFY(found);
        QCOMPARE(found->foreign, foreign);
        QCOMPARE(filesBelow(store.folder()), foreign);
    }

    void aStoreThatNeverHeldAnythingIsClean()
    {
        const QTemporaryDir folder;

        const auto found = leftoversIn(EvidenceStore(folder.filePath(QStringLiteral("evidence"))), {});

        QVERIFY(found && found->all().isEmpty());
    }
};

QTEST_GUILESS_MAIN(LeftoversTest)
#include "tst_leftovers.moc"
