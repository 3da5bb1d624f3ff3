#include "core/report/auditreportwriter.h"
#include "tests/support/pdftools.h"
#include "tests/support/samplereport.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace plimsoll;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;

namespace {

/// A word on a page, and where it stands.
struct Word
{
    QString text;
    double left = 0;
    double top = 0;
};

/// The words of the pages, line after line as poppler finds them.
QList<Word> wordsOf(const QString &path)
{
    static const QRegularExpression word(
        u"<word xMin=\"([0-9.]+)\" yMin=\"([0-9.]+)\"[^>]*>([^<]*)</word>"_s);
    QList<Word> words;
    const QString told = run(u"pdftotext"_s, {u"-bbox"_s, path, u"-"_s}).output;
    for (const auto &found : word.globalMatch(told))
        words.append({found.captured(3), found.captured(1).toDouble(), found.captured(2).toDouble()});
    return words;
}

bool isHebrew(const Word &word)
{
    return std::ranges::any_of(word.text,
                               [](QChar letter) { return letter.script() == QChar::Script_Hebrew; });
}

}

/// Names that are written from right to left among what is not.
class WritingDirectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNameFromRightToLeftLeavesNumberAndVersionWhereTheyStand()
    {
        AuditReport report = nordbankReport({.systems = 1, .provisions = 2});
        report.systems[0].name = u"\u05de\u05e2\u05e8\u05db\u05ea"_s;
        report.systems[0].version = u"5.75"_s;
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"report.pdf"_s);
        const FixedClock noon(QDateTime(QDate(2026, 11, 21), QTime(12, 0), Qt::UTC));
        QVERIFY(writeAuditReport(report, path, noon));

        const QList<Word> words = wordsOf(path);

        int versions = 0;
        int numbers = 0;
        for (const Word &name : words) {
            if (!isHebrew(name))
                continue;
            for (const Word &beside : words) {
                if (std::abs(beside.top - name.top) > 2)
                    continue;
                if (beside.text == u"5.75") {
                    ++versions;
                    QVERIFY2(beside.left > name.left, qPrintable(beside.text));
                }
                if (beside.text == u"3") {
                    ++numbers;
                    QVERIFY2(beside.left < name.left, qPrintable(beside.text));
                }
            }
        }
        QVERIFY(versions > 2); // on the cover, in the contents, over the chapter
        QVERIFY(numbers > 1);
    }

    void aJoinerInAPersianWordIsNeitherNamedNorPainted()
    {
        AuditReport report = nordbankReport({.systems = 1, .provisions = 2});
        report.systems[0].name = u"\u0645\u06cc\u200c\u062e\u0648\u0627\u0646\u062f"_s;
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"report.pdf"_s);
        const FixedClock noon(QDateTime(QDate(2026, 11, 21), QTime(12, 0), Qt::UTC));

        const auto facts = writeAuditReport(report, path, noon);

        QVERIFY(facts);
        QVERIFY2(facts->warnings.isEmpty(), qPrintable(facts->warnings.join(u'\n')));
        const QString told = run(u"pdftotext"_s, {path, u"-"_s}).output;
        for (const QString &sign : {u"ZWNJ"_s, u"[U+200C]"_s, u"\u25a1"_s, u"\ufffd"_s})
            QVERIFY2(!told.contains(sign), qPrintable(sign));
    }
};

QTEST_MAIN(WritingDirectionTest)
#include "tst_writingdirection.moc"
