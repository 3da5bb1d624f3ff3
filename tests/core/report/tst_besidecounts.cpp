#include "core/report/auditreportwriter.h"
#include "tests/support/pdftools.h"
#include "tests/support/samplereport.h"

#include <QTemporaryDir>
#include <QTest>

using namespace plimsoll;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;

/// What a report says beside its per cents.
class BesideCountsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsCarriedOverIsCountedBesideThePerCents()
    {
        AuditReport report = nordbankReport({.systems = 2, .provisions = 6});
        const int phases = int(report.systems[0].phases.size());
        for (ReportPhase &phase : report.systems[0].phases)
            phase.carried = {7, 2, 0};

        const QString text = textOf(report);

        const QString words =
            u"carried over from the assessment before, not reconfirmed: %1 shall, %2 should"_s;
        const QString whole = u"%1 shall, %2 should"_s.arg(7 * phases).arg(2 * phases);
        QVERIFY2(text.contains(words.arg(7).arg(2)), qPrintable(text));
        QVERIFY(text.contains(words.arg(7 * phases).arg(2 * phases)));
        QVERIFY(text.contains(u"carried over and not reconfirmed: %1."_s.arg(whole)));
    }

    void shallAndShouldAreNeverAddedBesideThePerCents()
    {
        AuditReport report = nordbankReport({.provisions = 6});
        ReportPhase &phase = report.systems[0].phases[0];
        phase.shall = {.notApplicable = 1, .waiting = 2, .reliedUpon = 3};
        phase.should = {.notApplicable = 10, .waiting = 20, .reliedUpon = 30};
        phase.lapsedEvidence = {.shall = 4, .should = 40, .shouldParts = 5};
        phase.withoutEvidence = {.shall = 6};

        const QString text = textOf(report);

        for (const auto &said :
             {u"waiting for an event: 2 shall, 20 should"_s, u"relied upon: 3 shall, 30 should"_s,
              u"not applicable: 1 shall, 10 should"_s,
              u"counted with lapsed evidence: 4 shall, 40 should, 5 recommended parts"_s,
              u"counted without any evidence: 6 shall"_s})
            QVERIFY2(text.contains(said), qPrintable(said + u" | "_s + text));
        for (const auto &added : {u"22 waiting"_s, u"33 relied upon"_s, u"11 not applicable"_s})
            QVERIFY2(!text.contains(added), qPrintable(text));
    }

    void aSystemOutOfScopeIsCalledSoOnCoverTableAndChapterAndHasNoShares()
    {
        AuditReport report = nordbankReport({.systems = 2, .provisions = 4});
        ReportSystem &research = report.systems[0];
        research.outOfScope = u"Out of scope: Pure research; approved by Jo Lee; review on 2027-01-01"_s;
        research.scopeProblems = QStringList{u"Nobody looked again."_s};
        research.items.clear();
        for (ReportPhase &phase : research.phases)
            phase = {.name = phase.name};

        const QStringList pages = pagesOf(report);

        QVERIFY2(pages[0].contains(u"(out of scope)"_s), qPrintable(pages[0]));
        const QString text = pages.join(u' ').simplified();
        QCOMPARE(text.count(research.outOfScope), 3); // About, profile, section of its own
        QVERIFY(text.contains(u"Nobody looked again."_s));
        const auto isTable = [](const QString &page) {
            return page.contains(u"Conformity, shall"_s);
        };
        const auto table = std::find_if(pages.cbegin() + 2, pages.cend(), isTable);
        QVERIFY(table != pages.cend());
        QCOMPARE(table->count(u"out of scope"_s), 2 * research.phases.size());
    }

    void exceptionsAreCountedByItemAlsoWhereAnItemHasSeveralOfAKind()
    {
        AuditReport report = nordbankReport({.provisions = 6});
        ReportSystem &system = report.systems[0];
        const auto overridden = [&system](int item, const QString &what) {
            return ReportException{u"override"_s, system.items[item].designator, what, {}, {}, {}, {}, {}};
        };
        system.exceptions = {overridden(0, u"One"_s), overridden(0, u"Other"_s), overridden(1, u"One"_s)};

        const QString text = textOf(report);

        QVERIFY2(text.contains(u"2 override"_s) && !text.contains(u"3 override"_s), qPrintable(text));
    }

    void everyItemWithoutAnAnswerIsCountedWhateverElseIsSaidOfIt()
    {
        AuditReport report = nordbankReport({.provisions = 12});
        ReportSystem &system = report.systems[0];
        int open = 0;
        for (ReportItem &item : system.items)
            open += int(item.applicability == ReportApplicability::Applies &&
                        item.status == StatusMark::NotAnswered);
        const auto unanswered = std::ranges::find(system.items, StatusMark::NotAnswered, &ReportItem::status);
        QVERIFY(unanswered != system.items.end());
        const QString alone = textOf(report);
        system.exceptions.append({.kind = u"overdue"_s, .designator = unanswered->designator});

        const QString listed = textOf(report);

        QVERIFY2(alone.contains(u"Items not answered yet: %1. They are open, and not among"_s.arg(open)),
                 qPrintable(alone));
        QVERIFY2(listed.contains(u"Items not answered yet: %1. They are open; among the exceptions, for "
                                 "another reason: 1."_s.arg(open)),
                 qPrintable(listed));
    }

    void noGapIsClaimedOnlyOfItemsThatHaveEvidence()
    {
        AuditReport report = nordbankReport({.provisions = 3});
        report.systems[0].gaps.clear();
        for (ReportItem &item : report.systems[0].items) {
            item.status = StatusMark::Met;
            item.applicability = ReportApplicability::Applies;
        }
        const QString shown = textOf(report);
        report.systems[0].items[0].evidence.clear();

        const QString unshown = textOf(report);

        QVERIFY2(shown.contains(u"Parts of the period that no evidence covers None"_s), qPrintable(shown));
        QVERIFY2(unshown.contains(u"that have no evidence for any day: 1."_s), qPrintable(unshown));
        QVERIFY(unshown.contains(u"None among the items that have evidence."_s));
    }

    void gapsAreLookedForAsSoonAsADayIsStated()
    {
        AuditReport report = nordbankReport({.provisions = 3});
        ReportSystem &system = report.systems[0];
        system.gaps.clear();
        const ReportPeriod whole = system.period;
        const QString notLookedAt = u"neither a period nor a day"_s;

        for (const bool begins : {false, true}) {
            for (const bool ends : {false, true}) {
                system.period = {begins ? whole.from : QDate(), ends ? whole.to : QDate()};
                QCOMPARE(textOf(report).contains(notLookedAt), !begins && !ends);
            }
        }
    }

    void everyPieceOfEvidenceIsCountedOnce()
    {
        AuditReport report = nordbankReport({.provisions = 3, .evidencePerProvision = 1});
        const auto link = [](const QString &reference) {
            ReportEvidence piece;
            piece.reference = reference;
            piece.location = u"https://wiki.nordbank.example/design"_s;
            return piece;
        };
        for (ReportItem &item : report.systems[0].items)
            item.evidence = {link(u"0001"_s)};
        const QString one = textOf(report);
        report.systems[0].items[1].evidence.append(link(u"0002"_s));

        const QString two = textOf(report);

        QVERIFY2(one.contains(u"0 files by fingerprint, 1 link "_s), qPrintable(one));
        QVERIFY2(two.contains(u"0 files by fingerprint, 2 links"_s), qPrintable(two));
    }

private:
    QString written(const AuditReport &report) const
    {
        const QString path = m_dir.filePath(u"report.pdf"_s);
        const FixedClock noon(QDateTime(QDate(2026, 11, 21), QTime(12, 0), Qt::UTC));
        if (const auto facts = writeAuditReport(report, path, noon); !facts)
            qFatal("%s", qPrintable(facts.error().message));
        return path;
    }

    QString textOf(const AuditReport &report) const { return pdfTextAsPainted(written(report)).simplified(); }
    QStringList pagesOf(const AuditReport &report) const { return pdfPages(written(report)); }

    QTemporaryDir m_dir;
};

QTEST_MAIN(BesideCountsTest)
#include "tst_besidecounts.moc"
