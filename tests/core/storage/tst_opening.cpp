#include "core/storage/engine.h"
#include "core/storage/migrations.h"
#include "core/storage/repository.h"
#include "core/workspace/backup.h"
#include "tests/support/filelimit.h"
#include "tests/support/workspacefixture.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QStandardPaths>
#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QFile::remove(path);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray changed(QByteArray bytes, qsizetype offset, const QByteArray &with)
{
    return bytes.replace(offset, with.size(), with);
}

Result<std::unique_ptr<Workspace>> opened(const WorkspaceFixture &fixture, Workspace::Access access)
{
    return Workspace::open(fixture.folder(), access, fixture.clock());
}

/// Leaves on the disk what lies there when the power fails amid a commit, with pages already written over.
void interruptACommit(const QString &file)
{
    const QByteArray before = bytesOf(file);
    {
        auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"interrupted"_s);
        database.setDatabaseName(file);
        QVERIFY(database.open());
        QSqlQuery query(database);
        for (const auto *sql : {"PRAGMA cache_size = 1", "BEGIN", "UPDATE ai_system SET name = 'After'",
                                "UPDATE ai_system SET purpose = hex(zeroblob(200000))"})
            QVERIFY(query.exec(QString::fromLatin1(sql)));
        const QByteArray half = bytesOf(file);
        const QByteArray journal = bytesOf(file + u"-journal"_s);
        QVERIFY(half != before && !journal.isEmpty());
        QVERIFY(query.exec(u"ROLLBACK"_s));
        query.clear();
        database.close();
        write(file, half);
        write(file + u"-journal"_s, journal);
    }
    QSqlDatabase::removeDatabase(u"interrupted"_s);
}

}

class OpeningTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void openingNeverTakesALockFromAnotherConnectionOfTheProgram()
    {
        const QString sqlite = QStandardPaths::findExecutable(u"sqlite3"_s);
        if (sqlite.isEmpty())
            QSKIP("sqlite3, which here plays another program, is not installed.");
        WorkspaceFixture fixture;
        const QString file = fixture->databaseFile();
        const auto writer = Connection::open(file, Connection::Mode::ReadWrite);
        QVERIFY(writer);
        QVERIFY((*writer)->execute(u"BEGIN IMMEDIATE"_s));

        (void)Connection::open(file, Connection::Mode::ReadOnly);

        QProcess other;
        other.start(sqlite, {file, u"BEGIN IMMEDIATE"_s});
        QVERIFY(other.waitForFinished());
        const QByteArray said = other.readAllStandardError();
        QVERIFY2(said.contains("database is locked"), said.constData());
    }

    void whatIsNoSoundWorkspaceIsRefusedInWordsAndLeftAlone_data()
    {
        WorkspaceFixture fixture;
        const QString file = fixture->databaseFile();
        fixture.close();
        const QByteArray good = bytesOf(file);
        QVERIFY(good.size() > 8192);

        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, const QByteArray &bytes, ErrorCode code) {
            QTest::newRow(name) << bytes << int(code);
        };
        row("empty", {}, ErrorCode::Damaged);
        row("text", "This is a letter, not a database.", ErrorCode::Foreign);
        row("random", QByteArray(40000, '\xa7'), ErrorCode::Foreign);
        row("header alone", good.left(100), ErrorCode::Damaged);
        row("another program's", changed(good, 68, "KPXC"), ErrorCode::Foreign);
        row("newer format", changed(good, 60, QByteArray("\0\0\x03\xe7", 4)), ErrorCode::Newer);
        row("cut off", good.left(good.size() / 2 / 4096 * 4096), ErrorCode::Damaged);
    }

    void whatIsNoSoundWorkspaceIsRefusedInWordsAndLeftAlone()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, code);
        WorkspaceFixture fixture;
        const QString file = fixture->databaseFile();
        fixture.close();
        write(file, bytes);

        for (const auto access : {Workspace::Access::ReadOnly, Workspace::Access::ReadWrite}) {
            const auto result = opened(fixture, access);

            QVERIFY(!result);
            QCOMPARE(int(result.error().code), code);
            QVERIFY(result.error().message.contains(u"workspace.db"_s));
            QVERIFY(result.error().message.endsWith(u'.'));
            QCOMPARE(bytesOf(file), bytes);
            QVERIFY(!QFile::exists(file + u"-journal"_s));
        }
    }

    void aWorkspaceWhoseMakingWasInterruptedIsCalledThatAndMadeAnewOnceDeleted_data()
    {
        QTest::addColumn<int>("stage");
        QTest::newRow("folders alone") << 0;
        QTest::newRow("an empty file") << 1;
        QTest::newRow("marked as ours") << 2;
        QTest::newRow("without a row") << 3;
    }

    void aWorkspaceWhoseMakingWasInterruptedIsCalledThatAndMadeAnewOnceDeleted()
    {
        QFETCH(const int, stage);
        const QTemporaryDir place;
        const QString folder = place.filePath(u"New.plimsoll"_s);
        for (const auto part : {"evidence"_L1, "packages"_L1, "backups"_L1})
            QVERIFY(QDir().mkpath(folder + u'/' + part));
        const QString file = folder + u"/workspace.db"_s;
        if (stage == 1)
            write(file, {});
        if (stage == 2)
            QVERIFY(Engine::stamp(**Connection::open(file, Connection::Mode::Create)));
        if (stage == 3)
            QVERIFY(emptyDatabase(file));
        const SystemClock clock;
        const NewWorkspace start{u"Bank"_s, {}, u"Eve"_s, {}, {}, false};

        for (const auto &refused : {Workspace::open(folder, Workspace::Access::ReadOnly, clock),
                                    Workspace::open(folder, Workspace::Access::ReadWrite, clock),
                                    Workspace::create(folder, start, clock)}) {
            QVERIFY(!refused);
            const QString said = refused.error().message;
            QVERIFY2(said.contains(u"was interrupted"_s) && said.contains(u"Delete"_s), qPrintable(said));
        }

        QVERIFY(QDir(folder + u"/backups"_s).isEmpty());
        QVERIFY(QDir(folder).removeRecursively());
        QVERIFY(Workspace::create(folder, start, clock));
    }

    void whatLiesBesideARecordThatIsLostIsNeverCalledUnfinished()
    {
        for (const auto &beside : {u"evidence/ab/cd"_s, u"backups/workspace-20261122T093000000Z.db"_s,
                                   u"packages/AI-001.zip"_s, u"notes.txt"_s}) {
            WorkspaceFixture fixture;
            fixture.close();
            write(fixture.folder() + u"/workspace.db"_s, {});
            QVERIFY(QDir(fixture.folder()).mkpath(QFileInfo(beside).path()));
            write(fixture.folder() + u'/' + beside, "something");

            const auto result = opened(fixture, Workspace::Access::ReadOnly);

            QVERIFY(!result);
            QVERIFY2(!result.error().message.contains(u"Delete"_s), qPrintable(result.error().message));
        }
    }

    void aForeignTriggerKeepsTheWorkspaceShut()
    {
        WorkspaceFixture fixture;
        const QString file = fixture->databaseFile();
        fixture.close();
        {
            const auto intruder = Connection::open(file, Connection::Mode::ReadWrite);
            QVERIFY((*intruder)->execute(
                u"CREATE TRIGGER spy AFTER INSERT ON party BEGIN DELETE FROM limitation; END"_s));
        }

        const auto result = opened(fixture, Workspace::Access::ReadWrite);

        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Foreign);
        QVERIFY(result.error().detail.contains(u"spy"_s));
    }

    void aMissingFolderIsNamed()
    {
        const SystemClock clock;

        const auto result =
            Workspace::open(u"/nowhere/at/all.plimsoll"_s, Workspace::Access::ReadWrite, clock);

        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::NotFound);
        QVERIFY(result.error().message.contains(u"/nowhere/at/all.plimsoll"_s));
        QVERIFY(!QDir(u"/nowhere"_s).exists());
    }

    void aFolderWithSomethingInItIsNotTakenOver()
    {
        WorkspaceFixture fixture;

        const auto result =
            Workspace::create(fixture.folder(), {u"Other"_s, {}, u"Eve"_s, {}, {}, false}, fixture.clock());

        QVERIFY(!result);
        QCOMPARE(fixture.all<Party>().size(), 1);
    }

    void arefusedStartLeavesNoFolderBehind()
    {
        WorkspaceFixture fixture;
        const QString folder = fixture.path(u"New.plimsoll"_s);

        const auto result =
            Workspace::create(folder, {u"Bank"_s, u"Not/AZone"_s, u"Eve"_s, {}, {}, false}, fixture.clock());

        QVERIFY(!result);
        QVERIFY(result.error().message.contains(u"Not/AZone"_s));
        QVERIFY(!QDir(folder).exists());
    }

    void hostileDatabasesAreRefused()
    {
        const QDir folder(qEnvironmentVariable("PLIMSOLL_INTEROP") + u"/hostile/sqlite"_s);
        if (qEnvironmentVariableIsEmpty("PLIMSOLL_INTEROP") || !folder.exists())
            QSKIP("The hostile databases are not here: PLIMSOLL_INTEROP names no folder that holds them.");
        for (const auto &info : folder.entryInfoList({u"*.db"_s}, QDir::Files)) {
            WorkspaceFixture fixture;
            fixture.close();
            write(fixture.folder() + u"/workspace.db"_s, bytesOf(info.absoluteFilePath()));

            const auto result = opened(fixture, Workspace::Access::ReadWrite);

            QVERIFY2(!result, qPrintable(info.fileName()));
            QVERIFY2(!result.error().message.isEmpty(), qPrintable(info.fileName()));
        }
    }

    void aReadOnlyWorkspaceRefusesToChange()
    {
        WorkspaceFixture fixture;
        fixture.close();
        const auto workspace = opened(fixture, Workspace::Access::ReadOnly);
        QVERIFY(workspace);

        const auto result = (*workspace)
                                ->commitAndWait(ChangeSet(u"Try"_s).create(
                                    Party{Id<Party>::generate(fixture.clock()), u"x"_s, {}, {}, {}}));

        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Denied);
    }

    void readingLeavesNoTrace()
    {
        WorkspaceFixture fixture;
        fixture.close();
        const auto before =
            QDir(fixture.folder()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
        const auto bytes = bytesOf(fixture.folder() + u"/workspace.db"_s);

        {
            const auto workspace = opened(fixture, Workspace::Access::ReadOnly);
            QVERIFY(workspace);
        }

        QCOMPARE(QDir(fixture.folder()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                 before);
        QCOMPARE(bytesOf(fixture.folder() + u"/workspace.db"_s), bytes);
    }

    void anInterruptedCommitIsTakenBackByWhoeverOnlyReads()
    {
        WorkspaceFixture fixture;
        fixture.aSystem(u"Before"_s);
        const QString file = fixture->databaseFile();
        fixture.close();
        interruptACommit(file);

        const auto workspace = opened(fixture, Workspace::Access::ReadOnly);
        QVERIFY2(workspace, workspace ? "" : qPrintable(workspace.error().message));
        const auto systems = Repository<AiSystem>(**(*workspace)->reader()).all();

        QVERIFY2(systems, systems ? "" : qPrintable(systems.error().message));
        QCOMPARE(systems->first().name, u"Before"_s);
        QVERIFY(!QFile::exists(file + u"-journal"_s));
    }

    void whatTheDiskSaidIsADetailAndTheSentenceSaysWhatToDo_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("wayOut");

        QTest::newRow("SQLITE_IOERR_READ") << 266 << u"Check the disk"_s;
        QTest::newRow("SQLITE_IOERR_SHORT_READ") << 522 << u"Check the disk"_s;
        QTest::newRow("SQLITE_IOERR_WRITE") << 778 << u"make room"_s;
        QTest::newRow("SQLITE_FULL") << 13 << u"make room"_s;
        QTest::newRow("SQLITE_CORRUPT") << 11 << u"Restore the newest backup"_s;
    }

    void whatTheDiskSaidIsADetailAndTheSentenceSaysWhatToDo()
    {
        QFETCH(const int, code);
        QFETCH(const QString, wayOut);
        const QSqlError raw(u"disk I/O error"_s, u"Unable to fetch row"_s, QSqlError::StatementError,
                            QString::number(code));

        const Error error = Engine::errorFrom(raw, u"workspace.db"_s);

        QVERIFY2(error.message.contains(wayOut), qPrintable(error.message));
        QVERIFY2(!error.message.contains(u"I/O"_s), qPrintable(error.message));
        QVERIFY2(error.detail.contains(u"disk I/O error"_s), qPrintable(error.detail));
    }

    void nobodyIsSentToBackupsWhereThereAreNone()
    {
        WorkspaceFixture fixture;
        const QString file = fixture->databaseFile();
        const QString beside = u"from the folder “backups” beside it"_s;
        const auto refusal = [&] {
            return opened(fixture, Workspace::Access::ReadOnly).error().message;
        };
        const QString backup = *backUp(**fixture->reader(), fixture->backupsFolder(), fixture.clock().now());
        fixture.close();
        write(file, {});

        const QString withBackup = refusal();
        QVERIFY(QFile::remove(backup));
        write(fixture.folder() + u"/evidence/note.txt"_s, "so that it is no workspace in the making");
        const QString without = refusal();

        QVERIFY2(withBackup.contains(beside), qPrintable(withBackup));
        QVERIFY2(!without.contains(beside) && without.contains(u"kept elsewhere"_s), qPrintable(without));
    }

    void aChangeBrokenOffThatTheDiskCannotTakeBackIsToldAsThat()
    {
        WorkspaceFixture fixture;
        fixture.aSystem(u"Before"_s);
        const QString file = fixture->databaseFile();
        fixture.close();
        interruptACommit(file);

        const auto refused = [&] {
            const test::FileLimit limit(rlim_t(4096));
            return opened(fixture, Workspace::Access::ReadOnly);
        }();
        const auto afterwards = opened(fixture, Workspace::Access::ReadOnly);

        QVERIFY(!refused);
        const QString &words = refused.error().message;
        QVERIFY2(words.contains(u"was broken off"_s) && words.contains(u"Make room"_s), qPrintable(words));
        QVERIFY2(!words.contains(u"may not write"_s), qPrintable(words));
        QVERIFY(afterwards);
    }
};

QTEST_GUILESS_MAIN(OpeningTest)
#include "tst_opening.moc"
