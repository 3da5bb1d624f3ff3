#include "core/sample/samplereader.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plimsoll;

namespace {

/// A copy of the sample's files in which one text of one file is replaced.
class SpoiltSample
{
public:
    SpoiltSample(const QString &name, const QByteArray &text, const QByteArray &instead)
    {
        const auto files = QDir(u":/plimsoll/sample"_s).entryList();
        for (const auto &file : files)
            QFile::copy(u":/plimsoll/sample/"_s + file, m_folder.filePath(file));
        QFile file(m_folder.filePath(name));
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        if (!file.open(QIODevice::ReadWrite))
            qFatal("cannot open %s", qPrintable(file.fileName()));
        auto bytes = file.readAll();
        if (!bytes.contains(text))
            qFatal("%s does not contain %s", qPrintable(name), text.constData());
        bytes.replace(bytes.indexOf(text), text.size(), instead);
        file.resize(0);
        file.seek(0);
        file.write(bytes);
    }

    [[nodiscard]] Error refusal() const
    {
        const auto sample = readSample(SystemClock(), m_folder.path());
        return sample ? Error{} : sample.error();
    }

private:
    QTemporaryDir m_folder;
};

}

class SampleReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSampleIsReadWhole()
    {
        const auto sample = readSample(SystemClock());

        QVERIFY2(sample, sample ? "" : qPrintable(sample.error().message));
        QCOMPARE(sample->organisation, u"Nordbank"_s);
        QCOMPARE(sample->systems.size(), 3);
        QCOMPARE(sample->platforms.size(), 2);
    }

    void whatIsWrongIsRefusedWithThePathToIt_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("instead");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *tag, const char *file, const char *text, const char *instead,
                            const char *expected) {
            QTest::newRow(tag) << QString::fromLatin1(file) << QByteArray(text) << QByteArray(instead)
                               << QString::fromLatin1(expected);
        };
        row("unknown key", "organisation.json", "\"timeZone\"", "\"zone\": \"x\", \"timeZone\"",
            "organisation.json/zone");
        row("missing key", "organisation.json", "\"asOf\": \"2026-11-21\",", "", "organisation.json/asOf");
        row("no date", "system-fraud.json", "\"lastReview\": \"2026-08-20\"",
            "\"lastReview\": \"2026-02-30\"", "system-fraud.json/lastReview");
        row("no word", "system-fraud.json", "\"phase\": \"maintenance\"", "\"phase\": \"asleep\"",
            "system-fraud.json/phase");
        row("no truth", "system-chatbot.json", "\"generative\": true", "\"generative\": \"yes\"",
            "system-chatbot.json/generative");
        row("empty text", "system-credit.json", "\"name\": \"Credit scoring\"", "\"name\": \" \"",
            "system-credit.json/name");
        row("in a list", "evidence.json", "\"kind\": \"policy\"", "\"kind\": \"poem\"",
            "evidence.json/evidence/0/kind");
        row("no list", "system-credit.json", "\"reliances\": []", "\"reliances\": {}",
            "system-credit.json/reliances");
        row("no JSON", "evidence.json", "{", "[", "evidence.json");
        row("no such file", "organisation.json", "\"system-credit.json\"", "\"system-none.json\"",
            "system-none.json");
    }
    void whatIsWrongIsRefusedWithThePathToIt()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, instead);
        QFETCH(QString, expected);

        const auto refusal = SpoiltSample(file, text, instead).refusal();

        QVERIFY2(refusal.message.contains(expected), qPrintable(refusal.message));
    }
};

QTEST_APPLESS_MAIN(SampleReaderTest)
#include "tst_samplereader.moc"
