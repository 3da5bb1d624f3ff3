#include "core/base/text.h"

#include <QTest>

using namespace plimsoll;

class TextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWholeUnicodeWithoutNulIsStorable()
    {
        QVERIFY(isStorable(u"Größe 🙂 עברית"));
        QVERIFY(isStorable(u""));
        QVERIFY(!isStorable(QString(QChar(u'\0'))));
        QVERIFY(!isStorable(QString(QChar(0xd83d))));
        QVERIFY(!isStorable(QString(QChar(0xde00)) + u'a'));
        QVERIFY(!isStorable(QString(QChar(0xd83d)) + u'a'));
        QVERIFY(!isStorable(QString(u'a') + QChar(0xfffe)));
        QVERIFY(!isStorable(QString(u'a') + QChar(0xffff)));
    }

    void hiddenCharactersBecomeVisible()
    {
        QCOMPARE(withVisibleControls(QStringLiteral("a\u202egpj.exe")), QStringLiteral("a⟨RLO⟩gpj.exe"));
        QCOMPARE(withVisibleControls(QStringLiteral("a\x1b[31m")), QStringLiteral("a⟨U+001b⟩[31m"));
        QCOMPARE(withVisibleControls(QStringLiteral("plain – näme")), QStringLiteral("plain – näme"));
    }
};

QTEST_APPLESS_MAIN(TextTest)
#include "tst_text.moc"
