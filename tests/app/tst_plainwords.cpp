#include "core/storage/connection.h"
#include "tests/support/bank.h"
#include "tests/support/files.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QProcess>
#include <QTest>

#include <array>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace plimsoll;
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
        QTest::newRow("a word of ours") << u"%2"_s << 2;
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

    void aGivenTimeIsTheDocumentsAloneAndTheySaySo()
    {
        const Bank bank;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"SOURCE_DATE_EPOCH"_s, u"1000000000"_s); // 2001-09-09
        const QString package = bank.path(u"package"_s);

        const auto ended = plimsollctl({u"export"_s, u"package"_s, bank.folder(), u"AI-001"_s, u"-o"_s,
                                        package, u"--folder"_s, u"--as"_s, u"Ana Ruiz"_s},
                                       environment);

        QVERIFY2(ended.code == 0, ended.remarks.constData());
        const auto info = readFile(package + u"/bag-info.txt"_s);
        QVERIFY2(info.contains("Bagging-Date: 2001-09-09\n"), info.constData());
        QVERIFY2(info.contains("Plimsoll-Clock: given by SOURCE_DATE_EPOCH: 2001-09-09T01:46:40Z\n"),
                 info.constData());
        QVERIFY(readFile(package + u"/data/index.html"_s).contains("given by SOURCE_DATE_EPOCH"));
        const auto journal = bank.run({u"journal"_s, bank.folder(), u"--json"_s}).answers;
        QVERIFY2(!journal.contains("2001-09-09"), journal.constData());
        const auto later = bank.path(u"later"_s);
        QCOMPARE(
            bank.run({u"export"_s, u"package"_s, bank.folder(), u"AI-001"_s, u"-o"_s, later, u"--folder"_s})
                .code,
            0);
        const QByteArray record = readFile(later + u"/data/export/record.json"_s);
        QVERIFY(record.contains("issued_at"));
        QVERIFY(!record.contains("2001-09-09"));
        QVERIFY(!readFile(later + u"/bag-info.txt"_s).contains("Plimsoll-Clock"));
    }

    void aNameThatIsNoTextIsToldToBeSo()
    {
        const Bank bank;
        const auto asked = [](const QString &words) {
            QProcess shell;
            shell.start(u"bash"_s, {u"-c"_s, u"\"$0\" "_s + words, QStringLiteral(PLIMSOLL_CTL)});
            return shell.waitForFinished(longestRun)
                       ? std::pair(shell.exitCode(), shell.readAllStandardError())
                       : std::pair(-1, QByteArray());
        };
        const QString name = u"$'"_s + bank.path(u"na\\xffme.pdf"_s) + u"'"_s;
        for (const QString &words :
             {u"verify "_s + name, u"export pdf "_s + bank.folder() + u" AI-001 -o "_s + name,
              u"attach "_s + bank.folder() + u" AI-001 5.2.1-1 "_s + name}) {
            const auto [code, remarks] = asked(words);
            QCOMPARE(code, 2);
            QVERIFY2(remarks.contains("is no readable text: its bytes are not UTF-8"), remarks.constData());
        }
        QCOMPARE(QDir(bank.path({})).entryList({u"*.pdf"_s}), QStringList());
        QVERIFY(!asked(u"system add "_s + bank.folder() + u" --name $'Fra\\xffd'"_s)
                     .second.contains("Rename the file"));
        QVERIFY(asked(u"verify "_s + name + u"; touch "_s + name + u"; \"$0\" verify "_s + name)
                    .second.contains("Rename the file"));
    }

    void whatIsNamedByPositionIsNeverNothing()
    {
        for (const QStringList &words : {QStringList{u"status"_s, {}},
                                         {u"backup"_s, {}},
                                         {u"verify"_s, {}},
                                         {u"sample"_s, {}},
                                         {u"system"_s, u"list"_s, {}},
                                         {u"answer"_s, u"x"_s, {}, u"5.2.1-1"_s, u"met"_s}}) {
            const auto ended = plimsollctl(words);
            QCOMPARE(ended.code, 2);
            QVERIFY2(ended.remarks.contains("nothing is named"), ended.remarks.constData());
        }
    }

    void anOutputThatIsNamedByNothingIsWrongUsage()
    {
        const Bank bank;
        const auto ended = bank.run({u"export"_s, u"pdf"_s, bank.folder(), u"AI-001"_s, u"-o"_s, {}});
        QCOMPARE(ended.code, 2);
        QVERIFY2(ended.remarks.contains("nothing is named"), ended.remarks.constData());
        QVERIFY2(!ended.remarks.contains("leave it out"), ended.remarks.constData());
    }

    void wordsOfTheSystemAreForWhoeverAsksForThem()
    {
        const Bank bank;
        const QStringList importing{u"system"_s, u"import"_s, bank.folder(), bank.path(u"none.csv"_s)};

        const auto plain = bank.run(importing);
        const auto verbose = bank.run(importing + QStringList{u"--verbose"_s});

        QCOMPARE(plain.code, 3);
        QVERIFY2(!plain.remarks.contains("No such file"), plain.remarks.constData());
        QVERIFY2(plain.remarks.contains("Look whether it is there"), plain.remarks.constData());
        QVERIFY2(verbose.remarks.contains("No such file"), verbose.remarks.constData());
    }

    void aDamagedRecordIsToldInWholeSentences()
    {
        const Bank bank;
        const auto record = bank.folder() + u"/workspace.db"_s;
        auto torn = readFile(record);
        torn.replace(4096, torn.size() - 8192, QByteArray(torn.size() - 8192, '\xff'));
        writeFile(record, torn);

        const auto ended = plimsollctl({u"status"_s, bank.folder()});

        QCOMPARE(ended.code, 3);
        QVERIFY2(ended.remarks.contains("Restore the newest backup"), ended.remarks.constData());
        for (const auto *raw : {"malformed", "SQL", "disk I/O", "Unable to"})
            QVERIFY2(!ended.remarks.contains(raw), ended.remarks.constData());
    }

    void anAnswerThatIsLostIsNoAnswer_data()
    {
        QTest::addColumn<QStringList>("form");

        QTest::newRow("words") << QStringList();
        QTest::newRow("JSON") << QStringList{u"--json"_s};
    }

    void anAnswerThatIsLostIsNoAnswer()
    {
        QFETCH(const QStringList, form);
        if (!QFileInfo::exists(u"/dev/full"_s))
            QSKIP("This system has no device that is always full.");

        QProcess command;
        command.setStandardOutputFile(u"/dev/full"_s);
        command.start(QStringLiteral(PLIMSOLL_CTL), QStringList{u"catalogue"_s, u"show"_s} + form);
        QVERIFY(command.waitForFinished());

        QCOMPARE(command.exitCode(), 3);
        QVERIFY(command.readAllStandardError().contains("could not be written"));
    }

    void whatACommandChangedStaysThoughItsOutputIsLostAndThatIsSaid()
    {
        if (!QFileInfo::exists(u"/dev/full"_s))
            QSKIP("This system has no device that is always full.");
        const Bank bank;

        QProcess command;
        command.setStandardOutputFile(u"/dev/full"_s);
        command.start(QStringLiteral(PLIMSOLL_CTL),
                      {u"platform"_s, u"add"_s, bank.folder(), u"--name"_s, u"Shared desk"_s});
        QVERIFY(command.waitForFinished());

        const auto said = command.readAllStandardError();
        QCOMPARE(command.exitCode(), 3);
        QVERIFY2(said.contains("The output of the command could not be written"), said.constData());
        QVERIFY2(said.contains("What the command changed or made stays as it is"), said.constData());
        const auto platforms = plimsollctl({u"platform"_s, u"list"_s, bank.folder()});
        QVERIFY2(platforms.answers.contains("Shared desk"), platforms.answers.constData());
    }

#ifdef Q_OS_UNIX
    void aPipeIsNoTable()
    {
        const Bank bank;
        const QString pipe = bank.path(u"pipe"_s);
        QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);

        const auto ended = bank.run({u"system"_s, u"import"_s, bank.folder(), pipe});

        QCOMPARE(ended.code, 3);
        QVERIFY2(ended.remarks.contains("is not an ordinary file"), ended.remarks.constData());
    }
#endif

    void anEvidenceFileThatIsGoneIsNotHeldAgainstTheRecord()
    {
        const Bank bank;
        const auto attached = bank.attach({u"5.1.1-1"_s, bank.file(u"a.txt"_s, "Signed")});
        QVERIFY2(attached.code == 0, attached.remarks.constData());
        QDirIterator stored(bank.folder() + u"/evidence"_s, QDir::Files, QDirIterator::Subdirectories);
        QVERIFY(QFile::remove(stored.next()));

        const auto ended = plimsollctl({u"verify"_s, bank.folder()});

        QCOMPARE(ended.code, 1);
        QVERIFY2(ended.answers.contains("The record is what its journal says"), ended.answers.constData());
    }

    void theGateDoesNotBelieveARecordThatContradictsItsJournal()
    {
        const Bank bank;
        {
            const auto intruder =
                Connection::open(bank.folder() + u"/workspace.db"_s, Connection::Mode::ReadWrite);
            QVERIFY((*intruder)->execute(u"UPDATE ai_system SET purpose = 'x'"_s));
        }

        const auto words = plimsollctl({u"status"_s, bank.folder(), u"--require"_s, u"shall"_s});
        const auto json = plimsollctl({u"status"_s, bank.folder(), u"--require"_s, u"shall"_s, u"--json"_s});

        QCOMPARE(words.code, 1);
        QVERIFY2(words.answers.contains("behind the program's back"), words.answers.constData());
        QVERIFY(json.json()["contradiction"_L1].isString());
    }

    void whatIsSaidOfKnownContentIsSaidToHoldWhereverItIsUsed()
    {
        const Bank bank;
        const QString file = bank.file(u"a.txt"_s, "Signed");
        QCOMPARE(bank.attach({u"5.1.1-1"_s, file, u"--title"_s, u"Draft notes"_s}).code, 0);

        const auto same = bank.attach({u"5.1.1-2"_s, file});
        const auto ended = bank.attach({u"5.1.1-2"_s, file, u"--title"_s, u"Signed policy"_s});
        const auto other = bank.run({u"system"_s, u"add"_s, bank.folder(), u"--name"_s, u"Chatbot"_s});
        const auto journal = plimsollctl({u"journal"_s, bank.folder(), u"--system"_s, u"AI-001"_s});
        const auto others = plimsollctl({u"journal"_s, bank.folder(), u"--system"_s, u"AI-002"_s});

        QVERIFY2(other.code == 0, other.remarks.constData());
        QVERIFY2(!others.answers.contains("Signed policy"), others.answers.constData());
        QVERIFY2(!same.answers.contains("already"), same.answers.constData());
        QVERIFY2(ended.answers.contains("already, as “Draft notes”"), ended.answers.constData());
        QVERIFY2(ended.answers.contains("use it: 2"), ended.answers.constData());
        QVERIFY2(journal.answers.contains("describe “Signed policy” anew"), journal.answers.constData());
    }

    void aPackageIsUnpackedBesideItselfWhateverItsName_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("folder");

        QTest::newRow("as usual") << u"out.zip"_s << u"out/"_s;
        QTest::newRow("without an ending") << u"out"_s << u"fraud-scoring-"_s;
        QTest::newRow("in capitals") << u"OUT.ZIP"_s << u"fraud-scoring-"_s;
        QTest::newRow("like an option") << u"-rf.zip"_s << u"fraud-scoring-"_s;
    }

    void aPackageIsUnpackedBesideItselfWhateverItsName()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, folder);
        const Bank bank;

        QCOMPARE(
            bank.run({u"export"_s, u"package"_s, bank.folder(), u"AI-001"_s, u"-o"_s, bank.path(name)}).code,
            0);
        QProcess list;
        list.start(u"unzip"_s, {u"-Z1"_s, bank.path(name)});
        QVERIFY(list.waitForFinished());

        const auto first = QString::fromUtf8(list.readAllStandardOutput()).section(u'\n', 0, 0);
        QVERIFY2(first.startsWith(folder), qPrintable(first));
    }

    void ofTwoExportsUnderOneNameOneIsRefused()
    {
        const Bank bank;
        const QString place = bank.path(u"once.zip"_s);
        std::array<QProcess, 4> exports;
        for (auto &each : exports)
            each.start(QStringLiteral(PLIMSOLL_CTL), {u"export"_s, u"package"_s, bank.folder(), u"AI-001"_s,
                                                      u"-o"_s, place, u"--as"_s, u"Ana Ruiz"_s});

        int issued = 0;
        for (auto &each : exports) {
            QVERIFY(each.waitForFinished());
            issued += each.exitCode() == 0 ? 1 : 0;
        }

        QCOMPARE(issued, 1);
        // One that was entered just before another took the name is withdrawn by itself.
        const QByteArray journal = plimsollctl({u"journal"_s, bank.folder()}).answers;
        QCOMPARE(journal.count("Issue the audit package") - journal.count("Withdraw once.zip"), 1);
        QCOMPARE(plimsollctl({u"verify"_s, place}).code, 0);
    }

    void whatAKilledProgramLeftOfEvidenceGoesWithTheNextChange()
    {
        const Bank bank;
        const QString half = bank.folder() + u"/evidence/.arriving/an-operation/0.part"_s;
        writeFile(half, "half");

        const auto ended = bank.answer({u"5.1.1-1"_s, u"met"_s});

        QVERIFY2(ended.code == 0, ended.remarks.constData());
        QVERIFY(!QFileInfo::exists(half));
    }

    void oneIsSaidInTheSingular()
    {
        const QTemporaryDir dir;
        const auto folder = dir.filePath(u"Nordbank.plimsoll"_s);
        QCOMPARE(plimsollctl({u"new"_s, folder, u"--organisation"_s, u"Nordbank"_s}).code, 0);

        const auto ended = plimsollctl({u"verify"_s, folder});

        QVERIFY2(ended.answers.contains("it has one entry"), ended.answers.constData());
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
