#include "core/package/verifier.h"

#include "core/package/packagewriter.h"
#include "tests/support/bag.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace plimsoll;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;

namespace {

QString words(const Verification &verification)
{
    return inWords(verification).join(u'\n');
}

}

class VerifierTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCompleteBagIsUnchangedAndSaysWhatThatDoesNotProve()
    {
        const Bag bag;
        const auto verification = bag.verified();

        QVERIFY2(verification.isGood(), qPrintable(words(verification)));
        QCOMPARE(verification.warnings, QStringList());
        QCOMPARE(verification.seal, Digest::of(readFile(bag.folder() + u"/tagmanifest-sha256.txt"_s)));
        QCOMPARE(verification.info.first(), std::pair(u"Source-Organization"_s, u"Nordbank"_s));
        QCOMPARE(verification.files, 5);
        QVERIFY(inWords(verification)
                    .first()
                    .contains(u"complete and unchanged against its own list; who made it is not proven"_s));
    }

    void aMissingFileIsMissing()
    {
        const Bag bag;
        bag.remove("data/sub/b.txt");
        const auto verification = bag.verified();

        QCOMPARE(verification.missing, QStringList{u"data/sub/b.txt"_s});
        QCOMPARE(verification.extra + verification.changed + verification.problems, QStringList());
        QVERIFY(!verification.isGood());
    }

    void wordsListAFewOfManyFilesAndJsonAllOfThem()
    {
        Verification verification;
        for (int i = 0; i < 1000; ++i)
            verification.changed.append(u"data/%1"_s.arg(i));

        const QStringList words = inWords(verification).filter(u"Changed: "_s);

        QCOMPARE(words.size(), 21);
        QCOMPARE(words.first(), u"Changed: data/0"_s);
        QCOMPARE(words.last(), u"Changed: and 980 more; --json lists all."_s);
        QCOMPARE(toJson(verification)[u"changed"_s].toArray().size(), 1000);
    }

    void anUnlistedFileIsExtra()
    {
        const Bag bag;
        bag.write("data/c.txt", "gamma");
        const auto verification = bag.verified();

        QCOMPARE(verification.extra, QStringList{u"data/c.txt"_s});
        QCOMPARE(verification.missing + verification.changed + verification.problems, QStringList());
        QVERIFY(!verification.isGood());
    }

    void aChangedFileIsChanged()
    {
        const Bag bag;
        bag.write("data/a.txt", "alphA");
        const auto verification = bag.verified();

        QCOMPARE(verification.changed, QStringList{u"data/a.txt"_s});
        QCOMPARE(verification.missing + verification.extra + verification.problems, QStringList());
        QVERIFY(!verification.wrongTotals);
        QVERIFY(!verification.isGood());
    }

    void statedTotalsThatAreNotThereAreWrong()
    {
        const Bag bag;
        bag.write("bag-info.txt", "Payload-Oxum: 10.3\n");
        bag.seal();
        const auto verification = bag.verified();

        QVERIFY(verification.wrongTotals);
        QCOMPARE(verification.wrongTotals->stated, (PayloadTotals{10, 3}));
        QCOMPARE(verification.wrongTotals->found, (PayloadTotals{9, 2}));
        QCOMPARE(verification.missing + verification.extra + verification.changed + verification.problems,
                 QStringList());
        QVERIFY(!verification.isGood());
    }

    void changedAndMissingTagFilesAreNamedToo()
    {
        const Bag bag;
        bag.write("bag-info.txt", "Payload-Oxum: 9.2\n");
        QCOMPARE(bag.verified().changed, QStringList{u"bag-info.txt"_s});
        bag.remove("bag-info.txt");
        QCOMPARE(bag.verified().missing, QStringList{u"bag-info.txt"_s});
    }

    void theSealTellsAResealedPackageFromTheSealedOne()
    {
        const Bag bag;
        const auto sealed = bag.verified().seal;
        QVERIFY(verify(bag.folder(), unwatched(), sealed)->isGood());
        bag.write("data/a.txt", "forge");
        bag.writeManifest(Bag::line("data/a.txt", "forge") + Bag::line("data/sub/b.txt", "beta"));

        QVERIFY2(bag.verified().isGood(), qPrintable(words(bag.verified())));
        const auto verification = verify(bag.folder(), unwatched(), sealed);
        QVERIFY(!verification->isGood());
        QVERIFY(!verification->sealFits());
        QVERIFY(inWords(*verification).last().contains(sealed->hex()));
    }

    void signaturesMayBeAddedAfterSealing()
    {
        const Bag bag;
        bag.write("signatures/tagmanifest-sha256.txt.001.p7s", "signature");

        QVERIFY2(bag.verified().isGood(), qPrintable(words(bag.verified())));
        QCOMPARE(bag.verified().warnings.size(), 1); // they are counted, and not "in no list"
    }

    void otherUnlistedTagFilesAreAWarning()
    {
        const Bag bag;
        bag.write("notes.txt", "unlisted");

        QVERIFY2(bag.verified().isGood(), qPrintable(words(bag.verified())));
        QCOMPARE(bag.verified().warnings.size(), 1);
    }

    void everyAlgorithmIsCheckedAndWeakOnesWarn_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QCryptographicHash::Algorithm>("algorithm");
        QTest::addColumn<bool>("weak");
        QTest::newRow("md5") << u"md5"_s << QCryptographicHash::Md5 << true;
        QTest::newRow("sha1") << u"sha1"_s << QCryptographicHash::Sha1 << true;
        QTest::newRow("sha224") << u"sha224"_s << QCryptographicHash::Sha224 << false;
        QTest::newRow("sha384") << u"sha384"_s << QCryptographicHash::Sha384 << false;
        QTest::newRow("sha512") << u"sha512"_s << QCryptographicHash::Sha512 << false;
    }
    void everyAlgorithmIsCheckedAndWeakOnesWarn()
    {
        QFETCH(QString, name);
        QFETCH(QCryptographicHash::Algorithm, algorithm);
        QFETCH(bool, weak);
        const Bag bag;
        bag.remove("manifest-sha256.txt");
        bag.remove("tagmanifest-sha256.txt");
        const QByteArray manifest = "manifest-" + name.toLatin1() + ".txt";
        bag.write(manifest, Bag::line("data/a.txt", "alpha", algorithm) +
                                Bag::line("data/sub/b.txt", "beta", algorithm));

        QVERIFY2(bag.verified().isGood(), qPrintable(words(bag.verified())));
        QCOMPARE(bag.verified().warnings.filter(u"weak"_s).size(), weak ? 1 : 0);
        bag.write("data/a.txt", "alphA");
        QCOMPARE(bag.verified().changed, QStringList{u"data/a.txt"_s});
    }

    void inVersion1EveryManifestListsEveryFile()
    {
        const Bag strict("1.0");
        const Bag lenient("0.97");
        for (const Bag *bag : {&strict, &lenient})
            bag->write("manifest-md5.txt", Bag::line("data/a.txt", "alpha", QCryptographicHash::Md5));

        QVERIFY(!strict.verified().isGood());
        QVERIFY2(lenient.verified().isGood(), qPrintable(words(lenient.verified())));
    }

    void olderManifestsAreReadLeniently_data()
    {
        QTest::addColumn<QByteArray>("separator");
        QTest::addColumn<QByteArray>("end");
        QTest::addColumn<int>("warnings");
        QTest::newRow("one space") << QByteArray(" ") << QByteArray("\n") << 0;
        QTest::newRow("tab, CRLF") << QByteArray("\t") << QByteArray("\r\n") << 0;
        QTest::newRow("CR") << QByteArray("  ") << QByteArray("\r") << 0;
        QTest::newRow("asterisk") << QByteArray(" *") << QByteArray("\n") << 1;
        QTest::newRow("dot slash") << QByteArray("  ./") << QByteArray("\n") << 1;
    }
    void olderManifestsAreReadLeniently()
    {
        QFETCH(QByteArray, separator);
        QFETCH(QByteArray, end);
        QFETCH(int, warnings);
        const Bag bag("0.97");
        bag.writeManifest(Bag::hash("alpha", QCryptographicHash::Sha256).toUpper() + separator +
                          "data/a.txt" + end + Bag::hash("beta", QCryptographicHash::Sha256) + separator +
                          "data/sub/b.txt" + end);

        QVERIFY2(bag.verified().isGood(), qPrintable(words(bag.verified())));
        QCOMPARE(bag.verified().warnings.size(), warnings);
    }

    void percentEncodedPathsMeetTheirFiles()
    {
        const Bag bag;
        bag.write("data/100% sure.txt", "gamma");
        bag.write("bag-info.txt", "Payload-Oxum: 14.3\n");
        bag.writeManifest(Bag::line("data/a.txt", "alpha") + Bag::line("data/sub/b.txt", "beta") +
                          Bag::line("data/100%25 sure.txt", "gamma"));

        QVERIFY2(bag.verified().isGood(), qPrintable(words(bag.verified())));
    }

    void tagFilesAreReadInTheirEncoding_data()
    {
        QTest::addColumn<QByteArray>("encoding");
        QTest::addColumn<QByteArray>("info");
        QTest::newRow("latin") << QByteArray("ISO-8859-1") << QByteArray("Contact-Name: J\xf8rgen\n");
        QTest::newRow("utf-8") << QByteArray("UTF-8") << QByteArray("Contact-Name: J\xc3\xb8rgen\n");
    }
    void tagFilesAreReadInTheirEncoding()
    {
        QFETCH(QByteArray, encoding);
        QFETCH(QByteArray, info);
        const Bag bag;
        bag.write("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: " + encoding + '\n');
        bag.write("bag-info.txt", info);
        bag.seal();

        QVERIFY2(bag.verified().isGood(), qPrintable(words(bag.verified())));
        QCOMPARE(bag.verified().info.first().second, u"Jørgen"_s);
    }

    void utf16TagFilesAreRead()
    {
        const Bag bag;
        QStringEncoder encode(QStringEncoder::Utf16BE, QStringEncoder::Flag::WriteBom);
        bag.write("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-16\n");
        bag.write("bag-info.txt", encode(u"Contact-Name: Jørgen\n"_s));
        bag.write("manifest-sha256.txt",
                  QStringEncoder(QStringEncoder::Utf16LE, QStringEncoder::Flag::WriteBom)(QString::fromLatin1(
                      Bag::line("data/a.txt", "alpha") + Bag::line("data/sub/b.txt", "beta"))));
        bag.remove("tagmanifest-sha256.txt");

        QVERIFY2(bag.verified().isGood(), qPrintable(words(bag.verified())));
        QCOMPARE(bag.verified().info.first().second, u"Jørgen"_s);
    }

    void aFetchListIsNeverFollowed()
    {
        const Bag bag;
        bag.write("fetch.txt", "http://127.0.0.1:9/b 4 data/sub/b.txt\n");
        QVERIFY(bag.verified().isGood());
        QCOMPARE(bag.verified().warnings.filter(u"Nothing was downloaded"_s).size(), 1);
        bag.remove("data/sub/b.txt");
        QCOMPARE(bag.verified().missing, QStringList{u"data/sub/b.txt"_s});
    }

    void invalidBagsAreRejectedWithAReason_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char *name, const char *path, const QByteArray &bytes) {
            QTest::newRow(name) << QByteArray(path) << bytes;
        };
        const QByteArray both = Bag::line("data/a.txt", "alpha") + Bag::line("data/sub/b.txt", "beta");
        const QByteArray encoding = "Tag-File-Character-Encoding: UTF-8\n";
        row("byte-order mark", "bagit.txt",
            "\xef\xbb\xbf"
            "BagIt-Version: 1.0\n" +
                encoding);
        row("no version", "bagit.txt", encoding);
        row("bad version", "bagit.txt", "BagIt-Version: one\n" + encoding);
        row("white space", "bagit.txt", "BagIt-Version : 1.0\n" + encoding);
        row("newer version", "bagit.txt", "BagIt-Version: 2.0\n" + encoding);
        row("no encoding", "bagit.txt", "BagIt-Version: 1.0\n");
        row("unknown encoding", "bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: KOI8-X\n");
        row("not in its encoding", "bag-info.txt", "Contact-Name: J\xf8rgen\n");
        row("no label", "bag-info.txt", "nothing that could be read\n");
        row("bad totals", "bag-info.txt", "Payload-Oxum: many\n");
        row("short fingerprint", "manifest-sha256.txt", both + "abc  data/a.txt\n");
        row("no path", "manifest-sha256.txt", both + QByteArray(64, 'a') + "\n");
        row("conflicting duplicate", "manifest-sha256.txt", both + Bag::line("data/a.txt", "other"));
        row("equal duplicate in 1.0", "manifest-sha256.txt", both + Bag::line("data/a.txt", "alpha"));
        row("outside data", "manifest-sha256.txt", both + Bag::line("bagit.txt", "x"));
        row("climbing", "manifest-sha256.txt", both + Bag::line("data/../../etc/passwd", "x"));
        row("absolute", "manifest-sha256.txt", both + Bag::line("/etc/passwd", "x"));
        row("home", "manifest-sha256.txt", both + Bag::line("~/secret", "x"));
        row("drive", "manifest-sha256.txt", both + Bag::line("C:\\secret", "x"));
        row("windows variable", "manifest-sha256.txt", both + Bag::line("%HomeDrive%\\secret", "x"));
        row("unc", "manifest-sha256.txt", both + Bag::line("\\\\?\\UNC\\host\\share", "x"));
        row("fetch outside", "fetch.txt", "http://127.0.0.1:9/x - ../evil\n");
        row("payload among tags", "tagmanifest-sha256.txt", Bag::line("data/a.txt", "alpha"));
    }
    void invalidBagsAreRejectedWithAReason()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, bytes);
        const Bag bag;
        bag.write(path, bytes);
        if (!path.startsWith("tagmanifest"))
            bag.seal();

        const auto verification = bag.verified();

        QVERIFY(!verification.isGood());
        QVERIFY2(!verification.problems.isEmpty(), qPrintable(inWords(verification).join(u'\n')));
    }

    void aTagManifestIsNotedAsAbsentOnlyWhereThereIsNone()
    {
        const Bag bag;
        const QByteArray sealed = readFile(bag.folder() + u"/tagmanifest-sha256.txt"_s);
        bag.write("tagmanifest-sha256.txt", sealed + "junk\n");
        QVERIFY(!words(bag.verified()).contains(u"It has no tag manifest"_s));
        bag.remove("tagmanifest-sha256.txt");
        QVERIFY(words(bag.verified()).contains(u"It has no tag manifest"_s));
    }

    void aBagWithoutAnyListIsRejected()
    {
        const Bag bag;
        bag.remove("manifest-sha256.txt");
        bag.remove("tagmanifest-sha256.txt");
        QVERIFY(!bag.verified().isGood());
        bag.remove("bagit.txt");
        QVERIFY(!bag.verified().isGood());
        QCOMPARE(bag.verified().bagItVersion, QString());
    }

    void whatIsNotThereIsNoVerdict()
    {
        const QTemporaryDir dir;
        const auto verification = verify(dir.filePath(u"nothing"_s), unwatched());

        QVERIFY(!verification);
        QCOMPARE(verification.error().code, ErrorCode::NotFound);
    }

    void aCancelledCheckIsNoVerdict()
    {
        const Bag bag;
        const auto verification = verify(bag.folder(), [](qint64, qint64, const QString &) { return false; });

        QVERIFY(!verification);
        QCOMPARE(verification.error().code, ErrorCode::Cancelled);
    }

    void hiddenCharactersOfNamesAreShown()
    {
        const Bag bag;
        bag.writeManifest(Bag::line("data/a.txt", "alpha") + Bag::line("data/sub/b.txt", "beta") +
                          Bag::line("data/x\xe2\x80\xaegpj.exe", "x"));

        const QString shown = words(bag.verified());

        QVERIFY(shown.contains(u"⟨RLO⟩"_s));
        QVERIFY(!shown.contains(QChar(0x202e)));
    }

    void theJsonFormSaysTheSame()
    {
        const Bag bag;
        bag.remove("data/sub/b.txt");
        bag.write("data/c.txt", "gamma");
        bag.write("data/a.txt", "alphA");
        const QJsonObject json = toJson(bag.verified());

        QCOMPARE(json[u"verdict"_s].toString(), u"rejected"_s);
        QCOMPARE(json[u"missing"_s].toArray(), QJsonArray{u"data/sub/b.txt"_s});
        QCOMPARE(json[u"extra"_s].toArray(), QJsonArray{u"data/c.txt"_s});
        QCOMPARE(json[u"changed"_s].toArray(), QJsonArray{u"data/a.txt"_s});
        QCOMPARE(json[u"wrong_totals"_s][u"found"_s][u"bytes"_s].toInt(), 10);
        QCOMPARE(json[u"seal"_s].toString().size(), 64);
        QVERIFY(json[u"expected_seal"_s].isNull() && json[u"seal_fits"_s].isNull());
        QCOMPARE(toJson(*verify(bag.folder(), unwatched(), Digest::of("other")))[u"seal_fits"_s],
                 QJsonValue(false));
        QCOMPARE(json.keys(),
                 QStringList({u"bag_info"_s, u"bagit_version"_s, u"bytes"_s, u"changed"_s, u"expected_seal"_s,
                              u"extra"_s, u"files"_s, u"missing"_s, u"name"_s, u"path"_s, u"problems"_s,
                              u"seal"_s, u"seal_fits"_s, u"verdict"_s, u"warnings"_s, u"wrong_totals"_s}));
    }
};

QTEST_GUILESS_MAIN(VerifierTest)
#include "tst_verifier.moc"
