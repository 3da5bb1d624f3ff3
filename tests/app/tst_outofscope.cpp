#include "tests/support/bank.h"

#include <QJsonArray>
#include <QTest>

using namespace plimsoll::test;
using namespace Qt::StringLiterals;

namespace {

/// A bank with AI-001, and the toy AI-002 that is pure research.
class Laboratory
{
public:
    explicit Laboratory(const QByteArray &reviewOn = "2099-01-01")
    {
        const auto person =
            m_bank.run({u"person"_s, u"add"_s, m_bank.folder(), u"--name"_s, u"Ann Approver"_s});
        const QString file =
            m_bank.file(u"register.csv"_s,
                        "Name,Out of scope,Out of scope reason,Out of scope approver,Out of scope review on\n"
                        "Labtoy,yes,Pure research,Ann Approver," +
                            reviewOn + '\n');
        const auto imported = m_bank.run({u"system"_s, u"import"_s, m_bank.folder(), file});
        m_ready = person.code == 0 && imported.code == 0;
    }

    [[nodiscard]] bool isReady() const { return m_ready; }
    [[nodiscard]] Ended list(const QStringList &words = {}) const
    {
        return m_bank.run(QStringList{u"system"_s, u"list"_s, m_bank.folder()} + words);
    }
    [[nodiscard]] Ended status(const QStringList &words) const
    {
        return m_bank.run(QStringList{u"status"_s, m_bank.folder()} + words);
    }

private:
    Bank m_bank;
    bool m_ready = false;
};

const QByteArray scope = "Out of scope: Pure research; approved by Ann Approver; review on 2099-01-01";

}

/// A system that will not be deployed stays registered with reason, approver and day of review.
class OutOfScopeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theListAndTheStatusSayWhyWhoApprovedAndWhenItIsReviewed()
    {
        const Laboratory laboratory;

        QVERIFY(laboratory.isReady());
        const auto list = laboratory.list();
        const auto status = laboratory.status({u"Labtoy"_s});

        QVERIFY2(list.answers.contains(scope), list.answers.constData());
        QVERIFY2(status.answers.contains(scope), status.answers.constData());
        QCOMPARE(status.code, 0);
    }

    void nothingOfItIsCounted()
    {
        const Laboratory laboratory;

        const auto words = laboratory.status({u"Labtoy"_s}).answers;
        const auto told = laboratory.status({u"Labtoy"_s, u"--json"_s}).json()["systems"_L1][0].toObject();

        QVERIFY2(!words.contains('%'), words.constData());
        QCOMPARE(told["phases"_L1].toArray(), QJsonArray());
        QVERIFY(!told.contains("whole"_L1));
        QVERIFY(told["out_of_scope"_L1].toBool());
    }

    void documentsForProgramsCarryReasonApproverAndReview()
    {
        const Laboratory laboratory;

        const auto listed = laboratory.list({u"--json"_s}).json()["systems"_L1][1].toObject();
        const auto told = laboratory.status({u"Labtoy"_s, u"--json"_s}).json()["systems"_L1][0].toObject();

        for (const auto &document : {listed, told}) {
            QCOMPARE(document["out_of_scope_reason"_L1].toString(), u"Pure research"_s);
            QCOMPARE(document["out_of_scope_approver"_L1].toString(), u"Ann Approver"_s);
            QCOMPARE(document["out_of_scope_review_on"_L1].toString(), u"2099-01-01"_s);
        }
    }

    void theStatusOfAllSystemsCountsThoseOutOfScope()
    {
        const Laboratory laboratory;

        const auto words = laboratory.status({});
        const auto json = laboratory.status({u"--json"_s}).json();

        QVERIFY2(words.answers.contains("Out of scope, and not assessed: 1."), words.answers.constData());
        QCOMPARE(json["out_of_scope"_L1].toInt(), 1);
    }

    void theGateSaysThatNothingWasCheckedAndAnswersNo()
    {
        const Laboratory laboratory;

        const auto gate = laboratory.status({u"Labtoy"_s, u"--require"_s, u"shall"_s});

        QCOMPARE(gate.code, 1);
        QVERIFY2(gate.answers.contains("AI-002 Nothing was checked: the system is out of scope."),
                 gate.answers.constData());
        QVERIFY2(!gate.answers.contains("AI-002 5."), gate.answers.constData());
    }

    void aDayOfReviewThatHasPassedIsAProblem()
    {
        const auto due = Laboratory("2026-01-01").status({u"Labtoy"_s, u"--json"_s}).json();
        const auto notDue = Laboratory().status({u"Labtoy"_s, u"--json"_s}).json();

        const auto problems = due["systems"_L1][0]["problems"_L1].toArray();
        QCOMPARE(problems.size(), 1);
        QCOMPARE(problems[0]["statement"_L1].toString(),
                 u"AI-002 is out of scope, and that was to be looked at again on 2026-01-01."_s);
        QCOMPARE(notDue["systems"_L1][0]["problems"_L1].toArray(), QJsonArray());
    }
};

QTEST_GUILESS_MAIN(OutOfScopeTest)
#include "tst_outofscope.moc"
