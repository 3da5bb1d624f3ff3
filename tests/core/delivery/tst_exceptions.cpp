#include "core/delivery/evidencetable.h"
#include "core/delivery/exportpackage.h"
#include "core/delivery/systemreport.h"
#include "core/workspace/problems.h"
#include "tests/support/pdftools.h"
#include "tests/support/twosystems.h"

#include <QSet>
#include <QTest>

using namespace plimsoll;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;

/// What a report lists as exceptions, and what it says beside them.
class ExceptionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAnswerAgainstTheRolesIsAProblemAndNobodyIsNamedForWhatTheRolesSettle()
    {
        TwoSystems bank;
        const QString fact = u"custodian_in_developer"_s;
        const AiSystem third = bank.registered(
            u"Third"_s, {},
            {{Role::Developer, {}}, {Role::SystemOperator, {}}, {Role::DataCustodian, u"Acme AI"_s}}, {});
        const FactAnswer yes{factAnswerId(third.id, fact), third.id,         fact, true, u"Long ago."_s,
                             bank.fixture->actor(),        QDate(2026, 4, 5)};
        bank.fixture.commit(ChangeSet(u"Answer"_s).create(yes));

        const auto dossier = readDossier(*bank.reader(), bank.catalogue, {third.id}, TwoSystems::today);
        const ReportSystem system = composeSystem(*dossier, dossier->systems.front());

        QStringList contradicted;
        for (const ReportException &exception : system.exceptions) {
            if (exception.kind != "answer against the roles"_L1)
                continue;
            contradicted.append(exception.designator);
            QVERIFY2(exception.what.endsWith(u"is answered yes, but the roles say no, and that counts."_s),
                     qPrintable(exception.what));
            QVERIFY2(exception.reason.contains(u"on 2026-04-05. Reason given: Long ago."_s),
                     qPrintable(exception.reason));
        }
        QVERIFY(!contradicted.isEmpty());
        for (const ReportItem &item : system.items) {
            if (contradicted.contains(item.designator))
                QVERIFY2(!item.applicabilityReason.contains(u"Answered by"_s),
                         qPrintable(item.applicabilityReason));
        }
    }

    void noExceptionRepeatsTheProvisionThatStandsBesideIt()
    {
        const TwoSystems bank;
        const Dossier dossier = dossierOf(bank);
        for (const SystemFile &file : dossier.systems) {
            const ReportSystem system = composeSystem(dossier, file);
            QVERIFY(!system.exceptions.isEmpty());
            for (const ReportException &exception : system.exceptions)
                QVERIFY2(!exception.what.contains(exception.designator), qPrintable(exception.what));
            for (const ReportGap &gap : system.gaps)
                QVERIFY2(!gap.what.contains(gap.designator), qPrintable(gap.what));
        }
    }

    void aProblemNamesItsProvisionWhereNothingStandsBesideIt()
    {
        const TwoSystems bank;
        for (const AiSystem &system : {bank.fraud, bank.chatbot}) {
            const Checklist checklist = bank.checklist(system);
            const auto problems = problemsOf(checklist, TwoSystems::today);
            QVERIFY(!problems.isEmpty());
            for (const Problem &problem : problems) {
                const QString &item = bank.catalogue->items().at(size_t(problem.ordinal)).id;
                QVERIFY2(problem.statement.contains(item), qPrintable(problem.statement));
                QVERIFY2(!problem.beside.isEmpty() && !problem.beside.contains(item),
                         qPrintable(problem.beside));
            }
        }
    }

    void answersThatNothingShowsAreCountedBesideTheCounts()
    {
        TwoSystems bank;
        bank.answer(bank.assessmentOf(bank.chatbot), u"5.2.1-1"_s, {.answer = Answer::Met});
        const Dossier dossier = dossierOf(bank);
        int inAll = 0;
        for (const SystemFile &file : dossier.systems) {
            QSet<int> unshown;
            for (const Problem &problem : problemsOf(file.checklist, TwoSystems::today)) {
                if (problem.kind == Problem::Kind::EvidenceMissing)
                    unshown.insert(bank.catalogue->items().at(size_t(problem.ordinal)).provision);
            }
            CountsByVerb counted;
            for (const ReportPhase &phase : composeSystem(dossier, file).phases)
                counted += phase.withoutEvidence;
            QCOMPARE(counted, CountsByVerb({.shall = int(unshown.size())}));
            inAll += counted.shall;
        }
        QVERIFY(inAll > 0);
    }

    void whatIsCarriedOverIsCountedBesideTheCounts()
    {
        TwoSystems bank;
        bank.fixture.commit(*planClose(*bank.reader(), bank.catalogue, bank.fraud, bank.occasion()));
        const auto carried = [&bank] {
            CountsByVerb counted;
            const Dossier dossier = dossierOf(bank);
            for (const ReportPhase &phase : composeSystem(dossier, dossier.systems.front()).phases)
                counted += phase.carried;
            return counted;
        };

        const CountsByVerb before = carried();
        bank.fixture.commit(*planStart(*bank.reader(), *bank.catalogue, bank.fraud, bank.occasion()));

        QCOMPARE(before, CountsByVerb());
        QCOMPARE(carried(), CountsByVerb({.shall = 3})); // 5.1.1-1, 5.1.1-2, 5.1.2-1
    }

    void whatIsNotAnsweredYetIsSaidBesideTheExceptions()
    {
        TwoSystems bank;
        const AiSystem fresh = bank.registered(u"Newcomer"_s, u"chatbot-remote-llm"_s, {}, {});
        const auto open = bank.checklist(fresh).unanswered();
        QVERIFY(open > 0);

        const auto written =
            exportPdf(bank.fixture.workspace(), {fresh.id}, bank.fixture.path(u"a.pdf"_s), {});

        QVERIFY(written);
        const QString text = pdfPages(written->path).join(u' ').simplified();
        QVERIFY(text.contains(u"Items not answered yet: %1."_s.arg(open)));
        QCOMPARE(text.count(u"not among the exceptions"_s), 2); // in the summary and in the chapter
    }

    void anOverdueItemWithoutAnAnswerIsCountedAmongThoseNotAnswered()
    {
        TwoSystems bank;
        const AiSystem fresh = bank.registered(u"Newcomer"_s, u"chatbot-remote-llm"_s, {}, {});
        bank.answer(bank.assessmentOf(fresh), u"5.1.1-1"_s,
                    {.answer = Answer::NotAnswered, .due = QDate(2020, 1, 1)});
        const auto open = bank.checklist(fresh).unanswered();

        const auto written =
            exportPdf(bank.fixture.workspace(), {fresh.id}, bank.fixture.path(u"a.pdf"_s), {});

        QVERIFY(written);
        const QString text = pdfPages(written->path).join(u' ').simplified();
        const QString said = u"Items not answered yet: %1. They are open; among the exceptions"_s.arg(open);
        QCOMPARE(text.count(said), 2); // in the summary and in the chapter
    }

    void draftsBesideOneItemShareARowThatNamesThemAll()
    {
        TwoSystems bank;
        for (const QString &title : {u"Plan A"_s, u"Plan B"_s, u"Plan C"_s}) {
            Evidence evidence;
            evidence.title = title;
            bank.attachTo(bank.assessmentOf(bank.fraud), u"5.1.2-2"_s, title + u".txt"_s, title.toUtf8(),
                          evidence);
        }

        const Dossier dossier = dossierOf(bank);
        QList<ReportException> found;
        for (const ReportException &exception : composeSystem(dossier, dossier.systems.front()).exceptions) {
            if (exception.designator == "5.1.2-2"_L1 && exception.kind == "draft evidence"_L1)
                found.append(exception);
        }

        QCOMPARE(found.size(), 1);
        for (const QString &title : {u"“Plan A”"_s, u"“Plan B”"_s, u"“Plan C”"_s})
            QVERIFY2(found.first().what.contains(title), qPrintable(found.first().what));
    }

    void anApprovalOfADayToComeIsADraftAndNothingElse_data()
    {
        QTest::addColumn<bool>("isAlone");

        QTest::newRow("alone") << true;
        QTest::newRow("beside an approved one") << false;
    }

    void anApprovalOfADayToComeIsADraftAndNothingElse()
    {
        QFETCH(const bool, isAlone);
        TwoSystems bank;
        const auto where = bank.assessmentOf(bank.fraud);
        bank.answer(where, u"5.1.2-2"_s, {.answer = Answer::Met});
        Evidence plan = approvedOn(TwoSystems::today.addDays(10));
        bank.attachTo(where, u"5.1.2-2"_s, u"plan.txt"_s, "plan", plan);
        if (!isAlone)
            bank.attachTo(where, u"5.1.2-2"_s, u"old.txt"_s, "old", approvedOn(TwoSystems::today));

        const Dossier dossier = dossierOf(bank);
        const auto kinds = kindsOf(composeSystem(dossier, dossier.systems.front()), u"5.1.2-2"_s);

        QCOMPARE(kinds.count(u"draft evidence"_s), 1);
        QVERIFY2(!kinds.contains(u"not approved"_s), qPrintable(kinds.join(u", "_s)));
    }

    void onlyWhatIsSaidNotToApplyIsCalledNotApproved()
    {
        TwoSystems bank;
        const auto where = bank.assessmentOf(bank.fraud);
        bank.answer(where, u"5.1.2-2"_s, {.answer = Answer::Met});
        Evidence plan = approvedOn(TwoSystems::today);
        plan.approvedBy.clear();
        bank.attachTo(where, u"5.1.2-2"_s, u"plan.txt"_s, "plan", plan);
        bank.answer(where, u"5.1.2-3"_s, {.answer = Answer::NotApplicable, .rationale = u"None here."_s});

        const Dossier dossier = dossierOf(bank);
        const ReportSystem system = composeSystem(dossier, dossier.systems.front());

        QCOMPARE(kindsOf(system, u"5.1.2-2"_s), QStringList{u"approval of evidence incomplete"_s});
        QVERIFY(kindsOf(system, u"5.1.2-3"_s).contains(u"not approved"_s));
    }

    void controlCharactersAreVisibleInTheTableOfEvidence()
    {
        TwoSystems bank;
        Evidence evidence;
        evidence.title = u"report\u202egpj.exe\tof\nJune"_s;
        bank.attachTo(bank.assessmentOf(bank.fraud), u"5.1.2-2"_s, u"hostile\u0007.txt"_s, "x", evidence);

        const auto table = QString::fromUtf8(evidenceCsv(dossierOf(bank)));

        QVERIFY2(table.contains(u"report⟨RLO⟩gpj.exe⟨U+0009⟩of⟨U+000a⟩June"_s), qPrintable(table));
        QVERIFY2(table.contains(u"hostile⟨U+0007⟩.txt"_s), qPrintable(table));
    }

private:
    static Evidence approvedOn(QDate day)
    {
        Evidence evidence;
        evidence.title = u"Plan of %1"_s.arg(day.toString(Qt::ISODate));
        evidence.state = DocumentState::Approved;
        evidence.approvedBy = u"Jo Lee"_s;
        evidence.approvedOn = day;
        return evidence;
    }

    static QStringList kindsOf(const ReportSystem &system, const QString &designator)
    {
        QStringList kinds;
        for (const ReportException &exception : system.exceptions) {
            if (exception.designator == designator)
                kinds.append(exception.kind);
        }
        return kinds;
    }

    static Dossier dossierOf(const TwoSystems &bank)
    {
        const auto dossier = readDossier(*bank.reader(), bank.catalogue, bank.both(), TwoSystems::today);
        if (!dossier)
            qFatal("%s", qPrintable(dossier.error().message));
        return *dossier;
    }
};

QTEST_MAIN(ExceptionsTest)
#include "tst_exceptions.moc"
