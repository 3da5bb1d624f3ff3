#include "core/assessment/closing.h"
#include "core/assessment/inheritance.h"
#include "core/delivery/auditreportcomposer.h"
#include "core/delivery/systemreport.h"
#include "core/evidence/evidenceuse.h"
#include "core/inventory/assetlink.h"
#include "core/inventory/limitation.h"
#include "core/responsibility/roleassignment.h"
#include "core/workspace/closedrecord.h"
#include "core/workspace/evidenceremoval.h"
#include "core/workspace/journalreading.h"
#include "core/workspace/problems.h"
#include "core/workspace/recordschema.h"
#include "core/workspace/standings.h"
#include "core/workspace/writer.h"
#include "tests/support/twosystems.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plimsoll;

/// Closing an assessment freezes it with all it rests on.
class ClosingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whateverChangesLaterAClosedAssessmentReadsAsOnItsLastDay()
    {
        TwoSystems bank;
        const Checklist open = bank.checklist(bank.fraud);
        close(bank);
        const Checklist closed = bank.checklist(bank.fraud);
        QCOMPARE(differences(open, closed), QStringList{u"assessment"_s});
        QVERIFY(std::any_of(closed.lines.cbegin(), closed.lines.cend(),
                            [](const ChecklistLine &line) { return line.isInherited(); }));
        const SystemFile file = fileOf(bank);
        const auto problems = problemsOf(closed, TwoSystems::today);
        const ReportSystem reported = composeSystem(dossierOf(bank), file);

        changeEverything(bank);

        const Checklist later = bank.checklist(bank.fraud);
        QCOMPARE(differences(closed, later), QStringList());
        QCOMPARE(problemsOf(later, TwoSystems::today.addYears(5)), problems);
        for (const Person &present : bank.fixture.all<Person>())
            QVERIFY(later.named(present).name + u" (married)"_s == present.name);
        const SystemFile laterFile = fileOf(bank);
        QCOMPARE(laterFile.assets, file.assets);
        QCOMPARE(laterFile.limitations, file.limitations);
        QCOMPARE(laterFile.checklist.system, file.checklist.system);
        const ReportSystem reportedLater = composeSystem(dossierOf(bank), laterFile);
        QCOMPARE(partsOf(reportedLater), partsOf(reported));

        const auto now =
            orFail(readPresentChecklist(*bank.reader(), bank.catalogue, bank.fraud.id, TwoSystems::today));
        const QStringList moved = differences(closed, now);
        for (const auto &what : {u"system"_s, u"circumstances"_s, u"fact answers"_s, u"events"_s,
                                 u"evidence"_s, u"counts"_s, u"5.2.2-1"_s})
            QVERIFY2(moved.contains(what), qPrintable(what));
    }

    void anEarlierAssessmentIsToldAgainAsItWas()
    {
        TwoSystems bank;
        close(bank);
        const auto earlier = bank.assessmentOf(bank.fraud);
        const Dossier first = dossierOf(bank);
        const ReportSystem told = composeSystem(first, first.systems.front());
        changeEverything(bank);
        startNext(bank);
        bank.answer(bank.assessmentOf(bank.fraud), u"5.1.1-1"_s, {.answer = Answer::NotMet});

        const Dossier again = orFail(readDossier(*bank.reader(), bank.catalogue, {bank.fraud.id},
                                                 TwoSystems::today.addYears(1), {{bank.fraud.id, earlier}}));

        QCOMPARE(differences(again.systems.front().checklist, first.systems.front().checklist),
                 QStringList());
        const ReportSystem toldAgain = composeSystem(again, again.systems.front());
        QCOMPARE(partsOf(toldAgain), partsOf(told));
        QCOMPARE(told.outdated, QString());
        QVERIFY2(toldAgain.outdated.contains("later assessment"_L1), qPrintable(toldAgain.outdated));
    }

    void anAssessmentOfAnotherSystemIsNotToldOfThisOne()
    {
        TwoSystems bank;
        const auto refused = readDossier(*bank.reader(), bank.catalogue, {bank.fraud.id}, TwoSystems::today,
                                         {{bank.fraud.id, bank.assessmentOf(bank.chatbot)}});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::NotFound);
    }

    void theReportSaysThatAnotherVersionWasAssessed()
    {
        TwoSystems bank;
        AiSystem next = bank.fraud;
        next.version = u"3.0"_s;
        bank.fixture.commit(ChangeSet(u"Name a version"_s).change(bank.fraud, next));
        const Dossier dossier = dossierOf(bank);
        const QString why = composeSystem(dossier, dossier.systems.front()).outdated;
        QVERIFY2(why.contains("version 2.1"_L1) && why.contains("version 3.0"_L1), qPrintable(why));
        QVERIFY(composeAuditReport(dossier, {}).limitations.join(u' ').contains(why));
    }

    void everySystemsCountsStayToo()
    {
        TwoSystems bank;
        close(bank);
        const SystemStanding before = standing(bank);
        changeEverything(bank);
        const SystemStanding after = standing(bank);
        QCOMPARE(after.items, before.items);
        const auto system = orFail(Repository<AiSystem>(*bank.reader()).find(bank.fraud.id));
        QCOMPARE(after, standingOf(bank.checklist(bank.fraud), *system, after.outdated));
        QCOMPARE(after.version, u"3.0"_s);
    }

    void aPhaseThatCameAfterTheClosingMakesItOutdatedWhereverItIsRead()
    {
        TwoSystems bank;
        close(bank);
        QVERIFY(!standing(bank).outdated);
        AiSystem later = bank.fraud;
        later.phase = LifecyclePhase::EndOfLife;
        later.purpose = u"Says \"phase\":\"design\" of itself"_s;
        bank.fixture.commit(ChangeSet(u"Go on"_s).change(bank.fraud, later));
        const auto read = standing(bank).outdated;
        QVERIFY(read);
        QVERIFY2(read->why.contains("the system is in"_L1), qPrintable(read->why));
        QCOMPARE(read, orFail(whyOutdated(*bank.reader(), bank.checklist(bank.fraud), TwoSystems::today)));
    }

    void theNextAssessmentStandsInTheCircumstancesOfNow()
    {
        TwoSystems bank;
        close(bank);
        changeEverything(bank);
        startNext(bank);
        const Checklist next = bank.checklist(bank.fraud);
        QCOMPARE(next.system.version, u"3.0"_s);
        QVERIFY(next.events.isEmpty());
        const auto now =
            orFail(readPresentChecklist(*bank.reader(), bank.catalogue, bank.fraud.id, TwoSystems::today));
        QCOMPARE(differences(next, now), QStringList());
    }

    void whatWasFoundCountsAlsoWhereAnotherProgramWouldFindOtherwise()
    {
        TwoSystems bank;
        const Checklist open = bank.checklist(bank.fraud);
        QList<ItemStanding> findings = itemStandings(open);
        const int item = open.catalogue->item(u"5.1.1-1"_s)->ordinal;
        QCOMPARE(findings[item].standing(), Standing::Met);
        findings[item] = {Applicability::State::WaitsForEvent, quint8(Answer::NotAnswered)};
        closeWith(bank, findingsText(*bank.catalogue, findings),
                  orFail(basisOf(*bank.reader(), bank.fraud.id, open.assessment->id)));

        const Checklist closed = bank.checklist(bank.fraud);
        QCOMPARE(closed.line(u"5.1.1-1"_s)->standing(), Standing::Waiting);
        for (const ChecklistLine &line : closed.lines)
            QVERIFY(!closed.reason(line).isEmpty());
        (void)composeSystem(dossierOf(bank), fileOf(bank));
        QCOMPARE(closed.rollUp.whole.shall.met, open.rollUp.whole.shall.met - 1);
        QCOMPARE(standing(bank).items, findings);
    }

    void aBasisOlderThanAFieldIsRead()
    {
        TwoSystems bank;
        const Checklist open = bank.checklist(bank.fraud);
        QString basis = orFail(basisOf(*bank.reader(), bank.fraud.id, open.assessment->id));
        const QString field = u"\"override_reason\":\"\","_s;
        QVERIFY(basis.contains(field));
        basis.remove(field);
        closeWith(bank, findingsText(*bank.catalogue, itemStandings(open)), basis);
        QCOMPARE(differences(open, bank.checklist(bank.fraud)), QStringList{u"assessment"_s});
    }

    void whatCannotBeReadIsSaidAndNotPassedOver_data()
    {
        QTest::addColumn<QString>("findings");
        QTest::addColumn<QString>("basis");
        const QString none;
        QTest::newRow("a row that is none") << none << u"{\"asset\":[{\"id\":\"x\"}]}"_s;
        QTest::newRow("a basis that is no JSON") << none << u"{"_s;
        QTest::newRow("a basis without the system") << none << u"{}"_s;
        QTest::newRow("findings that are no JSON") << u"["_s << none;
        QTest::newRow("a finding that is none") << u"{\"5.1.1-1\":[\"applies\",\"maybe\"]}"_s << none;
        QTest::newRow("a finding without an answer")
            << u"{\"5.1.1-3\":[\"applies\",\"not-applicable\"],\"5.4.1-1\":[\"applies\",\"not-applicable\"]}"_s
            << none;
    }
    void whatCannotBeReadIsSaidAndNotPassedOver()
    {
        QFETCH(const QString, findings);
        QFETCH(const QString, basis);
        TwoSystems bank;
        const Checklist open = bank.checklist(bank.fraud);
        closeWith(bank, findings.isEmpty() ? findingsText(*bank.catalogue, itemStandings(open)) : findings,
                  basis.isEmpty() ? orFail(basisOf(*bank.reader(), bank.fraud.id, open.assessment->id))
                                  : basis);
        const auto refused = readChecklist(*bank.reader(), bank.catalogue, bank.fraud.id, TwoSystems::today);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Damaged);
        QVERIFY(refused.error().message.contains(u"closed assessment"_s));
    }

    void whatChangedSinceItWasReadIsNotClosed()
    {
        TwoSystems bank;
        const auto planned = orFail(planClose(*bank.reader(), bank.catalogue, bank.fraud, bank.occasion()));
        AnswerChange otherwise;
        otherwise.answer = Answer::NotMet;
        otherwise.rationale = u"No longer."_s;
        bank.answer(bank.assessmentOf(bank.fraud), u"5.1.1-1"_s, otherwise);
        const auto refused = bank.fixture->commitAndWait(planned);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QVERIFY(!bank.checklist(bank.fraud).assessment->closedOn);

        const Assessment open = *bank.checklist(bank.fraud).assessment;
        Assessment bare = open;
        bare.closedOn = TwoSystems::today;
        QVERIFY(!bank.fixture->commitAndWait(ChangeSet(u"Close"_s).change(open, bare)));
    }

    void evidenceItRestsOnThroughAPlatformStays()
    {
        TwoSystems bank;
        const Evidence common =
            bank.checklist(bank.fraud)
                .evidence.value(bank.checklist(bank.fraud).line(u"5.2.2-1"_s)->evidence.first());
        close(bank);
        const auto planned = orFail(planEvidenceRemoval(*bank.reader(), common.id, bank.occasion()));
        const auto refused = bank.fixture->commitAndWait(planned.changeSet);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Denied);
    }

    void theJournalTellsOfAClosingInWords()
    {
        TwoSystems bank;
        close(bank);
        const auto reader = bank.reader();
        const auto head = orFail(journalHead(*reader));
        const auto entry = orFail(readJournalEntry(*reader, recordSchema(), head.sequence));
        QStringList after;
        for (const JournalChange &change : entry.changes)
            after.append(change.after);
        QVERIFY(after.contains(u"how 81 items stood"_s));
        QVERIFY(std::ranges::any_of(after, [](const QString &words) {
            return words.endsWith(u"rows of the record, as they were"_s);
        }));
    }

    void whatClosingWroteDownCannotBeChanged()
    {
        TwoSystems bank;
        close(bank);
        const auto closing = bank.fixture.all<Closing>().constFirst();
        Closing other = closing;
        other.findings = u"{}"_s;
        for (const ChangeSet &change :
             {ChangeSet(u"Change"_s).change(closing, other), ChangeSet(u"Remove"_s).remove(closing)}) {
            const auto refused = bank.fixture->commitAndWait(change);
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::Denied);
        }
    }

private:
    template <class T>
    static T orFail(Result<T> result)
    {
        if (!result)
            qFatal("%s (%s)", qPrintable(result.error().message), qPrintable(result.error().detail));
        return std::move(*result);
    }

    static void close(TwoSystems &bank)
    {
        bank.fixture.commit(orFail(planClose(*bank.reader(), bank.catalogue, bank.fraud, bank.occasion())));
    }

    static void startNext(TwoSystems &bank)
    {
        const auto system = orFail(Repository<AiSystem>(*bank.reader()).find(bank.fraud.id));
        bank.fixture.commit(orFail(planStart(*bank.reader(), *bank.catalogue, *system, bank.occasion())));
    }

    static void closeWith(TwoSystems &bank, const QString &findings, const QString &basis)
    {
        const Assessment open = *bank.checklist(bank.fraud).assessment;
        Assessment closed = open;
        closed.closedOn = TwoSystems::today;
        const ChangeSet changes = ChangeSet(u"Close"_s)
                                      .change(open, closed)
                                      .create(Closing{closingId(open.id), open.id, findings, basis});
        // Past the rules, as another program or a hand might have done it.
        const auto connection =
            orFail(Connection::open(bank.fixture->databaseFile(), Connection::Mode::ReadWrite));
        const Writer writer(*connection, recordSchema(), {}, bank.fixture.clock());
        orFail(writer.commit(changes, {bank.fixture->actor(), {}, {}}));
    }

    static Dossier dossierOf(const TwoSystems &bank)
    {
        return orFail(readDossier(*bank.reader(), bank.catalogue, {bank.fraud.id}, TwoSystems::today));
    }
    static SystemFile fileOf(const TwoSystems &bank) { return dossierOf(bank).systems.front(); }

    /// What a report says of who, what and when, as lines.
    static QStringList partsOf(const ReportSystem &system)
    {
        QStringList parts{system.name, system.version, system.lifecyclePhase, system.limitations.join(u'\n')};
        for (const auto &party : system.parties)
            parts.append(party.role + party.party);
        for (const auto &asset : system.assets)
            parts.append(asset.name + asset.supplier);
        for (const auto &exception : system.exceptions)
            parts.append(exception.designator + exception.what + exception.approver + exception.owner);
        for (const auto &item : system.items) {
            parts.append(item.designator + item.applicabilityReason + item.owner + item.inheritedFrom);
            for (const auto &evidence : item.evidence)
                parts.append(evidence.title + evidence.state);
        }
        return parts;
    }

    static SystemStanding standing(TwoSystems &bank)
    {
        const auto all = orFail(readStandings(bank.fixture.workspace(), *bank.catalogue));
        return *std::ranges::find(all, bank.fraud.id, &SystemStanding::id);
    }

    template <class Entity, class Change>
    static void changeAll(const TwoSystems &bank, ChangeSet &changeSet, Change change)
    {
        for (const Entity &before : bank.fixture.all<Entity>()) {
            Entity after = before;
            change(after);
            changeSet.change(before, after);
        }
    }

    template <class... Entities>
    static void removeAll(const TwoSystems &bank, ChangeSet &changeSet)
    {
        const auto remove = [&](const auto &all) {
            for (const auto &one : all)
                changeSet.remove(one);
        };
        (remove(bank.fixture.all<Entities>()), ...);
    }

    /// Whatever an assessment rests on is turned into something else, or taken away.
    static void changeEverything(TwoSystems &bank)
    {
        ChangeSet changes(u"Change everything"_s);
        changeAll<AiSystem>(bank, changes, [](AiSystem &system) {
            system.name += u" renamed"_s;
            system.version = u"3.0"_s;
            system.phase = LifecyclePhase::EndOfLife;
        });
        changeAll<FactAnswer>(bank, changes, [](FactAnswer &answer) { answer.holds = !answer.holds; });
        changeAll<Party>(bank, changes, [](Party &party) { party.name += u" & Co."_s; });
        changeAll<Person>(bank, changes, [](Person &person) { person.name += u" (married)"_s; });
        changeAll<Evidence>(bank, changes, [](Evidence &evidence) {
            evidence.state =
                evidence.state == DocumentState::Draft ? DocumentState::Approved : DocumentState::Draft;
            evidence.title += u" (new)"_s;
            evidence.validUntil = QDate(2026, 1, 2);
        });
        changeAll<Platform>(bank, changes, [](Platform &platform) { platform.name = u"Cellar"_s; });
        changeAll<Asset>(bank, changes, [](Asset &asset) { asset.name = u"another"_s; });
        removeAll<RoleAssignment, SystemEvent, Inheritance, AssetLink, Limitation>(bank, changes);
        bank.fixture.commit(changes);
        AnswerChange otherwise;
        otherwise.answer = Answer::NotMet;
        const auto common = orFail(currentAssessment(*bank.reader(), bank.cloud.id));
        bank.answer(common->id, u"5.2.2-1"_s, otherwise);
    }
};

QTEST_GUILESS_MAIN(ClosingTest)
#include "tst_closing.moc"
