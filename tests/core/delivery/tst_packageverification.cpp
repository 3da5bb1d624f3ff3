#include "core/delivery/packageverification.h"

#include "core/delivery/exportpackage.h"
#include "core/package/verifier.h"
#include "tests/support/bag.h"
#include "tests/support/twosystems.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QTest>

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

private:
    /// A package as a folder.
    struct Packed
    {
        Packed()
        {
            ExportOptions options;
            options.form = PackageForm::Folder;
            const auto issued = exportPackage(bank.fixture.workspace(), {bank.fraud.id}, folder, options);
            if (!issued)
                qFatal("%s", qPrintable(issued.error().message));
        }

        /// Turns every tag file into what `turn` makes of it, and makes the lists fit again.
        template <class Turn>
        void rewrite(Turn turn) const
        {
            QByteArray seal;
            for (const QString &path : {u"VERIFY.txt"_s, u"bagit.txt"_s, u"bag-info.txt"_s,
                                        u"manifest-sha256.txt"_s, u"meta/files.tsv"_s}) {
                const QByteArray text =
                    path == u"VERIFY.txt"_s ? readFile(at(path)) : turn(readFile(at(path)));
                writeFile(at(path), text);
                seal += Bag::line(path.toUtf8(), text);
            }
            writeFile(at(u"tagmanifest-sha256.txt"_s), turn(seal));
        }
        [[nodiscard]] QString at(const QString &path) const { return folder + u'/' + path; }

        TwoSystems bank;
        QString folder = bank.fixture.path(u"out"_s);
    };
};

QTEST_MAIN(PackageVerificationTest)
#include "tst_packageverification.moc"
