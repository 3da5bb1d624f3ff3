#include "core/sample/evidencefile.h"
#include "core/sample/pattern.h"
#include "core/sample/pdffile.h"
#include "core/sample/pngchart.h"
#include "core/sample/samplereader.h"
#include "core/sample/textfiles.h"

#include <QFile>
#include <QImage>
#include <QJsonDocument>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plimsoll;

namespace {

QString written(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
    return file.fileName();
}

/// What the program prints; nothing when it answers with anything but 0.
std::optional<QString> outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished() || process.exitCode() != 0)
        return std::nullopt;
    return QString::fromUtf8(process.readAllStandardOutput());
}

}

class EvidenceFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPdfPassesQpdfsCheckAndKeepsItsText()
    {
        QTemporaryDir folder;
        QStringList paragraphs{u"# Head (with brackets) \\ and é"_s, u"- a bullet"_s, u"|a|b|"_s, u"|c|d|"_s};
        for (int line = 0; line < 120; ++line)
            paragraphs
                << u"Paragraph %1 of many, long enough to be broken once it reaches the margin of the page."_s
                       .arg(line);

        const auto path = written(folder, u"a.pdf"_s, pdfOf(u"Título"_s, paragraphs));

        QVERIFY(outputOf(u"qpdf"_s, {u"--check"_s, path}));
        const auto text = outputOf(u"pdftotext"_s, {path, u"-"_s});
        QVERIFY(text);
        QVERIFY(text->contains(u"Título"_s));
        QVERIFY(text->contains(u"Head (with brackets) \\ and é"_s));
        QVERIFY(text->contains(u"Paragraph 119"_s));
        QVERIFY(text->contains(u"Page 2 of "_s));
    }

    void aWordWiderThanThePageIsBrokenAndKept()
    {
        QTemporaryDir folder;

        const auto path = written(folder, u"a.pdf"_s, pdfOf(u"T"_s, {QString(400, u'W')}));

        auto text = outputOf(u"pdftotext"_s, {path, u"-"_s});
        QVERIFY(text);
        QCOMPARE(text->count(u'W'), 400);
    }

    void aChartIsAnImageWithBarsAsHighAsTheirValues()
    {
        const PngChart chart{.title = u"TEST"_s,
                             .shape = PngChart::Shape::Bars,
                             .labels = {},
                             .values = {50, 100},
                             .top = 100,
                             .limit = 80};

        const auto image = QImage::fromData(pngOf(chart), "PNG");

        QCOMPARE(image.size(), QSize(720, 360));
        const auto reaches = [&](int x, int y) {
            return image.pixelColor(x, y);
        };
        QCOMPARE(reaches(218, 250), QColor(0x1f, 0x5f, 0xbf));
        QCOMPARE(reaches(218, 150), QColor(Qt::white));
        QCOMPARE(reaches(542, 60), QColor(0xb3, 0x26, 0x1e));
    }

    void aChartWithoutValuesIsStillAnImage() { QVERIFY(!QImage::fromData(pngOf({}), "PNG").isNull()); }

    void cellsThatNeedQuotesGetThem()
    {
        QCOMPARE(csvOf({{u"a"_s, u"b, c"_s}, {u"say \"x\""_s, u"1\n2"_s}}),
                 "a,\"b, c\"\r\n\"say \"\"x\"\"\",\"1\n2\"\r\n"_ba);
    }

    void sha256sumAcceptsTheListOfSums()
    {
        QTemporaryDir folder;
        written(folder, u"a b.txt"_s, "content");

        const auto list = written(folder, u"SHA256SUMS"_s,
                                  sha256SumsOf({{folder.filePath(u"a b.txt"_s), Digest::of("content")}}));

        QVERIFY(outputOf(u"sha256sum"_s, {u"--check"_s, u"--strict"_s, list}));
    }

    void everyLineOfALogIsJsonAndTimeGoesForward()
    {
        const auto bytes = logOf({.start = QDateTime(QDate(2026, 10, 5), QTime(6, 0), Qt::UTC),
                                  .secondsApart = 30,
                                  .count = 50,
                                  .seed = 4,
                                  .shapes = {QJsonObject{{u"ms"_s, u"{n:10-20}"_s}}}});

        QString before;
        const auto lines = bytes.split('\n');
        QCOMPARE(lines.size(), 51);
        for (const auto &line : lines.first(50)) {
            const auto event = QJsonDocument::fromJson(line).object();
            QVERIFY(event["at"_L1].toString() > before);
            QVERIFY(event["ms"_L1].toString().toInt() >= 10 && event["ms"_L1].toString().toInt() <= 20);
            before = event["at"_L1].toString();
        }
    }

    void aPatternFillsEveryPlaceholderTheSameWayEachTime()
    {
        const auto text = u"{n:1-6} {pick:a|b} {hex:4} {date:2026-01-01+30} {seq:7} {unknown:1}"_s;

        const auto first = Pattern(9).fill(text);

        QCOMPARE(Pattern(9).fill(text), first);
        QVERIFY(Pattern(10).fill(text) != first);
        QVERIFY2(QRegularExpression(u"^[1-6] [ab] [0-9a-f]{4} 2026-01-\\d\\d 7 \\{unknown:1\\}$"_s)
                     .match(first)
                     .hasMatch(),
                 qPrintable(first));
    }

    void everyPieceOfTheSampleCanBeMadeAndReadByItsProgram()
    {
        const auto sample = readSample(SystemClock());
        QVERIFY2(sample, sample ? "" : qPrintable(sample.error().message));
        QTemporaryDir folder;
        for (const auto &evidence : sample->evidence) {
            const auto bytes = fileOf(evidence, *sample);
            QVERIFY2(bytes, qPrintable(evidence.id));
            QVERIFY2(bytes->size() > 250, qPrintable(evidence.id));
            QVERIFY2(!bytes->contains("{n:") && !bytes->contains("{pick:") && !bytes->contains("{seq:") &&
                         !bytes->contains("{date:"),
                     qPrintable(evidence.id));
            const auto path = written(folder, evidence.file, *bytes);
            if (evidence.file.endsWith(u".pdf"_s))
                QVERIFY2(outputOf(u"qpdf"_s, {u"--check"_s, path}), qPrintable(evidence.id));
            else if (evidence.file.endsWith(u".png"_s))
                QVERIFY2(!QImage(path).isNull(), qPrintable(evidence.id));
            QCOMPARE(*fileOf(evidence, *sample), *bytes);
        }
    }

    void aContentThatCannotBeMadeIsRefusedByName()
    {
        SampleEvidence evidence;
        evidence.id = u"ev-x"_s;
        evidence.content["make"_L1] = u"sound"_s;

        const auto file = fileOf(evidence, {});

        QVERIFY(!file);
        QVERIFY(file.error().message.contains(u"ev-x"_s));
    }
};

QTEST_APPLESS_MAIN(EvidenceFilesTest)
#include "tst_evidencefiles.moc"
