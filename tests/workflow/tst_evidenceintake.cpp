// Files and folders dropped on the page Evidence.
#include "core/workspace/checklist.h"
#include "tests/workflow/evidencewindow.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/textfield.h"

#include <QHeaderView>
#include <QLabel>

#include <algorithm>

#include <sys/stat.h>

using namespace plimsoll;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;

namespace {

/// Whether the widget looks otherwise with the keyboard than without.
bool isSeen(QWidget *focus)
{
    if (!focus || !focus->isVisible())
        return false;
    const QImage with = focus->grab().toImage();
    focus->clearFocus();
    const QImage without = focus->grab().toImage();
    focus->setFocus(Qt::OtherFocusReason);
    return with != without;
}

}

class TestEvidenceIntake : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_window = std::make_unique<EvidenceWindow>(); }
    void cleanup() { m_window.reset(); }

    void aDroppedFolderIsDescribedInOneTableAndAttachedInOneStep()
    {
        const QString folder = m_window->record.path(u"dropped"_s);
        for (int i = 0; i < 29; ++i)
            writeFile(folder + u"/year/record-%1.txt"_s.arg(i), QByteArray::number(i));
        writeFile(folder + u"/policy.md"_s, "# Policy");
        QCOMPARE(::mkfifo(qPrintable(folder + u"/pipe"_s), 0600), 0);
        QVERIFY(QFile::link(u"/etc/hostname"_s, folder + u"/out"_s));
        m_window->open();

        m_window->drop({folder});

        auto *intake = m_window->window.findChild<TableView *>(u"intake"_s);
        QTRY_COMPARE(intake->model()->rowCount(), 30);
        auto *leftOut = m_window->window.findChild<TableView *>(u"intakeLeftOut"_s);
        QCOMPARE(leftOut->model()->rowCount(), 2);
        QVERIFY(leftOut->model()->index(0, 1).data().toString().contains(u"link"_s));
        QVERIFY(leftOut->model()->index(1, 1).data().toString().contains(u"pipe"_s));
        QVERIFY(m_window->record.all<Evidence>().isEmpty());
        m_window->chooseKind(EvidenceKind::Monitoring);
        m_window->tick(u"intake/systems"_s, m_window->system.name);
        m_window->tick(u"intake/items"_s, u"5.1.1-1"_s);
        intake->selectRow(0);
        QCOMPARE(intake->model()->index(0, 0).data().toString(), u"policy.md"_s);
        m_window->chooseKind(EvidenceKind::Policy);
        QTest::mouseClick(m_window->button(u"intake/attach"_s), Qt::LeftButton);

        QTRY_COMPARE(m_window->record.all<Evidence>().size(), 30);
        QTRY_COMPARE(m_window->table()->model()->rowCount(), 30);
        QCOMPARE(m_window->record.all<EvidenceUse>().size(), 30);
        QCOMPARE(m_window->cell(u"policy"_s, u"Kind"_s), u"policy"_s);
        QCOMPARE(m_window->cell(u"record-7"_s, u"Kind"_s), u"monitoring and review"_s);
        QTRY_VERIFY(m_window->record->undoLabel().contains(u"30"_s));
        m_window->record->undo();
        QTRY_COMPARE(m_window->table()->model()->rowCount(), 0);
    }

    void whereNothingCanBeTakenTheKeyboardIsSeen()
    {
        m_window->open();
        m_window->shown.settle();
        m_window->drop({u"/etc/no such file"_s});
        m_window->shown.settle();

        QVERIFY(isSeen(QApplication::focusWidget()));
        QTest::mouseClick(m_window->button(u"intake/cancel"_s), Qt::LeftButton);
        m_window->shown.settle();

        QVERIFY(isSeen(QApplication::focusWidget()));
    }

    void onAPageWithoutEvidenceTheKeyboardIsAtItsFirstStep()
    {
        QTest::keyClick(&m_window->window, Qt::Key_4, Qt::ControlModifier);
        m_window->shown.settle();

        const auto *focus = qobject_cast<QPushButton *>(QApplication::focusWidget());
        QVERIFY(focus);
        QCOMPARE(focus->text(), u"Add files"_s);
    }

    void itemsWithoutASystemAreRefusedAndNothingIsLost()
    {
        const QString folder = m_window->record.path(u"dropped"_s);
        writeFile(folder + u"/policy.md"_s, "# Policy");
        m_window->open();
        m_window->drop({folder});
        auto *intake = m_window->window.findChild<TableView *>(u"intake"_s);
        QTRY_COMPARE(intake->model()->rowCount(), 1);
        m_window->tick(u"intake/items"_s, u"5.1.1-1"_s);

        QTest::mouseClick(m_window->button(u"intake/attach"_s), Qt::LeftButton);

        QTRY_VERIFY(m_window->window.currentPage()->banner().isVisible());
        QVERIFY(m_window->record.all<Evidence>().isEmpty());
        QCOMPARE(intake->model()->rowCount(), 1);
    }

    void oneFileIsDescribedApartFromTheOthers()
    {
        TableView *intake = dropped({u"a.txt"_s, u"b.txt"_s});
        m_window->tick(u"intake/items"_s, u"5.1.1-1"_s);
        intake->selectRow(1);
        auto *title = m_window->field<TextField>(u"intake/title"_s);
        QVERIFY(title->isEnabled());
        title->setFocus();
        title->selectAll();

        QTest::keyClicks(title, u"Second paper"_s);
        QTest::keyClick(title, Qt::Key_Return);
        m_window->tick(u"intake/items"_s, u"5.1.1-2"_s);

        QCOMPARE(intake->model()->index(1, 1).data().toString(), u"Second paper"_s);
        QCOMPARE(intake->model()->index(1, 4).data().toString(), u"5.1.1-1, 5.1.1-2"_s);
        QCOMPARE(intake->model()->index(0, 1).data().toString(), u"a"_s);
        QCOMPARE(intake->model()->index(0, 4).data().toString(), u"5.1.1-1"_s);
        intake->selectAll();
        QVERIFY(!title->isEnabled());
        QCOMPARE(stateOf(u"5.1.1-1"_s), Qt::Checked);
        QCOMPARE(stateOf(u"5.1.1-2"_s), Qt::PartiallyChecked);
    }

    void anItemThatDoesNotApplyToAChosenSystemIsSaidWithTheReason()
    {
        const auto [item, reason] = m_window->somethingNotApplicable();
        dropped({u"a.txt"_s});
        const auto *said = m_window->field<QLabel>(u"intake/notDue"_s);
        m_window->tick(u"intake/systems"_s, m_window->system.name);
        m_window->tick(u"intake/items"_s, u"5.1.1-1  "_s);
        m_window->shown.settle();
        QVERIFY(!said->isVisible());

        m_window->tick(u"intake/items"_s, item + u"  "_s);

        QTRY_VERIFY(said->isVisible());
        QVERIFY2(said->text().contains(reason), qPrintable(said->text()));
        QVERIFY(m_window->button(u"intake/attach"_s)->isEnabled());
    }

    void whatEachFileServesIsSeenBesideItsName_data() { WindowFixture::bothTextSizes(); }
    void whatEachFileServesIsSeenBesideItsName()
    {
        QFETCH(double, scale);
        m_window->theme.setTextScale(scale);
        m_window->window.resize(1280, 840);
        TableView *intake = dropped({u"Model risk policy 2026, final.pdf"_s, u"Red team report.pdf"_s});
        m_window->chooseKind(EvidenceKind::Policy);
        m_window->tick(u"intake/systems"_s, m_window->system.name);
        m_window->tick(u"intake/items"_s, u"5.1.1-1"_s);
        m_window->tick(u"intake/items"_s, u"5.1.1-2"_s);
        m_window->shown.settle();

        const auto *header = intake->horizontalHeader();
        QStringList cut;
        for (const int column : {0, 4, 5}) {
            const QString words = intake->model()->index(0, column).data().toString();
            const int end = header->sectionViewportPosition(column) + header->sectionSize(column);
            if (header->isSectionHidden(column) || end > intake->viewport()->width())
                cut.append(words);
        }
        QCOMPARE(cut, QStringList());
    }

    void attachingNothingLeavesNoTrace()
    {
        dropped({u"a.txt"_s});

        QTest::mouseClick(m_window->button(u"intake/cancel"_s), Qt::LeftButton);

        QVERIFY(m_window->button(u"evidence/addFiles"_s)->isVisible());
        QVERIFY(m_window->record.all<Evidence>().isEmpty());
        QVERIFY(filesBelow(m_window->record->evidenceFolder()).isEmpty());
    }

    void whoLeavesEverythingOutIsToldSoAndCanPutItBack()
    {
        TableView *intake = dropped({u"a.txt"_s, u"b.txt"_s});
        m_window->chooseKind(EvidenceKind::Policy);

        QTest::mouseClick(m_window->button(u"intake/leaveOut"_s), Qt::LeftButton);

        QCOMPARE(intake->model()->rowCount(), 0);
        const auto labels = m_window->window.currentPage()->findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
            return label->isVisible() && label->text().contains(u"You left out all 2 files."_s);
        }));
        auto *putBack = m_window->button(u"intake/putBack"_s);
        QVERIFY(putBack->isVisible() && putBack->hasFocus());
        QTest::mouseClick(putBack, Qt::LeftButton);
        QCOMPARE(intake->model()->rowCount(), 2);
        QCOMPARE(intake->model()->index(0, 2).data().toString(), u"policy"_s);
        QVERIFY(!putBack->isVisible());
        QVERIFY(intake->hasFocus());
    }

    void theKeyboardIsNeverGoneAfterAttaching_data()
    {
        QTest::addColumn<QString>("step");
        QTest::addColumn<bool>("isRefused");
        QTest::addColumn<bool>("isFirst");
        QTest::newRow("attached") << u"intake/attach"_s << false << false;
        QTest::newRow("the first attached") << u"intake/attach"_s << false << true;
        QTest::newRow("refused") << u"intake/attach"_s << true << false;
        QTest::newRow("nothing attached") << u"intake/cancel"_s << false << false;
        QTest::newRow("nothing attached at all") << u"intake/cancel"_s << false << true;
    }
    void theKeyboardIsNeverGoneAfterAttaching()
    {
        QFETCH(QString, step);
        QFETCH(bool, isRefused);
        QFETCH(bool, isFirst);
        if (!isFirst)
            m_window->attached("held", {}, {});
        dropped({u"a.txt"_s});
        if (isRefused) {
            auto *from = m_window->field<DateField>(u"intake/from"_s);
            auto *to = m_window->field<DateField>(u"intake/to"_s);
            from->setFocus();
            QTest::keyClicks(from, u"2026-11-20"_s);
            to->setFocus();
            QTest::keyClicks(to, u"2026-01-01"_s);
        }
        auto *button = m_window->button(step);
        button->setFocus();

        QTest::keyClick(button, Qt::Key_Space);
        m_window->shown.settle();

        QCOMPARE(m_window->record.all<Evidence>().size(),
                 (isFirst ? 0 : 1) + (step == u"intake/attach"_s && !isRefused ? 1 : 0));
        const QWidget *focus = m_window->window.focusWidget();
        QVERIFY(focus);
        QVERIFY2(focus->isVisible() && m_window->window.currentPage()->isAncestorOf(focus),
                 qPrintable(focus->objectName()));
    }

    void attachingOthersLeavesWhatIsKnownOfAFileAndSaysWhatWasStoredAlready()
    {
        m_window->attached("a.txt", {}, {});
        dropped({u"a.txt"_s, u"b.txt"_s});

        QTest::mouseClick(m_window->button(u"intake/attach"_s), Qt::LeftButton);

        QTRY_COMPARE(m_window->record.all<Evidence>().size(), 2);
        const Banner &banner = m_window->window.currentPage()->banner();
        QTRY_VERIFY(banner.isVisible());
        QVERIFY(banner.accessibleName().contains(u"Attached: 2, of these 1 was already stored."_s));
        for (const QString &title : {u"file-1.txt"_s, u"b"_s})
            QTRY_COMPARE(m_window->cell(title, u"Integrity"_s), u"unchanged"_s);
    }

    void aFileThatIsGoneMeanwhileIsNamedAndKeepsNoOtherOut()
    {
        dropped({u"a.txt"_s, u"b.txt"_s});
        QVERIFY(QFile::remove(m_window->record.path(u"dropped/a.txt"_s)));

        QTest::mouseClick(m_window->button(u"intake/attach"_s), Qt::LeftButton);

        QTRY_COMPARE(m_window->record.all<Evidence>().size(), 1);
        const Banner &banner = m_window->window.currentPage()->banner();
        QTRY_VERIFY(banner.isVisible());
        QVERIFY(banner.accessibleName().contains(u"Attached: 1."_s));
        QVERIFY(banner.accessibleName().contains(u"a.txt"_s));
    }

private:
    /// The table of what was found in a dropped folder with these files.
    TableView *dropped(const QStringList &names)
    {
        for (const QString &name : names)
            writeFile(m_window->record.path(u"dropped/"_s + name), name.toUtf8());
        m_window->open();
        m_window->drop({m_window->record.path(u"dropped"_s)});
        auto *intake = m_window->window.findChild<TableView *>(u"intake"_s);
        (void)QTest::qWaitFor([&] { return intake->model()->rowCount() == names.size(); });
        return intake;
    }

    [[nodiscard]] Qt::CheckState stateOf(const QString &item) const
    {
        const auto &model = *m_window->field<QListView>(u"intake/items/list"_s)->model();
        const auto found =
            model.match(model.index(0, 0), Qt::DisplayRole, item + u"  "_s, 1, Qt::MatchStartsWith);
        return found.isEmpty() ? Qt::Unchecked
                               : Qt::CheckState(found.first().data(Qt::CheckStateRole).toInt());
    }

    std::unique_ptr<EvidenceWindow> m_window;
};

QTEST_MAIN(TestEvidenceIntake)
#include "tst_evidenceintake.moc"
