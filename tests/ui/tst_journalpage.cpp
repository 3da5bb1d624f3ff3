#include "core/evidence/evidencestore.h"
#include "core/evidence/issuedpackage.h"
#include "tests/support/workspacefixture.h"
#include "ui/jobs/jobs.h"
#include "ui/pages/journal/journalcolumns.h"
#include "ui/pages/journal/journalpage.h"
#include "ui/pages/journal/journalwords.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/statuslabel.h"
#include "ui/widgets/tableview.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QtTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

namespace {

JournalQuestion asking(int limit, qint64 before = std::numeric_limits<qint64>::max())
{
    JournalQuestion question;
    question.limit = limit;
    question.before = before;
    return question;
}

}

class tst_JournalPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WorkspaceFixture>();
        m_jobs = std::make_unique<Jobs>();
        m_page = std::make_unique<JournalPage>(m_fixture->workspace(), *m_jobs);
    }

    void cleanup()
    {
        m_page.reset();
        m_jobs.reset();
        m_fixture.reset();
    }

    void theNewestEntryComesFirst()
    {
        m_fixture->aSystem(u"Fraud scoring"_s);

        visit();

        QCOMPARE(entries()->model()->index(0, 2).data().toString(), u"Ana Ruiz"_s);
        QCOMPARE(entries()->model()->index(0, 3).data().toString(), u"Register Fraud scoring"_s);
    }

    void wordsLeaveOnlyEntriesThatHoldThem()
    {
        m_fixture->aSystem(u"Fraud scoring"_s);
        m_fixture->aSystem(u"Support chatbot"_s);
        visit();

        m_page->findChild<QLineEdit *>(u"journalWords"_s)->setText(u"chatBOT"_s);

        QTRY_COMPARE(entries()->model()->rowCount(), 1);
    }

    void aDayLeavesOnlyWhatWasDoneUntilItsEnd()
    {
        m_fixture->aSystem(u"Fraud scoring"_s);
        visit();
        const int all = entries()->model()->rowCount();
        const QDate today = m_fixture->workspace().today();

        m_page->activate(JournalPage::placeOf(today.addDays(-1)).target);
        QTRY_COMPARE(entries()->model()->rowCount(), 0);
        QCOMPARE(m_page->findChild<DateField *>(u"journalUntil"_s)->date(), std::optional(today.addDays(-1)));

        m_page->activate(JournalPage::placeOf(today).target);
        QTRY_COMPARE(entries()->model()->rowCount(), all);
    }

    void whatIsRegisteredLaterCanBeFilteredBy()
    {
        m_fixture->aSystem(u"Fraud scoring"_s);
        visit();
        auto *systems = m_page->findChildren<QComboBox *>().at(1);
        QTRY_COMPARE(systems->count(), 2);
        systems->setCurrentIndex(1);

        m_fixture->aSystem(u"Support chatbot"_s);
        visit();

        QTRY_COMPARE(systems->count(), 3);
        QCOMPARE(systems->currentText(), u"Fraud scoring"_s);
    }

    void aFilterWithoutHitsSaysSoAndIsClearedInOneStep()
    {
        m_fixture->aSystem(u"Fraud scoring"_s);
        visit();
        const int all = entries()->model()->rowCount();
        auto *none = m_page->findChild<QWidget *>(u"journalNone"_s);
        QVERIFY(!none->isVisibleTo(m_page.get()));
        auto *words = m_page->findChild<QLineEdit *>(u"journalWords"_s);

        words->setText(u"nobody ever wrote this"_s);

        QTRY_VERIFY(none->isVisibleTo(m_page.get()));
        QVERIFY(!entries()->isVisibleTo(m_page.get()));
        none->findChild<QPushButton *>()->click();
        QTRY_COMPARE(entries()->model()->rowCount(), all);
        QVERIFY(!none->isVisibleTo(m_page.get()) && entries()->isVisibleTo(m_page.get()));
        QCOMPARE(words->text(), QString());
    }

    void theEntryBelowIsOneOfThoseAskedFor()
    {
        m_fixture->aSystem(u"Fraud scoring"_s);
        m_fixture->aSystem(u"Support chatbot"_s);
        visit();
        entries()->setCurrentIndex(entries()->model()->index(0, 0));
        const auto *changes = m_page->findChild<TableView *>(u"journalChanges"_s);
        QTRY_VERIFY(changes->isVisible());
        auto *words = m_page->findChild<QLineEdit *>(u"journalWords"_s);

        words->setText(u"chatbot"_s);
        QTRY_COMPARE(entries()->model()->rowCount(), 1);
        QVERIFY(changes->isVisible());
        words->setText(u"nobody ever wrote this"_s);

        QTRY_COMPARE(entries()->model()->rowCount(), 0);
        QVERIFY(!changes->isVisible());
    }

    void anEntrySaysWhatItChangedInWords()
    {
        const AiSystem before = m_fixture->aSystem(u"Fraud scoring"_s);
        AiSystem after = before;
        after.purpose = u"Scores payments"_s;
        m_fixture->commit(ChangeSet(u"Describe"_s).change(before, after));
        visit();

        entries()->setCurrentIndex(entries()->model()->index(0, 0));

        auto *changes = m_page->findChild<TableView *>(u"journalChanges"_s);
        QTRY_COMPARE(changes->model()->rowCount(), 1);
        QCOMPARE(changes->model()->index(0, 0).data().toString(), u"AI system Fraud scoring"_s);
        QCOMPARE(changes->model()->index(0, 2).data().toString(), u"Purpose"_s);
        QCOMPARE(changes->model()->index(0, 4).data().toString(), u"Scores payments"_s);
    }

    void theWordsOfTheRecordAreSaidAsPeopleReadThem()
    {
        const JournalChange answered{"response"_L1, u"5.1.2-6"_s, {},         Edit::Kind::Changed,
                                     "answer"_L1,   u"met"_s,     u"partly"_s};
        RecordModel<JournalChange> model([](const JournalChange &c) { return c.name; },
                                         journalChangeColumns());

        model.setRows({answered});

        QStringList said;
        for (int column = 0; column < model.columnCount(); ++column)
            said.append(model.index(0, column).data().toString());
        QCOMPARE(said,
                 (QStringList{u"Response 5.1.2-6"_s, u"changed"_s, u"Answer"_s, u"Met"_s, u"Partly met"_s}));
        QCOMPARE(valueInWords("assessment"_L1, "purpose"_L1, u"internal-audit"_s), u"Internal audit"_s);
        QCOMPARE(valueInWords("response"_L1, "rationale"_L1, u"partly"_s), u"partly"_s);
        QCOMPARE(fieldInWords("ai_act_category"_L1), u"AI act category"_s);
        QCOMPARE(fieldInWords("replaced_reached"_L1), u"Last journal entry of the replaced record"_s);
    }

    void aFieldTellsItsHistory()
    {
        AiSystem system = m_fixture->aSystem(u"Fraud scoring"_s);
        for (const auto &purpose : {u"first"_s, u"second"_s}) {
            const AiSystem before = system;
            system.purpose = purpose;
            m_fixture->commit(ChangeSet(u"Describe"_s).change(before, system));
        }
        visit();
        entries()->setCurrentIndex(entries()->model()->index(0, 0));
        auto *changes = m_page->findChild<TableView *>(u"journalChanges"_s);
        QTRY_COMPARE(changes->model()->rowCount(), 1);

        Q_EMIT changes->opened(changes->model()->index(0, 0));

        auto *steps = m_page->findChild<TableView *>(u"journalSteps"_s);
        QTRY_COMPARE(steps->model()->rowCount(), 2);
        QCOMPARE(steps->model()->index(1, 2).data().toString(), u"first"_s);
        QCOMPARE(steps->model()->index(1, 3).data().toString(), u"second"_s);
    }

    void anUntouchedRecordHolds()
    {
        m_fixture->aSystem(u"Fraud scoring"_s);
        visit();

        m_page->findChild<QPushButton *>(u"journalVerify"_s)->click();

        QTRY_COMPARE(m_page->findChildren<StatusLabel *>().size(), 3);
        for (const auto *label : m_page->findChildren<StatusLabel *>())
            QVERIFY2(label->accessibleName().startsWith(u"Holds"_s), qPrintable(label->accessibleName()));
    }

    void whereTheJournalEndsIsToldWithTheFindings()
    {
        m_fixture->aSystem(u"Fraud scoring"_s);
        const auto head = journalHead(**(*m_fixture)->reader());
        visit();

        m_page->findChild<QPushButton *>(u"journalVerify"_s)->click();

        const auto told = [this](const QString &words) {
            return std::ranges::any_of(m_page->findChildren<PlainLabel *>(), [&](const PlainLabel *label) {
                return label->plainText().contains(words);
            });
        };
        QTRY_VERIFY(told(head->digest.hex()));
        QVERIFY(told(u"rewritten as a whole"_s));
    }

    void filesThatNothingRefersToAreNamed()
    {
        const EvidenceStore store((*m_fixture)->evidenceFolder());
        const auto left = store.storeBytes("left over", u"left"_s);
        visit();

        m_page->findChild<QPushButton *>(u"journalVerify"_s)->click();

        const auto told = [this, name = QFileInfo(store.pathOf(left->digest)).fileName()] {
            return std::ranges::any_of(m_page->findChildren<PlainLabel *>(), [&](const PlainLabel *label) {
                return label->plainText().contains(name);
            });
        };
        QTRY_VERIFY(told());
        QCOMPARE(m_page->findChildren<StatusLabel *>().size(), 4);
    }

    void aLongJournalIsReadPageByPage()
    {
        for (int i = 0; i < 7; ++i)
            m_fixture->aSystem(u"System %1"_s.arg(i));
        const auto reader = m_fixture->workspace().reader();

        const auto first = readJournal(**reader, asking(5));
        const auto second = readJournal(**reader, asking(5, first->lines.last().sequence));

        QCOMPARE(first->lines.size(), 5);
        QVERIFY(!first->isLast);
        QVERIFY(second->isLast);
        QCOMPARE(second->lines.first().sequence + 1, first->lines.last().sequence);
        QCOMPARE(second->lines.last().sequence, 1);
    }

    void entriesOfASystemAreFoundThroughWhatBelongsToIt()
    {
        const AiSystem wanted = m_fixture->aSystem(u"Fraud scoring"_s);
        m_fixture->aSystem(u"Support chatbot"_s);
        const auto reader = m_fixture->workspace().reader();

        JournalQuestion question;
        question.system = wanted.id;

        const auto found = readJournal(**reader, question);

        QCOMPARE(found->lines.size(), 1);
        QCOMPARE(found->lines.first().label, u"Register Fraud scoring"_s);
    }

    void packagesOfEarlierProgramsAreFoundByTheNameTheSystemHadThen()
    {
        const AiSystem wanted = m_fixture->aSystem(u"Fraud scoring"_s);
        m_fixture->aSystem(u"Support chatbot"_s);
        issue(u"both.zip"_s, u"Support chatbot, Fraud scoring"_s);
        AiSystem renamed = wanted;
        renamed.name = u"Payment scoring"_s;
        m_fixture->commit(ChangeSet(u"Rename"_s).change(wanted, renamed));
        issue(u"renamed.zip"_s, u"Payment scoring"_s);
        issue(u"another.zip"_s, u"Payment scoring of others"_s);
        issue(u"former.zip"_s, u"Fraud scoring"_s);

        JournalQuestion question;
        question.system = wanted.id;
        const auto found = readJournal(**m_fixture->workspace().reader(), question);

        QStringList labels;
        for (const JournalLine &line : found->lines)
            labels.prepend(line.label);
        QCOMPARE(labels, (QStringList{u"Register Fraud scoring"_s, u"Issue both.zip"_s, u"Rename"_s,
                                      u"Issue renamed.zip"_s}));
    }

    void theTablesAreSoundModels()
    {
        RecordModel<JournalLine> model([](const JournalLine &l) { return QString::number(l.sequence); },
                                       journalLineColumns());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);

        model.setRows({JournalLine{}});

        QCOMPARE(model.rowCount(), 1);
    }

private:
    TableView *entries() const { return m_page->findChild<TableView *>(u"journalEntries"_s); }

    void issue(const QString &fileName, const QString &systems)
    {
        IssuedPackage package;
        package.id = Id<IssuedPackage>::generate(m_fixture->clock());
        package.fileName = fileName;
        package.systems = systems;
        package.issuedAt = m_fixture->clock().now();
        package.seal = Digest::of(fileName.toUtf8());
        m_fixture->commit(ChangeSet(u"Issue %1"_s.arg(fileName)).create(package));
    }

    void visit()
    {
        m_page->show();
        m_page->activate({});
        QTRY_VERIFY(m_jobs->running().isEmpty());
    }

    std::unique_ptr<WorkspaceFixture> m_fixture;
    std::unique_ptr<Jobs> m_jobs;
    std::unique_ptr<JournalPage> m_page;
};

QTEST_MAIN(tst_JournalPage)
#include "tst_journalpage.moc"
