#include "core/delivery/packageverification.h"

#include "core/journal/journalentry.h"
#include "core/package/verifier.h"
#include "core/record/canonicaljson.h"
#include "tests/support/ownpackage.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <functional>

using namespace plimsoll;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;

/// A package of ours, proven against its list and its record.
class PackageVerificationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasNotComparedWithTheRecordIsSaid()
    {
        const Packed packed;

        const auto verification = verifyPackage(packed.folder, {});

        QVERIFY(verification && verification->holds());
        const QStringList paths{u"data/export/audit-report.pdf"_s, u"data/evidence.csv"_s,
                                u"data/index.html"_s, u"bag-info.txt"_s, u"meta/files.tsv"_s};
        QCOMPARE(toJson(*verification)["record"_L1]["not_compared"_L1].toArray(),
                 QJsonArray::fromStringList(paths));
        const QString words = inWords(*verification).join(u'\n');
        QVERIFY2(words.contains(u"not compared with the record: "_s + paths.join(", "_L1)),
                 qPrintable(words));
    }

    void listsWithTheLineEndsOfAnySystemAreRead_data()
    {
        QTest::addColumn<QByteArray>("end");
        QTest::newRow("LF") << QByteArray("\n");
        QTest::newRow("CRLF") << QByteArray("\r\n");
        QTest::newRow("CR") << QByteArray("\r");
    }
    void listsWithTheLineEndsOfAnySystemAreRead()
    {
        QFETCH(const QByteArray, end);
        const Packed packed;
        packed.rewrite([&end](QByteArray text) { return text.replace("\n", end); });

        const auto verification = verifyPackage(packed.folder, {});

        QVERIFY2(verification, qPrintable(verification ? QString() : verification.error().message));
        QVERIFY2(verification->holds(), qPrintable(inWords(*verification).join(u'\n')));
    }

    void whatWasNotCheckedAsThereIsNoRecordIsSaid_data()
    {
        QTest::addColumn<QStringList>("takenOut");
        QTest::newRow("the record") << QStringList{u"data/export/record.json"_s};
        QTest::newRow("both") << QStringList{u"data/export/record.json"_s, u"data/audit/log.jsonl"_s};
    }
    void whatWasNotCheckedAsThereIsNoRecordIsSaid()
    {
        QFETCH(const QStringList, takenOut);
        const Packed packed;
        for (const QString &path : takenOut)
            QVERIFY(QFile::remove(packed.at(path)));
        packed.rewrite([&takenOut](const QByteArray &text) {
            return withoutLines(text, [&takenOut](const QByteArray &line) {
                return tellsOfPlimsoll(line) || std::ranges::any_of(takenOut, [&line](const QString &path) {
                           return line.contains(path.toUtf8());
                       });
            });
        });

        const auto verification = verifyPackage(packed.folder, {});

        QVERIFY(verification);
        const QString words = inWords(*verification).join(u'\n');
        QVERIFY2(verification->holds(), qPrintable(words));
        QVERIFY2(words.contains(u"no record and no journal were checked"_s), qPrintable(words));
        const QJsonObject document = toJson(*verification);
        QVERIFY(document.contains("record"_L1) && document["record"_L1].isNull());
        QVERIFY(document["warnings"_L1].toArray().last().toString().contains(u"no journal"_s));
    }

    void aJournalTakenOutBesideTheRecordIsAContradiction()
    {
        const Packed packed;
        const QByteArray log = "data/audit/log.jsonl";
        QVERIFY(QFile::remove(packed.at(QString::fromLatin1(log))));
        packed.rewrite([&log](const QByteArray &text) {
            return withoutLines(
                text, [&log](const QByteArray &line) { return tellsOfPlimsoll(line) || line.contains(log); });
        });

        const auto verification = verifyPackage(packed.folder, {});

        QVERIFY(verification && verification->list.isGood());
        QVERIFY(!verification->holds());
    }

    void anEntryThatIsNoChangeOfTheRecordIsAContradiction_data()
    {
        QTest::addColumn<QByteArray>("text");

        QTest::newRow("no document") << QByteArray("Nothing to see.");
        QTest::newRow("another's thing")
            << QByteArray(R"({"edit":"created","fields":{},"id":"1","type":"unheard_of"})");
        QTest::newRow("another's field")
            << QByteArray(R"({"edit":"changed","fields":{"unheard_of":["","x"]},"id":"1","type":"person"})");
    }

    void anEntryThatIsNoChangeOfTheRecordIsAContradiction()
    {
        QFETCH(const QByteArray, text);
        const Packed packed;
        const QString path = u"data/audit/log.jsonl"_s;
        const QByteArray log = readFile(packed.at(path));
        const auto last = QJsonDocument::fromJson(log.split('\n').at(log.count('\n') - 1)).object();
        const auto before = headerFromText(last["header"_L1].toString().toUtf8());
        QVERIFY(before);
        const QList<JournalPart> parts{partOf(R"({"label":"Another"})"), partOf(text)};
        JournalHeader header = *before;
        ++header.sequence;
        header.previous = Digest::of(canonicalText(*before));
        header.body = bodyDigest({parts[0].digest, parts[1].digest});
        const auto head = [](const JournalHeader &each) {
            return QByteArray::number(each.sequence) + ' ' + Digest::of(canonicalText(each)).hex().toUtf8();
        };
        QJsonArray told;
        for (const JournalPart &part : parts)
            told.append(QJsonObject{{u"digest"_s, part.digest.hex()},
                                    {u"salt"_s, QString::fromLatin1(part.salt.toHex())},
                                    {u"text"_s, QString::fromUtf8(*part.text)}});
        const QJsonObject entry{{u"digest"_s, Digest::of(canonicalText(header)).hex()},
                                {u"header"_s, QString::fromUtf8(canonicalText(header))},
                                {u"parts"_s, told}};

        packed.replace(path, log + canonicalJson(entry) + '\n',
                       [&](QByteArray &tags) { tags.replace(head(*before), head(header)); });
        const auto verification = verifyPackage(packed.folder, {});

        QVERIFY(verification && verification->list.isGood());
        const QString words = inWords(*verification).join(u'\n');
        QVERIFY2(!verification->holds(), qPrintable(words));
        QVERIFY2(words.contains(u"Entry %1 of the journal"_s.arg(header.sequence)), qPrintable(words));
    }

    void anEvidenceFileThatTheRecordDoesNotNameIsNoted()
    {
        const Packed packed;
        const QByteArray path = "data/evidence/0099-more.txt";
        writeFile(packed.at(QString::fromLatin1(path)), "more");
        packed.rewrite([&path](const QByteArray &text) {
            const QByteArray kept = withoutLines(text, &tellsOfPlimsoll);
            return text.contains("  data/evidence.csv") ? kept + Bag::line(path, "more") : kept;
        });

        const auto verification = verifyPackage(packed.folder, {});

        QVERIFY(verification);
        const QString words = inWords(*verification).join(u'\n');
        QVERIFY2(verification->holds(), qPrintable(words));
        QCOMPARE(words.count(u"Note: The record in it names no evidence with the content of "_s), 1);
        QVERIFY2(words.contains(QString::fromLatin1(path)), qPrintable(words));
    }

    void ourOwnPackagesNeedNoNote()
    {
        const Packed packed;

        const auto verification = verifyPackage(packed.folder, {});

        QVERIFY(verification);
        QCOMPARE(verification->list.warnings, QStringList());
    }

    void whatWasPutIntoAPackageOfOursIsExtra_data()
    {
        QTest::addColumn<QStringList>("added");
        QTest::newRow("beside data") << QStringList{u"README-FIRST.html"_s};
        QTest::newRow("in meta") << QStringList{u"meta/new.tsv"_s};
        QTest::newRow("in data") << QStringList{u"data/export/more.pdf"_s};
        QTest::newRow("with a list of its own")
            << QStringList{u"README-FIRST.html"_s, u"tagmanifest-sha512.txt"_s};
    }
    void whatWasPutIntoAPackageOfOursIsExtra()
    {
        QFETCH(const QStringList, added);
        const Packed packed;
        for (const QString &path : added)
            writeFile(packed.at(path), "added");
        if (added.size() > 1)
            writeFile(packed.at(added.last()),
                      Bag::line(added.first().toUtf8(), "added", QCryptographicHash::Sha512));

        const auto verification = verifyPackage(packed.folder, {});

        QVERIFY(verification && !verification->holds());
        QVERIFY2(verification->list.extra.contains(added.last()),
                 qPrintable(inWords(*verification).join(u'\n')));
        QCOMPARE(toJson(*verification)["verdict"_L1].toString(), u"rejected"_s);
    }

    void aSignatureAddedToAPackageOfOursIsNotExtra()
    {
        const Packed packed;
        writeFile(packed.at(u"signatures/tagmanifest-sha256.txt.001.p7s"_s), "signature");

        const auto verification = verifyPackage(packed.folder, {});

        QVERIFY(verification && verification->holds());
        QCOMPARE(verification->list.warnings.size(), 1);
    }

    void aCatalogueThatTheRecordTellsOtherwiseIsAContradiction_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<Turned>("turned");
        const QString digest = u"(?<=\\{\"catalogue\":\\{\"digest\":\")[0-9a-f]{64}"_s;
        QTest::newRow("its digest") << digest << QByteArray(64, '0') << Turned::InRecord;
        QTest::newRow("its digest, in bag-info.txt too")
            << digest << QByteArray(64, '0') << Turned::InBagInfoToo;
        QTest::newRow("its edition") << u"V2\\.1\\.1"_s << "V9.9.9"_ba << Turned::InRecord;
        QTest::newRow("its provisions") << u"(?<=\"provisions\":\\{)[^}]*"_s << ""_ba << Turned::InRecord;
        QTest::newRow("its version, in bag-info.txt too")
            << u"(?<=,\"version\":\")1\\.0\\.0(?=\"\\},\"entities)"_s << "0.9"_ba << Turned::InBagInfoToo;
        QTest::newRow("the format") << u"(?<=record\",\"version\":)3"_s << "2"_ba << Turned::InRecord;
    }
    void aCatalogueThatTheRecordTellsOtherwiseIsAContradiction()
    {
        QFETCH(const QString, from);
        QFETCH(const QByteArray, to);
        QFETCH(const Turned, turned);
        const Packed packed;
        packed.turnRecord({{from, to}}, turned);

        const auto verification = verifyPackage(packed.folder, {});

        QVERIFY(verification);
        const QString words = inWords(*verification).join(u'\n');
        QVERIFY2(verification->list.isGood() && !verification->holds(), qPrintable(words));
        QCOMPARE(toJson(*verification)["verdict"_L1].toString(), u"contradictory"_s);
    }

    void aCatalogueThatNothingHereKnowsIsNamedAsNotCompared()
    {
        const Packed packed;
        packed.turnRecord({{u"(?<=\\{\"catalogue\":\\{\"digest\":\")[0-9a-f]{64}"_s, QByteArray(64, '0')},
                           {u"(?<=,\"version\":\")1\\.0\\.0(?=\"\\},\"entities)"_s, "9.9"_ba}},
                          Turned::InBagInfoToo);

        const auto verification = verifyPackage(packed.folder, {});

        QVERIFY(verification);
        const QString words = inWords(*verification).join(u'\n');
        QVERIFY2(verification->holds(), qPrintable(words));
        QVERIFY2(words.contains(u"No assessment in it was given against the catalogue"_s), qPrintable(words));
        QVERIFY2(verification->record->notCompared.contains(u"data/export/record.json (catalogue)"_s),
                 qPrintable(words));
    }

    void filesWhoseContentsWereSwappedAreAContradiction()
    {
        const Packed packed;
        const auto files = QDir(packed.at(u"data/evidence"_s)).entryList(QDir::Files, QDir::Name);
        const QString first = u"data/evidence/"_s + files.at(0);
        const QString second = u"data/evidence/"_s + files.at(1);
        const QByteArray ofFirst = readFile(packed.at(first));
        const QByteArray ofSecond = readFile(packed.at(second));
        QVERIFY(ofFirst != ofSecond);
        packed.replace(first, ofSecond);
        packed.replace(second, ofFirst);

        const auto verification = verifyPackage(packed.folder, {});

        QVERIFY(verification && verification->list.isGood());
        QVERIFY(!verification->holds());
        const QString words = inWords(*verification).join(u'\n');
        QVERIFY2(words.contains(u"data/evidence.csv says that %1 has"_s.arg(first)), qPrintable(words));
    }

    void aLineEndInANameStaysRefusedWhateverTheOthersAre()
    {
        const Packed packed;
        packed.rewrite([](QByteArray text) {
            return text.replace("data/evidence.csv", "data/evidence%0D.csv").replace("\n", "\r\n");
        });

        const auto verification = verifyPackage(packed.folder, {});

        QVERIFY(verification);
        QVERIFY(!verification->list.isGood());
    }
};

QTEST_MAIN(PackageVerificationTest)
#include "tst_packageverification.moc"
