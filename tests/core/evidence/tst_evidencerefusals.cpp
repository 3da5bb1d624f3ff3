#include "core/evidence/evidencestore.h"
#include "tests/support/filelimit.h"
#include "tests/support/files.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace plimsoll;
using namespace plimsoll::test;

class EvidenceRefusalsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<EvidenceStore>(at("evidence"));
    }

    void aFolderIsNotAFile() { refuses(m_folder->path(), ErrorCode::Invalid, QStringLiteral("a folder")); }

    void aPipeIsRefusedWithoutWaitingForIt()
    {
        QCOMPARE(::mkfifo(qPrintable(at("pipe")), 0600), 0);
        refuses(at("pipe"), ErrorCode::Invalid, QStringLiteral("a pipe"));
    }

    void aDeviceIsRefused()
    {
        refuses(QStringLiteral("/dev/zero"), ErrorCode::Invalid, QStringLiteral("a device"));
    }

    void aSocketIsRefused()
    {
        sockaddr_un address = {};
        address.sun_family = AF_UNIX;
        qstrncpy(address.sun_path, qPrintable(at("socket")), sizeof address.sun_path);
        const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
        QCOMPARE(::bind(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
        refuses(at("socket"), ErrorCode::Invalid, QStringLiteral("a socket"));
        ::close(socket);
    }

    void aLinkToADeviceIsRefused()
    {
        QVERIFY(QFile::link(QStringLiteral("/dev/zero"), at("link")));
        refuses(at("link"), ErrorCode::Invalid, QStringLiteral("/dev/zero"));
    }

    void aLinkThatLeadsOutOfItsFolderIsRefusedAndNamesWhatToChoose()
    {
        QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("elsewhere")));
        QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("here")));
        const QString secret = writeFile(at("elsewhere/secret"), "x");
        QVERIFY(QFile::link(secret, at("here/report.pdf")));
        QVERIFY(QFile::link(QStringLiteral("../elsewhere/secret"), at("here/relative.pdf")));
        for (const char *link : {"here/report.pdf", "here/relative.pdf"})
            refuses(at(link), ErrorCode::Invalid,
                    QStringLiteral("leads out of its folder, to ") + QFileInfo(secret).canonicalFilePath());
    }

    void anEmptyFileIsRefusedByName()
    {
        refuses(writeFile(at("nothing.pdf"), {}), ErrorCode::Invalid,
                at("nothing.pdf") + QStringLiteral(" is empty"));
    }

    void aLinkThatLeadsNowhereIsRefused()
    {
        QVERIFY(QFile::link(at("gone"), at("link")));
        refuses(at("link"), ErrorCode::NotFound, QStringLiteral("link"));
    }

    void linksInACircleAreRefused()
    {
        QVERIFY(QFile::link(at("one"), at("two")) && QFile::link(at("two"), at("one")));
        refuses(at("one"), ErrorCode::NotFound, QStringLiteral("link"));
    }

    void aFileThatNeverWasIsNotSaidToHaveGone()
    {
        refuses(at("gone"), ErrorCode::NotFound, QStringLiteral("There is no ") + at("gone"));
    }

    void aStoredFileThatWentIsSaidToHaveGone()
    {
        const auto stored = m_store->storeBytes("kept", QStringLiteral("kept.txt"));
        QVERIFY(stored && QFile::remove(m_store->pathOf(stored->digest)));

        const auto opened = m_store->open(stored->digest);

        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::NotFound);
        QVERIFY(opened.error().message.contains(QStringLiteral("not there any more")));
    }

    void aFileOneMayNotReadIsNamed()
    {
        if (::geteuid() == 0)
            QSKIP("The administrator may read everything, so this cannot be refused here");
        ::chmod(qPrintable(writeFile(at("secret"), "x")), 0);
        refuses(at("secret"), ErrorCode::Denied, at("secret"));
    }

    void aStoreOneMayNotWriteIsNamed()
    {
        writeFile(at("evidence"), "a file where the folder should be");
        const auto stored = m_store->store(writeFile(at("source"), "x"));
        QVERIFY(!stored);
        QVERIFY(stored.error().message.contains(at("evidence")));
    }

    void aFileThatChangesWhileBeingReadIsRefused_data()
    {
        QTest::addColumn<qsizetype>("size");
        QTest::newRow("small") << qsizetype(600'000);
        QTest::newRow("large") << qsizetype(6'000'000);
    }
    void aFileThatChangesWhileBeingReadIsRefused()
    {
        QFETCH(qsizetype, size);
        const QString source = writeFile(at("log"), QByteArray(size, 'x'));
        const auto append = [&] {
            appendTo(source);
        };
        const auto overwrite = [&] {
            overwriteIn(source);
        };
        const auto shorten = [&] {
            QVERIFY(QFile::resize(source, 10));
        };
        const auto replace = [&] {
            QVERIFY(QFile::rename(source, at("moved")));
            writeFile(source, QByteArray(size, 'x'));
        };
        const auto replaceByPipe = [&] {
            QVERIFY(QFile::remove(source));
            QCOMPARE(::mkfifo(qPrintable(source), 0600), 0);
        };

        for (const auto &change :
             std::vector<std::function<void()>>{append, overwrite, shorten, replace, replaceByPipe}) {
            QFile::remove(source);
            writeFile(source, QByteArray(size, 'x'));
            QTest::qSleep(20); // so that the time of the change differs on file systems that count coarsely
            refusesWhile(change, source);
        }
    }

    void aFullDiskIsSaidInWordsAndNothingIsLeft_data()
    {
        QTest::addColumn<int>("limit");
        for (const int limit : {0, 1, 4096, 262'144, 262'145, 4'500'000, 8'999'999})
            QTest::addRow("%d", limit) << limit;
    }
    void aFullDiskIsSaidInWordsAndNothingIsLeft()
    {
        QFETCH(int, limit);
        const QString source = writeFile(at("model.bin"), QByteArray(9'000'000, 'x'));
        Result<StoredFile> stored;
        {
            const FileLimit fileLimit(static_cast<rlim_t>(limit));
            stored = m_store->store(source);
        }

        QVERIFY(!stored);
        QCOMPARE(stored.error().code, ErrorCode::Storage);
        if (limit > 4096)
            QVERIFY2(stored.error().message.contains(QStringLiteral("model.bin")),
                     qPrintable(stored.error().message));
        nothingIsLeft();
    }

    void cancelledAtAnyPointNothingRemains()
    {
        const QString source = writeFile(at("model.bin"), QByteArray(9'000'000, 'x'));
        for (int round = 0; round < 20; ++round) {
            const qint64 stopAt = QRandomGenerator::global()->bounded(8'000'000);
            const auto stored = m_store->store(
                source, [stopAt](qint64 done, qint64, const QString &) { return done < stopAt; });

            QVERIFY(!stored);
            QCOMPARE(stored.error().code, ErrorCode::Cancelled);
            nothingIsLeft();
        }
    }

private:
    QString at(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }

    void nothingIsLeft() { QCOMPARE(filesBelow(m_store->folder()), QStringList()); }

    void refuses(const QString &source, ErrorCode code, const QString &saying)
    {
        const auto stored = m_store->store(source);
        QVERIFY(!stored);
        QCOMPARE(stored.error().code, code);
        QVERIFY2(stored.error().message.contains(saying), qPrintable(stored.error().message));
        QVERIFY(stored.error().message.endsWith(QLatin1Char('.')));
        nothingIsLeft();
    }

    static void appendTo(const QString &path)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::Append) && file.write("more") == 4);
    }

    static void overwriteIn(const QString &path)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.write("changed") == 7);
    }

    void refusesWhile(const std::function<void()> &change, const QString &source)
    {
        bool changed = false;
        const auto stored = m_store->store(source, [&](qint64 done, qint64, const QString &) {
            if (done > 0 && !changed)
                change();
            changed = changed || done > 0;
            return true;
        });
        QVERIFY(changed);
        QVERIFY(!stored);
        QCOMPARE(stored.error().code, ErrorCode::Conflict);
        QVERIFY(stored.error().message.contains(source));
        nothingIsLeft();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<EvidenceStore> m_store;
};

QTEST_GUILESS_MAIN(EvidenceRefusalsTest)
#include "tst_evidencerefusals.moc"
