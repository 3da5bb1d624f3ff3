#include "core/report/auditreportwriter.h"
#include "tests/support/pdftools.h"
#include "tests/support/samplereport.h"

#include <QBuffer>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace plimsoll;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;

namespace {

const FixedClock noon(QDateTime::fromMSecsSinceEpoch(1'795'262'400'000, Qt::UTC));

/// Short enough for the narrowest column; different for each field.
QString hostileText(int field)
{
    return u"<b>&%1;<img src='/etc/x'>\u202e%1"_s.arg(field);
}

/// Every text of the report is hostile; `count` says how many there are.
AuditReport hostileReport(int &count)
{
    const auto next = [&count] {
        return hostileText(count++);
    };
    AuditReport report;
    for (QString *field : {&report.title, &report.organisation, &report.kind, &report.standard,
                           &report.edition, &report.catalogue, &report.catalogueVersion,
                           &report.catalogueDigest, &report.assessor, &report.independence, &report.methods,
                           &report.intendedReaders, &report.replaces, &report.journalDigest})
        *field = next();
    report.limitations << next();
    report.verification << ReportStep{next(), next()};
    ReportItem item;
    item.applicability = ReportApplicability::BorneElsewhere;
    for (QString *field :
         {&item.designator, &item.title, &item.phase, &item.principle, &item.verb, &item.dutyHolder,
          &item.applicabilityReason, &item.approval, &item.borneBy, &item.heldFromParty, &item.leftToDo,
          &item.rationale, &item.inheritedFrom, &item.inheritance, &item.owner})
        *field = next();
    item.evidence << ReportEvidence{next(), next(), next(), next(), next(), {}, {}, next()};
    item.references << ReportReference{next(), next(), next()};
    ReportSystem system;
    for (QString *field :
         {&system.name, &system.version, &system.identifier, &system.purpose, &system.lifecyclePhase,
          &system.aiActCategory, &system.assessmentKind, &system.outdated, &system.scope, &system.exclusions})
        *field = next();
    system.parties << ReportParty{next(), next(), next()};
    system.phases << ReportPhase{.name = next(), .absence = next()};
    system.items << item;
    system.exceptions << ReportException{next(), next(), next(), next(), next(), {}, next(), {}};
    system.gaps << ReportGap{next(), next()};
    system.assets << ReportAsset{next(), next(), next(), next(), next(), {}, next()};
    report.systems << system;
    return report;
}

}

class AuditReportTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString path(const QString &name) const { return m_folder.filePath(name); }

    /// Writes the report and answers its pages as text.
    QStringList pagesOf(const AuditReport &report, const QString &name = u"report.pdf"_s)
    {
        const auto facts = writeAuditReport(report, path(name), noon);
        return facts ? pdfPages(path(name)) : QStringList{facts.error().message};
    }

private Q_SLOTS:
    void itIsAValidPdfA1b()
    {
        QVERIFY(
            writeAuditReport(nordbankReport({.systems = 2, .provisions = 24}), path(u"valid.pdf"_s), noon));

        const ProgramRun verdict = preflight(path(u"valid.pdf"_s));

        if (verdict.exitCode == -1)
            QSKIP("PDFBox's preflight is not installed (libpdfbox2-java and what FORMATS 7.4 names)");
        QVERIFY2(verdict.output.contains(u"is a valid PDF/A-1b file"_s), qPrintable(verdict.output));
    }

    void otherProgramsReadItWithoutComplaint()
    {
        const auto facts = writeAuditReport(nordbankReport({.systems = 2}), path(u"check.pdf"_s), noon);
        QVERIFY(facts);

        const ProgramRun check = run(u"qpdf"_s, {u"--check"_s, path(u"check.pdf"_s)});
        const ProgramRun info = run(u"pdfinfo"_s, {path(u"check.pdf"_s)});

        QVERIFY2(check.exitCode == 0, qPrintable(check.output));
        QVERIFY2(info.output.contains(QRegularExpression(u"Pages:\\s+%1\\n"_s.arg(facts->pages))),
                 qPrintable(info.output));
        QVERIFY(info.output.contains(u"Security baseline of AI systems"_s));
    }

    void allFontsAreEmbedded()
    {
        QVERIFY(writeAuditReport(nordbankReport(), path(u"fonts.pdf"_s), noon));

        const QStringList lines =
            run(u"pdffonts"_s, {path(u"fonts.pdf"_s)}).output.split(u'\n', Qt::SkipEmptyParts).mid(2);

        QVERIFY(!lines.isEmpty());
        for (const QString &line : lines)
            QVERIFY2(line.contains(
                         QRegularExpression(u"^[A-Z]{6}\\+[A-Za-z]+.*Identity-H\\s+yes\\s+yes\\s+yes"_s)),
                     qPrintable(line));
    }

    void everyProvisionAndEveryDigestCanBeFound()
    {
        const AuditReport report = nordbankReport({.systems = 2});

        const QString text = withoutSpaces(pagesOf(report).join(QString()));

        for (const ReportSystem &system : report.systems)
            for (const ReportItem &item : system.items) {
                QVERIFY2(text.contains(item.designator), qPrintable(item.designator));
                if (item.applicability != ReportApplicability::Applies)
                    continue;
                for (const ReportEvidence &evidence : item.evidence)
                    QVERIFY2(text.contains(evidence.digest), qPrintable(item.designator));
            }
        for (const QString &digest : {nordbankDigest(0, 0, 0), report.journalDigest, report.catalogueDigest,
                                      report.systems.last().assets.last().digest})
            QVERIFY(text.contains(digest));
    }

    void equalContentAndClockGiveEqualBytes()
    {
        const AuditReport report = nordbankReport({.systems = 6, .provisions = 20});
        QBuffer first;
        QBuffer second;
        first.open(QIODevice::WriteOnly);
        second.open(QIODevice::WriteOnly);

        const auto one = writeAuditReport(report, first, noon);
        const auto other = writeAuditReport(report, second, noon);

        QVERIFY(one && other);
        QVERIFY(first.data() == second.data());
        QCOMPARE(one->digest, Digest::of(first.data()));
        QCOMPARE(one->bytes, first.data().size());
    }

    void theClockAloneSaysWhenItWasMade()
    {
        QVERIFY(writeAuditReport(nordbankReport(), path(u"dated.pdf"_s), noon));
        QFile file(path(u"dated.pdf"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();

        QVERIFY(bytes.contains("/CreationDate (D:20261121120000Z)"));
        QVERIFY(bytes.contains("<xmp:CreateDate>2026-11-21T12:00:00Z</xmp:CreateDate>"));
        QVERIFY(!bytes.contains(QDate::currentDate().toString(u"'D:'yyyyMMdd"_s).toLatin1()) ||
                QDate::currentDate() == QDate(2026, 11, 21));
    }

    void whatWasNotStatedOrNotLookedAtIsSaid()
    {
        AuditReport report = nordbankReport({.provisions = 2});
        report.period.clear();
        report.independence.clear();
        report.systems[0].period = {};
        const auto pages = withoutSpaces(pagesOf(report).join(QString()));
        for (const auto &said : {u"Periodnotstated"_s, u"Independencenotstated"_s, u"Notlookedat:"_s})
            QVERIFY2(pages.contains(said), qPrintable(said));
    }

    void theFingerprintOfAnAssetIsCalledDeclared()
    {
        const QString pages = pagesOf(nordbankReport({.systems = 1, .provisions = 2})).join(u'\n');

        QVERIFY(pages.contains(u"Fingerprint (SHA-256), as declared"_s));
    }

    void foreignTextIsPrintedLiterally()
    {
        int count = 0;
        const AuditReport report = hostileReport(count);

        QVERIFY(writeAuditReport(report, path(u"hostile.pdf"_s), noon));
        const QString text = withoutSpaces(pdfTextAsPainted(path(u"hostile.pdf"_s)));

        QVERIFY(count > 40);
        for (int i = 0; i < count; ++i)
            QVERIFY2(text.contains(withoutSpaces(hostileText(i)).replace(QChar(0x202e), u"⟨RLO⟩"_s)),
                     qPrintable(u"field %1"_s.arg(i)));
    }

    void unusualScriptsAreReadableAndStillValid()
    {
        const QStringList words{u"Größe"_s, u"Έλεγχος"_s, u"Оценка"_s, u"ՀԱՅ"_s, u"საქ"_s, u"Đánh"_s};
        AuditReport report = nordbankReport({.provisions = 3});
        report.systems[0].items[0].rationale =
            words.join(u' ') +
            u" \u05d1\u05d3\u05d9\u05e7\u05d4 \u0641\u062d\u0635 e\u0301 \u4e2d\u6587 \U0001F642"_s;
        report.title = u"Έλεγχος – Оценка"_s;
        report.organisation = u"Bank\x1b[31m \u202e<&>"_s;
        QVERIFY(writeAuditReport(report, path(u"scripts.pdf"_s), noon));

        const QString text = pdfTextAsPainted(path(u"scripts.pdf"_s));
        const ProgramRun verdict = preflight(path(u"scripts.pdf"_s));

        for (const QString &word : words)
            QVERIFY2(text.contains(word), qPrintable(word));
        QVERIFY(run(u"pdfinfo"_s, {path(u"scripts.pdf"_s)}).output.contains(report.title));
        if (verdict.exitCode != -1)
            QVERIFY2(verdict.output.contains(u"is a valid PDF/A-1b file"_s), qPrintable(verdict.output));
    }

    void lettersThatJoinAreSetJoinedAndAreStillFound()
    {
        AuditReport report = nordbankReport({.systems = 1, .provisions = 2});
        report.systems[0].items[0].rationale = u"\u0627\u0644\u0641\u062d\u0635 AI-001"_s;
        report.organisation = u"\u0645\u0635\u0631\u0641"_s;

        const QString text = pagesOf(report).join(u'\n');

        const QString joined = u"\u0627\ufedf\ufed4\ufea4\ufeba"_s; // beginning, middle and end of a word
        QVERIFY2(text.contains(joined), qPrintable(text));
        QVERIFY(text.contains(u"AI-001"_s));
        const QString letters = text.normalized(QString::NormalizationForm_KC); // as viewers search
        QVERIFY(letters.contains(u"\u0627\u0644\u0641\u062d\u0635"_s));
        // on the cover, and at the head of the pages behind it
        QVERIFY(letters.count(report.organisation) > 2);
        QVERIFY(!text.contains(report.organisation));
    }

    void aCharacterNoFontHasIsNamedAndReported()
    {
        AuditReport report = nordbankReport({.provisions = 2});
        report.systems[0].items[0].rationale = u"\U000E0FFF"_s;

        const auto facts = writeAuditReport(report, path(u"glyphs.pdf"_s), noon);

        QVERIFY(facts);
        QCOMPARE(facts->warnings.size(), 1);
        QVERIFY(facts->warnings.first().contains(u"U+E0FFF"_s));
        QVERIFY(pdfPages(path(u"glyphs.pdf"_s)).join(QString()).contains(u"[U+E0FFF]"_s));
    }

    void everyPageSaysWhatItIsAndIsNot()
    {
        const QStringList pages = pagesOf(nordbankReport({.systems = 2, .provisions = 30}));

        for (const QString &page : pages) {
            QVERIFY2(page.contains(
                         u"Plimsoll's wording; the standard prevails. An assessment, not a certificate."_s),
                     qPrintable(page));
            QVERIFY(page.contains(u"not a harmonised standard and gives no presumption of conformity"_s));
            QVERIFY(page.contains(u"SAMPLE"_s));
        }
    }

    void onlySamplesAreMarkedSo()
    {
        AuditReport report = nordbankReport({.provisions = 10});
        report.isSample = false;

        QVERIFY(!pagesOf(report).join(QString()).contains(u"SAMPLE"_s));
    }

    void pagesAreNumberedWithTheirTotal()
    {
        const QStringList pages = pagesOf(nordbankReport({.systems = 2}));

        for (qsizetype i = 1; i < pages.size(); ++i)
            QVERIFY2(pages[i].contains(u"page %1 of %2"_s.arg(i + 1).arg(pages.size())),
                     qPrintable(pages[i]));
    }

    void tableHeadersAreRepeatedOnEveryPage()
    {
        const QStringList pages = pagesOf(nordbankReport());
        int statementPages = 0;
        for (const QString &page : pages) {
            const QString heading = page.left(400);
            if (!heading.contains(u"Statement of applicability"_s) || heading.contains(u"Contents"_s))
                continue;
            ++statementPages;
            QVERIFY2(page.contains(u"Provision, verb, duty holder"_s), qPrintable(page));
        }
        QVERIFY(statementPages > 2);
    }

    void theFormulaStandsUnderTheCharts()
    {
        const QString text = pagesOf(nordbankReport({.systems = 2})).join(u' ');

        // Once under each system's phases and once under each of the two heat maps.
        QCOMPARE(text.count(u"Conformity = met / (applicable and due). Partly met counts 0."_s), 4);
        QCOMPARE(text.count(u"Progress = answered in every part that is due / (applicable and due)."_s), 2);
    }

    void emptyListsSayNone()
    {
        AuditReport report = nordbankReport({.provisions = 3});
        ReportSystem &system = report.systems[0];
        system.exceptions.clear();
        system.assets.clear();
        for (ReportItem &item : system.items)
            item.isShouldPart = false;

        const QString text = pagesOf(report).join(u' ').simplified();

        QVERIFY(text.contains(u"draft evidence. None"_s));
        QVERIFY(text.contains(u"no evidence covers None"_s));
        QVERIFY(text.contains(u"Relied upon None"_s));
        QVERIFY(text.contains(u"Assets None"_s));
    }

    void aReportOnNothingIsStillAReport()
    {
        AuditReport empty;
        AuditReport noItems = nordbankReport({.systems = 2, .provisions = 0});

        QVERIFY(writeAuditReport(empty, path(u"empty.pdf"_s), noon));
        QVERIFY(writeAuditReport(noItems, path(u"noitems.pdf"_s), noon));
        QCOMPARE(run(u"qpdf"_s, {u"--check"_s, path(u"empty.pdf"_s)}).exitCode, 0);
        QCOMPARE(run(u"qpdf"_s, {u"--check"_s, path(u"noitems.pdf"_s)}).exitCode, 0);
    }

    void cancellingLeavesNothingNew()
    {
        QFile before(path(u"kept.pdf"_s));
        QVERIFY(before.open(QIODevice::WriteOnly));
        before.write("the former report");
        before.close();
        const QStringList filesBefore = QDir(m_folder.path()).entryList(QDir::Files);
        int asked = 0;

        const auto facts =
            writeAuditReport(nordbankReport({.systems = 4}), path(u"kept.pdf"_s), noon,
                             [&asked](qint64, qint64, const QString &) { return ++asked < 2; });

        QVERIFY(!facts);
        QCOMPARE(facts.error().code, ErrorCode::Cancelled);
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files), filesBefore);
        QVERIFY(before.open(QIODevice::ReadOnly));
        QCOMPARE(before.readAll(), QByteArray("the former report"));
    }

    void progressEndsAtItsTotal()
    {
        qint64 last = 0;
        qint64 total = 1;

        QVERIFY(writeAuditReport(nordbankReport({.systems = 2}), path(u"progress.pdf"_s), noon,
                                 [&](qint64 done, qint64 all, const QString &step) {
                                     const bool goesOn = done >= last && !step.isEmpty();
                                     last = done;
                                     total = all;
                                     return goesOn;
                                 }));

        QCOMPARE(last, total);
    }

    void aFolderThatDoesNotExistIsRefusedInWords()
    {
        const auto facts =
            writeAuditReport(nordbankReport({.provisions = 1}), path(u"nowhere/report.pdf"_s), noon);

        QVERIFY(!facts);
        QCOMPARE(facts.error().code, ErrorCode::NotFound);
        QVERIFY(facts.error().message.contains(u"nowhere/report.pdf"_s));
    }
};

QTEST_MAIN(AuditReportTest)
#include "tst_auditreport.moc"
