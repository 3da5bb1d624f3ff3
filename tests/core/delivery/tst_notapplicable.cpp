#include "core/delivery/auditreportcomposer.h"
#include "core/delivery/indexpage.h"
#include "core/delivery/wording.h"
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
