#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct Ended
{
    int code = -1;
    QByteArray answers;
    QByteArray remarks;
};

Ended plimsollctl(const QStringList &words)
{
    QProcess process;
    process.start(QStringLiteral(PLIMSOLL_CTL), words);
    if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
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

    void whatIsQuotedBackCannotSteerTheTerminal()
    {
        const auto ended = plimsollctl({u"--evil\x1b[2J\u202e"_s});

        QCOMPARE(ended.code, 2);
        QVERIFY(!ended.remarks.contains('\x1b'));
        QVERIFY(!ended.remarks.contains(u"\u202e"_s.toUtf8()));
    }
};

QTEST_GUILESS_MAIN(PlimsollctlTest)
#include "tst_plimsollctl.moc"
