#include "tests/support/contrastwalk.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/plainlabel.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QRadioButton>
#include <QStyleOptionComboBox>
#include <QTest>
#include <QVBoxLayout>

using namespace plimsoll;
using namespace Qt::StringLiterals;

namespace {

struct Ground
{
    const char *name;
    QColor colour;
};

QList<Ground> groundsOf(const Colours &colours)
{
    return {{"page", colours.page}, {"panel", colours.panel},       {"selection", colours.selection},
            {"chip", colours.chip}, {"error", colours.errorGround}, {"notice", colours.noticeGround}};
}

void addThemes()
{
    QTest::addColumn<const Colours *>("colours");
    QTest::newRow("light") << &lightColours();
    QTest::newRow("dark") << &darkColours();
    QTest::newRow("high contrast light") << &highContrastLightColours();
    QTest::newRow("high contrast dark") << &highContrastDarkColours();
}

void addAppearances()
{
    QTest::addColumn<int>("appearance");
    QTest::newRow("light") << int(Appearance::Light);
    QTest::newRow("dark") << int(Appearance::Dark);
    QTest::newRow("high contrast") << int(Appearance::HighContrast);
}

}

class TestColours : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTextReachesFourAndAHalfOnEveryGround_data() { addThemes(); }
    void everyTextReachesFourAndAHalfOnEveryGround()
    {
        QFETCH(const Colours *, colours);

        for (const Ground &ground : groundsOf(*colours)) {
            for (const QColor &ink : {colours->text, colours->quietText, colours->accent})
                QVERIFY2(contrast(ink, ground.colour) >= 4.5,
                         qPrintable(QStringLiteral("%1 on %2: %3")
                                        .arg(ink.name(), QLatin1StringView(ground.name))
                                        .arg(contrast(ink, ground.colour))));
        }
    }

    void textOnTheAccentReachesFourAndAHalf_data() { addThemes(); }
    void textOnTheAccentReachesFourAndAHalf()
    {
        QFETCH(const Colours *, colours);

        // hovered and pressed buttons step towards the text colour
        for (const double step : {0.0, 0.07, 0.16})
            QVERIFY(contrast(colours->onAccent, blended(colours->accent, colours->text, step)) >= 4.5);
    }

    void everyMarkReachesThreeOnEveryGround_data() { addThemes(); }
    void everyMarkReachesThreeOnEveryGround()
    {
        QFETCH(const Colours *, colours);

        for (const Ground &ground : groundsOf(*colours)) {
            for (const QColor &mark : {colours->met, colours->partly, colours->notMet, colours->notApplicable,
                                       colours->notAnswered})
                QVERIFY2(contrast(mark, ground.colour) >= 3,
                         qPrintable(QStringLiteral("%1 on %2: %3")
                                        .arg(mark.name(), QLatin1StringView(ground.name))
                                        .arg(contrast(mark, ground.colour))));
        }
    }

    void coloursComeBackFromTheirPalette_data() { addThemes(); }
    void coloursComeBackFromTheirPalette()
    {
        QFETCH(const Colours *, colours);

        QCOMPARE(&coloursOf(paletteOf(*colours)), colours);
    }

    void aForeignPaletteChoosesByItsWindowColour()
    {
        QCOMPARE(&coloursOf(QPalette(QColor(0x222222))), &darkColours());
        QCOMPARE(&coloursOf(QPalette(QColor(0xeeeeee))), &lightColours());
    }

    void theThemeFollowsTheSystemUntilThePersonChooses()
    {
        QPalette system(QColor(0xeeeeee));
        Theme theme(*qApp, [&system] { return system; });
        QCOMPARE(&coloursOf(QApplication::palette()), &lightColours());

        system = QPalette(QColor(0x202020));
        theme.followSystem();
        QCOMPARE(&coloursOf(QApplication::palette()), &darkColours());

        theme.setAppearance(Appearance::Light);
        theme.followSystem();
        QCOMPARE(&coloursOf(QApplication::palette()), &lightColours());
    }

    void aBlackAndWhiteSystemGetsHighContrast()
    {
        QPalette system(Qt::black, Qt::black);
        system.setColor(QPalette::WindowText, Qt::white);
        Theme theme(*qApp, [&system] { return system; });

        QCOMPARE(&coloursOf(QApplication::palette()), &highContrastDarkColours());
    }

    void textScaleMultipliesTenPoints()
    {
        Theme theme(*qApp);

        theme.setTextScale(2);

        QCOMPARE(QApplication::font().pointSizeF(), 20.0);
    }

    void labelsGrowWithTheTextWhileTheyAreShown()
    {
        Theme theme(*qApp);
        QWidget page;
        PlainLabel title(u"Where do we stand?"_s, TextKind::Title, Emphasis::Normal, &page);
        page.show();
        const double before = title.font().pointSizeF();

        theme.setTextScale(2);

        QCOMPARE(title.font().pointSizeF(), 2 * before);
    }

    void theWalkFindsATextThatIsTooFaint()
    {
        QWidget page;
        auto *column = new QVBoxLayout(&page);
        const auto add = [&](QWidget *widget, const QColor &ink) {
            auto palette = widget->palette();
            for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
                palette.setColor(role, ink);
            widget->setPalette(palette);
            column->addWidget(widget);
        };
        add(new QLabel(u"Faint"_s), QColor(0xa0a0a0));
        add(new QLabel(u"Readable"_s), QColor(0x505050));
        add(new QLineEdit(u"Faint too"_s), QColor(0xa0a0a0));
        auto *large = new QLabel(u"Large"_s);
        large->setFont(QFont(large->font().family(), 18));
        add(large, QColor(0x808080));
        auto *off = new QLabel(u"Switched off"_s);
        off->setEnabled(false);
        add(off, QColor(0xa0a0a0));
        page.setPalette(QPalette(Qt::white, Qt::white));
        page.show();

        const QStringList faults = faintTexts(page);

        QCOMPARE(faults.size(), 2);
        QVERIFY2(faults[0].startsWith(u"“Faint” of QLabel"_s), qPrintable(faults[0]));
        QVERIFY2(faults[1].startsWith(u"“Faint too” of QLineEdit"_s), qPrintable(faults[1]));
    }

    void whatIsChosenIsSeenThoughNobodyMayChangeIt_data() { addAppearances(); }
    void whatIsChosenIsSeenThoughNobodyMayChangeIt()
    {
        QFETCH(int, appearance);
        Theme theme(*qApp);
        theme.setAppearance(Appearance(appearance));
        QWidget page;
        auto *column = new QVBoxLayout(&page);
        const QList<QAbstractButton *> settled{new QRadioButton(u"No"_s), new QCheckBox(u"Carried over"_s)};
        for (QAbstractButton *each : settled) {
            each->setCheckable(true);
            each->setChecked(true);
            each->setEnabled(false);
            column->addWidget(each);
        }
        page.show();

        for (QAbstractButton *each : settled) {
            const int side = each->fontMetrics().height();
            const QColor ink = each->grab().toImage().pixelColor(side / 6, each->height() / 2);
            QVERIFY2(contrast(ink, coloursOf(page.palette()).page) >= 3, each->metaObject()->className());
        }
    }

    void theArrowOfAChosenMenuLineIsSeen_data() { addAppearances(); }
    void theArrowOfAChosenMenuLineIsSeen()
    {
        QFETCH(int, appearance);
        Theme theme(*qApp);
        theme.setAppearance(Appearance(appearance));
        QMenu menu;
        QMenu *places = menu.addMenu(u"Go to"_s);
        places->addAction(u"Overview"_s);
        menu.show();

        menu.setActiveAction(places->menuAction());

        const QRect line = menu.actionGeometry(places->menuAction());
        const QImage seen = menu.grab(line.adjusted(line.width() - line.height(), 0, -2, 0)).toImage();
        const QColor ground = seen.pixelColor(0, 2);
        double best = 0;
        for (int y = 0; y < seen.height(); ++y) {
            for (int x = 0; x < seen.width(); ++x)
                best = std::max(best, contrast(seen.pixelColor(x, y), ground));
        }
        QVERIFY2(best >= 3, qPrintable(QString::number(best)));
    }

    void theArrowOfAChoiceBoxGrowsWithTheText()
    {
        Theme theme(*qApp);
        QComboBox box;
        box.addItem(u"Everybody"_s);
        const auto partOf = [&box](QStyle::SubControl part) {
            QStyleOptionComboBox option;
            option.initFrom(&box);
            option.subControls = QStyle::SC_All;
            return box.style()->subControlRect(QStyle::CC_ComboBox, &option, part, &box);
        };

        theme.setTextScale(2);
        box.show();
        box.resize(box.sizeHint());

        const QRect arrow = partOf(QStyle::SC_ComboBoxArrow);
        QVERIFY(arrow.width() >= box.fontMetrics().height());
        const QRect words = partOf(QStyle::SC_ComboBoxEditField);
        QVERIFY(!words.intersects(arrow));
        QVERIFY(words.width() >= box.fontMetrics().horizontalAdvance(box.currentText()));
    }

    void aPressedButtonIsNotTakenForTheOneThatHasTheKeyboard_data() { addAppearances(); }
    void aPressedButtonIsNotTakenForTheOneThatHasTheKeyboard()
    {
        QFETCH(int, appearance);
        Theme theme(*qApp);
        theme.setAppearance(Appearance(appearance));
        QWidget page;
        auto *column = new QVBoxLayout(&page);
        auto *pressed = button(u"Only open"_s);
        auto *focused = button(u"Only open"_s);
        for (QPushButton *each : {pressed, focused}) {
            each->setCheckable(true);
            column->addWidget(each);
        }
        pressed->setChecked(true);
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));

        focused->setFocus(Qt::TabFocusReason);

        const QColor accent = coloursOf(page.palette()).accent;
        const auto atItsSide = [](QPushButton *one) {
            return one->grab().toImage().pixelColor(0, one->height() / 2);
        };
        const auto atItsFoot = [](QPushButton *one) {
            return one->grab().toImage().pixelColor(one->width() / 2, one->height() - 4);
        };
        QCOMPARE(atItsSide(focused), accent);
        QVERIFY(atItsSide(pressed) != accent);
        QCOMPARE(atItsFoot(pressed), accent);
        QVERIFY(atItsFoot(focused) != accent);
    }
};

QTEST_MAIN(TestColours)
#include "tst_colours.moc"
