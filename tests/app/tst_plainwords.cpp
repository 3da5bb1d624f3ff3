#include "tests/support/bank.h"
#include "tests/support/files.h"

#include <QJsonArray>
#include <QTest>

using namespace plimsoll::test;
using namespace Qt::StringLiterals;

class PlainWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFolderOfSomethingElseIsToldToBeNeitherPackageNorWorkspace()
    {
        const QTemporaryDir dir;
        QVERIFY(QFile::link(u"/etc/hostname"_s, dir.filePath(u"link"_s)));

        const auto words = plimsollctl({u"verify"_s, dir.path()});
        const auto json = plimsollctl({u"verify"_s, dir.path(), u"--json"_s});

        QCOMPARE(words.code, 1);
        QVERIFY2(words.remarks.contains("neither an audit package"), words.remarks.constData());
        QVERIFY2(words.answers.contains("no file bagit.txt"), words.answers.constData());
        QVERIFY2(!words.answers.contains("link"), words.answers.constData());
        QCOMPARE(json.json()["verdict"_L1].toString(), u"rejected"_s);
        QCOMPARE(json.json()["problems"_L1].toArray().size(), 1);
    }

    void aSourceDateThatIsNoMomentIsRefused_data()
    {
        QTest::addColumn<QString>("seconds");
        QTest::addColumn<int>("code");

        QTest::newRow("a word") << u"abc"_s << 2;
        QTest::newRow("before it counts") << u"-1"_s << 2;
        QTest::newRow("with a sign") << u"+1767225600"_s << 2;
        QTest::newRow("with a space") << u" 1767225600"_s << 2;
        QTest::newRow("with a unit") << u"1767225600s"_s << 2;
        QTest::newRow("before ZIP files") << u"315532799"_s << 2;
        QTest::newRow("milliseconds") << u"1767225600000"_s << 2;
        QTest::newRow("beyond all numbers") << u"99999999999999999999999"_s << 2;
        QTest::newRow("first") << u"315532800"_s << 0;
        QTest::newRow("last") << u"4354819199"_s << 0;
        QTest::newRow("not said") << QString() << 0;
    }

    void aSourceDateThatIsNoMomentIsRefused()
    {
        QFETCH(const QString, seconds);
        QFETCH(const int, code);
        const Bank bank;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"SOURCE_DATE_EPOCH"_s, seconds);

        const auto ended = plimsollctl({u"export"_s, u"package"_s, bank.folder(), u"AI-001"_s, u"-o"_s,
                                        bank.path(u"package.zip"_s), u"--as"_s, u"Ana Ruiz"_s},
                                       environment);

        QVERIFY2(ended.code == code, ended.remarks.constData());
        QCOMPARE(QFile::exists(bank.path(u"package.zip"_s)), code == 0);
        QCOMPARE(ended.remarks.contains("SOURCE_DATE_EPOCH is “" + seconds.toUtf8() + "”"), code != 0);
    }

    void theJournalNamesTheAccountBesideThePerson()
    {
        const Bank bank;

        const auto json = plimsollctl({u"journal"_s, bank.folder(), u"--json"_s});
        const auto words = plimsollctl({u"journal"_s, bank.folder()});

        const auto entry = json.json()["entries"_L1][0];
        const auto account = entry["account"_L1].toString() + u'@' + entry["host"_L1].toString();
        QVERIFY(account.size() > 1);
        QVERIFY2(words.answers.contains("Ana Ruiz (" + account.toUtf8() + ")"), words.answers.constData());
    }
};

QTEST_GUILESS_MAIN(PlainWordsTest)
#include "tst_plainwords.moc"
