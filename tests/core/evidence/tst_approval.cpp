#include "core/evidence/approval.h"

#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

namespace {

/// Approved by Anna, and described in full.
Evidence approved()
{
    Evidence evidence;
    evidence.title = u"Policy"_s;
    evidence.state = DocumentState::Approved;
    evidence.approvedBy = u"Anna Becker"_s;
    evidence.approvedOn = QDate(2026, 3, 1);
    evidence.version = u"2"_s;
    evidence.coversFrom = QDate(2026, 1, 1);
    evidence.coversTo = QDate(2026, 12, 31);
    evidence.validUntil = QDate(2026, 12, 31);
    return evidence;
}

using Change = void (*)(Evidence &);

}

Q_DECLARE_METATYPE(Change)

class ApprovalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anApprovalEndsWhereWhatWasApprovedIsDescribedOtherwise_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<bool>("ends");
        const auto row = [](const char *name, bool ends, Change change) {
            QTest::addRow("%s", name) << change << ends;
        };
        row("title", true, [](Evidence &e) { e.title = u"Rules"_s; });
        row("kind", true, [](Evidence &e) { e.kind = EvidenceKind::Policy; });
        row("version", true, [](Evidence &e) { e.version = u"3"_s; });
        row("classification", true, [](Evidence &e) { e.classification = Classification::Public; });
        row("begin", true, [](Evidence &e) { e.coversFrom = QDate(2019, 1, 1); });
        row("end", true, [](Evidence &e) { e.coversTo = QDate(2099, 1, 1); });
        row("validity", true, [](Evidence &e) { e.validUntil.reset(); });
        row("how obtained", false, [](Evidence &e) { e.obtainedBy = u"export"_s; });
        row("who collected", false, [](Evidence &e) { e.collectedOn = QDate(2026, 4, 1); });
        row("approved by another", false, [](Evidence &e) {
            e.title = u"Rules"_s;
            e.approvedBy = u"Jo Lee"_s;
        });
        row("approved later", false, [](Evidence &e) {
            e.validUntil = QDate(2027, 12, 31);
            e.approvedOn = QDate(2026, 5, 1);
        });
    }

    void anApprovalEndsWhereWhatWasApprovedIsDescribedOtherwise()
    {
        QFETCH(const Change, change);
        QFETCH(const bool, ends);
        Evidence after = approved();
        change(after);

        const Evidence recorded = approvedStill(approved(), after);

        QCOMPARE(hasLostItsApproval(approved(), recorded), ends);
        QCOMPARE(recorded.approvedBy.isEmpty(), ends);
        QCOMPARE(recorded.approvedOn.has_value(), !ends);
        QCOMPARE(recorded.title, after.title);
    }

    void anApprovalThatIsSaidAgainStays()
    {
        const Approval again{approved().approvedBy, *approved().approvedOn};

        const Evidence recorded =
            described(approved(), {.validUntil = QDate(2027, 12, 31), .approval = again});

        QCOMPARE(recorded.state, DocumentState::Approved);
        QCOMPARE(recorded.validUntil, std::optional(QDate(2027, 12, 31)));
    }

    void aPeriodThatIsSaidMayLackAnEnd()
    {
        const Evidence recorded =
            described(approved(), {.covers = std::pair(std::nullopt, QDate(2026, 6, 30))});

        QVERIFY(!recorded.coversFrom);
        QCOMPARE(recorded.coversTo, std::optional(QDate(2026, 6, 30)));
    }

    void whatIsNotSaidStays() { QCOMPARE(described(approved(), {}), approved()); }
};

QTEST_APPLESS_MAIN(ApprovalTest)
#include "tst_approval.moc"
