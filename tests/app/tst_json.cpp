#include "tests/support/commandtree.h"
#include "tests/support/ctl.h"
#include "tests/support/files.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace plimsoll::test;
using namespace Qt::StringLiterals;

namespace {

/// Every key of the value and of all that is in it.
QStringList keysIn(const QJsonValue &value)
{
    QStringList keys;
    const auto array = value.toArray();
    for (const auto &element : array)
        keys += keysIn(element);
    const auto object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member)
        keys += QStringList{member.key()} + keysIn(member.value());
    return keys;
}

}

class JsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto toured = plimsollctl({u"tour"_s, m_dir.path(), u"--json"_s});
        QVERIFY2(toured.code == 0, toured.remarks.constData());
        const auto backup = plimsollctl({u"backup"_s, place(u"sample.plimsoll"_s), u"--json"_s});
        QVERIFY2(backup.code == 0, backup.remarks.constData());
        m_backup = backup.json()["backup"_L1].toString();
        writeFile(place(u"register.csv"_s), "Name,Colour,Risk level\nChatbot,red,??\n");
        writeFile(place(u"broken.yaml"_s), "catalogue: broken\n");
    }

    void everyCommandIsAskedHere()
    {
        QStringList asked;
        for (const auto &words : runs())
            asked.append(words.first());
        asked.removeDuplicates();
        QStringList known;
        const CommandTree tree;
        for (const auto &command : tree.commands())
            known.append(command.name);
        asked.sort();
        known.sort();

        QCOMPARE(asked, known);
    }

    void everyKeyIsInSnakeCase_data()
    {
        QTest::addColumn<QStringList>("words");

        for (const auto &words : runs())
            QTest::newRow(qPrintable(words.join(u' '))) << words.first().split(u' ') + words.sliced(1);
    }

    void everyKeyIsInSnakeCase()
    {
        static const QRegularExpression snakeCase(u"^[a-z0-9]+(_[a-z0-9]+)*$"_s);
        QFETCH(const QStringList, words);

        const auto ended = plimsollctl(words + QStringList{u"--json"_s, u"--as"_s, u"Hanna Virtanen"_s});

        QVERIFY2(!ended.json().isEmpty(), ended.remarks.constData());
        const auto keys = keysIn(ended.json());
        for (const auto &key : keys)
            QVERIFY2(snakeCase.match(key).hasMatch(), qPrintable(key));
    }

    void whatIsRefusedIsToldInADocumentToo_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("code");
        const auto runnable = runs();

        for (const auto &words : runnable) {
            const auto command = words.first().split(u' ');
            QTest::newRow(qPrintable(words.first() + u" asked in no way"_s))
                << command + QStringList{u"--no-such-option"_s} << 2;
            auto elsewhere = words.sliced(1);
            elsewhere.replaceInStrings(m_dir.path(), place(u"register.csv"_s));
            const bool answersFileByFile = words.first() == "catalogue check"_L1;
            if (elsewhere != words.sliced(1) && !answersFileByFile)
                QTest::newRow(qPrintable(words.join(u' ') + u" elsewhere"_s)) << command + elsewhere << 3;
        }
        QTest::newRow("no command") << QStringList{u"frobnicate"_s} << 2;
        QTest::newRow("no such provision") << QStringList{u"catalogue"_s, u"show"_s, u"9.9"_s} << 2;
        QTest::newRow("no such preset")
            << QStringList{u"system"_s,   u"add"_s, place(u"sample.plimsoll"_s), u"--name"_s, u"A"_s,
                           u"--preset"_s, u"x"_s}
            << 2;
    }

    void whatIsRefusedIsToldInADocumentToo()
    {
        QFETCH(const QStringList, words);
        QFETCH(const int, code);

        const auto ended = plimsollctl(QStringList{u"--json"_s, u"--as"_s, u"Hanna Virtanen"_s} + words);

        QCOMPARE(ended.code, code);
        QVERIFY2(!ended.remarks.isEmpty(), ended.answers.constData());
        const auto document = ended.json();
        QCOMPARE(document.keys(), (QStringList{u"error"_s, u"exit"_s}));
        QCOMPARE(document["exit"_L1].toInt(), code);
        QCOMPARE(document["error"_L1].toString().trimmed(), QString::fromUtf8(ended.remarks).trimmed());
    }

    void versionAndHelpAreDocumentsToo()
    {
        const auto version = plimsollctl({u"--version"_s, u"--json"_s});
        const auto help = plimsollctl({u"status"_s, u"--json"_s, u"--help"_s});

        QCOMPARE(version.json()["version"_L1].toString(), u"plimsollctl " PLIMSOLL_VERSION ""_s);
        for (const auto &option : {u"--require"_s, u"--json"_s, u"--as"_s, u"--verbose"_s})
            QVERIFY2(help.json()["help"_L1].toString().contains(option), help.answers.constData());
    }

private:
    [[nodiscard]] QString place(const QString &name) const { return m_dir.filePath(name); }
    /// A command and what is said after it; they are run in this order.
    [[nodiscard]] QList<QStringList> runs() const
    {
        const auto bank = place(u"sample.plimsoll"_s);
        const auto package = place(u"fraud-scoring.zip"_s);
        return {{u"tour"_s, m_dir.path()},
                {u"new"_s, place(u"New.plimsoll"_s), u"--organisation"_s, u"Nordbank"_s},
                {u"sample"_s, place(u"Large.plimsoll"_s), u"--systems"_s, u"1"_s},
                {u"person add"_s, bank, u"--name"_s, u"Jo Lee"_s},
                {u"person list"_s, bank},
                {u"party add"_s, bank, u"--name"_s, u"Big4 GmbH"_s, u"--kind"_s, u"other"_s},
                {u"party list"_s, bank},
                {u"system add"_s, bank, u"--name"_s, u"Translation"_s},
                {u"system import"_s, bank, place(u"register.csv"_s)},
                {u"system list"_s, bank},
                {u"platform add"_s, bank, u"--name"_s, u"Data centre"_s},
                {u"platform list"_s, bank},
                {u"system inherit"_s, bank, u"AI-001"_s, u"Data centre"_s},
                {u"answer"_s, bank, u"Data centre"_s, u"5.2.1-1"_s, u"not-met"_s},
                {u"status"_s, bank, u"--require"_s, u"all"_s},
                {u"answer"_s, bank, u"AI-001"_s, u"5.2.1-1"_s, u"not-met"_s},
                {u"attach"_s, bank, u"AI-001"_s, u"5.2.1-1"_s, place(u"register.csv"_s), place(u"none"_s)},
                {u"assessment describe"_s, bank, u"AI-001"_s, u"--scope"_s, u"All of it"_s},
                {u"assessment close"_s, bank, u"AI-001"_s},
                {u"assessment start"_s, bank, u"AI-001"_s},
                {u"assessment list"_s, bank, u"AI-001"_s},
                {u"export pdf"_s, bank, u"AI-001"_s, u"-o"_s, place(u"report.pdf"_s)},
                {u"export package"_s, bank, u"AI-001"_s, u"-o"_s, place(u"package.zip"_s)},
                {u"verify"_s, bank},
                {u"verify"_s, package},
                {u"verify"_s, package, u"--seal"_s, QString(64, u'0')},
                {u"journal"_s, bank},
                {u"catalogue show"_s},
                {u"catalogue show"_s, u"5.1.3-1"_s},
                {u"catalogue check"_s, place(u"broken.yaml"_s)},
                {u"backup"_s, bank},
                {u"restore"_s, m_backup, bank}};
    }

    QTemporaryDir m_dir;
    QString m_backup;
};

QTEST_GUILESS_MAIN(JsonTest)
#include "tst_json.moc"
