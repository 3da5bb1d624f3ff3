#include "core/base/calledname.h"
#include "core/delivery/auditreportcomposer.h"
#include "core/delivery/indexpage.h"
#include "core/report/blocks.h"
#include "tests/support/twosystems.h"

#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

/// What the front pages say of several systems at once.
class FrontPagesTest : public QObject
{
    Q_OBJECT

private:
    const TwoSystems m_bank;

private Q_SLOTS:
    void whatHoldsForOneOfSeveralSystemsNamesIt()
    {
        auto dossier = readDossier(*m_bank.reader(), m_bank.catalogue, m_bank.both(), TwoSystems::today);
        QVERIFY(dossier);
        Checklist &first = dossier->systems.front().checklist;
        first.assessment->independence = u"Not of the team."_s;
        const QString alone = composeAuditReport(*dossier, {}).independence;
        for (auto &file : dossier->systems)
            file.checklist.assessment->independence = u"Not of the team."_s;

        const AiSystem &other = dossier->systems.back().checklist.system;
        QCOMPARE(alone, u"%1: Not of the team.\n%2: not stated"_s.arg(
                            calledName(first.system.name, first.system.version),
                            calledName(other.name, other.version)));
        QCOMPARE(composeAuditReport(*dossier, {}).independence, u"Not of the team."_s);
    }

    void periodsThatDifferAreNotMadeOneThatNobodyLookedAt()
    {
        auto dossier = readDossier(*m_bank.reader(), m_bank.catalogue, m_bank.both(), TwoSystems::today);
        QVERIFY(dossier);
        Checklist &first = dossier->systems.front().checklist;
        Checklist &second = dossier->systems.back().checklist;
        const auto inReport = [&](std::optional<QDate> from, std::optional<QDate> to) {
            first.assessment->periodFrom = QDate(2025, 1, 1);
            first.assessment->periodTo = QDate(2025, 3, 31);
            second.assessment->periodFrom = from;
            second.assessment->periodTo = to;
            return composeAuditReport(*dossier, {});
        };
        const QString one =
            calledName(first.system.name, first.system.version) + u": 2025-01-01 to 2025-03-31"_s;
        const QString other =
            calledName(second.system.name, second.system.version) + u": 2026-01-01 to 2026-06-30"_s;

        const auto apart = inReport(QDate(2026, 1, 1), QDate(2026, 6, 30));
        const auto unstated = inReport({}, {});
        const auto same = inReport(QDate(2025, 1, 1), QDate(2025, 3, 31));

        QCOMPARE(apart.period, one + u'\n' + other);
        const auto page = QString::fromUtf8(indexPage(*dossier, apart, u"p"_s));
        QVERIFY(page.contains(one) && page.contains(other));
        QCOMPARE(unstated.period,
                 one + u'\n' + calledName(second.system.name, second.system.version) + u": not stated"_s);
        QCOMPARE(same.period, u"2025-01-01 to 2025-03-31"_s);
    }

    void aSystemOutOfScopeIsToldWithReasonApproverAndReviewAndNotCounted()
    {
        auto dossier = readDossier(*m_bank.reader(), m_bank.catalogue, m_bank.both(), TwoSystems::today);
        QVERIFY(dossier);
        AiSystem &research = dossier->systems.front().checklist.system;
        research.outOfScope = true;
        research.outOfScopeReason = u"Pure research"_s;
        research.outOfScopeApprover = dossier->systems.front().named.persons.keys().first();
        research.outOfScopeReviewOn = TwoSystems::today.addDays(-1);
        const QString approver = dossier->systems.front().nameOf(research.outOfScopeApprover);

        const auto report = composeAuditReport(*dossier, {});
        const ReportSystem &told = report.systems.first();
        const auto page = QString::fromUtf8(indexPage(*dossier, report, u"p"_s));

        const QString scope = u"Out of scope: Pure research; approved by %1; review on %2"_s.arg(
            approver, TwoSystems::today.addDays(-1).toString(Qt::ISODate));
        QCOMPARE(told.outOfScope, scope);
        QCOMPARE(told.scopeProblems.size(), 1);
        QVERIFY(told.items.isEmpty() && told.exceptions.isEmpty());
        for (const ReportPhase &phase : told.phases)
            QCOMPARE(phase.shall.total() + phase.should.total(), 0);
        QVERIFY(page.contains(scope));
        QVERIFY(!report.independence.contains(calledName(research.name, research.version)));
    }

    void anAssessmentOfOneDaySaysAsOfThatDay()
    {
        auto dossier = readDossier(*m_bank.reader(), m_bank.catalogue, {m_bank.fraud.id}, TwoSystems::today);
        QVERIFY(dossier);
        auto &assessment = dossier->systems.front().checklist.assessment;
        assessment->periodFrom.reset();
        assessment->periodTo = QDate(2026, 11, 20);

        QCOMPARE(composeAuditReport(*dossier, {}).period, u"as of 2026-11-20"_s);
        QCOMPARE(assessedInWords({{}, QDate(2026, 11, 20)}), u"as of 2026-11-20"_s);
    }
};

QTEST_GUILESS_MAIN(FrontPagesTest)
#include "tst_frontpages.moc"
