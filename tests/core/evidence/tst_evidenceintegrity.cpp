#include "core/evidence/integrity.h"

#include "core/evidence/evidencestore.h"
#include "core/evidence/filechecks.h"
#include "tests/support/files.h"

#include <QTemporaryDir>
#include <QTest>

#include <rapidcheck.h>

#include <sys/stat.h>

using namespace plimsoll;
using namespace plimsoll::test;

namespace {

Fingerprint fingerprintOf(const Result<StoredFile> &stored)
{
    return {stored->digest, stored->size};
}

void replaceBy(const QString &path, const QByteArray &bytes)
{
    QFile::remove(path);
    writeFile(path, bytes);
}

}

class EvidenceIntegrityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyChangedByteIsFound()
    {
        const QTemporaryDir folder;
        const EvidenceStore store(folder.filePath(QStringLiteral("evidence")));
        const bool holds = rc::check([&] {
            const auto content = *rc::gen::nonEmpty<std::string>();
            const auto at = *rc::gen::inRange<size_t>(0, content.size());
            const auto mask = *rc::gen::inRange<int>(1, 256);
            const QByteArray bytes = QByteArray::fromStdString(content);
            const auto fingerprint = fingerprintOf(store.storeBytes(bytes, QStringLiteral("x")));
            RC_ASSERT(integrityOf(store, fingerprint).value() == Integrity::Unchanged);

            QByteArray changed = bytes;
            changed[qsizetype(at)] = char(changed.at(qsizetype(at)) ^ mask);
            replaceBy(store.pathOf(fingerprint.digest), changed);

            RC_ASSERT(integrityOf(store, fingerprint).value() == Integrity::Changed);
        });
        QVERIFY(holds);
    }

    void anotherSizeIsAChangeAndALinkOrAPipeNoFileOfTheStore()
    {
        const QTemporaryDir folder;
        const EvidenceStore store(folder.filePath(QStringLiteral("evidence")));
        const auto fingerprint = fingerprintOf(store.storeBytes("abc", QStringLiteral("x")));
        const QString path = store.pathOf(fingerprint.digest);

        replaceBy(path, "abcd");
        QCOMPARE(integrityOf(store, fingerprint).value(), Integrity::Changed);

        QVERIFY(QFile::remove(path) &&
                QFile::link(writeFile(folder.filePath(QStringLiteral("y")), "abc"), path));
        QCOMPARE(integrityOf(store, fingerprint).value(), Integrity::Replaced);
        QCOMPARE(lookedAt(store, {fingerprint}, {}, QDateTime()).value(fingerprint.digest).integrity,
                 Integrity::Replaced);

        QVERIFY(QFile::remove(path));
        QCOMPARE(::mkfifo(qPrintable(path), 0600), 0);
        QCOMPARE(integrityOf(store, fingerprint).value(), Integrity::Replaced);
    }

    void aLinkInThePlaceOfTheFolderIsAsOneInThePlaceOfTheFile()
    {
        const QTemporaryDir dir;
        const EvidenceStore store(dir.filePath(QStringLiteral("evidence")));
        const auto fingerprint = fingerprintOf(store.storeBytes("abc", QStringLiteral("x")));
        const QString folder = QFileInfo(store.pathOf(fingerprint.digest)).path();
        const QString aside = dir.filePath(QStringLiteral("aside"));
        QVERIFY(QFile::rename(folder, aside) && QFile::link(aside, folder));

        const auto again = store.storeBytes("abc", QStringLiteral("x"));

        QCOMPARE(integrityOf(store, fingerprint).value(), Integrity::Replaced);
        QCOMPARE(lookedAt(store, {fingerprint}, {}, QDateTime()).value(fingerprint.digest).integrity,
                 Integrity::Replaced);
        QVERIFY(!store.open(fingerprint.digest));
        QVERIFY(!again && again.error().message.contains(folder));
        QVERIFY(QFileInfo(folder).isSymLink() && QFile::exists(aside));
    }

    void aFileThatIsGoneIsMissing()
    {
        const QTemporaryDir folder;
        const EvidenceStore store(folder.filePath(QStringLiteral("evidence")));
        const Fingerprint fingerprint{Digest::of("abc"), 3};

        QCOMPARE(integrityOf(store, fingerprint).value(), Integrity::Missing);
        QCOMPARE(store.open(fingerprint.digest).error().code, ErrorCode::NotFound);
    }

    void manyAreJudgedInTheOrderAskedAndProgressReachesTheWhole()
    {
        const QTemporaryDir folder;
        const EvidenceStore store(folder.filePath(QStringLiteral("evidence")));
        std::vector<Fingerprint> fingerprints;
        std::vector<Integrity> expected;
        for (int i = 0; i < 100; ++i) {
            fingerprints.push_back(
                fingerprintOf(store.storeBytes(QByteArray::number(i).repeated(1000), QStringLiteral("x"))));
            const QString path = store.pathOf(fingerprints.back().digest);
            if (i % 3 == 1)
                replaceBy(path, "other");
            if (i % 3 == 2)
                QFile::remove(path);
            expected.push_back(i % 3 == 0   ? Integrity::Unchanged
                               : i % 3 == 1 ? Integrity::Changed
                                            : Integrity::Missing);
        }

        const auto found = integrityOf(store, fingerprints);

        QVERIFY(found);
        QVERIFY(*found == expected);
    }

    void aCheckThatWasStoppedSaysNothingOfTheFiles()
    {
        const QTemporaryDir folder;
        const EvidenceStore store(folder.filePath(QStringLiteral("evidence")));
        const auto fingerprint = fingerprintOf(store.storeBytes("abc", QStringLiteral("x")));

        const auto found =
            integrityOf(store, fingerprint, [](qint64, qint64, const QString &) { return false; });

        QVERIFY(!found);
        QCOMPARE(found.error().code, ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(EvidenceIntegrityTest)
#include "tst_evidenceintegrity.moc"
