#include "core/base/atomicfile.h"
#include "tests/support/filelimit.h"
#include "tests/support/files.h"

#include <QTemporaryDir>
#include <QTest>

using namespace plimsoll;
using namespace plimsoll::test;

class AtomicFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasThereStaysUntilTheCommit()
    {
        const QTemporaryDir folder;
        const QString path = writeFile(folder.filePath(QStringLiteral("report.pdf")), "old");

        auto file = AtomicFile::create(path);
        QVERIFY(file && file->write("new"));
        const QByteArray before = readFile(path);
        QVERIFY(file->commit());

        QCOMPARE(before, QByteArray("old"));
        QCOMPARE(readFile(path), QByteArray("new"));
        QCOMPARE(filesBelow(folder.path()), QStringList{path});
    }

    void withoutACommitNothingIsLeft()
    {
        const QTemporaryDir folder;
        {
            auto file = AtomicFile::create(folder.filePath(QStringLiteral("report.pdf")));
            QVERIFY(file && file->write("new"));
        }

        QVERIFY(filesBelow(folder.path()).isEmpty());
    }

    void aFullDiskIsSaidInWordsAndLeavesTheOldFile()
    {
        const QTemporaryDir folder;
        const QString path = writeFile(folder.filePath(QStringLiteral("report.pdf")), "old");
        Done written;
        {
            const FileLimit limit(1000);
            auto file = AtomicFile::create(path);
            QVERIFY(file);
            written = file->write(QByteArray(5000, 'x'));
        }

        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::Storage);
        QVERIFY(written.error().message.contains(path));
        QCOMPARE(readFile(path), QByteArray("old"));
        QCOMPARE(filesBelow(folder.path()), QStringList{path});
    }

    void aFolderThatIsNotThereIsNamed()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("gone/report.pdf"));

        const auto file = AtomicFile::create(path);

        QVERIFY(!file);
        QCOMPARE(file.error().code, ErrorCode::NotFound);
        QVERIFY(file.error().message.contains(path));
    }

    void aFolderUnderTheNameIsNotReplaced()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("report.pdf"));
        QVERIFY(QDir().mkdir(path));

        auto file = AtomicFile::create(path);
        QVERIFY(file && file->write("new"));
        const auto committed = file->commit();

        QVERIFY(!committed);
        QCOMPARE(committed.error().code, ErrorCode::Conflict);
        QVERIFY(filesBelow(folder.path()).isEmpty());
    }

    void whatAKilledProgramLeftIsTakenAwayByTheNextWriteThere()
    {
        const QTemporaryDir folder;
        const QString mark = QStringLiteral(".plimsoll-01234567-89ab-4cde-8f01-23456789abcd");
        writeFile(folder.filePath(mark + QStringLiteral(".part")), "half");
        writeFile(folder.filePath(mark + QStringLiteral(".parts/data/evidence.csv")), "half");

        auto file = AtomicFile::create(folder.filePath(QStringLiteral("report.pdf")));
        QVERIFY(file && file->write("new") && file->commit());

        QCOMPARE(filesBelow(folder.path()), QStringList{folder.filePath(QStringLiteral("report.pdf"))});
        QVERIFY(!QFileInfo::exists(folder.filePath(mark + QStringLiteral(".parts"))));
    }

    void whatALivingProgramWritesIsNotTakenAway()
    {
        const QTemporaryDir folder;
        auto first = AtomicFile::create(folder.filePath(QStringLiteral("first")));
        QVERIFY(first && first->write("first"));

        auto second = AtomicFile::create(folder.filePath(QStringLiteral("second")));
        QVERIFY(second && second->write("second") && second->commit());

        QVERIFY(first->commit());
        QCOMPARE(readFile(folder.filePath(QStringLiteral("first"))), QByteArray("first"));
    }

    void filesOfOthersAreNotTakenAway()
    {
        const QTemporaryDir folder;
        const QTemporaryDir elsewhere;
        const QString precious = writeFile(elsewhere.filePath(QStringLiteral("precious")), "kept");
        const QStringList theirs{writeFile(folder.filePath(QStringLiteral(".plimsoll-notes.part")), "kept"),
                                 writeFile(folder.filePath(QStringLiteral("holiday.part")), "kept")};
        const QString mark =
            folder.filePath(QStringLiteral(".plimsoll-01234567-89ab-4cde-8f01-23456789abcd"));
        writeFile(mark + QStringLiteral(".part"), {});
        QVERIFY(QFile::link(elsewhere.path(), mark + QStringLiteral(".parts")));
        QVERIFY(QFile::link(precious, folder.filePath(QStringLiteral(
                                          ".plimsoll-00000000-89ab-4cde-8f01-23456789abcd.part"))));

        QCOMPARE(Unfinished::sweep(folder.path()), 1);

        QCOMPARE(readFile(precious), QByteArray("kept"));
        for (const QString &path : theirs)
            QVERIFY(QFileInfo::exists(path));
    }

    void theLongestNameAFileSystemHoldsWorks()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QString(255, QLatin1Char('n')));

        auto file = AtomicFile::create(path);
        QVERIFY(file && file->write("new"));

        QVERIFY(file->commit());
        QCOMPARE(readFile(path), QByteArray("new"));
    }
};

QTEST_APPLESS_MAIN(AtomicFileTest)
#include "tst_atomicfile.moc"
