// The register of what left the house, through its page.
#include "core/delivery/exportpackage.h"
#include "tests/support/shownbanktest.h"
#include "ui/pages/packages/packagespage.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/tableview.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class TestPackageRegister : public ShownBankTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { showBank(); }

    void cleanup() { endBank(); }

    void replacingReadsTheRegisterInAJob()
    {
        chooseFirstOfTwo();
        m_window->find<QPushButton>(u"packages/replace"_s)->click();

        m_window->find<QPushButton>(u"packages/replace/do"_s)->click();

        QCOMPARE(m_window->jobs().running().size(), 1);
        QTRY_COMPARE(stateOf(u"first.zip"_s), IssueState::Replaced);
    }

    void replacingIsMarkedAndUndone()
    {
        auto *table = chooseFirstOfTwo();

        m_window->find<QPushButton>(u"packages/replace"_s)->click();
        m_window->find<QPushButton>(u"packages/replace/do"_s)->click();

        QTRY_COMPARE(stateOf(u"first.zip"_s), IssueState::Replaced);
        QTRY_VERIFY(shownState(*table, u"first.zip"_s).startsWith(u"replaced on "_s));
        table->selectRow(rowOf(*table, u"first.zip"_s));
        QCOMPARE(onTheCard(u"successor"_s), u"second.zip"_s);
        m_bank->fixture->undo();
        QTRY_COMPARE(stateOf(u"first.zip"_s), IssueState::Issued);
        QTRY_COMPARE(shownState(*table, u"first.zip"_s), u"current"_s);
    }

    void withdrawingWantsItsReason()
    {
        issue(u"first.zip"_s);
        goToRegister();
        auto *table = m_window->find<TableView>(u"issuedPackages"_s);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        table->selectRow(0);
        m_window->find<QPushButton>(u"packages/withdraw"_s)->click();

        m_window->find<QPushButton>(u"packages/withdraw/do"_s)->click();
        QVERIFY(banner().isVisible());
        QCOMPARE(stateOf(u"first.zip"_s), IssueState::Issued);
        auto *reason = m_window->find<QLineEdit>(u"packages/reason"_s);
        reason->setText(u"sent to the <b>wrong</b> address %1 %2"_s);
        QTest::keyClick(reason, Qt::Key_Return);

        QTRY_COMPARE(stateOf(u"first.zip"_s), IssueState::Withdrawn);
        QTRY_VERIFY(shownState(*table, u"first.zip"_s).startsWith(u"withdrawn on "_s));
        QCOMPARE(onTheCard(u"why"_s), u"sent to the <b>wrong</b> address %1 %2"_s);
    }

    void theRegisterFitsAtTheUsualWidth()
    {
        m_window->window().resize(1280, 800);
        auto *table = chooseFirstOfTwo();
        m_window->find<QPushButton>(u"packages/replace"_s)->click();
        m_window->find<QPushButton>(u"packages/replace/do"_s)->click();
        QTRY_COMPARE(stateOf(u"first.zip"_s), IssueState::Replaced);
        QTRY_VERIFY(shownState(*table, u"first.zip"_s).startsWith(u"replaced on "_s));

        const auto *header = table->horizontalHeader();
        const auto isWhole = [table](int column) {
            return table->columnWidth(column) >=
                   table->sizeHintForIndex(table->model()->index(rowOf(*table, u"first.zip"_s), column))
                       .width();
        };

        for (int column = 0; column < header->count(); ++column)
            QTRY_VERIFY2(header->isSectionHidden(column) || isWhole(column),
                         qPrintable(QString::number(column)));
        QVERIFY(!header->isSectionHidden(2) && !header->isSectionHidden(4));
    }

    void whatReplacedAPackageIsOneStepAway()
    {
        auto *table = chooseFirstOfTwo();
        m_window->find<QPushButton>(u"packages/replace"_s)->click();
        m_window->find<QPushButton>(u"packages/replace/do"_s)->click();
        QTRY_VERIFY(shownState(*table, u"first.zip"_s).startsWith(u"replaced on "_s));
        table->selectRow(rowOf(*table, u"first.zip"_s));

        m_window->find<QPushButton>(u"packages/successor"_s)->click();

        QCOMPARE(onTheCard(u"file"_s), u"second.zip"_s);
        QCOMPARE(onTheCard(u"successor"_s), QString());
    }

private:
    void goToRegister()
    {
        m_window->window().go({PackagesPage::key, u"issued"_s});
        QTRY_VERIFY(m_window->jobs().running().isEmpty());
    }
    void issue(const QString &name)
    {
        const auto done =
            exportPackage(m_bank->fixture.workspace(), {m_bank->fraud.id}, m_bank->fixture.path(name), {});
        if (!done)
            qFatal("%s", qPrintable(done.error().message));
    }
    TableView *chooseFirstOfTwo()
    {
        issue(u"first.zip"_s);
        issue(u"second.zip"_s);
        goToRegister();
        auto *table = m_window->find<TableView>(u"issuedPackages"_s);
        table->selectRow(rowOf(*table, u"first.zip"_s));
        return table;
    }
    [[nodiscard]] IssueState stateOf(const QString &fileName) const
    {
        for (const IssuedPackage &package : m_bank->fixture.all<IssuedPackage>()) {
            if (package.fileName == fileName)
                return package.state;
        }
        qFatal("%s is not in the register", qPrintable(fileName));
        return {};
    }
    [[nodiscard]] QString onTheCard(const QString &key) const
    {
        const auto *fact = m_window->find<PlainLabel>(u"packages/issued/"_s + key);
        return fact->isVisible() ? fact->plainText() : QString();
    }
    static int rowOf(const TableView &table, const QString &fileName)
    {
        for (int row = 0; row < table.model()->rowCount(); ++row) {
            if (table.model()->index(row, 7).data().toString() == fileName)
                return row;
        }
        return -1;
    }
    static QString shownState(const TableView &table, const QString &fileName)
    {
        return table.model()->index(rowOf(table, fileName), 4).data().toString();
    }
    [[nodiscard]] Banner &banner() const { return m_window->window().currentPage()->banner(); }
};

QTEST_MAIN(TestPackageRegister)
#include "tst_packageregister.moc"
