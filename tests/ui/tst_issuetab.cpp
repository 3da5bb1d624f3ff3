// What is asked before a package leaves: whom it goes to, what it replaces, which systems.
#include "core/delivery/exportpackage.h"
#include "tests/support/shownbanktest.h"
#include "ui/pages/packages/packagespage.h"
#include "ui/pages/system/systempage.h"
#include "ui/widgets/choicefield.h"

#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class IssueTabTest : public ShownBankTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { showBank(); }

    void cleanup() { endBank(); }

    void withoutAReceiverNothingIsIssued()
    {
        openForm();

        m_window->find<QPushButton>(u"packages/issue"_s)->click();

        QVERIFY(said().contains(u"who receives it"_s));
        QVERIFY(receiver()->hasFocus());
        QVERIFY(m_window->jobs().running().isEmpty());
    }

    void whatTheReceiverHoldsAlreadyIsProposedToBeReplaced()
    {
        const Issued first = issued(u"first.zip"_s, u"Supervisor"_s);
        const Issued second = issued(u"second.zip"_s, u"Supervisor"_s);
        openForm();

        receiver()->setText(u"supervisor "_s);

        QCOMPARE(replaced()->key(), second.entry.id.text());
        QVERIFY(first.entry.id != second.entry.id);
    }

    void whatTellsOfAnOutdatedAssessmentIsProposedToBeReplacedToo()
    {
        nameAVersion(u"3.0"_s);
        const Issued first = issued(u"first.zip"_s, u"Supervisor"_s);
        nameAVersion(u"4.0"_s);
        openForm();

        receiver()->setText(u"Supervisor"_s);

        QCOMPARE(replaced()->key(), first.entry.id.text());
    }

    void whatAnEarlierProgramEnteredIsKnownByTheNames()
    {
        IssuedPackage entry;
        entry.id = Id<IssuedPackage>::generate(m_bank->fixture.clock());
        entry.fileName = u"old.zip"_s;
        entry.systems = u"Fraud scoring 2.1"_s;
        entry.issuedTo = u"Supervisor"_s;
        entry.issuedAt = m_bank->fixture.clock().now();
        m_bank->fixture.commit(ChangeSet(u"Issue"_s).create(entry));
        openForm();

        receiver()->setText(u"Supervisor"_s);

        QCOMPARE(replaced()->key(), entry.id.text());
    }

    void whereOnlyOthersHoldACurrentOneSomebodyDecides()
    {
        issued(u"first.zip"_s, u"Supervisor"_s);
        openForm();
        receiver()->setText(u"A customer"_s);
        QCOMPARE(replaced()->currentIndex(), -1);

        m_window->find<QPushButton>(u"packages/issue"_s)->click();

        QVERIFY(said().contains(u"first.zip"_s));
        QVERIFY(m_window->jobs().running().isEmpty());
        replaced()->setKey({});
        Q_EMIT replaced()->keyChosen({});
        receiver()->setText(u"Another customer"_s);
        QCOMPARE(replaced()->currentIndex(), 0);
    }

    void aPackageOfOtherSystemsIsNoReasonToAsk()
    {
        issued(u"first.zip"_s, u"Supervisor"_s);

        go(PackagesPage::placeToIssue(m_bank->chatbot.id));

        QCOMPARE(replaced()->currentIndex(), 0);
    }

    void aClosedAssessmentIsHandedOverOnceTheNextHasBegun()
    {
        const Id<Assessment> closed = m_bank->assessmentOf(m_bank->fraud);
        beginTheNext();
        openForm();
        auto *told = this->told(m_bank->fraud);
        QCOMPARE(told->count(), 2);
        QVERIFY(told->currentText().startsWith(u"The present one"_s));
        const QString day = TwoSystems::today.toString(Qt::ISODate);
        QCOMPARE(told->itemText(1), u"Self-assessment, begun %1, closed %1"_s.arg(day));

        told->setCurrentIndex(1);
        Q_EMIT told->keyChosen(told->key());
        receiver()->setText(u"Supervisor"_s);
        m_window->find<QPushButton>(u"packages/issue"_s)->click();

        QTRY_COMPARE(m_bank->fixture.all<IssuedSystem>().size(), 1);
        QCOMPARE(m_bank->fixture.all<IssuedSystem>().first().assessment, std::optional(closed));
    }

    void exportFromAnEarlierAssessmentLeadsToTheFormWithItChosen()
    {
        const Id<Assessment> closed = m_bank->assessmentOf(m_bank->fraud);
        beginTheNext();
        go(SystemPage::placeOf(m_bank->fraud.id, u"checklist"_s, closed.text()));

        QTest::keyClick(&m_window->window(), Qt::Key_X, Qt::AltModifier);

        QTRY_COMPARE(m_window->window().place().page, QString(PackagesPage::key));
        QTRY_VERIFY(m_window->jobs().running().isEmpty());
        QCOMPARE(told(m_bank->fraud)->key(), closed.text());
        openForm();
        QCOMPARE(told(m_bank->fraud)->currentIndex(), 0);
    }

    void withoutAnEarlierAssessmentThereIsNoneToChoose()
    {
        openForm();

        QVERIFY(!m_window->window().findChild<ChoiceField *>(u"packages/told/"_s + m_bank->fraud.id.text()));
    }

    void whatAnEarlierAssessmentReplacesSomebodyDecides()
    {
        issued(u"present.zip"_s, u"Supervisor"_s);
        beginTheNext();
        openForm();
        receiver()->setText(u"Supervisor"_s);

        auto *told = this->told(m_bank->fraud);
        told->setCurrentIndex(1);
        Q_EMIT told->keyChosen(told->key());

        QCOMPARE(replaced()->currentIndex(), -1);
    }

    void aClickOnTheNameTicksTheSystem()
    {
        go({PackagesPage::key, u"new"_s});
        auto *list = m_window->find<QListView>(u"packages/systems/list"_s);
        const QModelIndex first = list->model()->index(0, 0);
        const QRect line = list->visualRect(first);
        const QPoint onTheBox = line.topLeft() + QPoint(line.height() / 2, line.height() / 2);

        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, line.center());
        QCOMPARE(first.data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, onTheBox);
        QCOMPARE(first.data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
        QTest::keyClick(list, Qt::Key_Space);
        QCOMPARE(first.data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    }

private:
    void go(const Place &place)
    {
        m_window->window().go(place);
        QTRY_VERIFY(m_window->jobs().running().isEmpty());
    }
    void nameAVersion(const QString &version)
    {
        const AiSystem before = m_bank->fraud;
        m_bank->fraud.version = version;
        m_bank->fixture.commit(ChangeSet(u"Name a version"_s).change(before, m_bank->fraud));
    }
    void beginTheNext()
    {
        const auto closing =
            planClose(*m_bank->reader(), m_bank->catalogue, m_bank->fraud, m_bank->occasion());
        m_bank->fixture.commit(*closing);
        const auto next = planStart(*m_bank->reader(), *m_bank->catalogue, m_bank->fraud, m_bank->occasion());
        m_bank->fixture.commit(*next);
    }
    [[nodiscard]] ChoiceField *told(const AiSystem &system) const
    {
        return m_window->find<ChoiceField>(u"packages/told/"_s + system.id.text());
    }
    void openForm() { go(PackagesPage::placeToIssue(m_bank->fraud.id)); }
    Issued issued(const QString &name, const QString &receiver)
    {
        ExportOptions options;
        options.issuedTo = receiver;
        const auto done = exportPackage(m_bank->fixture.workspace(), {m_bank->fraud.id},
                                        m_bank->fixture.path(name), options);
        if (!done)
            qFatal("%s", qPrintable(done.error().message));
        return *done;
    }
    [[nodiscard]] QLineEdit *receiver() const { return m_window->find<QLineEdit>(u"packages/issuedTo"_s); }
    [[nodiscard]] ChoiceField *replaced() const
    {
        return m_window->find<ChoiceField>(u"packages/replaces"_s);
    }
    [[nodiscard]] QString said() const { return m_window->said(); }
};

QTEST_MAIN(IssueTabTest)
#include "tst_issuetab.moc"
