#include "core/base/digest.h"

#include <QTest>

using namespace plimsoll;

class DigestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithThePublishedVectors()
    {
        QCOMPARE(Digest::of("").hex(),
                 QStringLiteral("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        QCOMPARE(Digest::of("abc").hex(),
                 QStringLiteral("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }

    void piecesGiveTheSameDigestAsTheWhole()
    {
        Hasher hasher;
        hasher.add("a");
        hasher.add("");
        hasher.add("bc");

        QCOMPARE(hasher.finish(), Digest::of("abc"));
        hasher.add("abc");
        QCOMPARE(hasher.finish(), Digest::of("abc"));
    }

    void hexReadsBackInEitherCaseAndNothingElseDoes()
    {
        const auto digest = Digest::of("abc");

        QCOMPARE(Digest::fromHex(digest.hex()), digest);
        QCOMPARE(Digest::fromHex(digest.hex().toUpper()), digest);
        QVERIFY(!Digest::fromHex(digest.hex().chopped(1)));
        QVERIFY(!Digest::fromHex(digest.hex().replace(3, 1, QStringLiteral("g"))));
    }
};

QTEST_APPLESS_MAIN(DigestTest)
#include "tst_digest.moc"
