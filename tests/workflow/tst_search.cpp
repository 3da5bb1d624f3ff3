// Search everything, by Ctrl+K: what is called so is found, and one goes there by keys alone.
#include "core/inventory/assetlink.h"
#include "tests/support/systeminwindow.h"
#include "ui/mainwindow/everythingsearch.h"
#include "ui/pages/system/systempage.h"
#include "ui/pages/workspace/workspacepage.h"
#include "ui/widgets/commandpalette.h"

#include <QApplication>
#include <QListWidget>
#include <QTest>

#include <memory>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class SearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_open = std::make_unique<SystemInWindow>(); }
    void cleanup() { m_open.reset(); }

    void aSystemIsFoundByPartOfItsNameAndOpenedByKeys()
    {
        ask(u"SCORING frau"_s);
        QTRY_COMPARE(hits(), QStringList{u"Fraud scoring"_s});

        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);

        QCOMPARE(m_open->shown.window().place(), SystemPage::placeOf(m_open->system.id));
    }

    void aProvisionIsFoundByItsDesignatorAndShownInTheCatalogue()
    {
        ask(u"5.2.3-2"_s);
        QTRY_VERIFY(!hits().isEmpty());
        QVERIFY(hits().first().startsWith(u"5.2.3-2"_s));

        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);

        QCOMPARE(m_open->shown.window().place(), (Place{u"catalogue"_s, u"5.2.3-2"_s}));
    }

    void theTabsOfTheSystemAtHandAndThePagesPartsAreFoundByTheirNames()
    {
        m_open->shown.window().go({u"packages"_s, {}});
        m_open->shown.window().go(SystemPage::placeOf(m_open->system.id));
        m_open->shown.settle();
        m_open->shown.window().go({u"overview"_s, {}});

        ask(u"checklist"_s);
        QTRY_COMPARE(hits().value(0), u"Checklist"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(m_open->shown.window().place(), SystemPage::placeOf(m_open->system.id, u"checklist"_s));
        ask(u"new package"_s);
        QTRY_COMPARE(hits(), QStringList{u"New package"_s});
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);

        QCOMPARE(m_open->shown.window().place(), (Place{u"packages"_s, u"new"_s}));
    }

    void aTabIsFoundBesideWordsOfItsSystemAndListedOnce()
    {
        ask(u"fraud checkl"_s);
        QTRY_COMPARE(hits(), QStringList{u"Checklist"_s});
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        m_open->shown.settle();
        QCOMPARE(m_open->shown.window().place(), SystemPage::placeOf(m_open->system.id, u"checklist"_s));

        ask(u"checklist"_s);
        m_open->shown.settle();

        QCOMPARE(hits().count(u"Checklist"_s), 1);
    }

    void peopleAndPartiesLeadToWhereTheyAreChanged()
    {
        const Person ana = m_open->all<Person>().first();

        ask(u"ana ruiz"_s);
        QTRY_COMPARE(hits(), QStringList{u"Ana Ruiz"_s});
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(m_open->shown.window().place(), WorkspacePage::placeOf(ana.id));

        ask(u"nordbank"_s);
        QTRY_COMPARE(hits(), QStringList{u"Nordbank"_s});
    }

    void aModelIsFoundByItsNameAndShownInTheInventoryOfItsSystem()
    {
        Asset model;
        model.id = Id<Asset>::generate(m_open->clock);
        model.kind = AssetKind::Model;
        model.name = u"Llama 3"_s;
        const Id<AiSystem> &system = m_open->system.id;
        commit(ChangeSet(u"Add"_s).create(model).create(
            AssetLink{assetLinkId(system, model.id), system, model.id, {}}));

        ask(u"llama"_s);
        QTRY_COMPARE(hits(), QStringList{u"Llama 3"_s});
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);

        QCOMPARE(m_open->shown.window().place(),
                 SystemPage::placeOf(system, u"inventory"_s, model.id.text()));
    }

    void whatIsNewIsFoundAtTheNextQuestion()
    {
        ask(u"chatbot"_s);
        QTRY_VERIFY(m_open->shown.jobs().running().isEmpty());
        QVERIFY(hits().isEmpty());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);

        AiSystem chatbot;
        chatbot.id = Id<AiSystem>::generate(m_open->clock);
        chatbot.number = u"AI-002"_s;
        chatbot.name = u"Support Chatbot Ünïcode"_s;
        commit(ChangeSet(u"Register"_s).create(chatbot));
        QTRY_VERIFY(!m_open->session.workspace()->undoLabel().isEmpty());
        ask(u"chatbot unicode"_s);

        QTRY_COMPARE(hits(), QStringList{u"Support Chatbot Ünïcode"_s});
    }

    void amongTenThousandSystemsAKeyIsAnsweredAtOnce()
    {
        for (int batch = 0; batch < 10; ++batch) {
            ChangeSet many(u"Register many"_s);
            for (int i = 0; i < 1000; ++i) {
                AiSystem system;
                system.id = Id<AiSystem>::generate(m_open->clock);
                system.number = u"X-%1"_s.arg(batch * 1000 + i);
                system.name = u"Credit assistant %1"_s.arg(batch * 1000 + i);
                many.create(system);
            }
            commit(many);
        }
        EverythingSearch search(*m_open->session.workspace(), m_open->shown.jobs(), {});
        const auto provider = search.provider();
        QList<SearchHit> found;
        provider(u"credit"_s, [&](const QList<SearchHit> &hits) { found = hits; });
        QTRY_VERIFY(!found.isEmpty());
        provider(u"assistant 9999"_s, [&](const QList<SearchHit> &hits) { found = hits; });

        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().detail, u"X-9999"_s);
    }

private:
    void commit(const ChangeSet &changeSet)
    {
        const auto done = m_open->session.workspace()->commitAndWait(changeSet);
        QVERIFY2(done, done ? "" : qPrintable(done.error().message));
    }
    void ask(const QString &words)
    {
        QTest::keyClick(&m_open->shown.window(), Qt::Key_K, Qt::ControlModifier);
        QVERIFY(m_open->shown.window().findChild<CommandPalette *>()->isVisible());
        QTest::keyClicks(QApplication::focusWidget(), words);
    }
    [[nodiscard]] QStringList hits() const
    {
        const auto *list = m_open->shown.window().findChild<CommandPalette *>()->findChild<QListWidget *>();
        QStringList titles;
        for (int row = 0; row < list->count(); ++row)
            titles.append(list->item(row)->text());
        return titles;
    }

    std::unique_ptr<SystemInWindow> m_open;
};

QTEST_MAIN(SearchTest)
#include "tst_search.moc"
