// What is wrong with the evidence itself: an approval nobody gave, a file that is another now, a link nobody
// can follow.
#include "core/evidence/freshness.h"
#include "core/workspace/assessing.h"
#include "core/workspace/attaching.h"
#include "core/workspace/problems.h"
#include "tests/support/twosystems.h"

#include <QTest>

#include <algorithm>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class EvidenceProblemsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bank = std::make_unique<TwoSystems>(); }
    void cleanup() { m_bank.reset(); }

    void aDocumentCalledApprovedByNobodyIsAProblemAndOneThatSaysItIsNone_data()
    {
        QTest::addColumn<QString>("by");
        QTest::addColumn<QDate>("on");
        QTest::addColumn<QString>("says");
        QTest::newRow("nothing") << QString() << QDate() << u"neither by whom nor when"_s;
        QTest::newRow("blanks") << u"  "_s << QDate() << u"neither by whom nor when"_s;
        QTest::newRow("a day") << QString() << QDate(2026, 3, 1) << u"not by whom"_s;
        QTest::newRow("a name") << u"Ana Ruiz"_s << QDate() << u"not when"_s;
        QTest::newRow("a day to come")
            << u"Ana Ruiz"_s << QDate(2099, 1, 1) << u"2099-01-01, a day that has not come"_s;
        QTest::newRow("both") << u"Ana Ruiz"_s << QDate(2026, 3, 1) << QString();
    }
    void aDocumentCalledApprovedByNobodyIsAProblemAndOneThatSaysItIsNone()
    {
        QFETCH(QString, by);
        QFETCH(QDate, on);
        QFETCH(QString, says);
        Evidence policy;
        policy.title = u"Policy of nobody"_s;
        policy.state = DocumentState::Approved;
        policy.approvedBy = by;
        if (on.isValid())
            policy.approvedOn = on;
        m_bank->attachTo(fraud(), item, u"policy.txt"_s, "words", policy);

        const QStringList found = about(policy.title, problemsOf(checklist(), TwoSystems::today));

        QCOMPARE(found.size(), says.isEmpty() ? 0 : 1);
        QVERIFY2(found.join(u' ').contains(says), qPrintable(found.join(u' ')));
    }

    void anApprovalCountsFromItsDayOn()
    {
        const QDate on = TwoSystems::today.addDays(10);
        const QString met = metOn(on);
        const auto standingOn = [&](QDate day) {
            return checklistOn(day).line(met)->standing();
        };
        const auto kindsOn = [&](QDate day) {
            return kindsOf(met, problemsOf(checklistOn(day), day));
        };

        QCOMPARE(standingOn(on.addDays(-1)), Standing::PartlyMet);
        QCOMPARE(standingOn(on), Standing::Met);
        QCOMPARE(kindsOn(on.addDays(-1)), (QList{Problem::Kind::OnlyDrafts, Problem::Kind::ApprovalToCome}));
        QCOMPARE(kindsOn(on), QList<Problem::Kind>());
    }

    void anApprovalThatComesAfterTheClosingLeavesTheClosedAssessmentAsItWas()
    {
        const QDate on = TwoSystems::today.addDays(10);
        const QString met = metOn(on);

        m_bank->fixture.commit(
            *planClose(*m_bank->reader(), m_bank->catalogue, m_bank->fraud, m_bank->occasion()));

        QCOMPARE(checklistOn(on).line(met)->standing(), Standing::PartlyMet);
        QVERIFY(kindsOf(met, problemsOf(checklistOn(on), on)).contains(Problem::Kind::OnlyDrafts));
    }

    void aDocumentIsADraftUntilTheDayOfItsApproval()
    {
        Evidence policy;
        policy.state = DocumentState::Approved;
        policy.approvedOn = TwoSystems::today;

        QCOMPARE(freshnessOf(policy, TwoSystems::today.addDays(-1)), Freshness::Draft);
        QCOMPARE(freshnessOf(policy, TwoSystems::today), Freshness::Ready);
        policy.state = DocumentState::Draft;
        QCOMPARE(freshnessOf(policy, TwoSystems::today), Freshness::Draft);
    }

    void whatIsWrongWithAStoredFileIsAProblemOfItsOwnKind()
    {
        const Evidence piece = m_bank->attachTo(fraud(), item, u"proof.txt"_s, "seen", {});
        const auto kindsWhen = [&](Integrity integrity) {
            return kindsOf(item, fileProblemsOf(checklist(), {{*piece.digest, {integrity, QDateTime()}}}));
        };

        QCOMPARE(kindsWhen(Integrity::Missing), QList{Problem::Kind::FileMissing});
        QCOMPARE(kindsWhen(Integrity::Changed), QList{Problem::Kind::FileChanged});
        QCOMPARE(kindsWhen(Integrity::Replaced), QList{Problem::Kind::FileChanged});
        QCOMPARE(kindsWhen(Integrity::Unreadable), QList{Problem::Kind::FileUnreadable});
    }

    void aFileThatIsNotWhatWasStoredIsAProblemWithItsWayOut()
    {
        const Evidence piece = m_bank->attachTo(fraud(), item, u"proof.txt"_s, "seen", {});
        const auto problemsWhen = [&](Integrity integrity) {
            return about(piece.title,
                         fileProblemsOf(checklist(), {{*piece.digest, {integrity, QDateTime()}}}));
        };

        QCOMPARE(problemsWhen(Integrity::Unchanged), QStringList());
        for (const Integrity damage :
             {Integrity::Changed, Integrity::Replaced, Integrity::Missing, Integrity::Unreadable}) {
            const QStringList found = problemsWhen(damage);
            QCOMPARE(found.size(), 1);
            QVERIFY(found.first().startsWith(item));
            QVERIFY(found.first().contains(u"ttach the original again"_s));
        }
        QCOMPARE(about(piece.title, fileProblemsOf(checklist(), {})), QStringList());
    }

    void ofALinkInThePlaceOfAFileNobodySaysThatItsContentChanged()
    {
        QVERIFY(damageInWords(u"Policy"_s, Integrity::Changed).contains(u"content"_s));
        QVERIFY(!damageInWords(u"Policy"_s, Integrity::Replaced).contains(u"content"_s));
        QVERIFY(damageInWords(u"Policy"_s, Integrity::Replaced).contains(u"link"_s));
    }

    void whatIsWrongIsSaidApartFromWhatToDoAboutIt()
    {
        Evidence policy;
        policy.title = u"Policy"_s;
        policy.state = DocumentState::Approved;
        const Evidence piece = m_bank->attachTo(fraud(), item, u"proof.txt"_s, "seen", policy);

        QList<Problem> problems = problemsOf(checklist(), TwoSystems::today);
        problems += fileProblemsOf(checklist(), {{*piece.digest, {Integrity::Missing, QDateTime()}}});
        problems.removeIf([](const Problem &problem) { return !problem.statement.contains(u"Policy"_s); });

        QCOMPARE(problems.size(), 2);
        QCOMPARE(problems[0].statement,
                 item + u": “Policy” is called approved, but neither by whom nor when."_s);
        QCOMPARE(problems[0].wayOut, u"Say it in its details, or call it a draft."_s);
        QCOMPARE(problems[1].statement, item + u": The stored file of “Policy” is missing."_s);
        QCOMPARE(problems[1].wayOut, u"Attach the original again, and it takes its place."_s);
    }

    void ofAnAssessmentOfOneDayThatDayIsLookedAt_data()
    {
        QTest::addColumn<bool>("beginsToo");
        QTest::newRow("both ends") << true;
        QTest::newRow("the end alone") << false;
    }
    void ofAnAssessmentOfOneDayThatDayIsLookedAt()
    {
        QFETCH(const bool, beginsToo);
        AssessmentDescription description;
        description.periodTo.emplace(QDate(2026, 11, 20));
        if (beginsToo)
            description.periodFrom.emplace(QDate(2026, 11, 20));
        m_bank->fixture.commit(*planDescription(*m_bank->reader(), m_bank->fraud, description));
        const QString met = metOn(TwoSystems::today); // by a document that speaks of no period
        const auto gaps = [&] {
            return about(u"No evidence for %1 covers"_s.arg(met), problemsOf(checklist(), TwoSystems::today));
        };

        const QStringList before = gaps();
        Evidence ofThatDay;
        ofThatDay.title = u"Scan"_s;
        ofThatDay.state = DocumentState::Approved;
        ofThatDay.coversFrom = ofThatDay.coversTo = QDate(2026, 11, 20);
        m_bank->attachTo(fraud(), met, u"scan.txt"_s, "scanned", ofThatDay);

        QCOMPARE(before, QStringList{u"No evidence for %1 covers 2026-11-20."_s.arg(met)});
        QCOMPARE(gaps(), QStringList());
    }

    void daysThatAreOverAndUncoveredAreToldWhileTheAssessmentIsOpen_data()
    {
        QTest::addColumn<QDate>("ends");
        QTest::addColumn<QStringList>("told");
        const QString before = u"No evidence for %1 covers 2026-01-01 to 2026-02-28."_s;
        const QString after = u"No evidence for %1 covers 2026-04-01 to %2."_s;
        const QDate today = TwoSystems::today;
        const auto until = [&after](QDate day) {
            return after.arg(u"%1"_s, day.toString(Qt::ISODate));
        };
        QTest::newRow("no end") << QDate() << QStringList{before, until(today.addDays(-1))};
        QTest::newRow("today") << today << QStringList{before, until(today)};
        QTest::newRow("to come") << today.addDays(9) << QStringList{before, until(today)};
        QTest::newRow("covered") << QDate(2026, 3, 31) << QStringList{before};
    }
    void daysThatAreOverAndUncoveredAreToldWhileTheAssessmentIsOpen()
    {
        QFETCH(const QDate, ends);
        QFETCH(QStringList, told);
        AssessmentDescription description;
        description.periodFrom.emplace(QDate(2026, 1, 1));
        if (ends.isValid())
            description.periodTo.emplace(ends);
        m_bank->fixture.commit(*planDescription(*m_bank->reader(), m_bank->fraud, description));
        const QString met = metOn(TwoSystems::today);
        attachOfMarch(met);

        const QStringList found =
            about(u"No evidence for %1 covers"_s.arg(met), problemsOf(checklist(), TwoSystems::today));

        for (QString &statement : told)
            statement = statement.arg(met);
        QCOMPARE(found, told);
    }

    void daysThatDraftsAloneCoverAreSaidToBeSo()
    {
        const QString met = metOn(TwoSystems::today); // by a document that speaks of no period
        Evidence draft;
        draft.title = u"Draft of March and April"_s;
        draft.state = DocumentState::Draft;
        draft.coversFrom = QDate(2026, 3, 1);
        draft.coversTo = QDate(2026, 4, 30);
        m_bank->attachTo(fraud(), met, u"draft.txt"_s, "not approved", draft);
        attachOfMarch(met);
        AssessmentDescription description;
        description.periodFrom.emplace(QDate(2026, 2, 1));
        description.periodTo.emplace(QDate(2026, 5, 31));
        m_bank->fixture.commit(*planDescription(*m_bank->reader(), m_bank->fraud, description));

        const QStringList found =
            about(u"for %1 covers"_s.arg(met), problemsOf(checklist(), TwoSystems::today));

        QCOMPARE(found, (QStringList{u"No evidence for %1 covers 2026-02-01 to 2026-02-28."_s.arg(met),
                                     u"Nothing but drafts for %1 covers 2026-04-01 to 2026-04-30."_s.arg(met),
                                     u"No evidence for %1 covers 2026-05-01 to 2026-05-31."_s.arg(met)}));
    }

    void whatClosingLeavesUncoveredIsCountedBeforehand()
    {
        const QString met = metOn(TwoSystems::today);
        attachOfMarch(met);
        QCOMPARE(about(u" covers "_s, problemsOf(checklist(), TwoSystems::today)), QStringList());

        const int counted = itemsUncoveredOnceClosed(checklist(), TwoSystems::today);

        m_bank->fixture.commit(
            *planClose(*m_bank->reader(), m_bank->catalogue, m_bank->fraud, m_bank->occasion()));
        const QStringList found = about(u" covers "_s, problemsOf(checklist(), TwoSystems::today));
        QCOMPARE(found.size(), counted);
        QVERIFY(found.contains(u"No evidence for %1 covers 2026-11-21."_s.arg(met)));
    }

    void aPeriodThatBeginsTodayOrLaterLeavesNoDayUncovered()
    {
        for (const int later : {0, 5}) {
            AssessmentDescription description;
            description.periodFrom.emplace(TwoSystems::today.addDays(later));
            m_bank->fixture.commit(*planDescription(*m_bank->reader(), m_bank->fraud, description));

            QCOMPARE(about(u"No evidence for"_s, problemsOf(checklist(), TwoSystems::today)), QStringList());
        }
    }

    void onlyAddressesOfTheWebAreAttachedAndTheOthersKeepNothingOut_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("https") << u"https://wiki.nordbank.example/design?a=1&b=2"_s << true;
        QTest::newRow("http") << u"http://intranet/policy"_s << true;
        QTest::newRow("capitals") << u"HTTPS://Wiki.example/"_s << true;
        QTest::newRow("blanks") << u"https://wiki.example/Risk register"_s << true;
        QTest::newRow("letters") << u"https://wiki.example/Größe"_s << true;
        QTest::newRow("script") << u"javascript:alert(1)"_s << false;
        QTest::newRow("file") << u"file:///etc/passwd"_s << false;
        QTest::newRow("data") << u"data:text/html,hello"_s << false;
        QTest::newRow("no scheme") << u"wiki.nordbank.example/design"_s << false;
        QTest::newRow("no site") << u"https:///design"_s << false;
        QTest::newRow("hidden script") << u"https://wiki.example\njavascript:alert(1)"_s << false;
        QTest::newRow("share") << u"\\\\server\\share"_s << false;
    }
    void onlyAddressesOfTheWebAreAttachedAndTheOthersKeepNothingOut()
    {
        QFETCH(QString, address);
        QFETCH(bool, isTaken);
        Evidence link;
        link.url = address;
        Evidence good;
        good.url = u"https://wiki.example/kept"_s;

        const auto attached = attach(m_bank->fixture.workspace(),
                                     {{{}, link, {{fraud(), item}}}, {{}, good, {{fraud(), item}}}});

        QVERIFY2(attached, attached ? "" : qPrintable(attached.error().message));
        QCOMPARE(attached->evidence.size(), isTaken ? 2 : 1);
        QCOMPARE(attached->evidence.last().url, good.url);
        QCOMPARE(attached->refused.size(), isTaken ? 0 : 1);
        if (!isTaken)
            QVERIFY(attached->refused.first().reason.contains(u"https://"_s));
    }

private:
    static inline const QString item = u"5.1.1-1"_s;

    [[nodiscard]] Id<Assessment> fraud() const { return m_bank->assessmentOf(m_bank->fraud); }
    [[nodiscard]] Checklist checklist() const { return m_bank->checklist(m_bank->fraud); }
    [[nodiscard]] Checklist checklistOn(QDate day) const
    {
        return *readChecklist(*m_bank->reader(), m_bank->catalogue, m_bank->fraud.id, day);
    }
    /// Answers an item with “met” on nothing but a document that is approved on that day.
    QString metOn(QDate day)
    {
        const Checklist before = checklist();
        const auto free = std::ranges::find_if(before.lines, [](const ChecklistLine &line) {
            return line.standing() == Standing::NotAnswered && line.evidence.isEmpty();
        });
        const QString met = before.item(*free).id;
        Evidence policy;
        policy.title = u"Policy of tomorrow"_s;
        policy.state = DocumentState::Approved;
        policy.approvedBy = u"Ana Ruiz"_s;
        policy.approvedOn = day;
        m_bank->answer(fraud(), met, {.answer = Answer::Met});
        m_bank->attachTo(fraud(), met, u"policy.txt"_s, "of tomorrow", policy);
        return met;
    }
    void attachOfMarch(const QString &of)
    {
        Evidence log;
        log.title = u"Log of March"_s;
        log.state = DocumentState::Approved;
        log.approvedBy = u"Ana Ruiz"_s;
        log.approvedOn = QDate(2026, 4, 1);
        log.coversFrom = QDate(2026, 3, 1);
        log.coversTo = QDate(2026, 3, 31);
        m_bank->attachTo(fraud(), of, u"march.txt"_s, "seen in March", log);
    }
    [[nodiscard]] QList<Problem::Kind> kindsOf(const QString &of, const QList<Problem> &problems) const
    {
        QList<Problem::Kind> kinds;
        for (const Problem &problem : problems) {
            if (problem.ordinal == m_bank->catalogue->item(of)->ordinal &&
                problem.kind != Problem::Kind::PeriodUncovered)
                kinds.append(problem.kind);
        }
        return kinds;
    }
    static QStringList about(const QString &title, const QList<Problem> &problems)
    {
        QStringList found;
        for (const Problem &problem : problems) {
            if (problem.statement.contains(title))
                found.append(inWords(problem));
        }
        return found;
    }

    std::unique_ptr<TwoSystems> m_bank;
};

QTEST_GUILESS_MAIN(EvidenceProblemsTest)
#include "tst_evidenceproblems.moc"
