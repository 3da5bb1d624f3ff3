#include "core/assessment/factanswer.h"
#include "core/assessment/reliance.h"
#include "core/assessment/response.h"
#include "core/evidence/evidencestore.h"
#include "core/evidence/evidenceuse.h"
#include "core/evidence/integrity.h"
#include "core/journal/verification.h"
#include "core/sample/samplereader.h"
#include "core/sample/sampleworkspace.h"
#include "core/storage/repository.h"
#include "core/workspace/recordschema.h"
#include "core/workspace/workspace.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace plimsoll;

class SampleWorkspaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto made = makeSampleWorkspace(folder(), m_clock);
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
        auto opened = Workspace::open(folder(), Workspace::Access::ReadOnly, m_clock);
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
        m_workspace = std::move(*opened);
        m_reader = std::move(*m_workspace->reader());
    }

    void itSaysThatItIsTheSample()
    {
        QVERIFY(m_workspace->profile().sample);
        QCOMPARE(m_workspace->profile().timeZone, u"Europe/Tallinn"_s);
    }

    void everyAttachingNamesAPieceAndWhatItServes()
    {
        JournalWindow whole;
        whole.limit = 10'000;
        const auto history = entries(*m_reader, recordSchema(), whole);
        QVERIFY(history);
        int attaching = 0;
        for (const auto &entry : *history) {
            if (std::none_of(entry.edits.cbegin(), entry.edits.cend(),
                             [](const Edit &edit) { return edit.table == Described<EvidenceUse>::table; }))
                continue;
            ++attaching;
            QVERIFY2(entry.label.contains(u'“') && entry.label.contains(u" of "_s), qPrintable(entry.label));
        }
        QVERIFY(attaching > 20);
    }

    void everythingOfTheSampleIsInTheRecord()
    {
        const auto sample = readSample(m_clock);
        qsizetype answers = 0;
        qsizetype facts = 0;
        qsizetype uses = 0;
        qsizetype reliances = 0;
        for (const auto &platform : sample->platforms)
            answers += platform.answers.size();
        for (const auto &system : sample->systems) {
            answers += system.answers.size();
            facts += system.facts.size();
            reliances += system.reliances.size();
        }
        for (const auto &evidence : sample->evidence) {
            for (const auto &use : evidence.uses)
                uses += use.items.size();
        }

        QCOMPARE(all<Person>().size(), sample->persons.size());
        QCOMPARE(all<Party>().size(), sample->parties.size());
        QCOMPARE(all<AiSystem>().size(), sample->systems.size());
        QCOMPARE(all<Response>().size(), answers);
        QCOMPARE(all<FactAnswer>().size(), facts);
        QCOMPARE(all<Reliance>().size(), reliances);
        QCOMPARE(all<Evidence>().size(), sample->evidence.size());
        QCOMPARE(all<EvidenceUse>().size(), uses);
    }

    void everyFileOfTheEvidenceIsInTheStoreUnchanged()
    {
        const EvidenceStore store(m_workspace->evidenceFolder());
        for (const auto &evidence : all<Evidence>()) {
            const auto integrity = integrityOf(store, Fingerprint{evidence.digest.value(), evidence.size});
            QVERIFY(integrity);
            QVERIFY2(*integrity == Integrity::Unchanged, qPrintable(evidence.title));
            QVERIFY2(!evidence.mediaType.isEmpty(), qPrintable(evidence.title));
        }
    }

    void itsJournalVerifies()
    {
        const auto chain = verifyChain(*m_reader, recordSchema(), unwatched());
        const auto rows = verifyRows(*m_reader, recordSchema(), unwatched());

        QVERIFY(chain && rows);
        QVERIFY2(chain->holds, qPrintable(chain->statement));
        QVERIFY2(rows->holds, qPrintable(rows->statement));
        QVERIFY(chain->checked > 50);
    }

    void aFolderThatHoldsAnythingIsRefusedAndKept()
    {
        QTemporaryDir taken;
        QFile file(taken.filePath(u"letter.txt"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();

        const auto made = makeSampleWorkspace(taken.path(), m_clock);

        QVERIFY(!made);
        QCOMPARE(QDir(taken.path()).entryList(QDir::Files), QStringList{u"letter.txt"_s});
    }

    void nothingRemainsWhenItIsCancelled()
    {
        int steps = 0;
        const auto cancelLater = [&](qint64, qint64, const QString &) {
            return ++steps < 120;
        };

        const auto made = makeSampleWorkspace(m_dir.filePath(u"Cancelled.plimsoll"_s), m_clock, cancelLater);

        QVERIFY(!made);
        QCOMPARE(made.error().code, ErrorCode::Cancelled);
        QVERIFY(!QDir(m_dir.filePath(u"Cancelled.plimsoll"_s)).exists());
    }

private:
    [[nodiscard]] QString folder() const { return m_dir.filePath(u"Nordbank.plimsoll"_s); }

    template <IsDescribed Entity>
    [[nodiscard]] QList<Entity> all() const
    {
        return Repository<Entity>(*m_reader).all().value();
    }

    QTemporaryDir m_dir;
    SystemClock m_clock;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<Connection> m_reader;
};

QTEST_GUILESS_MAIN(SampleWorkspaceTest)
#include "tst_sampleworkspace.moc"
