#include "app/commands/place.h"

#include "app/commands/commandline.h"
#include "app/commands/output.h"
#include "app/commands/verify.h"
#include "core/base/clock.h"
#include "core/evidence/evidencestore.h"
#include "core/workspace/attaching.h"
#include "core/workspace/backup.h"
#include "tests/support/asnobody.h"
#include "tests/support/behindtheprogram.h"
#include "tests/support/files.h"
#include "tests/support/olderprogram.h"

#include <QBuffer>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <array>

using namespace plimsoll;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;

/// What is said of a place that a command is to read.
class PlaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatMayNotBeReadIsNotSaidToBeMissing()
    {
        const QTemporaryDir dir;
        const QString folder = dir.filePath(u"Nordbank.plimsoll"_s);
        QVERIFY(QDir().mkpath(folder));
        const QString package = writeFile(dir.filePath(u"package.zip"_s), "PK");
        for (const QString &place : {folder, package}) {
            allow(place, 0);
            QBuffer nowhere;
            Output output(nowhere, nowhere, Output::Form::Json, Output::Terminal::No, Output::Details::No);
            const SystemClock clock;

            const auto refused = [&] {
                const AsNobody nobody;
                return openRecord(place.toStdString(), {output, clock, {}});
            }();
            allow(place, 0755);

            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::Denied);
            QVERIFY2(refused.error().message.contains(place), qPrintable(refused.error().message));
        }
    }

    void whoIsMeantByANameOfTwoIsAskedForByTheOwnIdOfTheSystem()
    {
        WorkspaceFixture fixture;
        const AiSystem system = fixture.aSystem(u"Fraud scoring"_s);
        Platform platform;
        platform.id = Id<Platform>::generate(fixture.clock());
        platform.name = system.name;
        commitAsAnOlderProgram(fixture, ChangeSet(u"Add"_s).create(platform));
        QBuffer nowhere;
        Output output(nowhere, nowhere, Output::Form::Json, Output::Terminal::No, Output::Details::No);

        const auto refused = openToAnswer(fixture.folder().toStdString(), system.name.toStdString(),
                                          {output, fixture.clock(), u"Ana Ruiz"_s});

        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(u"Name the system by its own id "_s + system.number),
                 qPrintable(refused.error().message));
        QVERIFY(!system.number.isEmpty());
    }

    void whoeverOpensToWriteMakesTheBackupThatIsDueAndWhoeverReadsMakesNone()
    {
        WorkspaceFixture fixture;
        fixture.close();
        const QString backups = fixture.folder() + u"/backups"_s;
        QBuffer nowhere;
        Output output(nowhere, nowhere, Output::Form::Json, Output::Terminal::No, Output::Details::No);
        const Invocation now{output, fixture.clock(), u"Ana Ruiz"_s};
        const FixedClock nextDay(fixture.clock().now().addDays(1));

        const bool isRead = openToRead(fixture.folder().toStdString(), now).has_value();
        const auto afterReading = backupsIn(backups).size();
        const bool isWritten = openToWrite(fixture.folder().toStdString(), now).has_value();
        const auto afterWriting = backupsIn(backups).size();
        const bool isWrittenAgain = openToWrite(fixture.folder().toStdString(), now).has_value();
        const auto afterWritingAgain = backupsIn(backups).size();
        writeFile(backups + u'/' + backupName(fixture.clock().now().addDays(-2)), "of the day before");
        QVERIFY(QFile::remove(backupsIn(backups).constFirst()));
        const bool isWrittenLater =
            openToWrite(fixture.folder().toStdString(), {output, nextDay, u"Ana Ruiz"_s}).has_value();

        QVERIFY(isRead && isWritten && isWrittenAgain && isWrittenLater);
        QCOMPARE(afterReading, 0);
        QCOMPARE(afterWriting, 1);
        QCOMPARE(afterWritingAgain, 1);
        QCOMPARE(backupsIn(backups).size(), 2);
    }

    void nothingIsWrittenForACommandWhoseChangeTheJournalWouldRefuse()
    {
        WorkspaceFixture fixture;
        fixture.close();
        behindTheProgram(fixture, {u"UPDATE journal_head SET sequence = 100"_s});
        const QStringList before = filesBelow(fixture.folder());
        QBuffer nowhere;
        QVERIFY(nowhere.open(QIODevice::WriteOnly));
        Output output(nowhere, nowhere, Output::Form::Words, Output::Terminal::No, Output::Details::No);

        const auto refused =
            openToWrite(fixture.folder().toStdString(), {output, fixture.clock(), u"Ana Ruiz"_s});

        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Damaged);
        QVERIFY(!output.tellsOfChange());
        QCOMPARE(nowhere.data(), QByteArray());
        QCOMPARE(filesBelow(fixture.folder()), before);
    }

    void aDueBackupThatCannotBeMadeIsToldAndKeepsNobodyFromTheirWork()
    {
        WorkspaceFixture fixture;
        fixture.close();
        const QString backups = fixture.folder() + u"/backups"_s;
        QVERIFY(QDir(backups).removeRecursively());
        writeFile(backups, "in the way");
        QBuffer answers;
        QBuffer remarks;
        QVERIFY(answers.open(QIODevice::WriteOnly) && remarks.open(QIODevice::WriteOnly));
        Output output(answers, remarks, Output::Form::Words, Output::Terminal::No, Output::Details::No);

        const auto opened =
            openToWrite(fixture.folder().toStdString(), {output, fixture.clock(), u"Ana Ruiz"_s});

        QVERIFY(opened);
        QVERIFY2(remarks.data().startsWith("The backup of Nordbank that is due was not made. "),
                 remarks.data().constData());
        QVERIFY(answers.data().isEmpty());
    }

    void aDueBackupThatCannotBeMadeIsToldOnceAnHour()
    {
        WorkspaceFixture fixture;
        fixture.close();
        const QString backups = fixture.folder() + u"/backups"_s;
        QVERIFY(QDir(backups).removeRecursively());
        writeFile(backups, "in the way");
        QBuffer remarks;
        QVERIFY(remarks.open(QIODevice::WriteOnly));
        Output output(remarks, remarks, Output::Form::Words, Output::Terminal::No, Output::Details::No);
        const auto toldAfter = [&](qint64 minutes) {
            const FixedClock clock(fixture.clock().now().addSecs(60 * minutes));
            (void)openToWrite(fixture.folder().toStdString(), {output, clock, u"Ana Ruiz"_s});
            return remarks.data().count("was not made");
        };

        QCOMPARE(toldAfter(0), 1);
        QCOMPARE(toldAfter(30), 1);
        QCOMPARE(toldAfter(70), 2);
        QCOMPARE(toldAfter(75), 2);
    }

    void aWorkspaceWhoseEvidenceMayNotBeReadCouldNotBeVerified()
    {
        WorkspaceFixture fixture;
        const auto file = writeFile(fixture.path(u"plan.txt"_s), "plan");
        const auto plan = attach(fixture.workspace(), {{file, {}, {}}})->evidence.first();
        const QString stored = EvidenceStore(fixture->evidenceFolder()).pathOf(*plan.digest);
        allow(fixture.folder(), 0755);
        CommandLine commandLine;
        addVerify(commandLine);
        QList<QByteArray> words{"plimsollctl", "verify", fixture.folder().toUtf8()};
        std::array<char *, 3> given{words[0].data(), words[1].data(), words[2].data()};
        auto ending = Exit::Fine;
        const auto verify = commandLine.parse(int(given.size()), given.data(), ending);
        QVERIFY(verify);
        QBuffer nowhere;
        Output output(nowhere, nowhere, Output::Form::Words, Output::Terminal::No, Output::Details::No);
        const auto verified = [&](mode_t mode) {
            allow(stored, mode);
            const AsNobody nobody;
            return verify->work({output, fixture.clock(), {}});
        };

        const auto readable = verified(0444);
        const auto unreadable = verified(0);

        QVERIFY(readable && unreadable);
        QCOMPARE(*readable, Exit::Fine);
        QCOMPARE(*unreadable, Exit::CouldNot);
    }
};

QTEST_GUILESS_MAIN(PlaceTest)
#include "tst_place.moc"
