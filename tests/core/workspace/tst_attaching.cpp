#include "core/evidence/arrivals.h"
#include "core/evidence/evidencestore.h"
#include "core/evidence/leftovers.h"
#include "core/workspace/assessing.h"
#include "core/workspace/attaching.h"
#include "core/workspace/evidenceregister.h"
#include "core/workspace/journalreading.h"
#include "core/workspace/overview.h"
#include "tests/support/behindtheprogram.h"
#include "tests/support/filelimit.h"
#include "tests/support/files.h"
#include "tests/support/twosystems.h"

#include <QTest>

using namespace plimsoll;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;

namespace {

/// Of whoever acts nobody knows, so the record refuses every change.
Result<Attached> attachedByNobody(const WorkspaceFixture &fixture, const QList<Attachment> &attachments)
{
    const auto ana = fixture->actor();
    fixture->actAs(Id<Person>::generate(fixture.clock()));
    auto attached = attach(fixture.workspace(), attachments);
    fixture->actAs(ana);
    return attached;
}

QStringList stored(const WorkspaceFixture &fixture)
{
    return filesBelow(fixture->evidenceFolder());
}

Attachment aLink(int number)
{
    Attachment link;
    link.evidence.url = u"https://example.com/%1"_s.arg(number);
    return link;
}

}

class AttachingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatARefusedAttachingStoredIsTakenOutAgain()
    {
        const WorkspaceFixture fixture;
        const auto kept = writeFile(fixture.path(u"kept.txt"_s), "kept");
        QVERIFY(attach(fixture.workspace(), {{kept, {}, {}}}));
        const auto before = stored(fixture);
        const auto file = writeFile(fixture.path(u"plan.txt"_s), "plan");

        const auto refused = attachedByNobody(fixture, {{file, {}, {}}, {kept, {}, {}}});

        QVERIFY(!refused);
        QCOMPARE(stored(fixture), before);
        QVERIFY(attach(fixture.workspace(), {{file, {}, {}}}));
    }

    void aFileThatARemovedPieceNamesStaysWhereTheRecordRefuses()
    {
        WorkspaceFixture fixture;
        const auto file = writeFile(fixture.path(u"plan.txt"_s), "plan");
        const auto plan = attach(fixture.workspace(), {{file, {}, {}}})->evidence.first();
        Evidence removed = plan;
        removed.removedAt = fixture.clock().now();
        fixture.commit(ChangeSet(u"Remove"_s).change(plan, removed));
        const auto path = EvidenceStore(fixture->evidenceFolder()).pathOf(*plan.digest);
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner) && QFile::remove(path));

        const auto refused = attachedByNobody(fixture, {{file, {}, {}}});

        QVERIFY(!refused);
        QCOMPARE(readFile(path), QByteArray("plan"));
    }

    void whileSomebodyElseAttachesNothingIsTakenOut()
    {
        const WorkspaceFixture fixture;
        const auto file = writeFile(fixture.path(u"plan.txt"_s), "plan");
        const EvidenceStore store(fixture->evidenceFolder());
        const auto other = store.beAtWork();
        QVERIFY(other);

        const auto refused = attachedByNobody(fixture, {{file, {}, {}}});

        QVERIFY(!refused);
        QCOMPARE(readFile(store.pathOf(Digest::of("plan"))), QByteArray("plan"));
    }

    void whatAnAttachingThatNeverEndedStoredIsTakenOutAtTheNextOpening()
    {
        WorkspaceFixture fixture;
        const auto kept = writeFile(fixture.path(u"kept.txt"_s), "kept");
        const EvidenceStore store(fixture->evidenceFolder());
        {
            const auto killed = store.beAtWork();
            QVERIFY(store.storeMany({kept, writeFile(fixture.path(u"plan.txt"_s), "plan")}, **killed));
            (*killed)->leaveToSweep();
        }
        QVERIFY(attach(fixture.workspace(), {{kept, {}, {}}})); // finds it there
        QCOMPARE(leftoversIn(store, {})->unreferenced.size(), 2);

        fixture.reopen();

        QCOMPARE(leftoversIn(store, {})->unreferenced, QStringList{store.pathOf(Digest::of("kept"))});
        QCOMPARE(stored(fixture).size(), 1); // nor is anything noted any more
    }

    void whereTheRecordCannotGrowNothingOfTheAttachingRemains()
    {
        WorkspaceFixture fixture;
        const auto file = writeFile(fixture.path(u"plan.txt"_s), QByteArray(20'000, 'x'));
        const qint64 whole = QFileInfo(fixture->databaseFile()).size();
        int refused = 0;
        for (qint64 limit = 24'000; limit <= whole; limit += 16'000) {
            Result<Attached> attached;
            {
                const FileLimit full{rlim_t(limit)};
                attached = attach(fixture.workspace(), {{file, {}, {}}});
            }
            fixture.reopen();
            if (attached)
                break;
            ++refused;
            QCOMPARE(stored(fixture), QStringList());
        }
        QVERIFY2(refused > 5, "The limits hindered nothing: the test proves nothing");
        QVERIFY(attach(fixture.workspace(), {{file, {}, {}}}));
    }

    void aFolderOfManyFilesIsOneEntry()
    {
        TwoSystems bank;
        QList<Attachment> links;
        for (int number = 0; number < 1100; ++number)
            links.append(aLink(number));
        const auto before = labels(bank).size();

        QVERIFY(attach(bank.fixture.workspace(), links));

        QCOMPARE(labels(bank).size(), before + 1);
    }

    void theEntryNamesWhatWasStoredAndNothingThatWasRefused()
    {
        TwoSystems bank;
        const ItemOfAssessment item{bank.assessmentOf(bank.fraud), u"5.1.3-1/a"_s};
        const auto good = writeFile(bank.fixture.path(u"good.txt"_s), "good");

        const auto attached = attach(bank.fixture.workspace(), {{good, {}, {item}},
                                                                {bank.fixture.path(u"nothere"_s), {}, {item}},
                                                                {bank.fixture.path({}), {}, {item}}});

        QVERIFY(attached);
        QCOMPARE(attached->refused.size(), 2);
        QCOMPARE(labels(bank).first(), u"Attach “good.txt” to 5.1.3-1/a of Fraud scoring"_s);
    }

    void whatIsSaidOfKnownContentIsRecordedInTheEntryThatAttachesIt()
    {
        TwoSystems bank;
        const ItemOfAssessment item{bank.assessmentOf(bank.fraud), u"5.1.3-1/a"_s};
        const auto known = writeFile(bank.fixture.path(u"copy.pdf"_s), "%PDF-1.4 training\n");
        const auto before = labels(bank).size();

        const auto attached =
            attach(bank.fixture.workspace(), {{known, {}, {item}, {.validUntil = QDate(2099, 1, 1)}}});

        QVERIFY(attached);
        QCOMPARE(labels(bank).size(), before + 1);
        QCOMPARE(labels(bank).first(), u"Attach “copy.pdf” to 5.1.3-1/a of Fraud scoring; describe “Training "
                                       "policy” anew"_s);
        QCOMPARE(attached->again.size(), 1);
        QCOMPARE(attached->again.first().uses, 2);
        const Evidence held = attached->evidence.first();
        QCOMPARE(held.validUntil, std::optional(QDate(2099, 1, 1)));
        QCOMPARE(held.state, DocumentState::Draft); // Jo Lee approved it without such a date
        QVERIFY(inWords(attached->again.first()).contains(u"What Jo Lee approved is described otherwise"_s));
    }

    void ofKnownContentByAnotherNameItIsSaidThatItsDescriptionStays()
    {
        TwoSystems bank;
        const ItemOfAssessment item{bank.assessmentOf(bank.fraud), u"5.1.3-1/a"_s};
        const auto known = writeFile(bank.fixture.path(u"copy.pdf"_s), "%PDF-1.4 training\n");

        const auto attached = attach(bank.fixture.workspace(), {{known, {}, {item}}});

        QVERIFY(attached && attached->again.size() == 1);
        QVERIFY(attached->again.first().isCalledOtherwise());
        QCOMPARE(inWords(attached->again.first()),
                 u"The content of “copy.pdf” was evidence already, as “Training policy” from the file "
                 "“Schulung – Größe.pdf”, the name it keeps. Its description stays."_s);
        QCOMPARE(attached->evidence.first().state, DocumentState::Approved);
    }

    void whatIsSaidTwiceOfOneContentIsRecordedOnce()
    {
        TwoSystems bank;
        const auto known = writeFile(bank.fixture.path(u"copy.pdf"_s), "%PDF-1.4 training\n");
        const Attachment again{known, {}, {}, {.title = u"Policy"_s}};

        const auto attached = attach(bank.fixture.workspace(), {again, again});

        QVERIFY2(attached, attached ? "" : qPrintable(attached.error().message));
        QCOMPARE(attached->again.size(), 1);
        QCOMPARE(attached->evidence.last().title, u"Policy"_s);
    }

    void usesOfAssessmentsThatAnotherFollowedAreNotCounted()
    {
        TwoSystems bank;
        bank.fixture.commit(*planClose(*bank.reader(), bank.catalogue, bank.fraud, bank.occasion()));
        bank.fixture.commit(*planStart(*bank.reader(), *bank.catalogue, bank.fraud, bank.occasion()));
        const auto known = writeFile(bank.fixture.path(u"copy.pdf"_s), "%PDF-1.4 training\n");

        const auto attached =
            attach(bank.fixture.workspace(), {{known, {}, {}, {.validUntil = QDate(2026, 12, 1)}}});

        QCOMPARE(attached->again.first().uses, 1);
        const auto overview = readOverview(bank.fixture.workspace(), bank.catalogue);
        for (const LapsingEvidence &lapsing : overview->lapsing) {
            const auto line = readEvidenceRegister(*bank.reader(), QSet{lapsing.id});
            QCOMPARE(lapsing.uses, line->front().items);
        }
        QVERIFY(!overview->lapsing.isEmpty());
    }

    void whenALaterPartIsRefusedItIsSaidHowManyAreAttached()
    {
        const WorkspaceFixture fixture;
        QList<Attachment> links;
        for (int number = 0; number < 20'100; ++number)
            links.append(aLink(number));
        int sent = 0;
        QObject::connect(&fixture.workspace(), &Workspace::commitSent, [&] {
            if (++sent == 2) // whoever acts is not in the record any more
                behindTheProgram(fixture, {u"DELETE FROM person"_s});
        });

        const auto refused = attach(fixture.workspace(), links);

        QVERIFY(!refused);
        QCOMPARE(fixture.all<Evidence>().size(), 20'000);
        const QString &words = refused.error().message;
        QVERIFY2(words.startsWith(u"20000 of 20100 pieces of evidence are attached; do the same again"_s),
                 qPrintable(words));
        QVERIFY2(!words.contains(u"othing was changed"_s), qPrintable(words));
    }

private:
    /// Of the journal's entries, the last at the front.
    static QStringList labels(const TwoSystems &bank)
    {
        QStringList labels;
        const auto journal = readJournal(*bank.reader(), {});
        for (const JournalLine &line : journal->lines)
            labels.append(line.label);
        return labels;
    }
};

QTEST_GUILESS_MAIN(AttachingTest)
#include "tst_attaching.moc"
