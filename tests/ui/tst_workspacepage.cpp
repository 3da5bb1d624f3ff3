// People and parties, changed where the workspace is shown.
#include "core/journal/journal.h"
#include "core/workspace/backup.h"
#include "tests/support/windowfixture.h"
#include "tests/support/workspacefixture.h"
#include "ui/pages/workspace/workspacepage.h"
#include "ui/theme/theme.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/tableview.h"

#include <QFileInfo>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

#include <memory>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class TestWorkspacePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_record = std::make_unique<WorkspaceFixture>();
        m_window = std::make_unique<WindowFixture>();
        m_window->setWorkspace(m_record->workspace());
        m_supplier.id = Id<Party>::generate(m_record->clock());
        m_supplier.name = u"Cloud Ltd"_s;
        m_jo.id = Id<Person>::generate(m_record->clock());
        m_jo.name = u"Jo Lee"_s;
        m_jo.party = (*m_record)->profile().organisation;
        m_record->commit(ChangeSet(u"Add"_s).create(m_supplier).create(m_jo));
    }

    void cleanup()
    {
        m_window.reset();
        m_record.reset();
    }

    void aBackupIsMadeWhenSomebodyAsksAndItIsSaidHowFarItGoes()
    {
        go({WorkspacePage::key, {}});
        const qint64 last = journalHead(**(*m_record)->reader())->sequence;
        QVERIFY(backupsIn((*m_record)->backupsFolder()).isEmpty());

        m_window->find<QPushButton>(u"workspace/backUp"_s)->click();

        QTRY_VERIFY(m_window->said().contains(u"to entry %1 of the journal"_s.arg(last)));
        const QStringList made = backupsIn((*m_record)->backupsFolder());
        QCOMPARE(made.size(), 1);
        QVERIFY(m_window->said().contains(QFileInfo(made.first()).fileName()));
    }

    void aNameIsChangedAndUndone()
    {
        go(WorkspacePage::placeOf(m_jo.id));
        auto *name = m_window->find<QLineEdit>(u"people/name"_s);
        QTRY_COMPARE(name->text(), u"Jo Lee"_s);

        type(*name, u"Jo Lee-Ruiz"_s);

        QTRY_COMPARE(person().name, u"Jo Lee-Ruiz"_s);
        QTRY_VERIFY((*m_record)->undoLabel().contains(u"Jo Lee-Ruiz"_s));
        (*m_record)->undo();
        QTRY_COMPARE(person().name, u"Jo Lee"_s);
        QTRY_COMPARE(name->text(), u"Jo Lee"_s);
    }

    void anEmptyNameIsRefusedAndTheFormerOneShown()
    {
        go(WorkspacePage::placeOf(m_jo.id));
        auto *name = m_window->find<QLineEdit>(u"people/name"_s);
        QTRY_COMPARE(name->text(), u"Jo Lee"_s);

        type(*name, {});

        QTRY_VERIFY(m_window->window().currentPage()->banner().isVisible());
        QTRY_COMPARE(name->text(), u"Jo Lee"_s);
        QCOMPARE(person().name, u"Jo Lee"_s);
    }

    void whatIsNoAddressIsSaidGently()
    {
        go({WorkspacePage::key, {}});
        auto *address = m_window->find<QLineEdit>(u"person/address"_s);
        const auto *advice = m_window->find<PlainLabel>(u"person/address/advice"_s);

        type(*address, u"anna at bank"_s);
        QVERIFY(advice->isVisible());
        type(*address, u"anna@bank.example"_s);

        QVERIFY(!advice->isVisible());
    }

    void theFolderIsWholeAtTwiceTheText()
    {
        m_window->theme().setTextScale(2);
        m_window->window().resize(1000, 800);
        go({WorkspacePage::key, {}});

        const auto *folder = m_window->find<PlainLabel>(u"workspace/folder"_s);

        QVERIFY(folder->fontMetrics().horizontalAdvance(folder->plainText()) > folder->width());
        QTRY_VERIFY(folder->height() >= folder->heightForWidth(folder->width()));
    }

    void aNamesakeIsRefusedAndWhatWasTypedStays()
    {
        go({WorkspacePage::key, {}});
        auto *name = m_window->find<QLineEdit>(u"person/name"_s);
        auto *address = m_window->find<QLineEdit>(u"person/address"_s);

        type(*name, u"jo lee"_s);

        QTRY_VERIFY(m_window->said().contains(u"Somebody is called Jo Lee already"_s));
        QCOMPARE(name->text(), u"jo lee"_s);
        type(*address, u"jo@nordbank.example"_s);
        QTRY_VERIFY(m_window->said().contains(u"Somebody is called Jo Lee already"_s));
        type(*name, u"Jo Ruiz"_s);
        QTRY_COMPARE(m_record->all<Person>().size(), 3);
        QTRY_COMPARE(name->text(), QString());
    }

    void somebodyMovesToAnotherParty()
    {
        go(WorkspacePage::placeOf(m_jo.id));
        auto *party = m_window->find<ChoiceField>(u"people/party"_s);
        QTRY_COMPARE(party->key(), m_jo.party.text());

        party->setKey(m_supplier.id.text());
        Q_EMIT party->keyChosen(m_supplier.id.text());

        QTRY_COMPARE(person().party, m_supplier.id);
    }

    void whoHasLeftIsStillListedAndComesBack()
    {
        go(WorkspacePage::placeOf(m_jo.id));
        QTRY_VERIFY(m_window->find<QPushButton>(u"people/left"_s)->isVisible());

        m_window->find<QPushButton>(u"people/left"_s)->click();
        QTRY_VERIFY(person().leftOn);
        QTRY_VERIFY(m_window->find<QPushButton>(u"people/back"_s)->isVisible());
        QCOMPARE(m_window->find<TableView>(u"people"_s)->model()->rowCount(), 2);
        m_window->find<QPushButton>(u"people/back"_s)->click();

        QTRY_VERIFY(!person().leftOn);
    }

    void aPartyIsRemovedAndComesBackByUndo()
    {
        go(WorkspacePage::placeOf(m_supplier.id));
        auto *parties = m_window->find<TableView>(u"parties"_s);
        QTRY_VERIFY(m_window->find<QPushButton>(u"parties/remove"_s)->isVisible());
        QCOMPARE(parties->model()->rowCount(), 2);

        m_window->find<QPushButton>(u"parties/remove"_s)->click();

        QTRY_COMPARE(parties->model()->rowCount(), 1);
        (*m_record)->undo();
        QTRY_COMPARE(parties->model()->rowCount(), 2);
    }

    void ourOrganisationIsNotRemoved()
    {
        go(WorkspacePage::placeOf((*m_record)->profile().organisation));
        QTRY_VERIFY(m_window->find<QPushButton>(u"parties/remove"_s)->isVisible());

        m_window->find<QPushButton>(u"parties/remove"_s)->click();

        QTRY_VERIFY(m_window->window().currentPage()->banner().isVisible());
        QCOMPARE(m_window->find<TableView>(u"parties"_s)->model()->rowCount(), 2);
    }

    void everybodyCanUseIt_data() { WindowFixture::bothTextSizes(); }

    void everybodyCanUseIt()
    {
        QFETCH(double, scale);
        m_window->theme().setTextScale(scale);
        go(WorkspacePage::placeOf(m_jo.id));
        go(WorkspacePage::placeOf(m_supplier.id));

        QCOMPARE(m_window->faults(), QStringList());
    }

private:
    void go(const Place &place)
    {
        m_window->window().go(place);
        QTRY_VERIFY(m_window->jobs().running().isEmpty());
    }
    static void type(QLineEdit &field, const QString &text)
    {
        field.setFocus();
        field.selectAll();
        QTest::keyClick(&field, Qt::Key_Delete);
        QTest::keyClicks(&field, text);
        QTest::keyClick(&field, Qt::Key_Return);
    }
    [[nodiscard]] Person person() const
    {
        const auto reader = (*m_record)->reader();
        return **Repository<Person>(**reader).find(m_jo.id);
    }

    std::unique_ptr<WorkspaceFixture> m_record;
    std::unique_ptr<WindowFixture> m_window;
    Party m_supplier;
    Person m_jo;
};

QTEST_MAIN(TestWorkspacePage)
#include "tst_workspacepage.moc"
