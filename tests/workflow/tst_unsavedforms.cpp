// What is typed or chosen in a form that saves it only by its button: the window does not go with it unasked.
#include "core/journal/journal.h"
#include "tests/support/files.h"
#include "tests/support/sessionfixture.h"
#include "ui/pages/system/systempage.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/disclosure.h"
#include "ui/widgets/plaintextedit.h"
#include "ui/widgets/readingonly.h"
#include "ui/widgets/ticklist.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QListView>
#include <QPushButton>
#include <QTest>

#include <memory>

using namespace plimsoll;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;

namespace {

/// Fields of these kinds are what is typed into; a date is held by what marks it.
bool takesWords(const QWidget &field)
{
    const auto *line = qobject_cast<const QLineEdit *>(&field);
    const auto *text = qobject_cast<const PlainTextEdit *>(&field);
    const bool isOpen = (line && !line->isReadOnly()) || (text && !text->isReadOnly());
    return isOpen && field.isVisible() && field.isEnabled() && !doesOnlyRead(field) &&
           !qobject_cast<const DateField *>(&field) && !qobject_cast<const QComboBox *>(field.parentWidget());
}

/// Chooses something else by keyboard, as far as there is something else.
bool choose(QWidget &field)
{
    field.setFocus();
    if (qobject_cast<DateField *>(&field) || qobject_cast<QComboBox *>(&field)) {
        const auto *box = qobject_cast<QComboBox *>(&field);
        const bool isLast = box && box->currentIndex() == box->count() - 1;
        QTest::keyClick(&field, isLast || !box ? Qt::Key_Up : Qt::Key_Down);
        return !box || box->count() > 1;
    }
    auto *list = qobject_cast<QListView *>(field.focusProxy());
    if (list && list->model()->rowCount() > 0)
        list->setCurrentIndex(list->model()->index(0, 0));
    QTest::keyClick(list ? list : &field, Qt::Key_Space);
    return !list || list->model()->rowCount() > 0;
}

bool takesChoices(const QWidget &field)
{
    const bool isOfKind = qobject_cast<const DateField *>(&field) ||
                          qobject_cast<const QComboBox *>(&field) ||
                          qobject_cast<const QCheckBox *>(&field) || qobject_cast<const TickList *>(&field);
    return isOfKind && field.isVisible() && field.isEnabled() && !doesOnlyRead(field);
}

bool holds(const QString &file, const QString &words)
{
    for (const QString &each : {file, file + u"-wal"_s}) {
        QFile record(each);
        if (record.open(QIODevice::ReadOnly) && record.readAll().contains(words.toUtf8()))
            return true;
    }
    return false;
}

}

class UnsavedFormsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_shown = std::make_unique<SessionFixture>(); }
    void cleanup() { m_shown.reset(); }

    void whatIsTypedAnywhereIsOnTheDiskOrHoldsTheWindow()
    {
        const QString database = m_shown->workspace().databaseFile();
        int typed = 0;
        int waiting = 0;
        for (const Place &place : m_shown->shown.everyPlace(m_shown->bank.fraud.id)) {
            m_shown->go(place);
            openForms();
            for (const QPointer<QWidget> &field : fields()) {
                if (!field || !takesWords(*field))
                    continue;
                const QString words = u"2031-07-19 word%1"_s.arg(++typed);
                const QString name = place.page + u' ' + place.target + u": "_s + field->accessibleName();
                field->setFocus();
                QTest::keyClick(field.data(), Qt::Key_A, Qt::ControlModifier);
                QTest::keyClicks(field.data(), words);
                field->clearFocus();
                m_shown->settle();
                const bool isWaiting = field && isBegun(words);
                waiting += isWaiting ? 1 : 0;
                QVERIFY2(isWaiting != holds(database, words), qPrintable(name));
            }
        }
        QVERIFY2(typed > 40 && waiting > 15, qPrintable(u"%1, %2"_s.arg(typed).arg(waiting)));
    }

    void whatIsChosenAnywhereIsOnTheDiskOrHoldsTheWindow()
    {
        int waiting = 0;
        for (const Place &place : m_shown->shown.everyPlace(m_shown->bank.fraud.id)) {
            m_shown->go(place);
            openForms();
            for (const QPointer<QWidget> &field : fields()) {
                if (!field || !takesChoices(*field))
                    continue;
                const QString name = place.page + u' ' + place.target + u": "_s + field->accessibleName();
                const qint64 before = written();
                const auto begun = m_shown->window().currentPage()->unsaved().size();
                if (!choose(*field))
                    continue;
                m_shown->settle();
                const bool isWaiting = m_shown->window().currentPage()->unsaved().size() > begun;
                waiting += isWaiting ? 1 : 0;
                QVERIFY2(isWaiting != (written() > before), qPrintable(name));
            }
        }
        QVERIFY2(waiting > 15, qPrintable(QString::number(waiting)));
    }

    void theWindowStaysOnceForAFormThatIsNotSaved_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("field");
        QTest::newRow("a system") << u"newsystem"_s << u"newsystem/name"_s;
        QTest::newRow("its purpose") << u"newsystem"_s << u"newsystem/purpose"_s;
        QTest::newRow("a register") << u"importregister"_s << u"import/text"_s;
        QTest::newRow("a workspace") << u"who"_s << u"who/organisation"_s;
        QTest::newRow("a person") << u"system/responsibilities"_s << u"person/name"_s;
        QTest::newRow("a package") << u"packages/new"_s << u"packages/purpose"_s;
        QTest::newRow("a decision") << u"system/applicability/5.2.3-1"_s << u"decision/reason"_s;
    }
    void theWindowStaysOnceForAFormThatIsNotSaved()
    {
        QFETCH(QString, page);
        QFETCH(QString, field);
        visit(page);
        type(field, u"Half a form"_s);
        m_shown->go({u"journal"_s, {}});

        m_shown->window().close();
        m_shown->settle();

        QVERIFY(m_shown->window().isVisible());
        auto *typedIn = m_shown->find<QWidget>(field);
        QVERIFY(typedIn->hasFocus());
        QVERIFY2(said().contains(typedIn->accessibleName()), qPrintable(said()));
        m_shown->window().close();
        QTRY_VERIFY(!m_shown->window().isVisible());
    }

    void theWindowStaysForAFormInWhichOnlyATickIsSet()
    {
        visit(u"newsystem"_s);
        m_shown->find<QAbstractButton>(u"newsystem/outOfScope"_s)->click();

        m_shown->window().close();

        QVERIFY(m_shown->window().isVisible());
        QVERIFY2(said().contains(u"pure research and out of scope"_s), qPrintable(said()));
    }

    void aChoiceThatIsTakenBackDoesNotHoldTheWindow()
    {
        visit(u"newsystem"_s);
        auto *tick = m_shown->find<QAbstractButton>(u"newsystem/outOfScope"_s);
        tick->click();
        tick->click();

        m_shown->window().close();

        QTRY_VERIFY(!m_shown->window().isVisible());
    }

    void anotherWorkspaceIsNotOpenedOverAForm()
    {
        const Workspace *before = m_shown->session.workspace();
        visit(u"newsystem"_s);
        type(u"newsystem/name"_s, u"Half a form"_s);

        m_shown->session.open(m_shown->bank.fixture.folder());
        m_shown->settle();

        QCOMPARE(m_shown->session.workspace(), before);
        QVERIFY(said().contains(u"Name of the system"_s));
        m_shown->session.open(m_shown->bank.fixture.folder());
        QTRY_VERIFY(m_shown->session.workspace() != before);
    }

    void theFormIsSavedAfterAllAndTheWindowGoes()
    {
        visit(u"newsystem"_s);
        type(u"newsystem/name"_s, u"Half a form"_s);
        m_shown->window().close();
        QVERIFY(m_shown->window().isVisible());

        m_shown->find<QAbstractButton>(u"newsystem/register"_s)->click();
        m_shown->settle();

        m_shown->window().close();
        QTRY_VERIFY(!m_shown->window().isVisible());
    }

    void whatIsTypedAfterTheWarningIsWarnedOfAgain()
    {
        visit(u"newsystem"_s);
        type(u"newsystem/name"_s, u"Half"_s);
        m_shown->window().close();
        type(u"newsystem/version"_s, u"2.1"_s);

        m_shown->window().close();

        QVERIFY(m_shown->window().isVisible());
    }

    void aReasonThatIsBeingWrittenStaysWhenSomethingElseIsSaved()
    {
        visit(u"system/applicability/5.2.3-1"_s);
        type(u"decision/reason"_s, u"Half a reason"_s);
        AiSystem renamed = m_shown->all<AiSystem>().first();
        const AiSystem before = renamed;
        renamed.purpose = u"Another one"_s;

        m_shown->commit(ChangeSet(u"Change the purpose"_s).change(before, renamed));

        QCOMPARE(m_shown->find<QLineEdit>(u"decision/reason"_s)->text(), u"Half a reason"_s);
    }

    void aReasonThatIsBeingWrittenWaitsAtItsItem()
    {
        visit(u"system/applicability/5.2.3-1"_s);
        type(u"decision/reason"_s, u"Half a reason"_s);
        type(u"decision/reviewOn"_s, u"2031-07-19"_s);

        visit(u"system/applicability/5.2.2-1"_s);

        QCOMPARE(m_shown->find<QLineEdit>(u"decision/reason"_s)->text(), QString());
        visit(u"system/applicability/5.2.3-1"_s);
        QCOMPARE(m_shown->find<QLineEdit>(u"decision/reason"_s)->text(), u"Half a reason"_s);
        QCOMPARE(m_shown->find<QLineEdit>(u"decision/reviewOn"_s)->text(), u"2031-07-19"_s);
    }

    void aReasonThatWaitsAtItsItemHoldsTheWindow()
    {
        visit(u"system/applicability/5.2.3-1"_s);
        type(u"decision/reason"_s, u"Half a reason"_s);
        visit(u"system/applicability/5.2.2-1"_s);

        m_shown->window().close();

        QVERIFY(m_shown->window().isVisible());
        QVERIFY2(said().contains(u"Decision on 5.2.3-1"_s), qPrintable(said()));
    }

    void aDayOnWhichSomethingHappenedWaitsAtItsItemAndHoldsTheWindow()
    {
        const auto happenedOn = [this] {
            return m_shown->find<QPushButton>(u"recordEvent"_s)->parentWidget()->findChild<DateField *>();
        };
        visit(u"system/checklist/5.5.1-2"_s);
        happenedOn()->setFocus();
        QTest::keyClick(happenedOn(), Qt::Key_Up);
        const QString day = happenedOn()->text();

        visit(u"system/checklist/5.2.2-1"_s);
        m_shown->window().close();

        QVERIFY(m_shown->window().isVisible());
        QVERIFY2(said().contains(u"Happened on, at 5.5.1-2"_s), qPrintable(said()));
        QVERIFY(happenedOn()->text() != day);
        visit(u"system/checklist/5.5.1-2"_s);
        QCOMPARE(happenedOn()->text(), day);
    }

    void filesThatAreNotAttachedYetHoldTheWindow()
    {
        m_shown->go({u"evidence"_s, {}});
        const QString file = m_shown->bank.fixture.folder() + u"/../policy.txt"_s;
        QFile made(file);
        QVERIFY(made.open(QIODevice::WriteOnly) && made.write("policy") > 0);
        made.close();
        QVERIFY(WindowFixture::drop(*m_shown->window().currentPage(), {file}));
        m_shown->settle();
        m_shown->go({u"journal"_s, {}});

        m_shown->window().close();
        m_shown->settle();

        QVERIFY(m_shown->window().isVisible());
        QVERIFY2(said().contains(u"Files to attach: 1"_s), qPrintable(said()));
        QVERIFY(m_shown->find<QWidget>(u"intake/attach"_s)->isVisible());
    }

    void theWorkspaceThatIsMadeIsNoLongerAForm()
    {
        const Workspace *before = m_shown->session.workspace();
        visit(u"who"_s);
        type(u"who/organisation"_s, u"Nordbank"_s);
        type(u"who/folder"_s, m_shown->bank.fixture.folder() + u"-another.plimsoll"_s);

        m_shown->find<QAbstractButton>(u"makeWorkspace"_s)->click();

        QTRY_VERIFY(m_shown->session.workspace() != before);
    }

private:
    void visit(const QString &page)
    {
        const QString part = page.section(u'/', 1);
        m_shown->go(page.startsWith(u"system/"_s) ? SystemPage::placeOf(m_shown->bank.fraud.id, part)
                                                  : Place{page.section(u'/', 0, 0), part});
    }

    void type(const QString &name, const QString &words)
    {
        auto *field = m_shown->find<QWidget>(name);
        QTRY_VERIFY(field->isVisible());
        field->setFocus();
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(field, words);
    }

    [[nodiscard]] qint64 written() const
    {
        const auto reader = m_shown->workspace().reader();
        const auto head = reader ? journalHead(**reader) : tl::unexpected(reader.error());
        return head ? head->sequence : -1;
    }

    void openForms()
    {
        for (auto *disclosure : m_shown->window().currentPage()->findChildren<Disclosure *>())
            disclosure->setOpen(true);
        m_shown->settle();
    }

    [[nodiscard]] QList<QPointer<QWidget>> fields() const
    {
        const auto all = m_shown->window().currentPage()->findChildren<QWidget *>();
        return {all.cbegin(), all.cend()};
    }

    [[nodiscard]] bool isBegun(const QString &words) const
    {
        const auto begun = m_shown->window().currentPage()->unsaved();
        return std::ranges::any_of(
            begun, [&words](const Unsaved &one) { return one.content.contains(words.trimmed()); });
    }

    [[nodiscard]] QString said() const { return m_shown->shown.said(); }

    std::unique_ptr<SessionFixture> m_shown;
};

QTEST_MAIN(UnsavedFormsTest)
#include "tst_unsavedforms.moc"
