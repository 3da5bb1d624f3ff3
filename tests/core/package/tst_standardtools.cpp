#include "core/package/packagereader.h"
#include "core/package/packagewriter.h"
#include "tests/support/files.h"
#include "tests/support/packages.h"

#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace plimsoll;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;

namespace {

struct Ran
{
    int code = -1;
    QString output;
};

/// The command as a stranger types it: nothing but the system's own programs, no environment of ours.
Ran run(const QString &shell, const QString &command, const QString &folder)
{
    QProcess process;
    QProcessEnvironment clean;
    clean.insert(u"PATH"_s, u"/usr/bin:/bin"_s);
    process.setProcessEnvironment(clean);
    process.setWorkingDirectory(folder);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(shell, {u"-e"_s, u"-c"_s, command});
    process.waitForFinished();
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QString::fromUtf8(process.readAll())};
}

/// The commands of one numbered step of VERIFY.txt's part for Unix.
QString step(const QString &verifyText, int number)
{
    const QString part = verifyText.section(u"LINUX AND OTHER"_s, 1).section(u"\nWINDOWS"_s, 0, 0);
    const QString after =
        part.section(u"\n%1. "_s.arg(number), 1).section(QRegularExpression(u"\n\\d\\. "_s), 0, 0);
    QStringList commands;
    for (const QString &line : after.split(u'\n')) {
        if (line.startsWith("     "_L1))
            commands.append(line.trimmed());
    }
    return commands.join(u'\n');
}

}

class StandardToolsTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QString m_name = aPackage().name;
    QString m_verifyText;
    Digest m_seal;

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"unzip"_s).isEmpty() ||
            QStandardPaths::findExecutable(u"sha256sum"_s).isEmpty())
            QSKIP("unzip or sha256sum is not installed here");
        const QString zip = m_dir.filePath(m_name + u".zip"_s);
        const auto written = writeZipPackage(aPackage(), zip, unwatched());
        QVERIFY(written);
        m_seal = written->seal;
        m_verifyText = QString::fromUtf8(*PackageReader::open(zip)->read(u"VERIFY.txt"_s, 10'000));
    }

    void init() { QDir(m_dir.filePath(m_name)).removeRecursively(); }

    void theSystemsUnzipFindsNothingWrong()
    {
        const auto tested = run(u"sh"_s, u"unzip -t %1.zip"_s.arg(m_name), m_dir.path());
        QVERIFY2(tested.code == 0 && tested.output.contains(u"No errors detected"_s),
                 qPrintable(tested.output));
    }

    void theCommandsOfVerifyTxtAcceptThePackage_data() { shells(); }
    void theCommandsOfVerifyTxtAcceptThePackage()
    {
        QFETCH(QString, shell);
        QVERIFY(!step(m_verifyText, 1).isEmpty() && !step(m_verifyText, 4).isEmpty());
        const auto unpacked = run(shell, step(m_verifyText, 1), m_dir.path());
        QCOMPARE(unpacked.code, 0);
        QCOMPARE(unpacked.output, QString());
        const QString bag = m_dir.filePath(m_name);

        const auto listed = run(shell, step(m_verifyText, 2), bag);
        QVERIFY2(listed.code == 0, qPrintable(listed.output));
        for (const QString &line : listed.output.split(u'\n', Qt::SkipEmptyParts))
            QVERIFY2(line.endsWith(": OK"_L1), qPrintable(line));
        QCOMPARE(listed.output.count(u'\n'), 4 + 5);
        QCOMPARE(run(shell, step(m_verifyText, 3), bag).output, QString());
        QVERIFY(run(shell, step(m_verifyText, 4), bag).output.startsWith(m_seal.hex()));
    }

    void theCommandsOfVerifyTxtFindEachKindOfDamage_data() { shells(); }
    void theCommandsOfVerifyTxtFindEachKindOfDamage()
    {
        QFETCH(QString, shell);
        const QString bag = m_dir.filePath(m_name);
        QCOMPARE(run(shell, step(m_verifyText, 1), m_dir.path()).code, 0);

        writeFile(bag + u"/data/evidence/0009-smuggled.txt"_s, "extra");
        QCOMPARE(run(shell, step(m_verifyText, 3), bag).output, u"data/evidence/0009-smuggled.txt\n"_s);
        QVERIFY(QFile::remove(bag + u"/data/evidence/0009-smuggled.txt"_s));
        writeFile(bag + u"/data/export/record.json"_s, "[]\n");
        const auto changed = run(shell, step(m_verifyText, 2), bag);
        QVERIFY(changed.code != 0);
        QVERIFY(changed.output.contains(u"data/export/record.json: FAILED"_s));
        QVERIFY(QFile::remove(bag + u"/data/export/record.json"_s));
        QVERIFY(run(shell, step(m_verifyText, 2), bag).code != 0);
        QCOMPARE(run(shell, step(m_verifyText, 3), bag).output, u"data/export/record.json\n"_s);
        writeFile(bag + u"/bag-info.txt"_s, "Payload-Oxum: 1.1\n");
        QVERIFY(run(shell, step(m_verifyText, 2).section(u'\n', 1), bag)
                    .output.contains(u"bag-info.txt: FAILED"_s));
    }

    void theCommandsOfVerifyTxtNameWhateverWasAdded_data()
    {
        QTest::addColumn<QString>("shell");
        QTest::addColumn<QString>("adding");
        QTest::addColumn<QString>("named");
        const QStringList shells = {u"sh"_s, u"bash"_s};
        for (const QString &shell : shells) {
            const auto row = [&](const char *what, const QString &adding, const QString &named) {
                if (!QStandardPaths::findExecutable(shell).isEmpty())
                    QTest::addRow("%s in %s", what, qPrintable(shell)) << shell << adding << named;
            };
            row("a file beside data", u"echo x > README-FIRST.html"_s, u"README-FIRST.html"_s);
            row("a hidden file", u"echo x > .hidden"_s, u".hidden"_s);
            row("a file in meta", u"echo x > meta/new.tsv"_s, u"meta/new.tsv"_s);
            row("a link", u"ln -s /etc/passwd data/evidence/0004-more.txt"_s,
                u"data/evidence/0004-more.txt"_s);
            row("a link to a folder", u"ln -s /etc data/more"_s, u"data/more"_s);
            row("a link in the place of a file",
                u"mv bagit.txt signatures/x && ln -s signatures/x bagit.txt"_s, u"bagit.txt"_s);
            row("a link in the place of signatures", u"rmdir signatures && ln -s /etc signatures"_s,
                u"signatures"_s);
            row("a name with a line end", u"mkdir 'data/q\ndata' && echo x > 'data/q\ndata/q'"_s, u"q"_s);
            row("a listed name with a line end",
                u"mkdir -p 'data/export/record.json\ndata/export' && echo x > "
                "'data/export/record.json\ndata/export/record.json'"_s,
                u"record.json"_s);
            row("a name in another script", u"echo x > 'data/Größe.txt'"_s, u"data/Gr"_s);
            row("a pipe", u"mkfifo data/pipe"_s, u"data/pipe"_s);
        }
    }
    void theCommandsOfVerifyTxtNameWhateverWasAdded()
    {
        QFETCH(const QString, shell);
        QFETCH(const QString, adding);
        QFETCH(const QString, named);
        const QString bag = m_dir.filePath(m_name);
        QCOMPARE(run(shell, step(m_verifyText, 1), m_dir.path()).code, 0);
        QCOMPARE(run(shell, u"mkdir signatures"_s, bag).code, 0);
        QCOMPARE(run(shell, step(m_verifyText, 3), bag).output, QString());
        QCOMPARE(run(shell, adding, bag).output, QString());

        const auto found = run(shell, step(m_verifyText, 3), bag);

        QVERIFY2(found.output.contains(named), qPrintable(found.output));
    }

    void theCommandsOfVerifyTxtLeaveSignaturesOut()
    {
        const QString bag = m_dir.filePath(m_name);
        QCOMPARE(run(u"sh"_s, step(m_verifyText, 1), m_dir.path()).code, 0);

        writeFile(bag + u"/signatures/tagmanifest-sha256.txt.001.p7s"_s, "signed");

        QCOMPARE(run(u"sh"_s, step(m_verifyText, 3), bag).output, QString());
    }

    void everyLineOfVerifyTxtFitsAnyConsole()
    {
        for (const QChar character : std::as_const(m_verifyText))
            QVERIFY(character == u'\n' || (character.unicode() >= u' ' && character.unicode() < 0x7f));
        QVERIFY(m_verifyText.contains(u"who made it is not proven"_s));
        QVERIFY(m_verifyText.contains(u"Expand-Archive -LiteralPath .\\%1.zip"_s.arg(m_name)));
    }

private:
    static void shells()
    {
        QTest::addColumn<QString>("shell");
        QTest::newRow("sh") << u"sh"_s;
        if (!QStandardPaths::findExecutable(u"bash"_s).isEmpty())
            QTest::newRow("bash") << u"bash"_s;
    }
};

QTEST_GUILESS_MAIN(StandardToolsTest)
#include "tst_standardtools.moc"
