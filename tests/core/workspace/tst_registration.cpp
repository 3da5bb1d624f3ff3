#include "core/catalogue/shippedcatalogue.h"
#include "core/workspace/checklist.h"
#include "core/workspace/registration.h"
#include "tests/support/workspacefixture.h"

#include <QTest>

#include <barrier>
#include <thread>

using namespace Qt::StringLiterals;
using namespace plimsoll;

namespace {

Registration called(const QString &name, const QString &number = {})
{
    Registration registration;
    registration.system.name = name;
    registration.system.number = number;
    return registration;
}

Result<AiSystem> registered(Workspace &workspace, const Registration &registration)
{
    const auto catalogue = shippedCatalogue();
    const auto made = catalogue ? registerSystem(workspace, **catalogue, registration)
                                : Result<Registered>(tl::unexpected(catalogue.error()));
    return made ? Result<AiSystem>(made->system) : Result<AiSystem>(tl::unexpected(made.error()));
}

Checklist checklistOf(const WorkspaceFixture &fixture, const AiSystem &system)
{
    const auto reader = fixture->reader();
    auto checklist = readChecklist(**reader, *shippedCatalogue(), system.id, fixture->today());
    if (!checklist)
        qFatal("%s", qPrintable(checklist.error().message));
    return std::move(*checklist);
}

QStringList eventsOf(const WorkspaceFixture &fixture)
{
    QStringList events;
    for (const SystemEvent &event : fixture.all<SystemEvent>())
        events.append(event.event);
    events.sort();
    return events;
}

qint64 entries(const WorkspaceFixture &fixture)
{
    const auto count = (*fixture->reader())->single(u"SELECT COUNT(*) FROM journal_entry"_s);
    return count ? count->toLongLong() : -1;
}

}

class RegistrationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNumberIsNeverGivenTwice()
    {
        WorkspaceFixture fixture;
        QVERIFY(registered(fixture.workspace(), called(u"Fraud scoring"_s)));
        QTRY_VERIFY(!fixture->undoLabel().isEmpty());
        fixture->undo().waitForFinished();
        QVERIFY(fixture.all<AiSystem>().isEmpty());

        QCOMPARE(registered(fixture.workspace(), called(u"Support chatbot"_s))->number, u"AI-002"_s);
    }

    void aNumberIsNotGivenThatIsTheNameOfASystem()
    {
        WorkspaceFixture fixture;
        QVERIFY(registered(fixture.workspace(), called(u"ai-001"_s, u"S-1"_s)));

        QCOMPARE(registered(fixture.workspace(), called(u"Support chatbot"_s))->number, u"AI-002"_s);
    }

    void theNextNumberIsOneAboveTheHighestWhateverElseSystemsAreCalled()
    {
        WorkspaceFixture fixture;
        for (const auto &foreign : {u"R-1"_s, u"R-2"_s, u"AI-006"_s, u"AI-20261123"_s})
            QVERIFY(registered(fixture.workspace(), called(u"System "_s + foreign, foreign)));

        QCOMPARE(registered(fixture.workspace(), called(u"Fraud scoring"_s))->number, u"AI-007"_s);
        QCOMPARE(registered(fixture.workspace(), called(u"Support chatbot"_s))->number, u"AI-008"_s);
    }

    void aNumberThatASystemNoLongerBearsIsNotGivenAgain()
    {
        WorkspaceFixture fixture;
        const auto before = registered(fixture.workspace(), called(u"Fraud scoring"_s, u"AI-041"_s));
        AiSystem after = *before;
        after.number = u"R-1"_s;
        fixture.commit(ChangeSet(u"Call it otherwise"_s).change(*before, after));

        QCOMPARE(registered(fixture.workspace(), called(u"Support chatbot"_s))->number, u"AI-042"_s);
    }

    void whoRegisterAtTheSameTimeGetNumbersOfTheirOwn()
    {
        constexpr int each = 12;
        constexpr int copies = 3;
        WorkspaceFixture fixture;
        std::barrier together(copies);
        QStringList refusals[copies];
        std::vector<std::thread> threads;

        for (int copy = 0; copy < copies; ++copy) {
            threads.emplace_back([&, copy] {
                const auto workspace =
                    Workspace::open(fixture.folder(), Workspace::Access::ReadWrite, fixture.clock());
                if (workspace)
                    (*workspace)->actAs(fixture->actor());
                else
                    refusals[copy].append(workspace.error().message);
                for (int i = 0; i < each; ++i) {
                    together.arrive_and_wait();
                    if (!workspace)
                        continue;
                    const auto done = registered(**workspace, called(u"System %1 of %2"_s.arg(i).arg(copy)));
                    if (!done)
                        refusals[copy].append(done.error().message);
                }
            });
        }
        for (auto &thread : threads)
            thread.join();

        QSet<QString> numbers;
        for (const AiSystem &system : fixture.all<AiSystem>())
            numbers.insert(system.number);
        for (const QStringList &refused : refusals)
            QVERIFY2(refused.isEmpty(), qPrintable(refused.join(u'\n')));
        QCOMPARE(numbers.size(), copies * each);
    }

    void aNumberThatWasChosenIsNotExchangedForAnother()
    {
        WorkspaceFixture fixture;
        QVERIFY(registered(fixture.workspace(), called(u"Fraud scoring"_s, u"AI-007"_s)));
        const qint64 before = entries(fixture);

        const auto refused = registered(fixture.workspace(), called(u"Support chatbot"_s, u"AI-007"_s));

        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(u"AI-007"_s), qPrintable(refused.error().message));
        QCOMPARE(entries(fixture), before);
    }

    void aNameThatIsRefusedIsRefusedOnce()
    {
        WorkspaceFixture fixture;
        QVERIFY(registered(fixture.workspace(), called(u"Fraud scoring"_s)));
        const qint64 before = entries(fixture);

        const auto refused = registered(fixture.workspace(), called(u"fraud  scoring"_s));

        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(u"Fraud scoring"_s), qPrintable(refused.error().message));
        QCOMPARE(entries(fixture), before);
    }

    void whatTheDecisionToHaveASystemMakesDueIsDueWithAndWithoutAPreset_data()
    {
        QTest::addColumn<QString>("preset");

        QTest::newRow("without a preset") << QString();
        QTest::newRow("with a preset") << u"predictive-fine-tuned"_s;
    }

    void whatTheDecisionToHaveASystemMakesDueIsDueWithAndWithoutAPreset()
    {
        QFETCH(const QString, preset);
        WorkspaceFixture fixture;
        Registration registration = called(u"Fraud scoring"_s);
        registration.preset = preset;

        const auto system = registered(fixture.workspace(), registration);

        QVERIFY(system);
        const auto checklist = checklistOf(fixture, *system);
        for (const QString &item : {u"5.1.2-1"_s, u"5.1.4-1"_s}) {
            const auto *line = checklist.line(item);
            QCOMPARE(line->standing(), Standing::NotAnswered);
            QVERIFY2(checklist.reason(*line).endsWith(u" Noted with that: Recorded with the registration; on "
                                                      "which day it happened is not recorded."_s),
                     qPrintable(checklist.reason(*line)));
        }
        QCOMPARE(eventsOf(fixture), QStringList{u"creation_decided"_s});
    }

    void whatThePhaseOfANewSystemMeansIsRecordedAsOfTheRegistration()
    {
        WorkspaceFixture fixture;
        Registration registration = called(u"Fraud scoring"_s);
        registration.system.phase = LifecyclePhase::Maintenance;

        const auto system = registered(fixture.workspace(), registration);

        QVERIFY(system);
        QCOMPARE(eventsOf(fixture), (QStringList{u"creation_decided"_s, u"deployment"_s, u"release"_s}));
        const auto checklist = checklistOf(fixture, *system);
        for (const QString &item : {u"5.2.5-1"_s, u"5.2.5-2"_s}) {
            const QString reason = checklist.reason(*checklist.line(item));
            QVERIFY2(reason.contains(u"on which day it happened is not recorded"_s), qPrintable(reason));
        }
    }

    void aMoveOfPhaseRecordsWhatItMeansOnThatDay_data()
    {
        QTest::addColumn<LifecyclePhase>("before");
        QTest::addColumn<LifecyclePhase>("after");
        QTest::addColumn<QStringList>("events");
        using enum LifecyclePhase;
        const QStringList released{u"deployment"_s, u"release"_s};
        const QStringList retired{u"decommission"_s};
        QTest::newRow("deployed") << Development << Deployment << released;
        QTest::newRow("deployed at once") << Design << Deployment << released;
        QTest::newRow("deployed anew") << Maintenance << Deployment << released;
        QTest::newRow("maintained without a stay in deployment") << Development << Maintenance << released;
        QTest::newRow("maintained after deployment") << Deployment << Maintenance << QStringList();
        QTest::newRow("developed") << Design << Development << QStringList();
        QTest::newRow("retired") << Maintenance << EndOfLife << retired;
    }

    void aMoveOfPhaseRecordsWhatItMeansOnThatDay()
    {
        QFETCH(LifecyclePhase, before);
        QFETCH(LifecyclePhase, after);
        QFETCH(QStringList, events);
        WorkspaceFixture fixture;
        AiSystem system;
        system.id = Id<AiSystem>::generate(fixture.clock());
        system.number = u"AI-001"_s;
        system.name = u"Fraud scoring"_s;
        system.phase = before;
        AiSystem moved = system;
        moved.phase = after;
        fixture.commit(ChangeSet(u"Register"_s).create(system));

        fixture.commit(
            planProfileChange(system, moved, {fixture->today(), fixture->actor(), fixture.clock()}));

        QCOMPARE(fixture.all<AiSystem>().first().phase, after);
        QCOMPARE(eventsOf(fixture), events);
        for (const SystemEvent &event : fixture.all<SystemEvent>())
            QCOMPARE(event.happenedOn, fixture->today());
    }

    void aSystemRegisteredAsRetiredWasReleasedAndDeployedBefore()
    {
        WorkspaceFixture fixture;
        Registration registration = called(u"Credit scoring"_s);
        registration.system.phase = LifecyclePhase::EndOfLife;

        const auto system = registered(fixture.workspace(), registration);

        QVERIFY(system);
        QCOMPARE(eventsOf(fixture),
                 (QStringList{u"creation_decided"_s, u"decommission"_s, u"deployment"_s, u"release"_s}));
        QCOMPARE(checklistOf(fixture, *system).line(u"5.2.5-1"_s)->standing(), Standing::NotAnswered);
    }

    void aSystemThatWillNotBeDeployedHasNotBeenDecidedOn()
    {
        WorkspaceFixture fixture;
        Registration registration = called(u"Fraud scoring"_s);
        registration.system.outOfScope = true;
        registration.system.outOfScopeReason = u"An experiment"_s;
        registration.system.outOfScopeApprover = fixture->actor();
        registration.system.outOfScopeReviewOn = fixture->today().addDays(90);

        QVERIFY(registered(fixture.workspace(), registration));

        QVERIFY(eventsOf(fixture).isEmpty());
    }
};

QTEST_GUILESS_MAIN(RegistrationTest)
#include "tst_registration.moc"
