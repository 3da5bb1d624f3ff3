#include "core/report/auditreportwriter.h"
#include "tests/support/pdftools.h"
#include "tests/support/samplereport.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace plimsoll;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;

namespace {

const FixedClock noon(QDateTime::fromMSecsSinceEpoch(1'795'262'400'000, Qt::UTC));

QString numberedWords(int characters)
{
    QString text;
    for (int i = 0; text.size() < characters; ++i)
        text += u"w%1w "_s.arg(i);
    return text;
}

}

/// A text of any length stands in the report whole.
class LongReportTextsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void longRationalesAreComplete_data()
    {
        QTest::addColumn<int>("characters");
        QTest::newRow("20,000") << 20'000;
        QTest::newRow("100,000") << 100'000;
    }

    void longRationalesAreComplete()
    {
        QFETCH(int, characters);
        AuditReport report = nordbankReport({.provisions = 2});
        report.systems[0].items[0].rationale = numberedWords(characters);

        const QStringList words = pagesOf(report).join(u' ').split(QRegularExpression(u"\\s+"_s));
        const QSet<QString> found(words.begin(), words.end());

        for (const QString &word : report.systems[0].items[0].rationale.split(u' ', Qt::SkipEmptyParts))
            QVERIFY2(found.contains(word), qPrintable(word));
    }

    void theHeadOfEveryPageTellsALongNameWhole_data()
    {
        QTest::addColumn<bool>("isSample");
        QTest::newRow("sample") << true;
        QTest::newRow("no sample") << false;
    }

    void theHeadOfEveryPageTellsALongNameWhole()
    {
        QFETCH(const bool, isSample);
        const QString name = u"Robert'); DROP TABLE students, the assistant that answers parents of pupils"_s;
        AuditReport report = nordbankReport({.systems = 1, .provisions = 40});
        report.isSample = isSample;
        report.systems.first().name = name;

        const QStringList pages = pagesOf(report);

        int ofTheSystem = 0;
        for (const QString &page : pages) {
            const QString head = page.section(u'\n', 0, 4).simplified();
            if (!head.contains(u"DROP"_s))
                continue;
            ++ofTheSystem;
            QVERIFY2(head.contains(name), qPrintable(head));
        }
        QVERIFY(ofTheSystem > 3);
    }

    void aNameOfAnyLengthIsCompleteAndFillsNoPagesWithOneNarrowColumn()
    {
        const QString name = numberedWords(100'000);
        AuditReport report = nordbankReport({.systems = 1, .provisions = 4});
        const auto usual = pagesOf(report, u"usual.pdf"_s).size();
        report.systems.first().name = name;
        report.systems.first().assets.first().name = name;
        report.systems.first().exceptions.first().what = name;

        const QStringList pages = pagesOf(report, u"extreme.pdf"_s);

        // Set over the whole width, it takes some 20 pages wherever it stands: on the cover, as the heading
        // of the system, and in the lists of exceptions and of assets.
        QVERIFY2(pages.size() - usual < 100, qPrintable(QString::number(pages.size())));
        const QString text = withoutSpaces(pdfTextAsPainted(path(u"extreme.pdf"_s)));
        for (const QString &word : {u"w0w"_s, u"w9999w"_s, name.trimmed().section(u' ', -1)})
            QVERIFY2(text.count(word) >= 4, qPrintable(word));
    }

    void noLineEndsWithinTheNumberOfAClause()
    {
        AuditReport report = nordbankReport({.systems = 1, .provisions = 12});
        for (int i = 0; i < report.systems.first().items.size(); ++i)
            report.systems.first().items[i].references = {
                {u"ISO/IEC 27001"_s, QString(i, u'x') + u" A.8.27, A.5.36, A.5.21, A.8.28"_s, u"judged"_s}};

        QVERIFY(pagesOf(report, u"clauses.pdf"_s).size() > 3);

        const QString text = pdfTextAsPainted(path(u"clauses.pdf"_s));
        QVERIFY(text.contains("A.5.36"_L1));
        QVERIFY(!text.contains(QRegularExpression(u"A\\.(\\d+\\.)?\\s*\\n"_s)));
    }

    void aWordLongerThanALineIsBrokenAndComplete()
    {
        AuditReport report = nordbankReport({.provisions = 2});
        report.systems[0].items[0].rationale = QString(5000, QChar(0x0436));
        report.systems[0].exceptions = {
            {.kind = u"not met"_s, .designator = u"5.1.1-1"_s, .what = QString(3000, QChar(0x0444))}};

        const QString text = pagesOf(report).join(QString());

        QCOMPARE(text.count(QChar(0x0436)), 5000);
        QCOMPARE(text.count(QChar(0x0444)), 3000);
    }

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QStringList pagesOf(const AuditReport &report, const QString &name = u"report.pdf"_s) const
    {
        const auto facts = writeAuditReport(report, path(name), noon);
        return facts ? pdfPages(path(name)) : QStringList{facts.error().message};
    }

    QTemporaryDir m_folder;
};

QTEST_MAIN(LongReportTextsTest)
#include "tst_longreporttexts.moc"
