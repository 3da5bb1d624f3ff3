#include "tests/support/accessibilitywalk.h"
#include "tests/support/gallery.h"
#include "tests/support/ownsettings.h"
#include "ui/theme/theme.h"
#include "ui/widgets/answerbuttons.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/linefield.h"
#include "ui/widgets/phasestrip.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/plaintextedit.h"
#include "ui/widgets/tabrow.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QHelpEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QToolButton>
#include <QToolTip>
#include <QVBoxLayout>

#include <memory>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class TestWidgets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        keepSettingsIn(m_settings.path());
        m_theme = std::make_unique<Theme>(*qApp);
    }

    void theGalleryHasNoAccessibilityFaults_data()
    {
        QTest::addColumn<double>("scale");
        QTest::newRow("100 %") << 1.0;
        QTest::newRow("200 %") << 2.0;
    }

    void theGalleryHasNoAccessibilityFaults()
    {
        QFETCH(double, scale);
        m_theme->setTextScale(scale);
        const std::unique_ptr<QWidget> gallery(makeGallery());
        gallery->resize(gallery->minimumSizeHint().expandedTo({1280, 1000}));
        gallery->show();
        QVERIFY(QTest::qWaitForWindowExposed(gallery.get()));

        const QStringList faults = accessibilityFaults(*gallery);

        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
        m_theme->setTextScale(1);
    }

    void theWalkFindsWhatIsWrong()
    {
        QWidget page;
        auto *column = new QVBoxLayout(&page);
        column->addWidget(new QLineEdit);
        column->addWidget(new QPushButton(u"&Save"_s));
        auto *narrow = new QPushButton(u"&Send everything"_s);
        narrow->setFixedWidth(20);
        column->addWidget(narrow);
        page.show();

        const QStringList faults = accessibilityFaults(page);

        QCOMPARE(faults.size(), 3);
    }

    void labelsShowMarkupAndHiddenCharactersLetterByLetter()
    {
        const PlainLabel label(u"<b>no</b>\u202eevil\nsecond"_s);

        QCOMPARE(label.textFormat(), Qt::PlainText);
        QCOMPARE(label.text(), u"<b>no</b>⟨RLO⟩evil\nsecond"_s);
        QVERIFY(asToolTip(u"<img src=x>"_s).contains(u"&lt;img"_s));
    }

    void aWrappedLabelBreaksAFingerprintButNoOrdinaryWord()
    {
        const QString fingerprint(64, u'a');
        PlainLabel label(u"Fingerprint "_s + fingerprint + u"  responsibilities\n"_s);
        const int whole = label.minimumSizeHint().width();

        label.wrapped();

        QVERIFY(label.minimumSizeHint().width() < whole / 2);
        QCOMPARE(label.plainText(), u"Fingerprint "_s + fingerprint + u"  responsibilities\n"_s);
        QCOMPARE(label.text().remove(QChar(0x200B)), label.plainText());
        QVERIFY(label.text().endsWith(u"  responsibilities\n"_s));
    }

    void digitsAnswerAnywhereOnTheCardButInTextFields()
    {
        QWidget card;
        auto *column = new QVBoxLayout(&card);
        auto *answers = new AnswerButtons;
        auto *rationale = new PlainTextEdit(u"Rationale"_s);
        column->addWidget(answers);
        column->addWidget(rationale);
        answers->listenWithin({&card});
        card.show();
        QVERIFY(QTest::qWaitForWindowActive(&card));
        QSignalSpy chosen(answers, &AnswerButtons::chosen);

        answers->findChild<QAbstractButton *>(u"answer0"_s)->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_3);
        rationale->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_1);

        QCOMPARE(chosen.count(), 1);
        QCOMPARE(answers->answer(), std::optional(StatusMark::NotMet));
        QCOMPARE(rationale->toPlainText(), u"1"_s);
    }

    void settingAnAnswerIsNotAPersonsChoice()
    {
        AnswerButtons answers;
        QSignalSpy chosen(&answers, &AnswerButtons::chosen);

        answers.setAnswer(StatusMark::Met);
        answers.setAnswer(StatusMark::Waiting);

        QCOMPARE(chosen.count(), 0);
        QVERIFY(!answers.answer().has_value());
    }

    void aTextFieldGrowsWithItsText()
    {
        PlainTextEdit edit(u"Rationale"_s);
        edit.resize(300, 60);
        edit.show();
        const int before = edit.sizeHint().height();

        edit.setText(QString(u"line\n"_s).repeated(8));

        QVERIFY(edit.sizeHint().height() > before);
    }

    void aVeryLongTextLiesInPiecesAndIsReadCopiedAndSavedWhole_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("one word") << QString(100'000, u'x');
        QTest::newRow("words") << u"word \t"_s.repeated(17'000);
        QTest::newRow("surrogates") << u"\U0001F600"_s.repeated(50'000);
        QTest::newRow("marks") << u"e\u0301"_s.repeated(50'000);
        QTest::newRow("paragraphs") << (QString(9'000, u'a') + u"\n\n"_s + QString(9'000, u'b') + u'\n');
        QTest::newRow("the sign of a piece itself") << (QString(9'000, u'a') + QChar(0x206F) + u'b');
    }

    void aVeryLongTextLiesInPiecesAndIsReadCopiedAndSavedWhole()
    {
        QFETCH(QString, text);
        PlainTextEdit edit(u"Rationale"_s);
        edit.show();
        QVERIFY(QTest::qWaitForWindowActive(&edit));
        QSignalSpy finished(&edit, &PlainTextEdit::finished);

        edit.setText(text);

        QCOMPARE(edit.toPlainText(), text);
        if (!text.contains(QChar(0x206F))) {
            for (QTextBlock block = edit.document()->begin(); block.isValid(); block = block.next())
                QVERIFY2(block.length() <= 8002, qPrintable(QString::number(block.length())));
        }
        edit.selectAll();
        edit.copy();
        QCOMPARE(QGuiApplication::clipboard()->text(), text);
        edit.paste();
        QCOMPARE(edit.toPlainText(), text);
        edit.moveCursor(QTextCursor::Start);
        QTest::keyClick(&edit, Qt::Key_Z);
        QTest::keyClick(&edit, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(finished.count(), 1);
        QCOMPARE(finished.first().first().toString(), u'z' + text);
    }

    void aLabelShowsTheBeginningOfAnEndlessTextAndSaysHowMuchMore()
    {
        const QString text = QString(100'000, u'y');
        PlainLabel paragraph(text);
        paragraph.wrapped();
        PlainLabel heading(text, TextKind::Title);
        heading.wrapped();

        QCOMPARE(paragraph.plainText(), text);
        QVERIFY(paragraph.text().size() < 2'500);
        QVERIFY2(paragraph.text().endsWith(u"and 98,000 characters more."_s), qPrintable(paragraph.text()));
        QVERIFY(heading.text().endsWith(u"and 99,800 characters more."_s));
    }

    void aChipIsAFewWordsWideAndTellsTheRest()
    {
        Chip little(u"Design"_s);
        Chip endless(u"word "_s.repeated(20'000));

        QVERIFY(little.toolTip().isEmpty());
        QVERIFY(endless.sizeHint().width() < 20 * little.sizeHint().width());
        QVERIFY(endless.toolTip().contains(u"word word"_s));
    }

    void whatStandsOnOneLineIsCutBetweenCharacters()
    {
        const QString line = shownInLine(u"a"_s + u"\U0001F600"_s.repeated(50'000));

        QCOMPARE(line.size(), 400);
        QVERIFY(line.endsWith(u"\U0001F600…"_s));
        QCOMPARE(asCaption(u"R&D\nTokyo"_s), u"R&&D Tokyo"_s);
    }

    void aLineThatIsFarTooLongIsShownOverSeveral()
    {
        LineField field(u"Jurisdiction"_s);
        field.setFieldName(u"line"_s);
        field.show();
        const QString text = QString(100'000, u'y');
        QSignalSpy finished(&field, &LineField::finished);

        field.showText(text);

        auto *whole = field.findChild<PlainTextEdit *>(u"line/whole"_s);
        QVERIFY(whole && whole->isVisible());
        QVERIFY(!field.findChild<QLineEdit *>(u"line"_s)->isVisible());
        QCOMPARE(whole->toPlainText(), text);
        whole->setPlainText(u"Germany,\nFrance"_s);
        QTest::keyClick(whole, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(finished.first().first().toString(), u"Germany, France"_s);
        field.showText(u"Germany, France"_s);
        QVERIFY(field.findChild<QLineEdit *>(u"line"_s)->isVisible());
        QVERIFY(!whole->isVisible());
    }

    void arrowsWalkThePhases()
    {
        PhaseStrip strip;
        strip.setPhases({{u"a"_s, u"Design"_s, {1, 2}, {}, {}},
                         {u"b"_s, u"End of life"_s, {}, {}, u"waits: decommission"_s}});
        QSignalSpy chosen(&strip, &PhaseStrip::phaseChosen);

        QTest::keyClick(&strip, Qt::Key_Right);
        QTest::keyClick(&strip, Qt::Key_Right);

        QCOMPARE(chosen.count(), 1);
        QCOMPARE(strip.currentKey(), u"b"_s);
        QVERIFY(strip.accessibleDescription().contains(u"waits: decommission"_s));
    }

    void aWrappedLabelIsAsHighAsItsTextAskedAgainOrNot()
    {
        QLabel plain;
        plain.setWordWrap(true);
        plain.setTextFormat(Qt::PlainText);
        PlainLabel label;
        label.wrapped();
        const QFont before = QApplication::font();
        const auto restore = qScopeGuard([&before] { QApplication::setFont(before); });
        for (const QString &text : {u"short"_s, QString(u"many words "_s).repeated(40), u"two\nlines"_s}) {
            for (const int points : {9, 20}) {
                QFont font = before;
                font.setPointSize(points);
                QApplication::setFont(font);
                label.setPlainText(text);
                plain.setFont(label.font());
                plain.setText(label.text());
                for (const int width : {60, 200, 1000, 60, 5000, 1001})
                    QCOMPARE(label.heightForWidth(width), plain.heightForWidth(width));
            }
        }
    }

    void tabsThatDoNotFitHaveAnArrowOnEitherSide_data() { theGalleryHasNoAccessibilityFaults_data(); }

    void tabsThatDoNotFitHaveAnArrowOnEitherSide()
    {
        QFETCH(double, scale);
        m_theme->setTextScale(scale);
        TabRow tabs(u"Rooms"_s);
        for (const QString &room : {u"Checklist"_s, u"Inventory"_s, u"Assessment"_s})
            tabs.addKey(room, room);
        tabs.resize(tabs.sizeHint().width() * 2 / 3, tabs.sizeHint().height());
        tabs.show();
        QVERIFY(QTest::qWaitForWindowExposed(&tabs));
        tabs.setCurrentIndex(2);
        const auto arrows = tabs.findChildren<QToolButton *>();

        QCOMPARE(arrows.size(), 2);
        for (const QToolButton *arrow : arrows) {
            QVERIFY(arrow->isVisible());
            QVERIFY(tabs.rect().contains(arrow->geometry()));
        }
        QVERIFY(!arrows[0]->geometry().adjusted(1, 0, -1, 0).intersects(arrows[1]->geometry()));
        m_theme->setTextScale(1);
    }

    void wordsThatABoxHasNoRoomForAreToldWholeInItsTooltip()
    {
        const QString whole = u"The present one: Self-assessment, begun 2026-11-22, still open"_s;
        ChoiceField box(u"Which assessment"_s);
        box.setChoices({{u"present"_s, whole}});
        box.setKey(u"present"_s);
        box.resize(120, box.sizeHint().height());
        box.show();
        QHelpEvent wish(QEvent::ToolTip, QPoint(5, 5), box.mapToGlobal(QPoint(5, 5)));

        QApplication::sendEvent(&box, &wish);
        QCOMPARE(QToolTip::text(), asToolTip(whole));
        QToolTip::hideText();
        box.resize(2000, box.height());
        QTRY_VERIFY(!QToolTip::isVisible());
        QApplication::sendEvent(&box, &wish);

        QVERIFY(!QToolTip::isVisible());
    }

    void whatAFieldHasRoomForCannotBeScrolledAway()
    {
        PlainTextEdit field(u"Rationale"_s);
        field.setText(u"One line that goes on and on. "_s.repeated(7));

        field.resize(560, field.heightForWidth(560));
        field.show();

        QCOMPARE(field.verticalScrollBar()->maximum(), 0);
    }

    void whereTheKeyboardIsCanBeSeen()
    {
        QWidget page;
        auto *column = new QVBoxLayout(&page);
        auto *elsewhere = new QLineEdit;
        auto *menu = new QToolButton;
        menu->setText(u"Menu"_s);
        auto *tabs = new QTabBar;
        tabs->addTab(u"One"_s);
        QList<QWidget *> controls{button(u"Plain"_s),
                                  button(u"Primary"_s, ButtonKind::Primary),
                                  button(u"Quiet"_s, ButtonKind::Quiet),
                                  menu,
                                  new QCheckBox(u"Check"_s),
                                  new QRadioButton(u"Choose"_s),
                                  new QComboBox,
                                  new QLineEdit,
                                  new QPlainTextEdit,
                                  new DateField(u"Day"_s),
                                  tabs};
        column->addWidget(elsewhere);
        for (QWidget *control : std::as_const(controls)) {
            control->setFocusPolicy(Qt::StrongFocus);
            column->addWidget(control);
        }
        auto *answers = new AnswerButtons;
        column->addWidget(answers);
        controls.append(answers->findChildren<QAbstractButton *>().first());
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        for (QWidget *control : std::as_const(controls)) {
            elsewhere->setFocus();
            const QImage without = control->grab().toImage();

            control->setFocus(Qt::TabFocusReason);

            QVERIFY2(control->grab().toImage() != without, control->metaObject()->className());
        }
    }

private:
    QTemporaryDir m_settings;
    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(TestWidgets)
#include "tst_widgets.moc"
