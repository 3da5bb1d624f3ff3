#include "tests/support/ctl.h"
#include "tests/support/files.h"

#include <QJsonArray>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace plimsoll::test;
using namespace Qt::StringLiterals;

namespace {

QJsonObject entryCalled(const QJsonValue &entries, const QString &key, const QString &id)
{
    const auto array = entries.toArray();
    for (const auto &entry : array) {
        if (entry[key].toString() == id)
            return entry.toObject();
    }
    return {};
}

Ended show(const QStringList &words)
{
    return plimsollctl(QStringList{u"catalogue"_s, u"show"_s} + words);
}

}

class ShowingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theListNamesWhatElseCanBeChosen()
    {
        const auto whole = show({u"--json"_s}).json();
        const auto words = show({}).answers;

        for (const auto &[list, key] : {std::pair{u"phases"_s, u"phase"_s},
                                        {u"presets"_s, u"preset"_s},
                                        {u"mappings"_s, u"mapping"_s},
                                        {u"provisions"_s, u"provision"_s}}) {
            const auto entries = whole[list].toArray();
            QVERIFY2(!entries.isEmpty(), qPrintable(list));
            for (const auto &entry : entries)
                QVERIFY2(words.contains(entry[key].toString().toUtf8()), qPrintable(entry[key].toString()));
        }
    }

    void aPresetSaysWhatItAnswers()
    {
        const auto whole = show({u"--json"_s}).json();

        const auto preset = entryCalled(whole["presets"_L1], u"preset"_s, u"chatbot-remote-llm"_s);
        const auto facts = preset["facts"_L1].toArray();

        QVERIFY(!preset["name"_L1].toString().isEmpty());
        QVERIFY(!preset["roles"_L1].toArray().isEmpty());
        QVERIFY(!facts.isEmpty());
        for (const auto &fact : facts)
            QVERIFY(!entryCalled(whole["facts"_L1], u"fact"_s, fact["fact"_L1].toString()).isEmpty());
    }

    void aProvisionSaysItsPhaseAndItsMappings()
    {
        const auto provision = show({u"5.1.1-1"_s, u"--json"_s}).json();
        const auto words = show({u"5.1.1-1"_s}).answers;

        QCOMPARE(provision["phase"_L1].toString(), u"design"_s);
        QCOMPARE(provision["clause"_L1].toString(), u"5.1.1"_s);
        const auto mapped = entryCalled(provision["mappings"_L1], u"mapping"_s, u"eu-ai-act"_s);
        QCOMPARE(mapped["to"_L1].toString(), u"Art. 4"_s);
        QVERIFY2(words.contains("EU AI Act Art. 4"), words.constData());
    }

    void aPartLeadsToItsProvision()
    {
        const auto part = show({u"5.1.3-1/b"_s, u"--json"_s});

        QCOMPARE(part.code, 0);
        QCOMPARE(part.json()["provision"_L1].toString(), u"5.1.3-1"_s);
    }

    void theExitCodeOfACheckTellsMistakesFromFilesThatCannotBeRead_data()
    {
        QTest::addColumn<QStringList>("files");
        QTest::addColumn<int>("code");
        const auto fine = qEnvironmentVariable("PLIMSOLL_SOURCE") + u"/catalogue/en-304-223.yaml"_s;

        QTest::newRow("fine") << QStringList{fine} << 0;
        QTest::newRow("a mistake") << QStringList{fine, u"broken.yaml"_s} << 1;
        QTest::newRow("not there") << QStringList{u"none.yaml"_s} << 3;
        QTest::newRow("a folder") << QStringList{u"."_s} << 3;
        QTest::newRow("not there, and a mistake") << QStringList{u"none.yaml"_s, u"broken.yaml"_s} << 3;
        QTest::newRow("none named") << QStringList{} << 2;
    }

    void theExitCodeOfACheckTellsMistakesFromFilesThatCannotBeRead()
    {
        QFETCH(QStringList, files);
        QFETCH(const int, code);
        const QTemporaryDir dir;
        writeFile(dir.filePath(u"broken.yaml"_s), "catalogue: broken\n");
        for (QString &file : files)
            file = QDir(dir.path()).absoluteFilePath(file);

        const auto words = plimsollctl(QStringList{u"catalogue"_s, u"check"_s} + files);
        const auto json = plimsollctl(QStringList{u"catalogue"_s, u"check"_s, u"--json"_s} + files);

        QCOMPARE(words.code, code);
        QCOMPARE(json.code, code);
        QCOMPARE(words.remarks.isEmpty(), code < 2);
        QCOMPARE(json.json()["files"_L1].toArray().size(), files.size());
        const auto checked = json.json()["files"_L1].toArray();
        for (const auto &file : checked)
            QVERIFY(file["correct"_L1].toBool() ==
                    (file["mistakes"_L1].toArray().isEmpty() && file["unread"_L1].isNull()));
    }

    void whatIsNotThereIsWrongUsageAndTheWayOutIsNamed_data()
    {
        QTest::addColumn<QString>("designator");
        QTest::addColumn<QByteArray>("named");

        QTest::newRow("part of one without parts") << u"5.1.1-1/zzz"_s << "Ask for 5.1.1-1 itself."_ba;
        QTest::newRow("no such part") << u"5.1.3-1/zzz"_s << "5.1.3-1/b"_ba;
        QTest::newRow("nothing after the stroke") << u"5.1.3-1/"_s << "5.1.3-1/a"_ba;
        QTest::newRow("part of a part") << u"5.1.3-1/b/c"_s << "5.1.3-1/a"_ba;
        QTest::newRow("no such provision") << u"9.9.9-9/a"_s << "catalogue show"_ba;
        QTest::newRow("empty") << QString() << "nothing is named"_ba;
    }

    void whatIsNotThereIsWrongUsageAndTheWayOutIsNamed()
    {
        QFETCH(const QString, designator);
        QFETCH(const QByteArray, named);

        const auto ended = show({designator});

        QCOMPARE(ended.code, 2);
        QVERIFY(ended.answers.isEmpty());
        QVERIFY2(ended.remarks.contains(named), ended.remarks.constData());
    }
};

QTEST_GUILESS_MAIN(ShowingTest)
#include "tst_showing.moc"
