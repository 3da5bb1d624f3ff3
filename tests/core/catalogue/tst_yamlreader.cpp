#include "core/catalogue/yamlreader.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class YamlReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyNodeKnowsWhereItStands()
    {
        const auto root = readYaml("a: 1\nb:\n  - x\n  - {c: y}\n", u"f.yaml"_s);

        QVERIFY(root);
        const SourceNode *list = root->entry("b"_L1);
        QCOMPARE(list->keyPlace.line, 2);
        QCOMPARE(list->children[0].place.line, 3);
        QCOMPARE(list->children[0].place.column, 5);
        QCOMPARE(list->children[1].entry("c"_L1)->place.column, 9);
        QCOMPARE(list->children[1].entry("c"_L1)->text, u"y"_s);
    }

    void whatCataloguesDoNotNeedIsRefused_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QString>("complaint");
        const auto row = [](const char *name, const QByteArray &yaml, const char *complaint) {
            QTest::newRow(name) << yaml << QString::fromUtf8(complaint);
        };
        row("nothing", "", "f.yaml:1:1: The file is empty.");
        row("anchor", "a: &x 1\n", "f.yaml:1:4: Anchors and aliases are not allowed; write the text out.");
        row("anchored list", "a: 1\nb: &x [1]\n",
            "f.yaml:2:4: Anchors and aliases are not allowed; write the text out.");
        row("merge", "a: &x {b: 1}\nc:\n  <<: *x\n",
            "f.yaml:1:4: Anchors and aliases are not allowed; write the text out.");
        row("tag", "a: !!int 1\n",
            "f.yaml:1:4: Tags are not allowed; remove the word that begins with an exclamation mark.");
        row("own tag", "a: 1\nb: !x {}\n",
            "f.yaml:2:4: Tags are not allowed; remove the word that begins with an exclamation mark.");
        row("key twice", "a: 1\nb: 2\na: 3\n", "f.yaml:3:1: The key a stands twice in this map.");
        row("list as key", "? [a]\n: 1\n", "f.yaml:1:3: The key of an entry must be a word.");
        row("two documents", "a: 1\n---\nb: 2\n",
            "f.yaml:3:1: A second document begins here; a file holds one.");
        row("not closed", "a: [1, 2\n",
            "f.yaml:2:1: This is no valid YAML (end of sequence flow not found).");
        row("bad UTF-8", "a: 1\nb: \xff\n", "f.yaml:2:4: This is not text in UTF-8, so it is no YAML.");
        row("lone surrogate", "a: \xed\xa0\x80\n",
            "f.yaml:1:4: This is not text in UTF-8, so it is no YAML.");
        row("NUL", QByteArray("a: 1\nb: x\0y\n", 12),
            "f.yaml:2:5: This is not text in UTF-8, so it is no YAML.");
        row("escaped NUL", "a: \"x\\0y\"\n", "f.yaml:1:4: This text holds a character that cannot be kept.");
        row("UTF-16", QByteArray("\xff\xfe\x61\x00\x3a\x00", 6),
            "f.yaml:1:1: This is not text in UTF-8, so it is no YAML.");
    }

    void whatCataloguesDoNotNeedIsRefused()
    {
        QFETCH(const QByteArray, yaml);
        const auto root = readYaml(yaml, u"f.yaml"_s);

        QVERIFY(!root);
        QTEST(root.error().detail, "complaint");
    }

    void sixtyFourLevelsAreReadAndOneMoreIsRefused()
    {
        const auto nested = [](int levels) {
            return QByteArray(levels, '[') + QByteArray(levels, ']');
        };

        QVERIFY(readYaml(nested(64), u"f.yaml"_s));
        const auto tooDeep = readYaml(nested(65), u"f.yaml"_s);
        QVERIFY(!tooDeep);
        QCOMPARE(tooDeep.error().detail, u"f.yaml:1:65: This is nested too deep: more than 64 levels."_s);
    }

    void aHundredThousandNodesAreReadAndOneMoreIsRefused()
    {
        const auto flat = [](int nodes) {
            return "[" + QByteArray("x,").repeated(nodes - 2) + "x]";
        };

        QVERIFY(readYaml(flat(100'000), u"f.yaml"_s));
        QVERIFY(!readYaml(flat(100'001), u"f.yaml"_s));
    }

    void aFileOverTheCapIsRefusedWithoutReadingIt()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"large.yaml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(qint64(1) << 32));
        file.close();

        QElapsedTimer timer;
        timer.start();
        const auto root = readYamlFile(file.fileName());

        QVERIFY(!root);
        QCOMPARE(root.error().detail, u"large.yaml: The file is too large: more than 16777216 bytes."_s);
        QVERIFY(timer.elapsed() < 2000);
    }

    void foldersAndMissingFilesAreRefusedByName()
    {
        const QTemporaryDir folder;

        QCOMPARE(readYamlFile(folder.path()).error().message, folder.path() + u" is not an ordinary file."_s);
        QCOMPARE(readYamlFile(folder.filePath(u"none"_s)).error().code, ErrorCode::NotFound);
    }

    void hostileFilesAreRefusedQuickly_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addRow("none") << QString();
        const QDir folder(qEnvironmentVariable("PLIMSOLL_INTEROP") + u"/hostile/yaml"_s);
        if (qEnvironmentVariableIsEmpty("PLIMSOLL_INTEROP"))
            return;
        for (const QString &name : folder.entryList(QDir::Files))
            QTest::newRow(qPrintable(name)) << folder.filePath(name);
    }

    void hostileFilesAreRefusedQuickly()
    {
        QFETCH(const QString, path);
        if (path.isEmpty()) {
            if (qEnvironmentVariableIsEmpty("PLIMSOLL_INTEROP"))
                QSKIP("PLIMSOLL_INTEROP does not name the folder with hostile files.");
            return;
        }
        QElapsedTimer timer;
        timer.start();
        const auto root = readYamlFile(path);

        QVERIFY(!root);
        QVERIFY2(root.error().detail.startsWith(QFileInfo(path).fileName() + u':'),
                 qPrintable(root.error().detail));
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_APPLESS_MAIN(YamlReaderTest)
#include "tst_yamlreader.moc"
