#include "core/evidence/folderwalk.h"
#include "tests/support/files.h"

#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace plimsoll;
using namespace plimsoll::test;

class FolderWalkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_dropped = QFileInfo(m_folder->path()).canonicalFilePath() + QStringLiteral("/dropped");
        QVERIFY(QDir().mkdir(m_dropped));
    }

    void everyFileAtAnyDepthIsListedInOrder()
    {
        const QStringList expected{writeFile(in("a/deep/er/file"), "x"), writeFile(in("b.txt"), "x"),
                                   writeFile(in("c/.hidden"), "x")};

        QCOMPARE(walkFolder(m_dropped).value().files, expected);
        QVERIFY(walkFolder(m_dropped)->leftOut.empty());
    }

    void linksThatLeadOutAreLeftOutInWords()
    {
        writeFile(m_folder->filePath(QStringLiteral("secret/key")), "x");
        writeFile(m_folder->filePath(QStringLiteral("dropped-too/key")), "x");
        QVERIFY(QFile::link(m_folder->filePath(QStringLiteral("secret/key")), in("key")));
        QVERIFY(QFile::link(m_folder->filePath(QStringLiteral("secret")), in("secret")));
        QVERIFY(QFile::link(m_folder->filePath(QStringLiteral("dropped-too")), in("similar")));
        QVERIFY(QFile::link(QStringLiteral("../secret/key"), in("relative")));
        QVERIFY(QFile::link(in("gone"), in("nowhere")));

        const auto listing = walkFolder(m_dropped);

        QVERIFY(listing);
        QVERIFY(listing->files.isEmpty());
        QStringList paths;
        for (const auto &left : listing->leftOut) {
            paths << left.path;
            QVERIFY(left.reason.contains(QStringLiteral("link")));
        }
        QCOMPARE(paths, (QStringList{in("key"), in("nowhere"), in("relative"), in("secret"), in("similar")}));
    }

    void linksWithinListNothingTwiceAndNeverGoRound()
    {
        const QString file = writeFile(in("a/file"), "x");
        QVERIFY(QFile::link(file, in("b")) && QFile::link(m_dropped, in("a/round")));

        const auto listing = walkFolder(m_dropped);

        QVERIFY(listing);
        QCOMPARE(listing->files, QStringList{file});
        QVERIFY(listing->leftOut.empty());
    }

    void aDroppedLinkToAFolderStandsForTheFolder()
    {
        const QString file = writeFile(in("file"), "x");
        QVERIFY(QFile::link(m_dropped, m_folder->filePath(QStringLiteral("link"))));

        QCOMPARE(walkFolder(m_folder->filePath(QStringLiteral("link"))).value().files, QStringList{file});
    }

    void pipesAndNamesThatAreNoTextAreLeftOut()
    {
        QCOMPARE(::mkfifo(qPrintable(in("pipe")), 0600), 0);
        const QByteArray bad = QFile::encodeName(m_dropped) + "/bad\xff\xfe";
        const int handle = ::creat(bad.constData(), 0600);
        if (handle == -1)
            QSKIP("This file system takes only names that are text");
        ::close(handle);

        const auto listing = walkFolder(m_dropped);

        QVERIFY(listing);
        QVERIFY(listing->files.isEmpty());
        QCOMPARE(listing->leftOut.size(), size_t(2));
    }

    void tooManyFilesAreRefusedWhole()
    {
        for (int i = 0; i < 11; ++i)
            writeFile(in("%1").arg(i), "x");

        QVERIFY(walkFolder(m_dropped, unwatched(), {.files = 11}));
        const auto refused = walkFolder(m_dropped, unwatched(), {.files = 10});
        QVERIFY(!refused);
        QVERIFY(refused.error().message.contains(QStringLiteral("10 files")));
    }

    void tooDeepIsLeftOutAndTheRestTaken()
    {
        const QString file = writeFile(in("1/2/file"), "x");
        writeFile(in("1/2/3/file"), "x");

        const auto listing = walkFolder(m_dropped, unwatched(), {.depth = 2});

        QVERIFY(listing);
        QCOMPARE(listing->files, QStringList{file});
        QCOMPARE(listing->leftOut.size(), size_t(1));
        QCOMPARE(listing->leftOut.front().path, in("1/2/3"));
    }

    void foldersAndFilesDroppedTogetherAreListedOnce()
    {
        const QStringList files{writeFile(in("a/one"), "x"), writeFile(in("two"), "x")};

        const auto listing = walkDropped({m_dropped, in("two"), in("a")});

        QVERIFY(listing);
        QCOMPARE(listing->files, files);
        QVERIFY(listing->leftOut.empty());
    }

    void emptyFilesAndLinksOutOfTheirFolderAreLeftOutInWords()
    {
        const QString file = writeFile(in("file"), "x");
        const QString empty = writeFile(in("empty"), {});
        const QString secret = writeFile(m_folder->filePath(QStringLiteral("secret/key")), "x");
        QVERIFY(QFile::link(secret, in("key")) && QFile::link(file, in("near")));
        QVERIFY(QFile::link(QFileInfo(secret).path(), in("folder")));

        const auto listing = walkDropped({in("key"), in("near"), in("folder"), empty});

        QVERIFY(listing);
        QCOMPARE(listing->files, QStringList{QFileInfo(file).canonicalFilePath()});
        QCOMPARE(listing->leftOut.size(), size_t(3));
        for (const LeftOut &left : listing->leftOut)
            QVERIFY2(
                left.reason.contains(left.path == empty ? QStringLiteral("empty") : QFileInfo(secret).path()),
                qPrintable(left.reason));
    }

    void aPipeDroppedByItselfIsLeftOutInWords()
    {
        QCOMPARE(::mkfifo(qPrintable(in("pipe")), 0600), 0);
        const QString file = writeFile(in("file"), "x");

        const auto listing = walkDropped({in("pipe"), file});

        QVERIFY(listing);
        QCOMPARE(listing->files, QStringList{file});
        QCOMPARE(listing->leftOut.size(), size_t(1));
        QVERIFY(listing->leftOut.front().reason.contains(QStringLiteral("pipe")));
    }

    void aFileThatCannotBeReadIsLeftOut()
    {
        const QString file = writeFile(in("secret"), "x");
        QVERIFY(QFile::setPermissions(file, QFile::WriteOwner));
        if (QFile(file).open(QIODevice::ReadOnly))
            QSKIP("Whoever runs this test may read everything");

        const auto listing = walkDropped({m_dropped});

        QVERIFY(listing);
        QVERIFY(listing->files.isEmpty());
        QCOMPARE(listing->leftOut.size(), size_t(1));
    }

    void moreFilesThanTheLimitInSeveralFoldersAreRefusedWhole()
    {
        writeFile(in("a/1"), "x");
        writeFile(in("b/1"), "x");

        QVERIFY(walkDropped({in("a"), in("b")}, unwatched(), {.files = 2}));
        QVERIFY(!walkDropped({in("a"), in("b")}, unwatched(), {.files = 1}));
    }

    void whatIsNoFolderIsRefused()
    {
        QCOMPARE(walkFolder(writeFile(in("file"), "x")).error().code, ErrorCode::Invalid);
        QCOMPARE(walkFolder(in("gone")).error().code, ErrorCode::NotFound);
    }

    void aFolderOneMayNotReadIsLeftOut()
    {
        if (::geteuid() == 0)
            QSKIP("The administrator may read everything, so this cannot be refused here");
        writeFile(in("closed/file"), "x");
        ::chmod(qPrintable(in("closed")), 0);

        const auto listing = walkFolder(m_dropped);
        ::chmod(qPrintable(in("closed")), 0700);

        QVERIFY(listing);
        QCOMPARE(listing->leftOut.size(), size_t(1));
    }

    void stoppedItListsNothing()
    {
        writeFile(in("file"), "x");

        const auto listing = walkFolder(m_dropped, [](qint64, qint64, const QString &) { return false; });

        QCOMPARE(listing.error().code, ErrorCode::Cancelled);
    }

private:
    QString in(const char *path) const { return m_dropped + QLatin1Char('/') + QString::fromLatin1(path); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_dropped;
};

QTEST_GUILESS_MAIN(FolderWalkTest)
#include "tst_folderwalk.moc"
