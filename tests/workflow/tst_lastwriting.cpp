// What is typed when the window closes, the workspace is let go or somebody else takes over: none of it is
// lost, and nothing is said to be saved that is not.
#include "core/assessment/response.h"
#include "tests/support/sessionfixture.h"
#include "ui/mainwindow/actingperson.h"
#include "ui/pages/system/systempage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/disclosure.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plaintextedit.h"

#include <QApplication>
#include <QFile>
#include <QMenu>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class LastWritingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_shown = std::make_unique<SessionFixture>();
        m_shown->go(SystemPage::placeOf(m_shown->bank.fraud.id, u"checklist"_s, u"5.2.3-1"_s));
    }
    void cleanup() { m_shown.reset(); }

    void whatIsTypedWhenTheWindowClosesIsOnTheDiskBeforeItDoes()
    {
        typeRationale(u"Typed last"_s);

        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Q, Qt::ControlModifier);

        QTRY_VERIFY(!m_shown->window().isVisible());
        QVERIFY(isRationale(u"Typed last"_s));
    }

    void quickHandsLoseNothingEither()
    {
        typeRationale(u"First"_s);
        QTest::keyClick(rationale(), Qt::Key_Return, Qt::ControlModifier);
        typeRationale(u"Second"_s);
        QTest::keyClick(rationale(), Qt::Key_Return, Qt::ControlModifier);
        typeRationale(u"Third"_s);

        m_shown->window().close();

        QTRY_VERIFY(!m_shown->window().isVisible());
        for (const QString &text : {u"First"_s, u"Second"_s, u"Third"_s})
            QVERIFY2(isRationale(text), qPrintable(text));
    }

    void whatIsDestroyedWhileItHasTheKeyboardTakesNothingWithIt()
    {
        // As a dialog of the page is, when the window behind it has not got the keyboard back yet.
        auto *dialog = new QWidget(m_shown->window().currentPage());
        auto *first = new QLineEdit(dialog);
        auto *last = new QLineEdit(dialog);
        last->move(0, first->height());
        dialog->show();
        last->setFocus();
        QVERIFY(last->hasFocus());

        delete dialog;

        typeRationale(u"Typed afterwards"_s);
        m_shown->window().close();
        QTRY_VERIFY(!m_shown->window().isVisible());
        QVERIFY(isRationale(u"Typed afterwards"_s));
    }

    void whatIsTypedInAnyFieldIsSavedWhenTheWorkspaceIsClosed_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("field");
        const QString system = u"system/"_s;
        QTest::newRow("a line of the profile") << system + u"profile"_s << u"profile/name"_s;
        QTest::newRow("a paragraph of the assessment") << system + u"assessment"_s << u"assessment/methods"_s;
        QTest::newRow("a date of the checklist") << system + u"checklist"_s << u"due"_s;
        QTest::newRow("the name of common answers") << u"platforms"_s << u"platforms/name"_s;
    }
    void whatIsTypedInAnyFieldIsSavedWhenTheWorkspaceIsClosed()
    {
        QFETCH(QString, page);
        QFETCH(QString, field);
        const QString database = m_shown->workspace().databaseFile();
        m_shown->go(page.startsWith(u"system/"_s)
                        ? SystemPage::placeOf(m_shown->bank.fraud.id, page.section(u'/', 1), u"5.2.3-1"_s)
                        : Place{page, {}});
        for (auto *disclosure : m_shown->window().currentPage()->findChildren<Disclosure *>())
            disclosure->setOpen(true);
        auto *typedIn = m_shown->find<QWidget>(field);
        QTRY_VERIFY(typedIn->isVisible());
        typedIn->setFocus();
        QTest::keyClick(typedIn, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(typedIn, u"2031-07-19"_s);

        Q_EMIT m_shown->window().closeWorkspaceAsked();

        QTRY_VERIFY(!m_shown->session.workspace());
        QFile record(database);
        QVERIFY(record.open(QIODevice::ReadOnly));
        QVERIFY(record.readAll().contains("2031-07-19"));
    }

    void whatIsTypedIsSavedBeforeAnotherWorkspaceIsShown()
    {
        const Workspace *before = m_shown->session.workspace();
        typeRationale(u"Typed before"_s);

        m_shown->session.open(m_shown->bank.fixture.folder());

        QTRY_VERIFY(m_shown->session.workspace() != before);
        QVERIFY(isRationale(u"Typed before"_s));
    }

    void whatWasTypedBeforeSomebodyElseActsIsNotTheirs()
    {
        const Person other = aPerson(u"Jo Lee"_s);
        const Id<Person> before = m_shown->workspace().actor();
        auto *acting = m_shown->find<ActingPerson>(u"actingPerson"_s);
        QTRY_COMPARE(acting->menu()->actions().size(), m_shown->all<Person>().size());
        QList<Id<Person>> actors;
        connect(&m_shown->workspace(), &Workspace::changed, this,
                [&] { actors.append(m_shown->workspace().actor()); });
        typeRationale(u"Still mine"_s);

        acting->menu()->actions().last()->trigger();

        QTRY_COMPARE(m_shown->workspace().actor(), other.id);
        QCOMPARE(actors, QList{before});
        QVERIFY(isRationale(u"Still mine"_s));
    }

    void savedIsNotSaidOfWhatIsStillBeingTyped()
    {
        const auto *saved = m_shown->find<PlainLabel>(u"status/saved"_s);
        QCOMPARE(saved->plainText(), u"Saved"_s);

        typeRationale(u"A"_s);

        QCOMPARE(saved->plainText(), u"Being written, not saved yet"_s);
        QTRY_COMPARE(saved->plainText(), u"Saved"_s);
        QVERIFY(isRationale(u"A"_s));
    }

    void savedIsNotSaidBesideADateThatNamesNoDay()
    {
        auto *due = m_shown->find<DateField>(u"due"_s);
        due->setFocus();
        QTest::keyClicks(due, u"31.13.2026"_s);

        QTest::keyClick(due, Qt::Key_Tab);
        m_shown->settle();

        const auto *saved = m_shown->find<PlainLabel>(u"status/saved"_s);
        QCOMPARE(saved->plainText(), u"A date that names no day is not saved"_s);
        due->setFocus();
        QTest::keyClick(due, Qt::Key_Escape);
        QTest::keyClick(due, Qt::Key_Tab);
        QTRY_COMPARE(saved->plainText(), u"Saved"_s);
    }

    void noDateFieldHoldsWhatNamesNoDayBesideSaved_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("no such day") << u"2026-02-31"_s;
        QTest::newRow("zeros") << u"0000-00-00"_s;
    }
    void noDateFieldHoldsWhatNamesNoDayBesideSaved()
    {
        QFETCH(QString, typed);
        QList<Place> places = m_shown->shown.everyPlace(m_shown->bank.fraud.id);
        places.append(SystemPage::placeOf(m_shown->bank.fraud.id, u"applicability"_s, u"5.2.3-1"_s));
        int written = 0;
        for (const Place &place : places) {
            m_shown->go(place);
            for (const QPointer<DateField> &field : dateFields()) {
                if (!field || !field->isVisible() || !field->isEnabled() || field->isReadOnly())
                    continue;
                field->setFocus();
                field->selectAll();
                QTest::keyClicks(field.data(), typed);
                QTest::keyClick(field.data(), Qt::Key_Tab);
                m_shown->settle();
                ++written;
                QVERIFY2(saved() == u"A date that names no day is not saved"_s && field->text() == typed,
                         qPrintable(place.page + u": "_s + field->accessibleName()));
                field->setFocus();
                QTest::keyClick(field.data(), Qt::Key_Escape);
            }
        }
        QVERIFY2(written > 10, qPrintable(QString::number(written)));
    }

    void aTimeThatNamesNoneIsNeitherSavedNorSaidToBe()
    {
        m_shown->go(SystemPage::placeOf(m_shown->bank.fraud.id, u"inventory"_s,
                                        m_shown->all<Asset>().first().id.text()));
        auto *acquired = m_shown->find<QLineEdit>(u"asset/acquiredAt"_s);
        acquired->setFocus();
        acquired->selectAll();
        QTest::keyClicks(acquired, u"2026-02-31"_s);

        QTest::keyClick(acquired, Qt::Key_Return);
        m_shown->window().currentPage()->banner().hide();
        m_shown->settle();

        QCOMPARE(acquired->text(), u"2026-02-31"_s);
        QCOMPARE(saved(), u"What a field holds is not saved"_s);
        acquired->selectAll();
        QTest::keyClicks(acquired, u"2026-02-28 09:30"_s);
        QTest::keyClick(acquired, Qt::Key_Return);
        m_shown->settle();
        QCOMPARE(saved(), u"Saved"_s);
    }

    void theWindowStaysOnceForADateThatNamesNoDay()
    {
        auto *due = m_shown->find<DateField>(u"due"_s);
        due->setFocus();
        QTest::keyClicks(due, u"31.13.2026"_s);

        m_shown->window().close();
        m_shown->settle();

        QVERIFY(m_shown->window().isVisible());
        QVERIFY(due->hasFocus());
        QVERIFY2(m_shown->shown.said().contains(u"31.13.2026"_s), qPrintable(m_shown->shown.said()));
        m_shown->window().close();
        QTRY_VERIFY(!m_shown->window().isVisible());
    }

private:
    [[nodiscard]] PlainTextEdit *rationale() const { return m_shown->find<PlainTextEdit>(u"rationale"_s); }

    [[nodiscard]] QString saved() const { return m_shown->find<PlainLabel>(u"status/saved"_s)->plainText(); }
    [[nodiscard]] QList<QPointer<DateField>> dateFields() const
    {
        const auto all = m_shown->window().currentPage()->findChildren<DateField *>();
        return {all.cbegin(), all.cend()};
    }

    void typeRationale(const QString &text)
    {
        rationale()->setFocus();
        rationale()->selectAll();
        QTest::keyClicks(rationale(), text);
    }

    [[nodiscard]] bool isRationale(const QString &text) const
    {
        const auto responses = m_shown->all<Response>();
        return std::any_of(responses.cbegin(), responses.cend(),
                           [&text](const Response &response) { return response.rationale == text; });
    }

    Person aPerson(const QString &name)
    {
        Person person = m_shown->all<Person>().first();
        person.id = Id<Person>::generate(m_shown->clock);
        person.name = name;
        person.account.clear();
        m_shown->commit(ChangeSet(u"Add a person"_s).create(person));
        return person;
    }

    std::unique_ptr<SessionFixture> m_shown;
};

QTEST_MAIN(LastWritingTest)
#include "tst_lastwriting.moc"
