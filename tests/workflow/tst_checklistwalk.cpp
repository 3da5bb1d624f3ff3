// The checklist through the real window: answering by keys, evidence by drop, several at once.
#include "core/catalogue/shippedcatalogue.h"
#include "core/evidence/evidenceuse.h"
#include "core/workspace/answering.h"
#include "core/workspace/assessing.h"
#include "core/workspace/registration.h"
#include "tests/support/accessibilitywalk.h"
#include "tests/support/ownsettings.h"
#include "tests/support/windowfixture.h"
#include "tests/support/workspacefixture.h"
#include "ui/jobs/jobs.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/pages/checklist/checklisttab.h"
#include "ui/pages/checklist/itemlist.h"
#include "ui/pages/checklist/itemlistmodel.h"
#include "ui/pages/pagelist.h"
#include "ui/pages/system/systempage.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plaintextedit.h"
#include "ui/widgets/tableview.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QElapsedTimer>
#include <QListView>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class TestAnswering : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        keepSettingsIn(m_settings.path());
        m_catalogue = *shippedCatalogue();
    }

    void init()
    {
        m_record = std::make_unique<WorkspaceFixture>();
        m_theme = std::make_unique<Theme>(*qApp);
        m_jobs = std::make_unique<Jobs>();
        m_system = registered();
        openWindow();
    }

    void cleanup()
    {
        m_window.reset();
        m_jobs.reset();
        m_record.reset();
    }

    void aDigitAnswersTheItemAndTheReasonIsSavedWhenLeft()
    {
        list()->setFocus();
        const QString item = current();

        QTest::keyClick(list(), Qt::Key_2);
        QTRY_COMPARE(responseTo(item).answer, Answer::PartlyMet);
        rationale()->setFocus();
        QTest::keyClicks(rationale(), u"Half of it, 3 left"_s);
        QTest::keyClick(rationale(), Qt::Key_Return, Qt::ControlModifier);

        QTRY_COMPARE(responseTo(item).rationale, u"Half of it, 3 left"_s);
        QTRY_VERIFY(current() != item);
    }

    void whatSomebodyElseWroteMeanwhileIsNotOverwrittenWithoutAWord()
    {
        const QString item = current();
        rationale()->setFocus();
        QTest::keyClicks(rationale(), u"Mine"_s);
        const auto theirs = planAnswers(**(*m_record)->reader(), {{checklist().assessment->id, item}},
                                        {.rationale = u"Theirs"_s});
        m_record->commit(theirs->changeSet);
        QTest::keyClicks(rationale(), u"!"_s);

        auto &banner = m_window->currentPage()->banner();
        QTRY_VERIFY(banner.isVisible());
        QCOMPARE(responseTo(item).rationale, u"Theirs"_s);
        QCOMPARE(rationale()->toPlainText(), u"Mine!"_s);
        QTest::keyClicks(rationale(), u"!"_s);
        QTRY_COMPARE(responseTo(item).rationale, u"Mine!!"_s);
    }

    void undoAndRedoReachListAndCard()
    {
        const QString item = current();
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_1);
        QTRY_COMPARE(standingOf(item), Standing::Met);

        QTRY_VERIFY((*m_record)->undoLabel().contains(item));
        (*m_record)->undo();
        QTRY_COMPARE(standingOf(item), Standing::NotAnswered);
        QTRY_VERIFY(!(*m_record)->redoLabel().isEmpty());
        (*m_record)->redo();
        QTRY_COMPARE(standingOf(item), Standing::Met);
    }

    void whatWasAnsweredIsThereAfterReopening()
    {
        const QString item = current();
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_3);
        QTRY_COMPARE(responseTo(item).answer, Answer::NotMet);

        m_window.reset();
        m_record->reopen();
        openWindow();

        QCOMPARE(standingOf(item), Standing::NotMet);
    }

    void filesDroppedOnTheCardAreAttached()
    {
        const QString item = current();
        const QString file = m_record->path(u"<b>proof.txt"_s);
        QFile made(file);
        QVERIFY(made.open(QIODevice::WriteOnly));
        made.write("seen");
        made.close();

        drop({file});

        QTRY_COMPARE(m_record->all<EvidenceUse>().size(), 1);
        QCOMPARE(m_record->all<EvidenceUse>().first().item, item);
        auto *table = m_window->findChild<TableView *>(u"itemEvidence"_s);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QCOMPARE(table->model()->index(0, 0).data().toString(), u"<b>proof.txt"_s);
        QTRY_COMPARE(table->model()->index(0, 4).data().toString(), u"unchanged"_s);
    }

    void severalItemsAreSetInOneChangeThatNamesWhatItOverwrites()
    {
        const QString first = current();
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_1);
        QTRY_COMPARE(responseTo(first).answer, Answer::Met);
        chooseAll();

        QTest::keyClick(list(), Qt::Key_3);

        auto *apply = m_window->findChild<QPushButton *>(u"applyToAll"_s);
        QTRY_VERIFY(apply->isEnabled());
        auto *overwritten = m_window->findChild<TableView *>(u"overwritten"_s);
        QCOMPARE(overwritten->model()->rowCount(), 1);
        QCOMPARE(overwritten->model()->index(0, 0).data().toString(), first);
        QCOMPARE(responseTo(first).answer, Answer::Met);
        QTest::mouseClick(apply, Qt::LeftButton);
        QTRY_COMPARE(responseTo(first).answer, Answer::NotMet);
        const auto answered = m_record->all<Response>().size();
        QVERIFY(answered > 1);
        QTRY_VERIFY((*m_record)->undoLabel().contains(u"items"_s));
        (*m_record)->undo();
        QTRY_COMPARE(responseTo(first).answer, Answer::Met);
        QTRY_COMPARE(m_record->all<Response>().size(), 1);
    }

    void theFilterOverdueShowsWhatIsLateAndNothingElse()
    {
        const QString late = current();
        m_record->commit(planned(
            late,
            {.answer = Answer::NotMet, .rationale = u"Late"_s, .due = (*m_record)->today().addDays(-1)}));
        auto *filter = m_window->findChild<QPushButton *>(u"overdueItems"_s);
        const auto shown = [this] {
            return m_window->findChild<ItemList *>()->model().shownInOrder();
        };
        const auto &rows = m_window->findChild<ItemList *>()->model().rows();
        QTRY_VERIFY(
            std::any_of(rows.cbegin(), rows.cend(), [](const ItemRow &row) { return row.isOverdue; }));

        filter->setChecked(true);

        QTRY_COMPARE(shown(), QStringList{late});
        filter->setChecked(false);
        QVERIFY(shown().size() > 1);
    }

    void wordsTypedIntoTheListChooseNothingElse()
    {
        chooseAll();
        const auto chosen = list()->selectionModel()->selectedRows();
        QVERIFY(chosen.size() > 1);

        QTest::keyClicks(list(), u"Oms"_s);

        QCOMPARE(list()->selectionModel()->selectedRows(), chosen);
    }

    void altRightGoesToTheNextOpenItemAndPastThePhase()
    {
        list()->setFocus();
        auto *items = m_window->findChild<ItemList *>();
        QSet<QString> seen;
        const int all = int(items->model().rows().size());
        for (int step = 0; step < all; ++step) {
            seen.insert(current());
            QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : list(), Qt::Key_Right,
                            Qt::AltModifier);
        }

        QSet<QString> open;
        for (const ItemRow &row : items->model().rows()) {
            if (row.isOpen())
                open.insert(row.item);
        }
        QCOMPARE(QStringList((open - seen).values()), QStringList());
    }

    void theListSaysOnlyWhatChanged()
    {
        const auto catalogue = m_catalogue;
        const ChecklistReading before{checklist(), {}, {}};
        ItemListModel model;
        const QAbstractItemModelTester tester(&model);
        model.setRows(itemRows(before), *catalogue);
        QList<int> changed;
        connect(&model, &QAbstractItemModel::dataChanged, this,
                [&](const QModelIndex &from, const QModelIndex &to) {
                    changed += {from.row(), to.row()};
                });
        const QString item = catalogue->items().front().id;
        m_record->commit(planned(item, {.answer = Answer::Met}));

        model.setRows(itemRows({checklist(), {}, {}}), *catalogue);

        const int row = model.indexOf(item).row();
        QCOMPARE(changed, (QList<int>{row, row}));
        model.arrange({.phase = 1, .open = true}, ItemOrder::StartHere);
        model.arrange({}, ItemOrder::OfTheStandard);
    }

    void aVeryLongReasonIsKeptAndShownLiterally()
    {
        const QString item = current();
        const QString words = u"<b>bold</b> "_s + QChar(0x202e);
        const QString text = words + QString(100'000 - words.size(), u'x');
        rationale()->setFocus();
        QElapsedTimer watch;
        watch.start();
        rationale()->setPlainText(text);
        QCoreApplication::processEvents();
        const auto toShow = watch.restart();
        QTest::keyClick(rationale(), Qt::Key_A);
        QTest::keyClick(rationale(), Qt::Key_Backspace);
        QCoreApplication::processEvents();
        const auto toType = watch.elapsed();
        QTest::keyClick(rationale(), Qt::Key_Return, Qt::ControlModifier);

        QTRY_COMPARE(responseTo(item).rationale.size(), text.size());
        QCOMPARE(responseTo(item).rationale, text);
        qInfo("100,000 characters in one word: %lld ms to show, %lld ms for two keys", toShow, toType);
    }

    void everybodyCanUseIt_data() { WindowFixture::bothTextSizes(); }

    void everybodyCanUseIt()
    {
        QFETCH(double, scale);
        m_theme->setTextScale(scale);
        WindowFixture::takeTurns();

        QTRY_COMPARE(accessibilityFaults(*m_window->currentPage()), QStringList());
        chooseAll();
        QTRY_COMPARE(accessibilityFaults(*m_window->currentPage()), QStringList());

        m_theme->setTextScale(1);
    }

    void theGridReadsWhatIsLookedAtAndAnswersARange()
    {
        m_window->go({u"grid"_s, {}});
        auto *grid = m_window->findChild<QTableView *>(u"grid"_s);
        QTRY_COMPARE(grid->model()->rowCount(), 1);
        const QModelIndex cell = grid->model()->index(0, 0);
        QTRY_VERIFY(cell.data(Qt::UserRole + 1).isValid());
        grid->selectionModel()->select(QItemSelection(cell, cell.siblingAtColumn(4)),
                                       QItemSelectionModel::Select);

        auto *bar = m_window->currentPage()->findChild<QWidget *>(u"answerBar"_s);
        QTRY_VERIFY(bar->isVisible());
        QTest::mouseClick(bar->findChild<QPushButton *>(u"answer1"_s), Qt::LeftButton);
        auto *apply = m_window->currentPage()->findChild<QPushButton *>(u"applyToAll"_s);
        QTRY_VERIFY(apply->isEnabled());
        QTest::mouseClick(apply, Qt::LeftButton);

        QTRY_VERIFY(!m_record->all<Response>().isEmpty());
        QTRY_COMPARE(cell.data(Qt::UserRole + 1).toInt(), int(standingOf(m_catalogue->items().front().id)));
        QTRY_COMPARE(accessibilityFaults(*m_window->currentPage()), QStringList());
    }

private:
    AiSystem registered()
    {
        const Occasion occasion{(*m_record)->today(), (*m_record)->actor(), m_record->clock()};
        Registration registration;
        registration.system.name = u"Fraud <i>scoring</i>"_s;
        registration.preset = m_catalogue->presets().front().id;
        const auto connection = (*m_record)->reader();
        const auto changeSet = planRegistration(**connection, *m_catalogue, registration, occasion);
        m_record->commit(*changeSet);
        return m_record->all<AiSystem>().first();
    }

    void openWindow()
    {
        m_window = std::make_unique<MainWindow>(*m_theme, *m_jobs);
        m_window->resize(1280, 840);
        m_window->setPages(workspacePages(m_record->workspace(), *m_jobs));
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->go(SystemPage::placeOf(m_system.id, u"checklist"_s));
        QTRY_VERIFY(!current().isEmpty());
    }

    [[nodiscard]] QListView *list() const { return m_window->findChild<QListView *>(u"items"_s); }
    [[nodiscard]] PlainTextEdit *rationale() const
    {
        return m_window->findChild<PlainTextEdit *>(u"rationale"_s);
    }
    [[nodiscard]] QString current() const
    {
        const auto *items = m_window->findChild<ItemList *>();
        return items ? items->current() : QString();
    }
    [[nodiscard]] Checklist checklist() const
    {
        const auto connection = (*m_record)->reader();
        return *readChecklist(**connection, m_catalogue, m_system.id, (*m_record)->today());
    }
    [[nodiscard]] Standing standingOf(const QString &item) const
    {
        return checklist().line(item)->standing();
    }
    [[nodiscard]] Response responseTo(const QString &item) const
    {
        for (const Response &response : m_record->all<Response>()) {
            if (response.item == item)
                return response;
        }
        return {};
    }
    void chooseAll()
    {
        list()->setFocus();
        list()->selectAll();
    }
    [[nodiscard]] ChangeSet planned(const QString &item, const AnswerChange &change) const
    {
        const auto connection = (*m_record)->reader();
        const auto assessment = currentAssessment(**connection, m_system.id);
        return planAnswers(**connection, {{(**assessment).id, item}}, change)->changeSet;
    }
    void drop(const QStringList &files)
    {
        auto *card = m_window->findChild<QWidget *>(u"card"_s);
        QVERIFY(WindowFixture::drop(*card, files));
    }

    QTemporaryDir m_settings;
    std::shared_ptr<const Catalogue> m_catalogue;
    std::unique_ptr<WorkspaceFixture> m_record;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Jobs> m_jobs;
    std::unique_ptr<MainWindow> m_window;
    AiSystem m_system;
};

QTEST_MAIN(TestAnswering)
#include "tst_checklistwalk.moc"
