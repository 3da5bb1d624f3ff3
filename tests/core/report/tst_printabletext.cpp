#include "core/report/printabletext.h"
#include "core/report/typography.h"

#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class PrintableTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatTheFontsCanDrawStaysAsItIs_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("ASCII") << u"5.1.2-3 (shall) <b>&amp; 100 %"_s;
        QTest::newRow("German") << u"Prüfung der Größe – „so“"_s;
        QTest::newRow("Greek") << u"Έλεγχος ασφάλειας"_s;
        QTest::newRow("Cyrillic") << u"Оценка соответствия"_s;
        QTest::newRow("Vietnamese") << u"Đánh giá an toàn"_s;
        QTest::newRow("combining") << u"e\u0301"_s;
        QTest::newRow("Hebrew") << u"בדיקה"_s;
        QTest::newRow("lines") << u"one\ntwo"_s;
    }

    void whatTheFontsCanDrawStaysAsItIs()
    {
        QFETCH(QString, text);
        PrintableText printable(Typography::textFamilies());

        QCOMPARE(printable.of(text), text);
        QVERIFY(printable.missing().isEmpty());
    }

    void whatHidesOrReordersBecomesVisible()
    {
        PrintableText printable(Typography::textFamilies());

        QCOMPARE(printable.of(u"a\u202egpj.exe"_s), u"a⟨RLO⟩gpj.exe"_s);
        QCOMPARE(printable.of(u"a\x1b[31m"_s), u"a⟨U+001b⟩[31m"_s);
        QCOMPARE(printable.of(u"soft\u00adhyphen\u2060"_s), u"soft[U+00AD]hyphen[U+2060]"_s);
        QCOMPARE(printable.of(u"a\tb\r\nc"_s), u"a    b\nc"_s);
    }

    void aJoinerThatSpellsAWordStaysAndIsNoMissingCharacter_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("Persian") << u"\u0645\u06cc\u200c\u062e\u0648\u0627\u0646\u062f"_s;
        QTest::newRow("Hindi") << u"\u0915\u094d\u200d\u0937"_s;
    }
    void aJoinerThatSpellsAWordStaysAndIsNoMissingCharacter()
    {
        QFETCH(const QString, text);
        PrintableText printable(Typography::textFamilies());

        const auto missing = printable.of(QString(text).remove(u'\u200c').remove(u'\u200d'));
        const auto printed = printable.of(text);

        QVERIFY(!missing.contains(u"200"_s));
        QVERIFY2(printed.contains(u'\u200c') || printed.contains(u'\u200d'), qPrintable(printed));
        QVERIFY(!printable.missing().contains(0x200c) && !printable.missing().contains(0x200d));
    }

    void aJoinerThatSpellsNothingBecomesVisible()
    {
        PrintableText printable(Typography::textFamilies());

        QCOMPARE(printable.of(u"pay\u200cpal"_s), u"pay⟨ZWNJ⟩pal"_s);
        QCOMPARE(printable.of(u"a\u200d"_s), u"a⟨ZWJ⟩"_s);
    }

    void aCharacterWithoutGlyphIsNamedAndCounted()
    {
        PrintableText printable({u"Inter"_s});

        const QString text = printable.of(u"a\U0001F9FFb\U0001F9FF\u1234"_s);

        QCOMPARE(text, u"a[U+1F9FF]b[U+1F9FF][U+1234]"_s);
        QCOMPARE(printable.missing(), (QMap<char32_t, qint64>{{0x1F9FF, 2}, {0x1234, 1}}));
    }

    void onlyWhatJoinsOrReordersIsShaped_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isShaped");
        for (const auto &plain : {u"AI-001, 100 %"_s, u"Größe Đánh"_s, u"Έλεγχος"_s, u"Оценка"_s, u"ՀԱՅ"_s,
                                  u"საქ"_s, u"בדיקה"_s, u"中文"_s, u"カナ"_s, u"한글"_s, u"😀 – “„"_s})
            QTest::newRow(qPrintable(plain)) << plain << false;
        for (const auto &joining :
             {u"e\u0301"_s, u"AI \u0641\u062d\u0635"_s, u"\u0710\u0712"_s, u"\u07ca"_s, u"\u0915\u0937"_s,
              u"\u0e44\u0e17"_s, u"\u1781"_s, u"\u1820"_s, u"\u1112"_s, u"\U00011005"_s})
            QTest::newRow(qPrintable(joining)) << joining << true;
    }

    void onlyWhatJoinsOrReordersIsShaped()
    {
        QFETCH(QString, text);

        QTEST(PrintableText::needsShaping(text), "isShaped");
    }

    void aLoneSurrogateIsNamed()
    {
        PrintableText printable(Typography::textFamilies());

        QCOMPARE(printable.of(QString(QChar(0xd83d)) + u'x'), u"[U+D83D]x"_s);
    }
};

QTEST_MAIN(PrintableTextTest)
#include "tst_printabletext.moc"
