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
            phase.carried = 7;

        const QString text = textOf(report);

        QVERIFY2(text.contains(u"7 carried over from the assessment before, not reconfirmed"_s),
                 qPrintable(text));
        QVERIFY(text.contains(u"%1 carried over from the assessment before"_s.arg(7 * phases)));
        QVERIFY(text.contains(u"carried over and not reconfirmed: %1."_s.arg(7 * phases)));
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
    QString textOf(const AuditReport &report) const
    {
        const QString path = m_dir.filePath(u"report.pdf"_s);
        const FixedClock noon(QDateTime(QDate(2026, 11, 21), QTime(12, 0), Qt::UTC));
        if (const auto written = writeAuditReport(report, path, noon); !written)
            qFatal("%s", qPrintable(written.error().message));
        return pdfTextAsPainted(path).simplified();
    }

    QTemporaryDir m_dir;
};

QTEST_MAIN(BesideCountsTest)
#include "tst_besidecounts.moc"
