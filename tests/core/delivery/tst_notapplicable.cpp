#include "core/delivery/auditreportcomposer.h"
#include "core/delivery/indexpage.h"
#include "core/delivery/systemreport.h"
#include "core/delivery/wording.h"
#include "core/workspace/deciding.h"
#include "tests/support/twosystems.h"

#include <QTest>

#include <algorithm>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class NotApplicableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsSaidNotToApplyNamesItsApproverAndTheDayItIsLookedAtAgain()
    {
        TwoSystems bank;
        AnswerChange change;
        change.answer = Answer::NotApplicable;
        change.rationale = u"Nobody is trained here."_s;
        change.approver = bank.fixture->actor();
        change.reviewOn = QDate(2026, 5, 1);
        bank.answer(bank.assessmentOf(bank.fraud), u"5.1.1-1"_s, change);
        const QString name = bank.fixture.all<Person>().first().name;
        const auto told = [&bank](QDate day) {
            const auto dossier = readDossier(*bank.reader(), bank.catalogue, {bank.fraud.id}, day);
            const auto report = composeAuditReport(*dossier, {});
            return std::pair(report.systems.first(), QString::fromUtf8(indexPage(*dossier, report, u"p"_s)));
        };
        const auto overdue = [](const ReportSystem &system) {
            return std::ranges::count(system.exceptions, u"review overdue"_s, &ReportException::kind);
        };

        const auto [inTime, page] = told(QDate(2026, 5, 1));
        const auto [late, latePage] = told(QDate(2026, 5, 2));

        const auto said = std::ranges::find(inTime.items, u"5.1.1-1"_s, &ReportItem::designator);
        QCOMPARE(said->status, StatusMark::NotApplicable);
        QCOMPARE(said->approval, u"Approved by %1, to be looked at again on 2026-05-01."_s.arg(name));
        QVERIFY(page.contains(said->approval));
        const auto against = std::ranges::find(inTime.exceptions, u"override"_s, &ReportException::kind);
        QVERIFY(against != inTime.exceptions.cend());
        QCOMPARE(against->designator, u"5.1.1-1"_s);
        QCOMPARE(against->reason, u"Nobody is trained here."_s);
        QCOMPARE(against->approver, name);
        QCOMPARE(overdue(inTime), 0);
        QCOMPARE(overdue(late), 1);
        const auto listed = std::ranges::find(late.exceptions, u"review overdue"_s, &ReportException::kind);
        QCOMPARE(listed->designator, u"5.1.1-1"_s);
        QCOMPARE(listed->reason, u"Nobody is trained here."_s);
        QCOMPARE(listed->approver, name);
    }

    void whatAwaitsApprovalIsToldAsItWasAnswered()
    {
        TwoSystems bank;
        bank.answer(bank.assessmentOf(bank.fraud), u"5.1.1-1"_s,
                    {.answer = Answer::NotApplicable, .rationale = u"Nobody is trained here."_s});

        const auto dossier = readDossier(*bank.reader(), bank.catalogue, {bank.fraud.id}, TwoSystems::today);
        const auto report = composeAuditReport(*dossier, {});

        const QString told =
            u"Answered “Not applicable”; counted as “Not answered” until there is a reason and "
            "somebody has approved it."_s;
        const auto &items = report.systems.first().items;
        const auto said = std::ranges::find(items, u"5.1.1-1"_s, &ReportItem::designator);
        QCOMPARE(said->status, StatusMark::NotAnswered);
        QCOMPARE(said->approval, told);
        QVERIFY(QString::fromUtf8(indexPage(*dossier, report, u"p"_s)).contains(told));
    }

    void anAnswerThatDoesNotCountIsToldAsSuchAndItsApproverNamedNowhere_data()
    {
        QTest::addColumn<Standing>("standing");

        QTest::newRow("relied upon") << Standing::ReliedUpon;
        QTest::newRow("waits") << Standing::Waiting;
        QTest::newRow("does not apply") << Standing::NotApplicable;
    }

    void anAnswerThatDoesNotCountIsToldAsSuchAndItsApproverNamedNowhere()
    {
        QFETCH(const Standing, standing);
        TwoSystems bank;
        const auto &lines = bank.checklist(bank.chatbot).lines;
        const auto line = std::ranges::find_if(lines, [standing](const ChecklistLine &each) {
            return each.standing() == standing && each.applicability.state != Applicability::State::Applies &&
                   !each.response();
        });
        QVERIFY(line != lines.cend());
        const QString designator = bank.catalogue->items().at(size_t(line->ordinal)).id;
        bank.answer(bank.assessmentOf(bank.chatbot), designator,
                    {.answer = Answer::NotApplicable,
                     .rationale = u"No such thing here."_s,
                     .approver = bank.fixture->actor(),
                     .reviewOn = QDate(2027, 5, 5)});
        const auto dossier =
            readDossier(*bank.reader(), bank.catalogue, {bank.chatbot.id}, TwoSystems::today);
        const auto report = composeAuditReport(*dossier, {});
        const QString page = QString::fromUtf8(indexPage(*dossier, report, u"p"_s));
        const auto &system = report.systems.first();

        const auto told = std::ranges::find(system.items, designator, &ReportItem::designator);
        const QString notCounted =
            u"The answer “Not applicable” is recorded and does not count. Its rationale: No such thing here."_s;
        QCOMPARE(told->rationale, QString());
        QCOMPARE(told->notCounted, notCounted);
        QVERIFY(!told->applicabilityReason.isEmpty());
        QVERIFY(page.contains(told->applicabilityReason.toHtmlEscaped()));
        QCOMPARE(page.count(u"No such thing here."_s), 1);
        QVERIFY(page.contains(notCounted));
        for (const ReportException &exception : system.exceptions)
            QVERIFY(exception.designator != designator || exception.approver.isEmpty());
    }

    void aCommonAnswerThatDoesNotCountNamesWhoseItIs()
    {
        TwoSystems bank;
        const AiSystem third = bank.registered(u"Third"_s, u"chatbot-remote-llm"_s,
                                               {{Role::Developer, u"Acme AI"_s}}, {bank.cloud.id});
        const auto common = (*currentAssessment(*bank.reader(), bank.cloud.id))->id;
        QStringList notCounted;
        for (const ChecklistLine &line : bank.checklist(third).lines) {
            if (line.applicability.state == Applicability::State::Applies)
                continue;
            notCounted.append(bank.catalogue->items().at(size_t(line.ordinal)).id);
            bank.answer(common, notCounted.last(),
                        {.answer = Answer::Met,
                         .rationale = u"For all."_s,
                         .owner = bank.fixture->actor(),
                         .due = QDate(2026, 12, 24)});
        }
        QVERIFY(!notCounted.isEmpty());

        const auto dossier = readDossier(*bank.reader(), bank.catalogue, {third.id}, TwoSystems::today);
        const auto report = composeAuditReport(*dossier, {});

        for (const ReportItem &item : report.systems.first().items) {
            if (!notCounted.contains(item.designator))
                continue;
            QCOMPARE(item.notCounted, u"The common answer “Met” of Bank cloud is recorded and does not "
                                      "count. Its rationale: For all."_s);
            QCOMPARE(item.owner, QString());
            QCOMPARE(item.due, QDate());
        }
    }

    void anOverrideThatNoLongerCountsIsNoException()
    {
        TwoSystems bank;
        AnswerChange change;
        change.answer = Answer::NotApplicable;
        change.rationale = u"No such thing here."_s;
        change.overrideReason = u"It runs in its own hall."_s;
        change.approver = bank.fixture->actor();
        change.reviewOn = QDate(2027, 5, 5);
        bank.answer(bank.assessmentOf(bank.fraud), u"5.2.2-1"_s, change);
        const auto overrides = [&bank] {
            const auto dossier =
                readDossier(*bank.reader(), bank.catalogue, {bank.fraud.id}, TwoSystems::today);
            QStringList told;
            for (const auto &exception : composeSystem(*dossier, dossier->systems.front()).exceptions) {
                if (exception.designator == "5.2.2-1"_L1 && exception.kind == "override"_L1)
                    told.append(exception.what);
            }
            return told;
        };
        QCOMPARE(overrides().size(), 2); // against the circumstances, and otherwise than the common answer

        const auto checklist = bank.checklist(bank.fraud);
        ApplicabilityDecision decision;
        decision.reason = u"It is the landlord's hall."_s;
        decision.approver = bank.fixture->actor();
        decision.reviewOn = QDate(2027, 5, 5);
        const auto decided = planDecision(checklist, u"5.2.2-1"_s, decision, bank.occasion());
        QVERIFY(decided);
        bank.fixture.commit(*decided);

        QCOMPARE(overrides(), QStringList{u"Decided not to apply, against what the circumstances say."_s});
    }

    void onlyWhatIsSaidNotToApplyHasAnApprover()
    {
        TwoSystems bank;
        AnswerChange change;
        change.answer = Answer::NotApplicable;
        change.rationale = u"Nobody is trained here."_s;
        change.approver = bank.fixture->actor();
        bank.answer(bank.assessmentOf(bank.fraud), u"5.1.1-1"_s, change);
        const auto exceptions = [&bank](const QString &kind) {
            const auto dossier =
                readDossier(*bank.reader(), bank.catalogue, {bank.fraud.id}, TwoSystems::today);
            QList<ReportException> found;
            const auto report = composeAuditReport(*dossier, {});
            for (const auto &exception : report.systems.first().exceptions) {
                if (exception.designator == "5.1.1-1"_L1 && (kind.isEmpty() || exception.kind == kind))
                    found.append(exception);
            }
            return found;
        };

        const auto withoutDay = exceptions(u"no review date"_s);
        const auto notApproved = exceptions(u"not approved"_s);
        bank.answer(bank.assessmentOf(bank.fraud), u"5.1.1-1"_s, {.answer = Answer::NotMet});

        QCOMPARE(notApproved.size(), 0);
        QCOMPARE(withoutDay.size(), 1);
        QCOMPARE(withoutDay.first().approver, bank.fixture.all<Person>().first().name);
        QVERIFY(!exceptions({}).isEmpty());
        for (const auto &exception : exceptions({}))
            QCOMPARE(exception.approver, QString());
    }

    void anApprovalOfADayToComeIsNone()
    {
        Evidence evidence;
        evidence.state = DocumentState::Approved;
        evidence.approvedBy = u"Jo Lee"_s;
        evidence.approvedOn = QDate(2099, 1, 1);

        QCOMPARE(stateInWords(evidence, TwoSystems::today), u"not approved before 2099-01-01"_s);
        QCOMPARE(stateInWords(evidence, QDate(2099, 1, 1)), u"approved 2099-01-01 by Jo Lee"_s);
    }
};

QTEST_GUILESS_MAIN(NotApplicableTest)
#include "tst_notapplicable.moc"
