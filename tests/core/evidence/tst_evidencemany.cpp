#include "core/evidence/evidencestore.h"
#include "core/evidence/integrity.h"
#include "tests/support/filelimit.h"
#include "tests/support/files.h"
#include "tests/support/storing.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace plimsoll;
using namespace plimsoll::test;

namespace {

QStringList writeMany(const QTemporaryDir &folder, int count, qsizetype size)
{
    QStringList sources;
    for (int i = 0; i < count; ++i)
        sources << writeFile(folder.filePath(QStringLiteral("source/%1.txt").arg(i)),
                             (QByteArray::number(i) + '.').repeated(size).first(size));
    return sources;
}

}

class EvidenceManyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFileIsStoredAndNamedInTheOrderAsked()
    {
        const QTemporaryDir folder;
        const EvidenceStore store(folder.filePath(QStringLiteral("evidence")));
        const QStringList sources = writeMany(folder, 500, 3000);

        const auto outcomes = storeMany(store, sources);

        QVERIFY(outcomes);
        QCOMPARE(outcomes->size(), size_t(sources.size()));
        for (size_t i = 0; i < outcomes->size(); ++i) {
            const auto &outcome = outcomes->at(i);
            QCOMPARE(outcome.source, sources.at(qsizetype(i)));
            QVERIFY(outcome.stored);
            QCOMPARE(outcome.stored->digest, Digest::of(readFile(outcome.source)));
            QCOMPARE(readFile(store.pathOf(outcome.stored->digest)), readFile(outcome.source));
        }
        QCOMPARE(filesBelow(store.folder()).size(), 500);
    }

    void equalFilesOfOneBatchAreKeptOnce()
    {
        const QTemporaryDir folder;
        const EvidenceStore store(folder.filePath(QStringLiteral("evidence")));
        QStringList sources;
        for (int i = 0; i < 50; ++i)
            sources << writeFile(folder.filePath(QStringLiteral("source/%1").arg(i)), "the same");

        const auto outcomes = storeMany(store, sources);

        QVERIFY(outcomes);
        const auto isNew = [](const StoreOutcome &outcome) {
            return outcome.stored->arrival == Arrival::New;
        };
        QCOMPARE(std::count_if(outcomes->begin(), outcomes->end(), isNew), 1);
        QCOMPARE(filesBelow(store.folder()).size(), 1);
    }

    void aRefusedFileIsNamedAndTheOthersGoOn()
    {
        const QTemporaryDir folder;
        const EvidenceStore store(folder.filePath(QStringLiteral("evidence")));
        QStringList sources = writeMany(folder, 20, 3000);
        sources.insert(7, folder.filePath(QStringLiteral("gone.txt")));
        sources.insert(9, folder.path());

        const auto outcomes = storeMany(store, sources);

        QVERIFY(outcomes);
        QVERIFY(outcomes->at(7).stored.error().message.contains(QStringLiteral("gone.txt")));
        QCOMPARE(outcomes->at(9).stored.error().code, ErrorCode::Invalid);
        QCOMPARE(filesBelow(store.folder()).size(), 20);
    }

    void filesTooLargeForTheDiskAreRefusedAndTheOthersGoOn()
    {
        const QTemporaryDir folder;
        const EvidenceStore store(folder.filePath(QStringLiteral("evidence")));
        QStringList sources = writeMany(folder, 20, 3000);
        sources << writeFile(folder.filePath(QStringLiteral("large.bin")), QByteArray(200'000, 'x'));
        Result<std::vector<StoreOutcome>> outcomes;
        {
            const FileLimit limit(100'000);
            outcomes = storeMany(store, sources);
        }

        QVERIFY(outcomes);
        QCOMPARE(outcomes->back().stored.error().code, ErrorCode::Storage);
        QVERIFY(outcomes->back().stored.error().message.contains(QStringLiteral("large.bin")));
        QCOMPARE(filesBelow(store.folder()).size(), 20);
    }

    void cancelledAtAnyPointNothingRemains()
    {
        const QTemporaryDir folder;
        const QStringList sources = writeMany(folder, 100, 200'000);
        int cancelled = 0;
        for (int round = 0; round < 20; ++round) {
            const EvidenceStore store(folder.filePath(QStringLiteral("evidence%1").arg(round)));
            const qint64 stopAfter = QRandomGenerator::global()->bounded(15'000'000);

            const auto outcomes =
                storeMany(store, sources,
                          [stopAfter](qint64 done, qint64, const QString &) { return done < stopAfter; });

            if (outcomes)
                continue;
            ++cancelled;
            QCOMPARE(outcomes.error().code, ErrorCode::Cancelled);
            QCOMPARE(filesBelow(store.folder()), QStringList());
        }
        QVERIFY(cancelled > 0);
    }

    void twoBatchesAtOnceIntoTheSameStoreBothArrive()
    {
        const QTemporaryDir folder;
        const EvidenceStore store(folder.filePath(QStringLiteral("evidence")));
        const QStringList sources = writeMany(folder, 200, 20'000);
        Result<std::vector<StoreOutcome>> other;
        const std::unique_ptr<QThread> thread(QThread::create([&] { other = storeMany(store, sources); }));
        thread->start();

        const auto mine = storeMany(store, sources);
        thread->wait();

        QVERIFY(mine && other);
        for (const auto &outcomes : {*mine, *other})
            for (const auto &outcome : outcomes)
                QCOMPARE(integrityOf(store, {outcome.stored->digest, outcome.stored->size}).value(),
                         Integrity::Unchanged);
        QCOMPARE(filesBelow(store.folder()).size(), 200);
    }

    void noFilesAreNoTrouble()
    {
        const QTemporaryDir folder;
        const EvidenceStore store(folder.filePath(QStringLiteral("evidence")));

        QVERIFY(storeMany(store, {}).value().empty());
    }
};

QTEST_GUILESS_MAIN(EvidenceManyTest)
#include "tst_evidencemany.moc"
