#include "core/package/verifier.h"
#include "tests/support/asnobody.h"
#include "tests/support/bag.h"

#include <QTest>

using namespace plimsoll;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;

/// What cannot be read says nothing about the package: it is neither unchanged nor rejected.
class UnreadablePackageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatMayNotBeReadIsNotRejectedButSaidSo_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("the folder") << QByteArray();
        QTest::newRow("a folder in it") << QByteArray("data/sub");
        QTest::newRow("a file of the payload") << QByteArray("data/sub/b.txt");
        QTest::newRow("the declaration") << QByteArray("bagit.txt");
        QTest::newRow("a list") << QByteArray("manifest-sha256.txt");
        QTest::newRow("the seal") << QByteArray("tagmanifest-sha256.txt");
    }
    void whatMayNotBeReadIsNotRejectedButSaidSo()
    {
        QFETCH(const QByteArray, path);
        const Bag bag;
        allow(bag.folder(), 0755);
        const QString closed = path.isEmpty() ? bag.folder() : bag.folder() + u'/' + QString::fromUtf8(path);
        allow(closed, 0);

        const auto verification = [&bag] {
            const AsNobody nobody;
            return verify(bag.folder(), unwatched());
        }();
        allow(closed, 0755);

        QVERIFY(!verification);
        QCOMPARE(verification.error().code, ErrorCode::Denied);
        QVERIFY2(verification.error().message.startsWith(u"You may not read "_s),
                 qPrintable(verification.error().message));
        QVERIFY(bag.verified().isGood());
    }

    void anArchiveThatMayNotBeReadIsNotRejectedButSaidSo()
    {
        const QTemporaryDir folder;
        const QString archive = writeFile(folder.filePath(u"package.zip"_s), "PK");
        allow(archive, 0);

        const auto verification = [&archive] {
            const AsNobody nobody;
            return verify(archive, unwatched());
        }();

        QVERIFY(!verification);
        QCOMPARE(verification.error().code, ErrorCode::Denied);
    }

    void signaturesAreCountedThoughNobodyChecksThem()
    {
        const Bag bag;
        bag.write("signatures/ana.p7s", "x");
        bag.write("signatures/jo.p7s", "y");

        const auto verification = bag.verified();

        QVERIFY(verification.isGood());
        QCOMPARE(verification.warnings,
                 QStringList{u"Files in signatures/ that this version does not check: 2. They prove nothing "
                             "here."_s});
    }
};

QTEST_GUILESS_MAIN(UnreadablePackageTest)
#include "tst_unreadablepackage.moc"
