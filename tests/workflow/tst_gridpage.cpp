// The grid through the real window: text sizes, answers by keys, common answers.
#include "tests/support/accessibilitywalk.h"
#include "tests/support/shownbanktest.h"
#include "ui/pages/grid/gridmodel.h"
#include "ui/pages/grid/gridpage.h"
#include "ui/pages/system/systempage.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/tableview.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class GridPageTest : public ShownBankTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        showBank();
        m_window->window().go({GridPage::key, {}});
        QTRY_COMPARE(grid()->model()->rowCount(), 2);
        QTRY_VERIFY(grid()->model()->index(1, 0).data(GridModel::StandingRole).isValid());
    }

    void cleanup() { endBank(); }

    void theModelKeepsWhatViewsRelyOn()
    {
        const QAbstractItemModelTester tester(grid()->model());

        m_bank->registered(u"System 3"_s, u"chatbot-remote-llm"_s, {}, {});
        m_window->window().go({u"systems"_s, {}});
        m_window->window().go({GridPage::key, {}});
        QTRY_COMPARE(grid()->model()->rowCount(), 3);
        m_bank->answer(m_bank->assessmentOf(m_bank->fraud), u"5.1.2-2"_s, {.answer = Answer::Met});
        m_window->settle();

        QVERIFY(grid()->model()->index(2, 0).data(GridModel::StandingRole).isValid());
    }

    void cellsAndHeadersFollowTheSizeOfTheText_data()
    {
        QTest::addColumn<QString>("shown");
        QTest::newRow("all items") << QString();
        QTest::newRow("hidden ones come back") << u"5.1.1"_s;
    }
    void cellsAndHeadersFollowTheSizeOfTheText()
    {
        QFETCH(QString, shown);
        m_window->window().go(GridPage::placeOf(shown));
        QTRY_VERIFY(m_window->jobs().running().isEmpty());
        const int last = grid()->model()->columnCount() - 1;
        const int row = grid()->rowHeight(0);
        const int left = grid()->verticalHeader()->width();
        const int top = grid()->horizontalHeader()->height();

        for (int step = 0; step < 10; ++step)
            QTest::keyClick(&m_window->window(), Qt::Key_Plus, Qt::ControlModifier);
        if (!shown.isEmpty())
            m_window->find<QPushButton>(u"grid/all"_s)->click();

        QTRY_VERIFY(grid()->verticalHeader()->width() > left * 3 / 2);
        QVERIFY(grid()->horizontalHeader()->height() > top * 3 / 2);
        QVERIFY(grid()->rowHeight(0) > row * 3 / 2);
        QCOMPARE(grid()->columnWidth(0), grid()->rowHeight(0));
        QCOMPARE(grid()->columnWidth(last), grid()->rowHeight(0));
        QTest::keyClick(&m_window->window(), Qt::Key_0, Qt::ControlModifier);
        QTRY_COMPARE(grid()->verticalHeader()->width(), left);
        QCOMPARE(grid()->rowHeight(0), row);
        QCOMPARE(grid()->columnWidth(last), row);
    }

    /// What makes the grid lay itself out while its parts are being told of the font reorders them, and one
    /// of them is passed over.
    void bothHeadersFollowTheTextThoughTheGridBeginsToScroll()
    {
        for (int number = 3; number <= 8; ++number)
            m_bank->registered(u"System %1"_s.arg(number), u"chatbot-remote-llm"_s, {}, {});
        m_window->window().go({u"systems"_s, {}});
        m_window->window().go({GridPage::key, {}});
        QTRY_COMPARE(grid()->model()->rowCount(), 8);
        m_window->settle();
        const int spare = grid()->viewport()->height() - grid()->verticalHeader()->length();
        m_window->window().resize(1280, m_window->window().height() - spare);
        m_window->settle();
        QCOMPARE(grid()->viewport()->height(), grid()->verticalHeader()->length());

        QTest::keyClick(&m_window->window(), Qt::Key_Plus, Qt::ControlModifier);
        m_window->settle();

        for (const QHeaderView *header : {grid()->verticalHeader(), grid()->horizontalHeader()}) {
            QCOMPARE(header->font(), grid()->font());
            QCOMPARE(header->viewport()->font(), grid()->font());
        }
        QCOMPARE(grid()->verticalHeader()->width(), grid()->verticalHeader()->sizeHint().width());
        QVERIFY(grid()->verticalScrollBar()->maximum() > 0);
    }

    void aDigitChoosesTheAnswerAndCtrlEnterSetsItOnceWhatIsOverwrittenIsShown()
    {
        const QModelIndex answered = cellWhere([this](const QModelIndex &cell) {
            return isOwn(cell) && cell.data(GridModel::StandingRole).toInt() == int(Standing::Met);
        });
        QVERIFY(answered.isValid());
        const QString item = answered.model()->headerData(answered.column(), Qt::Horizontal).toString();
        grid()->setCurrentIndex(answered);
        grid()->setFocus();
        const auto before = m_bank->fixture.all<Response>();

        QTest::keyClick(grid(), Qt::Key_3);

        auto *apply = m_window->find<QPushButton>(u"applyToAll"_s);
        QTRY_VERIFY(apply->isEnabled());
        const auto *overwritten = m_window->find<TableView>(u"overwritten"_s);
        QCOMPARE(overwritten->model()->rowCount(), 1);
        QVERIFY(overwritten->model()->index(0, 0).data().toString().contains(item));
        QCOMPARE(m_bank->fixture.all<Response>(), before);
        QTest::keyClick(grid(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(answered.data(GridModel::StandingRole).toInt(), int(Standing::NotMet));
    }

    void onALowWindowWhatIsOverwrittenIsSeenBeforeItIsSet()
    {
        m_window->window().resize(1280, 720);
        const QModelIndex answered = ownMet();
        grid()->setCurrentIndex(answered);
        grid()->setFocus();

        QTest::keyClick(grid(), Qt::Key_3);

        auto *apply = m_window->find<QPushButton>(u"applyToAll"_s);
        QTRY_VERIFY(apply->isEnabled());
        for (const QWidget *seen : {static_cast<QWidget *>(apply), m_window->find<QWidget>(u"preview"_s),
                                    m_window->find<TableView>(u"overwritten"_s)->viewport()})
            QTRY_COMPARE(seen->visibleRegion().boundingRect().size(), seen->size());
        QVERIFY(grid()->visualRect(answered).isValid());
    }

    void whatSomebodyElseChangedSinceThePreviewIsAnnouncedBeforeItIsOverwritten()
    {
        const QModelIndex answered = ownMet();
        const QString item = answered.model()->headerData(answered.column(), Qt::Horizontal).toString();
        const AiSystem system = answered.row() == 0 ? m_bank->fraud : m_bank->chatbot;
        grid()->setCurrentIndex(answered);
        grid()->setFocus();
        QTest::keyClick(grid(), Qt::Key_3);
        auto *apply = m_window->find<QPushButton>(u"applyToAll"_s);
        QTRY_VERIFY(apply->isEnabled());
        const ItemOfAssessment where{m_bank->assessmentOf(system), item};
        auto other =
            Workspace::open(m_bank->fixture.folder(), Workspace::Access::ReadWrite, m_bank->fixture.clock());
        QVERIFY(other);
        (*other)->actAs(m_bank->fixture->actor());
        const auto theirs = planAnswers(*m_bank->reader(), {where}, {.rationale = u"Theirs"_s});
        QVERIFY(theirs && (*other)->commitAndWait(theirs->changeSet));

        apply->click();

        const Banner &banner = m_window->window().currentPage()->banner();
        QTRY_VERIFY(banner.isVisible());
        QVERIFY(banner.accessibleName().contains(u"Somebody else changed %1 meanwhile"_s.arg(item)));
        QTRY_VERIFY(apply->isEnabled());
        const auto *overwritten = m_window->find<TableView>(u"overwritten"_s);
        QCOMPARE(overwritten->model()->index(0, 4).data().toString(), u"Theirs"_s);
        apply->click();
        QTRY_COMPARE(answered.data(GridModel::StandingRole).toInt(), int(Standing::NotMet));
    }

    void whatIsBegunWhileAChangeIsBeingSavedIsNotForgottenWithIt()
    {
        const QModelIndex first = ownMet();
        const QModelIndex next = cellWhere([this](const QModelIndex &cell) {
            return isOwn(cell) && cell.data(GridModel::StandingRole).toInt() == int(Standing::NotAnswered);
        });
        QVERIFY(first.isValid() && next.isValid());
        grid()->setCurrentIndex(first);
        grid()->setFocus();
        QTest::keyClick(grid(), Qt::Key_3);
        auto *apply = m_window->find<QPushButton>(u"applyToAll"_s);
        QTRY_VERIFY(apply->isEnabled());

        QTest::keyClick(grid(), Qt::Key_Return, Qt::ControlModifier);
        grid()->setCurrentIndex(next);
        QTest::keyClick(grid(), Qt::Key_2);

        QTRY_COMPARE(first.data(GridModel::StandingRole).toInt(), int(Standing::NotMet));
        QTRY_VERIFY(m_window->jobs().running().isEmpty());
        QTRY_VERIFY(apply->isEnabled());
        QTest::keyClick(grid(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(next.data(GridModel::StandingRole).toInt(), int(Standing::PartlyMet));
    }

    void aNewChoiceOfCellsBeginsBlank()
    {
        grid()->setCurrentIndex(grid()->model()->index(0, 0));
        grid()->setFocus();
        QTest::keyClick(grid(), Qt::Key_1);
        auto *chosen = m_window->find<QWidget>(u"answerBar"_s)->findChild<QPushButton *>(u"answer1"_s);
        QVERIFY(chosen->isChecked());

        grid()->setCurrentIndex(grid()->model()->index(1, 1));

        QVERIFY(!chosen->isChecked());
        m_window->settle(); // no preview is waited for any more
        QVERIFY(!m_window->find<QPushButton>(u"applyToAll"_s)->isEnabled());
    }

    void enterOpensTheItemOfTheCell_data()
    {
        QTest::addColumn<int>("enter");
        QTest::newRow("Return") << int(Qt::Key_Return);
        QTest::newRow("Enter of the number pad") << int(Qt::Key_Enter);
    }
    void enterOpensTheItemOfTheCell()
    {
        QFETCH(int, enter);
        const QModelIndex cell = ownMet();
        const QString item = cell.model()->headerData(cell.column(), Qt::Horizontal).toString();
        grid()->setCurrentIndex(cell);
        grid()->setFocus();

        QTest::keyClick(grid(), Qt::Key(enter));
        m_window->settle();

        QCOMPARE(m_window->window().place().page, QString(SystemPage::key));
        QVERIFY(m_window->window().place().target.endsWith(item));
    }

    void theFormNamesTheOneItemByDesignatorAndTitle()
    {
        const QModelIndex cell = ownMet();
        const QString item = cell.model()->headerData(cell.column(), Qt::Horizontal).toString();
        const Checklist checklist = m_bank->checklist(m_bank->fraud);
        const QString title = checklist.catalogue->titleOf(*checklist.catalogue->item(item));

        grid()->setCurrentIndex(cell);

        const QString heading = m_window->find<PlainLabel>(u"severalItems"_s)->plainText();
        QVERIFY2(!title.isEmpty() && heading.contains(item) && heading.contains(title), qPrintable(heading));
    }

    void whatIsLeftOutOfAChoiceIsToldByItsReason()
    {
        for (int number = 3; number <= 14; ++number)
            m_bank->registered(u"System %1"_s.arg(number), u"chatbot-remote-llm"_s, {}, {});
        m_window->window().go({u"systems"_s, {}});
        m_window->window().go({GridPage::key, {}});
        QTRY_COMPARE(grid()->model()->rowCount(), 14);
        const int tooMany = 14 * grid()->model()->columnCount() - 1000;
        const auto *leftOut = m_window->find<PlainLabel>(u"leftOut"_s);

        grid()->selectAll();

        const auto says = [leftOut](const QString &words) {
            return leftOut->plainText().contains(words);
        };
        QTRY_VERIFY(says(u"only 1,000 can be answered at once: %1."_s.arg(tooMany)));
        QTRY_VERIFY(!says(u"Still being read"_s));
        QVERIFY(says(u"they wait, are relied upon or do not apply"_s));
    }

    void whatAPrincipleLeavesOutIsNotChosen()
    {
        m_window->window().go(GridPage::placeOf(u"5.1.1"_s));
        QTRY_VERIFY(m_window->jobs().running().isEmpty());
        m_window->settle();

        grid()->selectAll();

        const QString heading = m_window->find<PlainLabel>(u"severalItems"_s)->plainText();
        const int chosen = heading.section(u' ', 3, 3).toInt(); // "The same for 12 items"
        QVERIFY2(chosen > 1 && chosen <= 2 * 6, qPrintable(heading));
    }

    void theGridSaysThatEnterOpensAnItem()
    {
        QStringList words;
        for (const auto *label : m_window->window().currentPage()->findChildren<PlainLabel *>())
            words.append(label->plainText());

        QVERIFY(words.join(u'\n').contains(u"Enter or a double click opens the item"_s));
    }

    void theKeysOfTheFormWorkFromTheWholePage()
    {
        grid()->setCurrentIndex(ownMet());
        auto *apply = m_window->find<QPushButton>(u"applyToAll"_s);
        auto *box = m_window->find<QWidget>(u"withEvidence"_s);
        box->setFocus();

        QTest::keyClick(box, Qt::Key_3);
        QTRY_VERIFY(apply->isEnabled());
        QTest::keyClick(box, Qt::Key_F2);

        QVERIFY(m_window->find<QWidget>(u"rationaleForAll"_s)->hasFocus());
    }

    void aCommonAnswerIsSaidToBeOne()
    {
        const QModelIndex common =
            cellWhere([](const QModelIndex &cell) { return cell.data(GridModel::InheritedRole).toBool(); });
        const QModelIndex own = cellWhere([this](const QModelIndex &cell) { return isOwn(cell); });

        QVERIFY(common.isValid() && own.isValid());
        for (const int role : {int(Qt::ToolTipRole), int(Qt::AccessibleTextRole)}) {
            QVERIFY(common.data(role).toString().contains(u"inherited from "_s + m_bank->cloud.name));
            QVERIFY(!own.data(role).toString().contains(u"inherited"_s));
        }
        QVERIFY(m_window->find<QWidget>(u"grid/inherited"_s)->isVisible());
        QVERIFY(painted(common) != painted(sameAnswerOfOwn(common)));
    }

    void whatIsSetBesideAnswersLeavesOutWhatIsInheritedAndSaysSo()
    {
        const QModelIndex common =
            cellWhere([](const QModelIndex &cell) { return cell.data(GridModel::InheritedRole).toBool(); });
        const QModelIndex own = ownMet();
        grid()->setCurrentIndex(common);
        grid()->selectionModel()->select(own, QItemSelectionModel::Select);
        auto *due = m_window->find<QCheckBox>(u"withDue"_s);
        QTRY_VERIFY(due->isVisible());

        due->setChecked(true);
        m_window->find<DateField>(u"dueForAll"_s)->setDate(TwoSystems::today);

        auto *apply = m_window->find<QPushButton>(u"applyToAll"_s);
        QTRY_VERIFY(apply->isEnabled());
        const auto *words = m_window->find<PlainLabel>(u"preview"_s);
        QVERIFY2(words->plainText().contains(u"5.2.2-1 inherits “Met” from Bank cloud"_s),
                 qPrintable(words->plainText()));
        apply->click();
        QTRY_COMPARE(std::ranges::count(m_bank->fixture.all<Response>(), std::optional(TwoSystems::today),
                                        &Response::due),
                     1);
        QTRY_COMPARE(words->plainText(), u"1 item is set. Undo takes it back."_s);
    }

private:
    [[nodiscard]] QTableView *grid() const { return m_window->find<QTableView>(u"grid"_s); }

    template <class Is>
    [[nodiscard]] QModelIndex cellWhere(Is is) const
    {
        for (int row = 0; row < grid()->model()->rowCount(); ++row) {
            for (int column = 0; column < grid()->model()->columnCount(); ++column) {
                if (const QModelIndex cell = grid()->model()->index(row, column); is(cell))
                    return cell;
            }
        }
        return {};
    }
    [[nodiscard]] QModelIndex ownMet() const
    {
        return cellWhere([this](const QModelIndex &cell) {
            return isOwn(cell) && cell.data(GridModel::StandingRole).toInt() == int(Standing::Met);
        });
    }
    [[nodiscard]] bool isOwn(const QModelIndex &cell) const
    {
        return cell.data(GridModel::StandingRole).isValid() && !cell.data(GridModel::InheritedRole).toBool();
    }
    [[nodiscard]] QModelIndex sameAnswerOfOwn(const QModelIndex &common) const
    {
        return cellWhere([&](const QModelIndex &cell) {
            return isOwn(cell) && cell.data(GridModel::StandingRole) == common.data(GridModel::StandingRole);
        });
    }
    [[nodiscard]] QImage painted(const QModelIndex &cell) const
    {
        QStyleOptionViewItem option;
        option.initFrom(grid());
        option.rect = QRect(0, 0, 24, 24);
        QImage image(24, 24, QImage::Format_ARGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        grid()->itemDelegate()->paint(&painter, option, cell);
        return image;
    }
};

QTEST_MAIN(GridPageTest)
#include "tst_gridpage.moc"
