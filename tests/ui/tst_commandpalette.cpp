#include "ui/widgets/commandpalette.h"
#include "ui/widgets/plainlabel.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class TestCommandPalette : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingFoundIsSaidAndEscapeGivesTheFocusBack()
    {
        QWidget window;
        window.resize(800, 600);
        auto *field = new QLineEdit(&window);
        CommandPalette palette(&window);
        palette.setProviders({[](const QString &words, auto answer) {
            answer(words.isEmpty() ? QList<SearchHit>{{u"Page"_s, u"Grid"_s, {}, {u"grid"_s, {}}}}
                                   : QList<SearchHit>());
        }});
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        field->setFocus();
        palette.open();
        const auto *nothing = palette.findChild<PlainLabel *>(u"commandPalette/nothing"_s);
        QVERIFY(!nothing->isVisible());

        QTest::keyClicks(palette.findChild<QLineEdit *>(), u"x"_s);
        QVERIFY(nothing->isVisible());
        QTest::keyClick(palette.findChild<QLineEdit *>(), Qt::Key_Escape);

        QVERIFY(!palette.isVisible());
        QVERIFY(field->hasFocus());
    }

    void lateAnswersToFormerWordsAreDropped()
    {
        QWidget window;
        window.resize(800, 600);
        CommandPalette palette(&window);
        QList<std::function<void(const QList<SearchHit> &)>> pending;
        palette.setProviders({[&pending](const QString &, auto answer) {
            pending.append(answer);
        }});
        window.show();
        palette.open();
        auto *words = palette.findChild<QLineEdit *>();
        words->setText(u"fr"_s);
        QSignalSpy chosen(&palette, &CommandPalette::chosen);

        pending[0]({{u"Page"_s, u"Old"_s, {}, {u"old"_s, {}}}});
        pending[1]({{u"System"_s, u"Fraud scoring"_s, {}, {u"systems"_s, u"7"_s}}});
        QTest::keyClick(words, Qt::Key_Return);

        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().first().value<Place>(), (Place{u"systems"_s, u"7"_s}));
    }
};

QTEST_MAIN(TestCommandPalette)
#include "tst_commandpalette.moc"
