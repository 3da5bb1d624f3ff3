#include "tests/support/ctl.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace plimsoll::test;
using namespace Qt::StringLiterals;

namespace {

QJsonObject json(const Ended &ended)
{
    return ended.json();
}

}

class PlimsollctlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void versionAndHelpAreFine()
    {
        const auto version = plimsollctl({u"--version"_s});
        const auto help = plimsollctl({u"--help"_s});

        QCOMPARE(version.code, 0);
        QCOMPARE(version.answers, "plimsollctl " PLIMSOLL_VERSION "\n"_ba);
        QCOMPARE(help.code, 0);
        QVERIFY(help.answers.contains("Exit codes"));
    }

    void theSampleBankIsMadeAndVerifies()
    {
        QTemporaryDir dir;
        const auto folder = dir.filePath(u"Nordbank.plimsoll"_s);

        const auto made = plimsollctl({u"--json"_s, u"sample"_s, folder});
        const auto verified = plimsollctl({u"verify"_s, folder});

        QCOMPARE(made.code, 0);
        QCOMPARE(json(made)["workspace"_L1].toString(), folder);
        QCOMPARE(verified.code, 0);
    }

    void aPackageIsExportedVerifiedAndReadLikeAWorkspace()
    {
        const QTemporaryDir dir;
        const auto folder = dir.filePath(u"Nordbank.plimsoll"_s);
        const auto package = dir.filePath(u"package.zip"_s);
        QCOMPARE(plimsollctl({u"new"_s, folder, u"--organisation"_s, u"Nordbank"_s, u"--as"_s, u"Ana Ruiz"_s})
                     .code,
                 0);
        QCOMPARE(plimsollctl({u"system"_s, u"add"_s, folder, u"--name"_s, u"Fraud scoring"_s, u"--as"_s,
                              u"Ana Ruiz"_s})
                     .code,
                 0);

        const auto exported = plimsollctl({u"export"_s, u"package"_s, folder, u"AI-001"_s, u"-o"_s, package,
                                           u"--json"_s, u"--as"_s, u"Ana Ruiz"_s});
        const auto seal = json(exported)["seal"_L1].toString();
        const auto listed = plimsollctl({u"system"_s, u"list"_s, package, u"--json"_s});

        QVERIFY2(exported.code == 0, exported.remarks.constData());
        QCOMPARE(plimsollctl({u"verify"_s, package, u"--seal"_s, seal}).code, 0);
        QCOMPARE(plimsollctl({u"verify"_s, package, u"--seal"_s, QString(64, u'0')}).code, 1);
        QCOMPARE(plimsollctl({u"verify"_s, package, u"--seal"_s, u"short"_s}).code, 2);
        QCOMPARE(plimsollctl({u"verify"_s, folder}).code, 0);
        QCOMPARE(json(listed)["systems"_L1].toArray().size(), 1);
        QCOMPARE(plimsollctl({u"journal"_s, package}).code, 0);
    }

    void aLargeSampleHasAsManySystemsAsWanted()
    {
        QTemporaryDir dir;
        const auto folder = dir.filePath(u"Large.plimsoll"_s);

        const auto made =
            plimsollctl({u"sample"_s, folder, u"--systems"_s, u"7"_s, u"--answered"_s, u"0.5"_s});
        const auto listed = plimsollctl({u"--json"_s, u"system"_s, u"list"_s, folder});

        QCOMPARE(made.code, 0);
        QCOMPARE(json(listed)["systems"_L1].toArray().size(), 7);
    }

    void nonsenseIsWrongUsageAndAnswersNothing_data()
    {
        QTest::addColumn<QStringList>("words");

        QTest::newRow("no command") << QStringList{};
        QTest::newRow("unknown command") << QStringList{u"frobnicate"_s};
        QTest::newRow("unknown option") << QStringList{u"--frobnicate"_s};
    }

    void nonsenseIsWrongUsageAndAnswersNothing()
    {
        QFETCH(const QStringList, words);

        const auto ended = plimsollctl(words);

        QCOMPARE(ended.code, 2);
        QVERIFY(ended.answers.isEmpty());
        QVERIFY(!ended.remarks.isEmpty());
    }

    void anUnknownCommandIsNamed()
    {
        QVERIFY(plimsollctl({u"frobnicate"_s}).remarks.startsWith("frobnicate is no command"));
    }

    void aPipelineWithoutNamesInItsEnvironmentWorksAndHearsNoRemarks()
    {
        const QTemporaryDir dir;
        const auto folder = dir.filePath(u"Nordbank.plimsoll"_s);
        auto bare = QProcessEnvironment::systemEnvironment();
        for (const auto &name : {u"USER"_s, u"LOGNAME"_s, u"USERNAME"_s, u"XDG_RUNTIME_DIR"_s})
            bare.remove(name);

        const auto made = plimsollctl({u"new"_s, folder, u"--organisation"_s, u"Nordbank"_s}, bare);
        const auto added =
            plimsollctl({u"system"_s, u"add"_s, folder, u"--name"_s, u"Fraud scoring"_s}, bare);
        const auto exported = plimsollctl(
            {u"export"_s, u"pdf"_s, folder, u"AI-001"_s, u"-o"_s, dir.filePath(u"report.pdf"_s)}, bare);

        QVERIFY2(made.code == 0, made.remarks.constData());
        QVERIFY2(added.code == 0, added.remarks.constData());
        QCOMPARE(exported.code, 0);
        QCOMPARE(exported.remarks, QByteArray());
    }

    void aGateThatFindsNothingToCheckStaysClosed()
    {
        const QTemporaryDir dir;
        const auto folder = dir.filePath(u"Nordbank.plimsoll"_s);
        QCOMPARE(plimsollctl({u"new"_s, folder, u"--organisation"_s, u"Nordbank"_s}).code, 0);

        const auto gate = plimsollctl({u"status"_s, folder, u"--require"_s, u"shall"_s, u"--json"_s});

        QCOMPARE(gate.code, 1);
        QCOMPARE(json(gate)["satisfied"_L1].toBool(true), false);
        QCOMPARE(plimsollctl({u"status"_s, folder}).code, 0);
    }

    void aGateOfWhichNothingIsDueStaysClosed_data()
    {
        QTest::addColumn<QStringList>("roles");
        QTest::addColumn<QStringList>("words");

        QTest::newRow("all is borne by others")
            << QStringList{u"developer=Orgg"_s, u"system-operator=Orgg"_s, u"data-custodian=Orgg"_s}
            << QStringList{};
        QTest::newRow("a phase in which nothing is due")
            << QStringList{u"developer"_s} << QStringList{u"--phase"_s, u"end-of-life"_s};
    }

    void aGateOfWhichNothingIsDueStaysClosed()
    {
        QFETCH(const QStringList, roles);
        QFETCH(const QStringList, words);
        const QTemporaryDir dir;
        const auto folder = dir.filePath(u"Nordbank.plimsoll"_s);
        const QStringList asAna{u"--as"_s, u"Ana Ruiz"_s};
        plimsollctl(QStringList{u"new"_s, folder, u"--organisation"_s, u"Nordbank"_s} + asAna);
        QStringList add{u"system"_s, u"add"_s, folder, u"--name"_s, u"Fraud scoring"_s};
        for (const QString &role : roles)
            add += QStringList{u"--role"_s, role};
        QCOMPARE(plimsollctl(add + asAna).code, 0);
        const auto asked = QStringList{u"status"_s, folder, u"--require"_s, u"shall"_s} + words;

        const auto gate = plimsollctl(asked);
        const auto document = json(plimsollctl(asked + QStringList{u"--json"_s}));

        QCOMPARE(gate.code, 1);
        QVERIFY2(
            gate.answers.contains("AI-001 Nothing of what was asked for is applicable and due, so nothing "
                                  "was checked."),
            gate.answers.constData());
        QCOMPARE(document["satisfied"_L1].toBool(true), false);
        QCOMPARE(document["systems"_L1][0]["checked_items"_L1].toInt(-1), 0);
    }

    void whatIsQuotedBackCannotSteerTheTerminal()
    {
        const auto ended = plimsollctl({u"--evil\x1b[2J\u202e"_s});

        QCOMPARE(ended.code, 2);
        QVERIFY(!ended.remarks.contains('\x1b'));
        QVERIFY(!ended.remarks.contains(u"\u202e"_s.toUtf8()));
    }

    void aNewWorkspaceIsEmptyAndVerifies()
    {
        const QTemporaryDir dir;
        const auto folder = dir.filePath(u"Nordbank.plimsoll"_s);

        const auto made =
            plimsollctl({u"new"_s, folder, u"--organisation"_s, u"Nordbank"_s, u"--as"_s, u"Ana Ruiz"_s});
        const auto listed = plimsollctl({u"system"_s, u"list"_s, folder, u"--json"_s});
        const auto verified = plimsollctl({u"verify"_s, folder, u"--json"_s});
        const auto journal = plimsollctl({u"journal"_s, folder, u"--json"_s});

        QVERIFY2(made.code == 0, made.remarks.constData());
        QCOMPARE(listed.code, 0);
        QVERIFY(json(listed).value(u"systems").toArray().isEmpty());
        QCOMPARE(verified.code, 0);
        QCOMPARE(json(verified).value(u"verified").toBool(), true);
        QCOMPARE(json(journal).value(u"entries").toArray().at(0).toObject().value(u"person").toString(),
                 u"Ana Ruiz"_s);
    }

    void aTimeZoneIsOneThatPeopleLiveIn_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<int>("code");

        QTest::newRow("of a city") << u"Europe/Paris"_s << 0;
        QTest::newRow("universal") << u"UTC"_s << 0;
        QTest::newRow("an alias") << u"Etc/UTC"_s << 0;
        QTest::newRow("of a country") << u"Japan"_s << 0;
        QTest::newRow("a word") << u"Nonsense"_s << 3;
        QTest::newRow("a place nobody knows") << u"Europe/Atlantis"_s << 3;
    }

    void aTimeZoneIsOneThatPeopleLiveIn()
    {
        QFETCH(const QString, zone);
        QFETCH(const int, code);
        const QTemporaryDir dir;

        const auto made = plimsollctl({u"new"_s, dir.filePath(u"N.plimsoll"_s), u"--organisation"_s,
                                       u"Nordbank"_s, u"--time-zone"_s, zone});

        QCOMPARE(made.code, code);
        QCOMPARE(made.remarks.contains(zone.toUtf8()), code != 0);
    }

    void aRegisteredSystemIsListedAndItsAssessmentCloses()
    {
        const QTemporaryDir dir;
        const auto folder = dir.filePath(u"Nordbank.plimsoll"_s);
        const QStringList asAna{u"--as"_s, u"Ana Ruiz"_s};
        plimsollctl(QStringList{u"new"_s, folder, u"--organisation"_s, u"Nordbank"_s} + asAna);

        const auto added = plimsollctl(QStringList{u"system"_s, u"add"_s, folder, u"--name"_s,
                                                   u"Fraud scoring"_s, u"--role"_s, u"developer"_s} +
                                       asAna);
        const auto misused = plimsollctl(
            QStringList{u"system"_s, u"add"_s, folder, u"--name"_s, u"Chatbot"_s, u"--role"_s, u"janitor"_s} +
            asAna);
        const auto closed =
            plimsollctl(QStringList{u"assessment"_s, u"close"_s, folder, u"AI-001"_s} + asAna);
        const auto closedTwice =
            plimsollctl(QStringList{u"assessment"_s, u"close"_s, folder, u"AI-001"_s} + asAna);
        const auto listed = plimsollctl({u"system"_s, u"list"_s, folder, u"--json"_s});

        QVERIFY2(added.code == 0, added.remarks.constData());
        QCOMPARE(misused.code, 2);
        QVERIFY2(closed.code == 0, closed.remarks.constData());
        QCOMPARE(closedTwice.code, 3);
        QCOMPARE(json(listed).value(u"systems").toArray().at(0).toObject().value(u"name").toString(),
                 u"Fraud scoring"_s);
    }

    void aBackupRestoresAndKeepsWhatItReplaces()
    {
        const QTemporaryDir dir;
        const auto folder = dir.filePath(u"Nordbank.plimsoll"_s);
        plimsollctl({u"new"_s, folder, u"--organisation"_s, u"Nordbank"_s, u"--as"_s, u"Ana Ruiz"_s});

        const auto backup = plimsollctl({u"backup"_s, folder, u"--json"_s});
        const auto file = json(backup).value(u"backup").toString();
        const auto restored = plimsollctl({u"restore"_s, file, folder, u"--json"_s});

        QVERIFY2(backup.code == 0, backup.remarks.constData());
        QVERIFY2(restored.code == 0, restored.remarks.constData());
        QVERIFY(QFile::exists(json(restored).value(u"replaced").toString()));
        QCOMPARE(plimsollctl({u"verify"_s, folder}).code, 0);
    }

    void whatCannotBeDoneSaysWhy()
    {
        const QTemporaryDir dir;

        const auto ended = plimsollctl({u"verify"_s, dir.filePath(u"nothing.plimsoll"_s)});

        QCOMPARE(ended.code, 3);
        QVERIFY(ended.answers.isEmpty());
        QVERIFY(ended.remarks.contains("nothing.plimsoll"));
    }

    void theCatalogueIsShownWholeAndByProvision()
    {
        const auto whole = plimsollctl({u"catalogue"_s, u"show"_s, u"--json"_s});
        const auto one = plimsollctl({u"catalogue"_s, u"show"_s, u"5.1.3-1"_s, u"--json"_s});
        const auto none = plimsollctl({u"catalogue"_s, u"show"_s, u"9.9.9-9"_s});

        QCOMPARE(json(whole).value(u"provisions").toArray().size(), 72);
        QCOMPARE(json(one).value(u"parts").toArray().size(), 2);
        QCOMPARE(none.code, 2);
        QVERIFY(none.remarks.contains("9.9.9-9"));
    }

    void checkingACatalogueNamesTheMistakeByItsLine()
    {
        const QTemporaryDir dir;
        QFile file(dir.filePath(u"broken.yaml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("catalogue: broken\nversion: 1.0.0\ntittle: no such key\n");
        file.close();
        const auto source = qEnvironmentVariable("PLIMSOLL_SOURCE");

        const auto fine = plimsollctl({u"catalogue"_s, u"check"_s, source + u"/catalogue/en-304-223.yaml"_s,
                                       source + u"/catalogue/mappings/eu-ai-act.yaml"_s});
        const auto broken = plimsollctl({u"catalogue"_s, u"check"_s, file.fileName()});

        QVERIFY2(fine.code == 0, fine.answers.constData());
        QCOMPARE(broken.code, 1);
        QVERIFY2(broken.answers.contains("broken.yaml:3:1"), broken.answers.constData());
    }
};

QTEST_GUILESS_MAIN(PlimsollctlTest)
#include "tst_plimsollctl.moc"
