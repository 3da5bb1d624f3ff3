// A register, pasted or dropped, looked at before it is imported.
#include "core/assessment/factanswer.h"
#include "core/responsibility/roleassignment.h"
#include "tests/support/files.h"
#include "tests/support/windowfixture.h"
#include "tests/support/workspacefixture.h"
#include "ui/pages/systems/importregisterpage.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/tableview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

#include <memory>

using namespace plimsoll;
using namespace Qt::StringLiterals;

namespace {

const QString twoRows = u"Id\tSystem name\tVersion\tLifecycle phase\tNext review date\n"
                        "AI-7\tFraud scoring\t2.1\tDeployment\t2027-03-01\n"
                        "AI-8\tSupport <b>chatbot</b>\t1.0\tSomewhere\tnever\n"_s;

}

class TestImportRegisterPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_record = std::make_unique<WorkspaceFixture>();
        m_window = std::make_unique<WindowFixture>();
        m_window->setWorkspace(m_record->workspace());
        m_window->window().go({u"systems"_s, {}});
        m_window->find<QPushButton>(u"systems/import"_s)->click();
        QCOMPARE(m_window->window().place().page, QString(ImportRegisterPage::key));
        QTRY_VERIFY(m_window->find<ChoiceField>(u"import/preset"_s)->count() > 1);
    }

    void cleanup()
    {
        m_window.reset();
        m_record.reset();
    }

    void whatIsPastedIsShownBeforeAnythingIsWritten()
    {
        pasteAndLook(twoRows);

        QTRY_COMPARE(summary(), u"New systems: 2. Updated: 0. Unchanged: 0. Left out: 0. "
                                "Cells not understood: 2."_s);
        const auto *cells = m_window->find<TableView>(u"importCells"_s)->model();
        QCOMPARE(cells->rowCount(), 2);
        QCOMPARE(cells->index(0, 3).data().toString(), u"Somewhere"_s);
        QVERIFY(m_record->all<AiSystem>().isEmpty());
    }

    void importingRegistersWithPresetAndRoles()
    {
        auto *preset = m_window->find<ChoiceField>(u"import/preset"_s);
        preset->setCurrentIndex(1);
        m_window->find<QLineEdit>(u"import/holder/data-custodian"_s)->setText(u"Data Office; Nordbank"_s);
        pasteAndLook(twoRows);
        QTRY_VERIFY(!summary().isEmpty());

        m_window->find<QPushButton>(u"import/do"_s)->click();

        QTRY_COMPARE(m_window->window().place().page, u"systems"_s);
        QCOMPARE(m_record->all<AiSystem>().size(), 2);
        QCOMPARE(m_record->all<RoleAssignment>().size(), 4);
        QVERIFY(!m_record->all<FactAnswer>().isEmpty());
        QTRY_COMPARE(m_window->find<TableView>(u"systems"_s)->model()->rowCount(), 2);
        QTRY_VERIFY(!(*m_record)->undoLabel().isEmpty());
    }

    void whatWasImportedIsSaidAndTheKeyboardIsAtTheSystems()
    {
        pasteAndLook(twoRows);
        QTRY_VERIFY(!summary().isEmpty());
        auto *step = m_window->find<QPushButton>(u"import/do"_s);
        step->setFocus();

        QTest::keyClick(step, Qt::Key_Space);

        QTRY_COMPARE(m_window->window().place().page, u"systems"_s);
        QVERIFY2(m_window->said().contains(u"New systems: 2. Updated: 0."_s), qPrintable(m_window->said()));
        QTRY_VERIFY(m_window->find<TableView>(u"systems"_s)->hasFocus());
        m_window->settle();
        QVERIFY(m_window->said().contains(u"New systems: 2."_s));
    }

    void importingTheSameAgainChangesNothing()
    {
        pasteAndLook(twoRows);
        QTRY_VERIFY(!summary().isEmpty());
        m_window->find<QPushButton>(u"import/do"_s)->click();
        QTRY_COMPARE(m_window->window().place().page, u"systems"_s);
        m_window->window().go({ImportRegisterPage::key, {}});

        pasteAndLook(twoRows);

        QTRY_VERIFY(summary().startsWith(u"New systems: 0. Updated: 0. Unchanged: 2."_s));
        QVERIFY(!m_window->find<QPushButton>(u"import/do"_s)->isEnabled());
    }

    void aDroppedFileIsLookedAt()
    {
        const QString file = test::writeFile(m_record->path(u"register.csv"_s), "Name,Owner\nFraud,Jo Lee\n");

        QVERIFY(WindowFixture::drop(*m_window->window().currentPage(), {file}));

        QTRY_VERIFY(summary().startsWith(u"New systems: 1."_s));
    }

    void aPreviewOfWhatHasChangedSinceIsNotKept()
    {
        pasteAndLook(twoRows);
        QTRY_VERIFY(!summary().isEmpty());

        m_window->find<QPlainTextEdit>(u"import/text"_s)->setPlainText(u"Name\nOther\n"_s);

        QVERIFY(summary().isEmpty());
    }

    void whatIsNoRegisterIsRefusedInWords()
    {
        pasteAndLook(u"colour,taste\nred,sweet\n"_s);

        QTRY_VERIFY(m_window->window().currentPage()->banner().isVisible());
        QVERIFY(summary().isEmpty());
    }

    void nothingPastedIsSaid()
    {
        m_window->find<QPushButton>(u"import/look"_s)->click();

        QVERIFY(m_window->window().currentPage()->banner().isVisible());
    }

    void everybodyCanUseIt_data() { WindowFixture::bothTextSizes(); }

    void everybodyCanUseIt()
    {
        QFETCH(double, scale);
        m_window->theme().setTextScale(scale);
        pasteAndLook(twoRows);
        QTRY_VERIFY(!summary().isEmpty());

        QCOMPARE(m_window->faults(), QStringList());
    }

private:
    void pasteAndLook(const QString &register_)
    {
        QGuiApplication::clipboard()->setText(register_);
        m_window->find<QPushButton>(u"import/paste"_s)->click();
        m_window->find<QPushButton>(u"import/look"_s)->click();
    }
    [[nodiscard]] QString summary() const
    {
        const auto *label = m_window->find<PlainLabel>(u"import/summary"_s);
        return label->isVisible() ? label->text() : QString();
    }

    std::unique_ptr<WorkspaceFixture> m_record;
    std::unique_ptr<WindowFixture> m_window;
};

QTEST_MAIN(TestImportRegisterPage)
#include "tst_importregisterpage.moc"
