#include "core/catalogue/shippedcatalogue.h"
#include "core/evidence/issuedsystem.h"
#include "core/journal/journal.h"
#include "core/workspace/assessing.h"
#include "core/workspace/recordschema.h"
#include "core/workspace/undohistory.h"
#include "tests/support/asnobody.h"
#include "tests/support/workspacefixture.h"

#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

namespace {

AiSystem called(AiSystem system, const QString &name)
{
    system.name = name;
    return system;
}

ChangeSet renaming(const AiSystem &before, const QString &name)
{
    return ChangeSet(u"Rename to %1"_s.arg(name)).change(before, called(before, name));
}

/// Another program at the same record does it.
void elsewhere(const WorkspaceFixture &fixture, const ChangeSet &changeSet)
{
    const auto other = Workspace::open(fixture.folder(), Workspace::Access::ReadWrite, fixture.clock());
    (*other)->actAs(fixture->actor());
    QVERIFY((*other)->commitAndWait(changeSet));
}

/// Parties made by three change sets of one group.
struct Group
{
    explicit Group(const WorkspaceFixture &fixture)
    {
        for (int part = 1; part <= 3; ++part) {
            ChangeSet changes(u"Import three parties"_s);
            changes.group = u"a-group"_s;
            parties.append(
                {Id<Party>::generate(fixture.clock()), u"Party %1"_s.arg(part), PartyKind::Supplier, {}, {}});
            changeSets.append(changes.create(parties.last()));
        }
    }

    QList<Party> parties;
    QList<ChangeSet> changeSets;
};

IssuedPackage aPackage(const WorkspaceFixture &fixture)
{
    IssuedPackage package;
    package.id = Id<IssuedPackage>::generate(fixture.clock());
    package.fileName = u"first.zip"_s;
    package.issuedAt = fixture.clock().now();
    return package;
}

QList<JournalEntry> journalOf(const WorkspaceFixture &fixture)
{
    return entries(**fixture->reader(), recordSchema(), {}).value_or(QList<JournalEntry>());
}

}

class UndoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void undoingARenameRestoresTheFormerNameAndRedoBringsItBack()
    {
        WorkspaceFixture fixture;
        const auto system = fixture.aSystem(u"Before"_s);
        fixture.commit(renaming(system, u"After"_s));
        QTRY_COMPARE(fixture->undoLabel(), u"Rename to After"_s);

        fixture->undo().waitForFinished();
        QCOMPARE(fixture.all<AiSystem>(), QList{system});
        QTRY_COMPARE(fixture->redoLabel(), u"Rename to After"_s);

        fixture->redo().waitForFinished();
        QCOMPARE(fixture.all<AiSystem>(), QList{called(system, u"After"_s)});
    }

    void undoIsItselfAnEntryOfTheJournal()
    {
        WorkspaceFixture fixture;
        fixture.aSystem(u"Fraud scoring"_s);

        fixture->undo().waitForFinished();

        const auto journal = journalOf(fixture);
        QCOMPARE(journal.size(), 3);
        QCOMPARE(journal.first().edits.first().kind, Edit::Kind::Removed);
        QCOMPARE(journal.first().header.actor, fixture->actor());
    }

    void undoingWhileASaveIsUnderWayTakesBackThatSave()
    {
        WorkspaceFixture fixture;
        const auto system = fixture.aSystem(u"One"_s);
        QTRY_COMPARE(fixture->undoLabel(), u"Register One"_s);

        auto saved = fixture->commit(renaming(system, u"Two"_s));
        auto undone = fixture->undo();
        undone.waitForFinished();

        QVERIFY(saved.result());
        QVERIFY2(undone.result(), qPrintable(undone.result() ? QString() : undone.result().error().message));
        QCOMPARE(fixture.all<AiSystem>(), QList{system});
        QTRY_COMPARE(fixture->redoLabel(), u"Rename to Two"_s);
        QCOMPARE(fixture->undoLabel(), u"Register One"_s);
    }

    void undoingTwiceAtOnceTakesBackTwoChanges()
    {
        WorkspaceFixture fixture;
        const auto system = fixture.aSystem(u"One"_s);
        fixture.commit(renaming(system, u"Two"_s));
        fixture.commit(renaming(called(system, u"Two"_s), u"Three"_s));
        QTRY_COMPARE(fixture->undoLabel(), u"Rename to Three"_s);

        auto first = fixture->undo();
        auto second = fixture->undo();
        second.waitForFinished();

        QVERIFY(first.result());
        QVERIFY2(second.result(), qPrintable(second.result() ? QString() : second.result().error().message));
        QCOMPARE(fixture.all<AiSystem>(), QList{system});
    }

    void redoingTwiceAtOnceBringsTwoChangesBack()
    {
        WorkspaceFixture fixture;
        const auto system = fixture.aSystem(u"One"_s);
        fixture.commit(renaming(system, u"Two"_s));
        fixture.commit(renaming(called(system, u"Two"_s), u"Three"_s));
        for (int step = 0; step < 2; ++step)
            fixture->undo().waitForFinished();
        QTRY_COMPARE(fixture->redoLabel(), u"Rename to Two"_s);

        fixture->redo();
        fixture->redo().waitForFinished();

        QCOMPARE(fixture.all<AiSystem>(), QList{called(system, u"Three"_s)});
    }

    void aChangeThatCannotBeTakenBackDoesNotBarTheOnesBefore()
    {
        WorkspaceFixture fixture;
        const auto fraud = fixture.aSystem(u"Fraud"_s);
        const auto chatbot = fixture.aSystem(u"Chatbot"_s);
        fixture.commit(renaming(fraud, u"Fraud scoring"_s));
        fixture.commit(renaming(chatbot, u"Chat"_s));
        elsewhere(fixture, renaming(called(chatbot, u"Chat"_s), u"Talk"_s));
        QTRY_COMPARE(fixture->undoLabel(), u"Rename to Chat"_s);

        const auto refused = fixture->undo().result();

        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QVERIFY2(refused.error().message.endsWith(u"“Rename to Chat” can no longer be undone."_s),
                 qPrintable(refused.error().message));
        QTRY_COMPARE(fixture->undoLabel(), u"Rename to Fraud scoring"_s);
        QVERIFY(fixture->undo().result());
        QCOMPARE(fixture.all<AiSystem>(), (QList{fraud, called(chatbot, u"Talk"_s)}));
    }

    void aClosingIsNoStepOfTheHistory()
    {
        WorkspaceFixture fixture;
        const auto system = fixture.aSystem(u"Fraud scoring"_s);
        const Occasion occasion{QDate(2026, 11, 20), fixture->actor(), fixture.clock()};
        const Assessment open = newAssessment(**shippedCatalogue(), system, occasion);
        fixture.commit(ChangeSet(u"Start"_s).create(open));
        fixture.commit(*planClose(**fixture->reader(), *shippedCatalogue(), system, occasion));
        fixture.commit(renaming(system, u"Scoring"_s));

        QVERIFY(fixture->undo().result());

        QTRY_COMPARE(fixture->undoLabel(), u"Start"_s);
        QVERIFY(fixture.all<Assessment>().first().closedOn);
    }

    void whatWasIssuedStaysAndIsNoStepOfTheHistory()
    {
        WorkspaceFixture fixture;
        const auto system = fixture.aSystem(u"Fraud scoring"_s);
        const IssuedPackage package = aPackage(fixture);
        const IssuedSystem about{issuedSystemId(package.id, system.id), package.id, system.id, {}};
        fixture.commit(ChangeSet(u"Issue"_s).create(package).create(about));
        QTRY_COMPARE(fixture->undoLabel(), u"Register Fraud scoring"_s);

        for (const ChangeSet &removal :
             {ChangeSet(u"Forget"_s).remove(about).remove(package), ChangeSet(u"Forget"_s).remove(about)}) {
            const auto refused = fixture->commitAndWait(removal);
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::Denied);
            QVERIFY2(refused.error().message.startsWith(u"first.zip was issued"_s),
                     qPrintable(refused.error().message));
        }
        QCOMPARE(fixture.all<IssuedPackage>(), QList{package});
        QCOMPARE(fixture.all<IssuedSystem>(), QList{about});
    }

    void theChangeSetsOfAGroupAreUndoneAndRedoneTogether()
    {
        WorkspaceFixture fixture;
        const Group group(fixture);
        const auto before = fixture.all<Party>();
        for (const ChangeSet &changeSet : group.changeSets)
            fixture.commit(changeSet);
        QTRY_COMPARE(fixture->undoLabel(), u"Import three parties"_s);

        QVERIFY(fixture->undo().result());
        QCOMPARE(fixture.all<Party>(), before);
        QTRY_COMPARE(fixture->redoLabel(), u"Import three parties"_s);
        QVERIFY(fixture->undoLabel().isEmpty());
        const auto undone = journalOf(fixture).first(3);
        QVERIFY(!undone.first().group.isEmpty());
        for (const JournalEntry &entry : undone) {
            QCOMPARE(entry.label, u"Undo: Import three parties"_s);
            QCOMPARE(entry.group, undone.first().group);
        }

        QVERIFY(fixture->redo().result());
        const auto again = fixture.all<Party>();
        QCOMPARE(again.size(), before.size() + 3);
        for (const Party &party : group.parties)
            QVERIFY(again.contains(party));
        QTRY_VERIFY(fixture->redoLabel().isEmpty());
    }

    void aChangeAmidAGroupIsAStepOfItsOwn()
    {
        WorkspaceFixture fixture;
        const Group group(fixture);
        fixture.commit(group.changeSets[0]);
        fixture.aSystem(u"Meanwhile"_s);
        fixture.commit(group.changeSets[1]);

        QVERIFY(fixture->undo().result());
        QCOMPARE(fixture.all<AiSystem>().size(), 0);
        QCOMPARE(fixture.all<Party>().size(), 3);

        QVERIFY(fixture->undo().result());
        QCOMPARE(fixture.all<Party>().size(), 1);
    }

    void aGroupThatIsUndoneInPartSaysSoAndKeepsTheRest()
    {
        WorkspaceFixture fixture;
        const Group group(fixture);
        for (const ChangeSet &changeSet : group.changeSets)
            fixture.commit(changeSet);
        Party renamed = group.parties[1];
        renamed.name = u"Renamed"_s;
        elsewhere(fixture, ChangeSet(u"Rename"_s).change(group.parties[1], renamed));

        const auto inPart = fixture->undo().result();

        QVERIFY(!inPart);
        QVERIFY2(inPart.error().message.contains(u"1 of its 3 changes were taken back"_s),
                 qPrintable(inPart.error().message));
        QCOMPARE(fixture.all<Party>().size(), 3);
        QTRY_COMPARE(fixture->redoLabel(), u"Import three parties"_s);
        QCOMPARE(fixture->undoLabel(), u"Import three parties"_s);

        elsewhere(fixture, ChangeSet(u"Name again"_s).change(renamed, group.parties[1]));
        QVERIFY(fixture->undo().result());
        QCOMPARE(fixture.all<Party>().size(), 1);
        QVERIFY(fixture->redo().result());
        QCOMPARE(fixture.all<Party>().size(), 4);
    }

    void aGroupIsOfOnePersonWhoeverActsMeanwhile()
    {
        WorkspaceFixture fixture;
        const Id<Person> ana = fixture->actor();
        const Person jo{Id<Person>::generate(fixture.clock()), u"Jo Lee"_s, {}, {},
                        fixture.all<Party>().first().id,       {},          {}};
        fixture.commit(ChangeSet(u"Enter Jo"_s).create(jo));
        const Group group(fixture);

        fixture.commit(group.changeSets[0]);
        fixture->actAs(jo.id);
        fixture.commit(group.changeSets[1]);
        fixture.aSystem(u"Fraud scoring"_s);

        const auto journal = journalOf(fixture);
        QCOMPARE(journal[0].header.actor, jo.id);
        QCOMPARE(journal[1].header.actor, ana);
        QCOMPARE(journal[2].header.actor, ana);
    }

    void whatCanBeUndoneIsBoundedButTheLastAlwaysCan()
    {
        const auto ofSize = [](qsizetype edits, const QString &label) {
            ChangeSet changes(label);
            changes.edits = QList<Edit>(edits);
            return changes;
        };
        const auto written = [](const ChangeSet &) -> Result<Committed> {
            return Committed();
        };
        UndoHistory history;

        history.made(ofSize(UndoHistory::mostEdits + 1, u"Import"_s));
        QCOMPARE(history.undoLabel(), u"Import"_s);
        for (const QString &label : {u"one"_s, u"two"_s})
            history.made(ofSize(1, label));

        QVERIFY(history.undo(written));
        QCOMPARE(history.undoLabel(), u"one"_s);
        QVERIFY(history.redo(written));
        QVERIFY(history.undo(written) && history.undo(written));
        QVERIFY(!history.undo(written));
        QCOMPARE(history.redoLabel(), u"one"_s);
    }

    void ofAGroupThatIsTooLargeNothingIsUndone()
    {
        ChangeSet part(u"Import"_s);
        part.group = u"a-group"_s;
        part.edits = QList<Edit>(UndoHistory::mostEditsOfAGroup / 2);
        UndoHistory history;

        history.made(part);
        history.made(part);
        QCOMPARE(history.undoLabel(), u"Import"_s);
        history.made(part);
        QCOMPARE(history.undoLabel(), QString());

        history.made(ChangeSet(u"Rename"_s));
        history.made(part);
        QCOMPARE(history.undoLabel(), u"Rename"_s);
    }

    void ofAGroupThatIsForgottenTheRestIsNotUndoneAlone()
    {
        ChangeSet part(u"Import"_s);
        part.group = u"a-group"_s;
        ChangeSet large(u"Answer"_s);
        large.edits = QList<Edit>(UndoHistory::mostEdits + 1);
        UndoHistory history;

        history.made(part);
        history.made(large);
        history.made(part);

        QCOMPARE(history.undoLabel(), u"Answer"_s);
    }

    void aStepStaysWhileTheRightToWriteIsMissing()
    {
        WorkspaceFixture fixture;
        const auto system = fixture.aSystem(u"One"_s);
        fixture.commit(renaming(system, u"Two"_s));
        test::allow(fixture.folder(), 0555);

        const auto refused = [&] {
            const test::AsNobody nobody;
            return fixture->undo().result();
        }();

        QVERIFY(!refused);
        QVERIFY2(!refused.error().message.contains(u"can no longer"_s), qPrintable(refused.error().message));
        QTRY_COMPARE(fixture->undoLabel(), u"Rename to Two"_s);
        test::allow(fixture.folder(), 0755);
        QVERIFY(fixture->undo().result());
        QCOMPARE(fixture.all<AiSystem>(), QList{system});
    }

    void aStepRefusedForTheMomentStaysToBeTriedAgain()
    {
        UndoHistory history;
        history.made(ChangeSet(u"Rename"_s));
        const auto busy = [](const ChangeSet &) -> Result<Committed> {
            return refuse(ErrorCode::Busy, u"Somebody else writes."_s);
        };

        const auto refused = history.undo(busy);

        QVERIFY(!refused);
        QCOMPARE(refused.error().message, u"Somebody else writes."_s);
        QCOMPARE(history.undoLabel(), u"Rename"_s);
    }
};

QTEST_GUILESS_MAIN(UndoTest)
#include "tst_undo.moc"
