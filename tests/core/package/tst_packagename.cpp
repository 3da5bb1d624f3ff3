#include "core/package/packagename.h"

#include "core/package/nametwins.h"

#include <rapidcheck.h>

#include <QTest>
#include <QTimeZone>

using namespace plimsoll;
using namespace Qt::StringLiterals;

namespace {

QString anyText()
{
    const auto units = *rc::gen::container<std::vector<char16_t>>(rc::gen::arbitrary<char16_t>());
    return QString::fromUtf16(units.data(), qsizetype(units.size()));
}

}

class PackageNameTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whateverTheNameItsPayloadNameIsPlainAndSafe()
    {
        QVERIFY(rc::check([] {
            const auto number = *rc::gen::inRange(1, 100'000);
            const QString made = payloadName(number, anyText());
            RC_ASSERT(isPlainPath(u"data/evidence/"_s + made));
            RC_ASSERT(made.size() <= longestComponent);
        }));
    }

    void twoNumbersNeverMeet()
    {
        QVERIFY(rc::check([] {
            const auto one = *rc::gen::inRange(1, 20'000);
            const auto other = *rc::gen::inRange(1, 20'000);
            const QString name = anyText();
            RC_PRE(one != other);
            RC_ASSERT(twinForm(payloadName(one, name)) != twinForm(payloadName(other, name)));
        }));
    }

    void whateverTheNameThePackageNameIsPlain()
    {
        const QDateTime at(QDate(2026, 11, 21), QTime(8, 30), Qt::UTC);
        QVERIFY(rc::check([&at] { RC_ASSERT(isPlainPath(packageName(anyText(), at))); }));
    }

    void namesStayRecognisable()
    {
        QCOMPARE(payloadName(1, u"Política de IA.PDF"_s), u"0001-politica-de-ia.pdf"_s);
        QCOMPARE(payloadName(12, u"C:\\Reports\\Größe (final).docx"_s), u"0012-grosse-final.docx"_s);
        QCOMPARE(payloadName(3, u"模型"_s), u"0003"_s);
        QCOMPARE(payloadName(4, u"../../etc/passwd"_s), u"0004-passwd"_s);
        QCOMPARE(payloadName(5, u".env"_s), u"0005-env"_s);
        QCOMPARE(packageName(u"Fraud scoring 2.1"_s, QDateTime(QDate(2026, 11, 21), QTime(8, 30), Qt::UTC)),
                 u"fraud-scoring-2-1-20261121T083000Z"_s);
    }

    void ordinaryPathsAreTakenAsTheyAre_data()
    {
        QTest::addColumn<QByteArray>("raw");
        for (const char *raw :
             {"bag/data/a.txt", "a", "bag/Größe 1.txt", "bag/.hidden", "bag/100%.txt", "bag/console.txt"})
            QTest::newRow(raw) << QByteArray(raw);
    }
    void ordinaryPathsAreTakenAsTheyAre()
    {
        QFETCH(QByteArray, raw);
        const auto path = packagedPath(raw);
        QVERIFY2(path, path ? "" : qPrintable(path.error().message));
        QCOMPARE(path->toUtf8(), raw);
    }

    void unsafePathsAreRefusedOnEverySystem_data()
    {
        QTest::addColumn<QByteArray>("raw");
        const QList<QByteArray> unsafe{"",
                                       "/etc/passwd",
                                       "../evil",
                                       "bag/../../evil",
                                       "bag/./a",
                                       "bag//a",
                                       "bag/a/",
                                       "C:\\evil",
                                       "C:evil",
                                       "bag\\evil",
                                       "\\\\?\\UNC\\host\\share",
                                       "%HomeDrive%/evil",
                                       "~/evil",
                                       "bag/CON",
                                       "bag/con.txt",
                                       "bag/aux",
                                       "bag/NUL .txt",
                                       "bag/Com1.log",
                                       "bag/lpt9",
                                       "bag/a.",
                                       "bag/a ",
                                       "bag/file:stream",
                                       "bag/a?b",
                                       "bag/a*b",
                                       "bag/a|b",
                                       "bag/a<b",
                                       "bag/a\"b",
                                       QByteArray("bag/ok\0txt", 10),
                                       "bag/\x1b[31m",
                                       "bag/a\nb",
                                       "bag/a\x7f",
                                       "bag/\xe2\x80\xaegpj.exe",
                                       "bag/\xff\xfe",
                                       "bag/" + QByteArray(256, 'a'),
                                       QByteArray("a/").repeated(600) + "a"};
        for (qsizetype i = 0; i < unsafe.size(); ++i)
            QTest::addRow("%d", int(i)) << unsafe[i];
    }
    void unsafePathsAreRefusedOnEverySystem()
    {
        QFETCH(QByteArray, raw);
        const auto path = packagedPath(raw);
        QVERIFY(!path);
        QVERIFY(path.error().message.endsWith(u'.'));
        for (const QChar character : path.error().message)
            QVERIFY2(character.category() != QChar::Other_Control,
                     "the sentence itself must be safe to show");
    }

    void namesThatSomeSystemMixesUpAreTwins_data()
    {
        QTest::addColumn<QStringList>("paths");
        QTest::newRow("same") << QStringList{u"data/a"_s, u"data/a"_s};
        QTest::newRow("case") << QStringList{u"data/A.txt"_s, u"data/a.TXT"_s};
        QTest::newRow("folder case") << QStringList{u"data/A/1"_s, u"data/a/2"_s};
        QTest::newRow("composition") << QStringList{u"data/\u00e9"_s, u"data/e\u0301"_s};
        QTest::newRow("file and folder") << QStringList{u"data/a"_s, u"data/a/b"_s};
        QTest::newRow("folder and file") << QStringList{u"data/a/b"_s, u"data/A"_s};
    }
    void namesThatSomeSystemMixesUpAreTwins()
    {
        QFETCH(QStringList, paths);
        NameTwins twins;

        QVERIFY(twins.add(paths[0]));
        QVERIFY(!twins.add(paths[1]));
    }

    void namesThatDifferForEveryoneAreNoTwins()
    {
        NameTwins twins;

        QVERIFY(twins.add(u"data/a/1"_s));
        QVERIFY(twins.add(u"data/a/2"_s));
        QVERIFY(twins.add(u"data/ab"_s));
        QVERIFY(twins.addFolder(u"data/a"_s));
    }
};

QTEST_APPLESS_MAIN(PackageNameTest)
#include "tst_packagename.moc"
