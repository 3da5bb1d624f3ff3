#include "core/evidence/arrivals.h"
#include "core/evidence/evidencestore.h"
#include "core/evidence/integrity.h"
#include "core/evidence/leftovers.h"
#include "tests/support/files.h"
#include "tests/support/killloop.h"
#include "tests/support/storing.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace plimsoll;
using namespace plimsoll::test;

namespace {

void acknowledgeStored(const StoredFile &stored)
{
    acknowledge(stored.digest.hex() + QLatin1Char(' ') + QString::number(stored.size));
}

QByteArray freshContent(int number)
{
    return QByteArray::number(number).repeated(100'000 + number * 700);
}

/// Stores one new file after the other, for ever.
void storeOneByOne(const QStringList &arguments)
{
    const EvidenceStore store(arguments.at(0));
    const QString source = arguments.at(1) + QStringLiteral("/source");
    for (int number = 0;; ++number)
        if (const auto stored = store.store(writeFile(source, freshContent(number))))
            acknowledgeStored(*stored);
}

/// Stores batches of new files, for ever.
void storeInBatches(const QStringList &arguments)
{
    const EvidenceStore store(arguments.at(0));
    for (int batch = 0;; ++batch) {
        QStringList sources;
        for (int number = 0; number < 20; ++number)
            sources << writeFile(arguments.at(1) + QStringLiteral("/source%1").arg(number),
                                 freshContent(number).append(QByteArray::number(batch)));
        if (const auto outcomes = storeMany(store, sources))
            for (const auto &outcome : *outcomes)
                acknowledgeStored(*outcome.stored);
    }
}

}

class EvidenceKillTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedAtAnyMomentNothingAcknowledgedIsLostAndNothingHalfHasAName_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::newRow("one by one") << QStringLiteral("one");
        QTest::newRow("in batches") << QStringLiteral("batches");
    }
    void killedAtAnyMomentNothingAcknowledgedIsLostAndNothingHalfHasAName()
    {
        QFETCH(QString, mode);
        int sweptInAll = 0;
        for (int round = 0; round < kills; ++round) {
            const QTemporaryDir folder;
            const EvidenceStore store(folder.filePath(QStringLiteral("evidence")));
            const std::chrono::microseconds delay(QRandomGenerator::global()->bounded(60'000));

            const auto acknowledged = acknowledgedBeforeKill(mode, {store.folder(), folder.path()}, delay);

            QVERIFY(!acknowledged.isEmpty());
            for (const QString &line : acknowledged) {
                const Fingerprint fingerprint{Digest::fromHex(line.section(QLatin1Char(' '), 0, 0)).value(),
                                              line.section(QLatin1Char(' '), 1).toLongLong()};
                QCOMPARE(integrityOf(store, fingerprint).value(), Integrity::Unchanged);
            }
            sweptInAll += removeAbandoned(store);
            const auto found = leftoversIn(store, {});
            QVERIFY(found);
            QVERIFY(found->foreign.isEmpty());
            QCOMPARE(filesBelow(store.folder()).size(), found->unreferenced.size());
            for (const QString &path : found->unreferenced) {
                const auto digest = Digest::fromHex(QString(path).remove(QLatin1Char('/')).right(64));
                QVERIFY(digest && store.pathOf(*digest) == path);
                QCOMPARE(integrityOf(store, {*digest, QFileInfo(path).size()}).value(), Integrity::Unchanged);
            }
        }
        QVERIFY2(sweptInAll > 0, "No kill met a file half-way: the test proves nothing");
    }
};

int main(int argc, char **argv)
{
    return runTestOrChild<EvidenceKillTest>(
        argc, argv, {{QStringLiteral("one"), storeOneByOne}, {QStringLiteral("batches"), storeInBatches}});
}
#include "tst_evidencekill.moc"
