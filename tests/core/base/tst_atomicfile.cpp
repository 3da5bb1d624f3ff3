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
