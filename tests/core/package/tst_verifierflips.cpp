#include "core/package/packagereader.h"
#include "core/package/packagewriter.h"
#include "core/package/verifier.h"
#include "tests/support/files.h"
#include "tests/support/packages.h"

#include <QTemporaryDir>
#include <QTest>

using namespace plimsoll;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;

/// Whatever single byte of a sealed package changes, the check says so.
class VerifierFlipsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyFlippedByteOfAnyFileInAFolderIsFound()
    {
        const QTemporaryDir dir;
        const QString bag = dir.filePath(aPackage().name);
        const auto written = writeFolderPackage(aPackage(), bag, unwatched());
        QVERIFY(written);
        const auto reader = PackageReader::open(bag);
        QVERIFY(reader);
        for (const PackagedFile &file : reader->files()) {
            const QString path = bag + u'/' + file.path;
            const QByteArray former = readFile(path);
            const qsizetype step = std::max<qsizetype>(1, former.size() / 60);
            for (qsizetype at = 0; at < former.size(); at += step) {
                QByteArray flipped = former;
                flipped[at] = char(flipped[at] ^ (1 << (at % 8)));
                writeFile(path, flipped);

                const auto verification = verify(bag, unwatched(), written->seal);

                QVERIFY2(!verification || !verification->isGood(),
                         qPrintable(u"%1 at %2"_s.arg(file.path).arg(at)));
            }
            writeFile(path, former);
        }
        QVERIFY(verify(bag, unwatched(), written->seal)->isGood());
    }

    /// The bytes that say nothing (dates, versions, comments) are not part of what a package promises: a flip
    /// there either is refused or leaves every file and the seal as they were.
    void aFlippedByteInAZipIsFoundOrChangesNoFile()
    {
        const QTemporaryDir dir;
        const QString zip = dir.filePath(u"a.zip"_s);
        const auto written = writeZipPackage(aPackage(), zip, unwatched());
        QVERIFY(written);
        const auto former = filesOf(zip);
        const QByteArray bytes = readFile(zip);
        int found = 0;
        for (qsizetype at = 0; at < bytes.size(); ++at) {
            QByteArray flipped = bytes;
            flipped[at] = char(flipped[at] ^ (1 << (at % 8)));
            writeFile(zip, flipped);

            const auto verification = verify(zip, unwatched(), written->seal);

            if (!verification || !verification->isGood())
                ++found;
            else
                QVERIFY2(filesOf(zip) == former, qPrintable(u"at %1"_s.arg(at)));
        }
        QVERIFY2(found > bytes.size() / 2, qPrintable(u"%1 of %2"_s.arg(found).arg(bytes.size())));
    }

private:
    static QList<std::pair<QString, QByteArray>> filesOf(const QString &zip)
    {
        QList<std::pair<QString, QByteArray>> files;
        auto reader = PackageReader::open(zip);
        if (!reader)
            return files;
        for (const PackagedFile &file : reader->files())
            files.append({file.path, reader->read(file.path, 1 << 20).value_or(QByteArray())});
        return files;
    }
};

QTEST_APPLESS_MAIN(VerifierFlipsTest)
#include "tst_verifierflips.moc"
