// What is wrong with evidence, as the window says it: nobody approved it, its file is another now, its link
// leads nowhere.
#include "core/evidence/evidencestore.h"
#include "tests/support/windowfixture.h"
#include "tests/workflow/evidencewindow.h"
#include "ui/models/modelroles.h"
#include "ui/pages/system/systempage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/plainlabel.h"

#include <QFile>
#include <QLineEdit>
#include <QScrollBar>

#include <algorithm>

using namespace plimsoll;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;

class EvidenceStateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_window = std::make_unique<EvidenceWindow>(); }
    void cleanup() { m_window.reset(); }

    void aDocumentApprovedByNobodyIsSaidToBeSoUntilSomebodyIsNamed()
    {
        Evidence policy;
        policy.title = u"Policy"_s;
        policy.state = DocumentState::Approved;
        m_window->open(m_window->attached("words", {item}, policy));

        const auto *problems = m_window->field<Banner>(u"evidence/problems"_s);
        QTRY_VERIFY(problems->isVisible());
        QVERIFY(problems->accessibleName().contains(u"neither by whom nor when"_s));
        QCOMPARE(m_window->cell(policy.title, u"Document"_s), u"approved by?"_s);
        Evidence named = m_window->record.all<Evidence>().first();
        const Evidence before = named;
        named.approvedBy = u"Ana Ruiz"_s;
        named.approvedOn = QDate(2026, 3, 1);
        m_window->record.commit(ChangeSet(u"Name"_s).change(before, named));

        QTRY_VERIFY(!problems->isVisible());
        QCOMPARE(m_window->cell(policy.title, u"Document"_s), u"approved"_s);
    }

    void aChangeThatEndsAnApprovalSaysSoOnThePageWithTheWayToAnother()
    {
        Evidence policy;
        policy.title = u"Policy"_s;
        policy.state = DocumentState::Approved;
        policy.approvedBy = u"Ana Ruiz"_s;
        policy.approvedOn = QDate(2026, 3, 1);
        m_window->open(m_window->attached("words", {item}, policy));
        auto *version = m_window->field<QLineEdit>(u"evidence/version"_s);
        version->setFocus();

        QTest::keyClicks(version, u"2"_s);
        QTest::keyClick(version, Qt::Key_Tab);
        m_window->shown.settle();

        QCOMPARE(m_window->cell(policy.title, u"Document"_s), u"draft"_s);
        const QString said = m_window->shown.said();
        for (const QString &words :
             {u"“Policy” is a draft again"_s, u"set “Document” to approved"_s, u"Undo"_s})
            QVERIFY2(said.contains(words), qPrintable(said));
    }

    void anApprovalOfADayToComeIsSaidToBeNoneYet()
    {
        Evidence policy;
        policy.title = u"Policy"_s;
        policy.state = DocumentState::Approved;
        policy.approvedBy = u"Ana Ruiz"_s;
        policy.approvedOn = m_window->record->today().addDays(1);
        m_window->open(m_window->attached("words", {item}, policy));

        const auto *problems = m_window->field<Banner>(u"evidence/problems"_s);
        QTRY_VERIFY(problems->isVisible());
        QVERIFY(problems->accessibleName().contains(u"a day that has not come yet"_s));
        QCOMPARE(m_window->cell(policy.title, u"Document"_s), u"not approved yet"_s);
    }

    void aTamperedFileIsMarkedAndAProblemOnItsCardUntilTheOriginalIsAttachedAgain()
    {
        const Evidence piece = m_window->attached("as it was", {item}, {});
        openItem();
        auto *table = m_window->field<TableView>(u"itemEvidence"_s);
        QTRY_COMPARE(table->model()->index(0, 4).data().toString(), u"unchanged"_s);
        tamperWith(piece);

        m_window->button(u"checkFiles"_s)->click();

        QTRY_COMPARE(table->model()->index(0, 4).data().toString(), u"changed"_s);
        QCOMPARE(table->model()->index(0, 4).data(MarkRole).toInt(), int(StatusMark::NotMet));
        const auto *problems = m_window->field<Banner>(u"problems"_s);
        QTRY_VERIFY(problems->accessibleName().contains(u"is not what was stored"_s));
        QVERIFY(problems->accessibleName().contains(u"Attach the original again"_s));
        const auto remark = [this] {
            return m_window->field<QListView>(u"items"_s)
                ->currentIndex()
                .data(Qt::AccessibleTextRole)
                .toString();
        };
        QTRY_VERIFY2(remark().contains(u"problem"_s), qPrintable(remark()));

        WindowFixture::drop(*m_window->field<QWidget>(u"card"_s), {m_window->record.path(u"file-1.txt"_s)});

        QTRY_COMPARE(table->model()->index(0, 4).data().toString(), u"unchanged"_s);
        QTRY_VERIFY(!problems->accessibleName().contains(u"is not what was stored"_s) ||
                    !problems->isVisible());
    }

    void aLargeFileKeepsTheCheckItHadWhenItWasStored()
    {
        m_window->attached(QByteArray(17 * 1024 * 1024, 'x'), {item}, {});

        openItem();

        auto *table = m_window->field<TableView>(u"itemEvidence"_s);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QCOMPARE(table->model()->index(0, 4).data().toString(), u"unchanged"_s);
    }

    void whatACheckOfThePageFoundIsSaidOfThePieceAndOnTheCard()
    {
        const Evidence piece = m_window->attached("as it was", {item}, {});
        m_window->open(piece);
        tamperWith(piece);

        m_window->button(u"evidence/check"_s)->click();

        QTRY_COMPARE(m_window->cell(piece.title, u"Integrity"_s), u"changed"_s);
        QVERIFY(m_window->toolTip(piece.title, u"Integrity"_s).startsWith(u"Changed, "_s));
        QVERIFY(saysInTheDetail(u"Integrity: Changed, "_s));
        const auto *problems = m_window->field<Banner>(u"evidence/problems"_s);
        QTRY_VERIFY(problems->isVisible());
        QVERIFY(problems->accessibleName().contains(u"Attach the original again"_s));
        openItem();
        QTRY_VERIFY(
            m_window->field<Banner>(u"problems"_s)->accessibleName().contains(u"not what was stored"_s));
    }

    void whatIsPutBackIsSaidToBeAndWhatIsStillDamagedIsNamed()
    {
        const Evidence lost = m_window->attached("lost", {item}, {});
        const Evidence tampered = m_window->attached("tampered", {item}, {});
        m_window->open();
        QTRY_COMPARE(m_window->table()->model()->rowCount(), 2);
        tamperWith(tampered);
        QVERIFY(QFile::remove(EvidenceStore(m_window->record->evidenceFolder()).pathOf(*lost.digest)));
        m_window->button(u"evidence/check"_s)->click();
        const Banner &banner = m_window->window.currentPage()->banner();
        QTRY_VERIFY(banner.accessibleName().contains(u"2 of 2 files"_s));

        m_window->drop({m_window->record.path(u"file-1.txt"_s)});
        QTRY_COMPARE(m_window->button(u"intake/attach"_s)->text(), u"Attach 1 file"_s);
        m_window->button(u"intake/attach"_s)->click();

        QTRY_VERIFY2(banner.accessibleName().contains(u"Put back, and whole again: “file-1.txt”"_s),
                     qPrintable(banner.accessibleName()));
        QVERIFY(!banner.accessibleName().contains(u"Attached"_s));
        QVERIFY(banner.accessibleName().contains(u"Still not what was stored: “file-2.txt”"_s));
        QVERIFY(banner.isVisible());
    }

    void statesAreReadWholeBesideADetail()
    {
        Evidence described;
        described.state = DocumentState::Approved;
        described.validUntil = m_window->record->today().addDays(-3);
        const Evidence piece = m_window->attached("whole", {item}, described);
        m_window->open(piece);

        m_window->button(u"evidence/check"_s)->click();
        QTRY_COMPARE(m_window->cell(piece.title, u"Integrity"_s), u"unchanged"_s);

        const TableView &table = *m_window->table();
        for (const int column : {1, 2, 3}) {
            const int needed = table.sizeHintForIndex(table.model()->index(0, column)).width();
            QTRY_VERIFY2(table.columnWidth(column) >= needed, qPrintable(QString::number(column)));
        }
        QTRY_VERIFY(table.columnViewportPosition(3) + table.columnWidth(3) <= table.viewport()->width());
    }

    void aLinkThatLeadsElsewhereIsRefusedAndStaysToBeMended()
    {
        openItem();
        m_window->button(u"addLink"_s)->click();
        auto *address = m_window->field<QLineEdit>(u"linkAddress"_s);
        QTRY_VERIFY(address->hasFocus());

        QTest::keyClicks(address, u"javascript:alert(1)"_s);
        QTest::keyClick(address, Qt::Key_Return);

        const Banner &banner = m_window->window.currentPage()->banner();
        QTRY_VERIFY(banner.isVisible());
        QVERIFY(banner.accessibleName().contains(u"https://"_s));
        QCOMPARE(address->text(), u"javascript:alert(1)"_s);
        QVERIFY(address->hasFocus());
        QVERIFY(m_window->record.all<Evidence>().isEmpty());
    }

    void columnsUseTheRoomThereIs()
    {
        Evidence policy;
        policy.title = u"Supplier questionnaire of the platform for hosting models 2026"_s;
        policy.coversFrom = QDate(2026, 7, 3);
        policy.coversTo = QDate(2026, 7, 9);
        m_window->attached("words", {item}, policy);
        m_window->window.resize(2600, 840);
        m_window->open();
        QTRY_COMPARE(m_window->table()->model()->rowCount(), 1);

        QTRY_COMPARE(cut(), QStringList());
    }

    void atTheUsualSizeTitleStatesAndPeriodAreReadWhole()
    {
        Evidence contract;
        contract.title = u"Contract LQ-2025-118: clauses that matter for security"_s;
        contract.kind = EvidenceKind::Monitoring;
        contract.state = DocumentState::Approved;
        contract.approvedBy = u"Ana Ruiz"_s;
        contract.approvedOn = QDate(2026, 3, 1);
        contract.coversFrom = QDate(2025, 6, 26);
        contract.coversTo = QDate(2027, 6, 30);
        contract.validUntil = m_window->record->today().addDays(-3);
        m_window->attached("words", {item}, contract);
        m_window->window.resize(1280, 800);

        m_window->open();

        QTRY_COMPARE(m_window->table()->model()->rowCount(), 1);
        QTRY_COMPARE(cut(), (QStringList{u"Kind"_s, u"Systems"_s})); // which are left out, and said elsewhere
        QCOMPARE(m_window->table()->horizontalScrollBar()->maximum(), 0);
        QCOMPARE(m_window->toolTip(contract.title, u"Items"_s), u"Items: 1, of systems and platforms: 1"_s);
    }

private:
    static inline const QString item = u"5.1.1-1"_s;

    /// The columns that do not show all that the only piece has in them.
    [[nodiscard]] QStringList cut() const
    {
        QStringList headers;
        const QTableView &table = *m_window->table();
        for (int column = 0; column < table.model()->columnCount(); ++column) {
            const QModelIndex cell = table.model()->index(0, column);
            if (table.sizeHintForIndex(cell).width() > table.columnWidth(column))
                headers.append(table.model()->headerData(column, Qt::Horizontal).toString());
        }
        return headers;
    }
    [[nodiscard]] bool saysInTheDetail(const QString &words) const
    {
        const auto labels = m_window->window.currentPage()->findChildren<PlainLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [&words](const PlainLabel *label) {
            return label->isVisible() && label->plainText().contains(words);
        });
    }

    void openItem()
    {
        m_window->window.go(SystemPage::placeOf(m_window->system.id, u"checklist"_s, item));
        QTRY_VERIFY(m_window->field<QListView>(u"items"_s)->currentIndex().isValid());
        QTRY_VERIFY(m_window->jobs.running().isEmpty());
    }

    void tamperWith(const Evidence &piece)
    {
        const QString path = EvidenceStore(m_window->record->evidenceFolder()).pathOf(*piece.digest);
        QVERIFY(QFile::remove(path));
        writeFile(path, "otherwise");
    }

    std::unique_ptr<EvidenceWindow> m_window;
};

QTEST_MAIN(EvidenceStateTest)
#include "tst_evidencestate.moc"
