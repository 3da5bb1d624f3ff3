// What is answered once for all systems, and assessments that are over, through the real window.
#include "core/assessment/inheritance.h"
#include "core/catalogue/shippedcatalogue.h"
#include "core/workspace/answering.h"
#include "core/workspace/assessing.h"
#include "core/workspace/checklist.h"
#include "core/workspace/registration.h"
#include "tests/support/windowfixture.h"
#include "tests/support/workspacefixture.h"
#include "ui/pages/checklist/itemlist.h"
#include "ui/pages/platforms/platformspage.h"
#include "ui/pages/system/rolewords.h"
#include "ui/pages/system/systempage.h"
#include "ui/widgets/answerbuttons.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/ticklist.h"

#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class TestPlatforms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_catalogue = *shippedCatalogue(); }
    void init()
    {
        m_record = std::make_unique<WorkspaceFixture>();
        m_window = std::make_unique<WindowFixture>();
        m_window->setWorkspace(m_record->workspace());
        m_system = registered(u"Chatbot"_s);
    }
    void cleanup()
    {
        m_window.reset();
        m_record.reset();
    }

    void whatIsAnsweredOnceReachesTheSystemsThatTakeItOver()
    {
        open({QString(PlatformsPage::key), {}});
        auto *name = m_window->find<QLineEdit>(u"platform/name"_s);
        QTRY_VERIFY(name->isVisible());
        QTest::keyClicks(name, u"Bank cloud"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_COMPARE(m_record->all<Platform>().size(), 1);
        settle();
        QVERIFY(!name->isVisible());

        auto *list = m_window->window().currentPage()->findChild<ItemList *>();
        QTRY_VERIFY(list && list->isVisible());
        const QString item = u"5.1.2-1"_s;
        open({QString(PlatformsPage::key), m_record->all<Platform>().first().id.text() + u'/' + item});
        QTRY_COMPARE(list->current(), item);
        list->findChild<QListView *>()->setFocus();
        QTest::keyClick(list->findChild<QListView *>(), Qt::Key_1);
        QTRY_COMPARE(m_record->all<Response>().size(), 1);
        QCOMPARE(checklist().line(item)->standing(), Standing::NotAnswered);

        tick(0, Qt::Checked);
        QTRY_COMPARE(m_record->all<Inheritance>().size(), 1);
        QCOMPARE(checklist().line(item)->standing(), Standing::Met);
        QCOMPARE(checklist().line(item)->commonSource, u"Bank cloud"_s);
        settle();
        QCOMPARE(m_window->find<PlainLabel>(u"platforms/counts"_s)->text(),
                 u"Items answered: 1 of 81. Systems that take them over: 1."_s);
    }

    void aPlatformThatIsTakenOverIsNotRemoved()
    {
        const Platform platform = made(u"Bank cloud"_s);
        m_record->commit(*planTakingOver(*reader(), m_system, platform, TakingOver::Begins));
        open(PlatformsPage::placeOf(platform.id));
        QTRY_VERIFY(m_window->find<QPushButton>(u"platforms/remove"_s));

        m_window->find<QPushButton>(u"platforms/remove"_s)->click();
        QTRY_VERIFY(m_window->window().currentPage()->banner().isVisible());
        QVERIFY(!m_record->all<Platform>().first().removedAt);

        tick(0, Qt::Unchecked);
        QTRY_VERIFY(m_record->all<Inheritance>().isEmpty());
        settle();
        m_window->find<QPushButton>(u"platforms/remove"_s)->click();
        QTRY_COMPARE((*m_record)->undoLabel(), u"Remove the platform Bank cloud"_s);
        QVERIFY(m_record->all<Platform>().first().removedAt);
        (*m_record)->undo();
        QTRY_VERIFY(!m_record->all<Platform>().first().removedAt);
    }

    void whatAPlatformIsIsSaidWhereOneIsAskedFor()
    {
        const QList<Place> places{{QString(PlatformsPage::key), {}},
                                  SystemPage::placeOf(m_system.id, u"assessment"_s),
                                  {u"newsystem"_s, {}}};
        made(u"Bank cloud"_s);
        for (const Place &place : places) {
            open(place);
            settle();
            const auto labels = m_window->window().currentPage()->findChildren<PlainLabel *>();
            QVERIFY2(std::ranges::any_of(labels,
                                         [](const PlainLabel *label) {
                                             return label->plainText().startsWith(meaningOfPlatforms());
                                         }),
                     qPrintable(place.page));
        }
    }

    void twoPlatformsNeverHaveOneName()
    {
        const Platform platform = made(u"Bank cloud"_s);
        Platform other;
        other.id = Id<Platform>::generate(m_record->clock());
        for (const QString &name : {u"bank CLOUD"_s, u" "_s}) {
            other.name = name;
            QVERIFY(!planPlatform(*reader(), *m_catalogue, other, occasion()));
        }
        other.name = u"Organisation"_s;
        m_record->commit(*planPlatform(*reader(), *m_catalogue, other, occasion()));
        Platform renamed = other;
        renamed.name = platform.name;
        QVERIFY(!planPlatformChange(*reader(), other, renamed));
    }

    void anAssessmentThatIsOverIsShownAsItWas()
    {
        const QString item = u"5.1.2-1"_s;
        const auto first = checklist().assessment->id;
        m_record->commit(planAnswers(*reader(), {{first, item}}, {.answer = Answer::Met})->changeSet);
        m_record->commit(*planClose(*reader(), m_catalogue, m_system, occasion()));
        m_record->commit(*planStart(*reader(), *m_catalogue, m_system, occasion()));
        const auto second = checklist().assessment->id;
        m_record->commit(
            planAnswers(*reader(), {{second, item}}, {.answer = Answer::NotMet, .rationale = u"Gone."_s})
                ->changeSet);
        open(SystemPage::placeOf(m_system.id, u"assessment"_s));
        auto *show = m_window->find<QPushButton>(u"earlier/"_s + first.text());
        QTRY_VERIFY(show->isVisible());

        show->click();
        settle();

        auto *notice = m_window->find<QWidget>(u"earlier"_s);
        QTRY_VERIFY(notice->isVisible());
        auto *list = m_window->window().currentPage()->findChild<ItemList *>();
        list->setCurrent(item);
        const auto *met = m_window->find<QWidget>(u"card"_s);
        QTRY_COMPARE(met->accessibleName(), u"5.1.2-1: Met"_s);
        QTest::keyClick(list->findChild<QListView *>(), Qt::Key_3);
        settle();
        QCOMPARE(met->accessibleName(), u"5.1.2-1: Met"_s);

        notice->findChild<QPushButton *>()->click();
        settle();
        QTRY_VERIFY(!notice->isVisible());
        list->setCurrent(item);
        QTRY_COMPARE(met->accessibleName(), u"5.1.2-1: Not met"_s);
    }

private:
    AiSystem registered(const QString &name)
    {
        Registration registration;
        registration.system.name = name;
        registration.preset = m_catalogue->presets().front().id;
        m_record->commit(*planRegistration(*reader(), *m_catalogue, registration, occasion()));
        return m_record->all<AiSystem>().last();
    }
    Platform made(const QString &name)
    {
        Platform platform;
        platform.id = Id<Platform>::generate(m_record->clock());
        platform.name = name;
        m_record->commit(*planPlatform(*reader(), *m_catalogue, platform, occasion()));
        return platform;
    }
    [[nodiscard]] Occasion occasion() const
    {
        return {(*m_record)->today(), (*m_record)->actor(), m_record->clock()};
    }
    [[nodiscard]] std::unique_ptr<Connection> reader() const { return std::move(*(*m_record)->reader()); }
    [[nodiscard]] Checklist checklist() const
    {
        return *readChecklist(*reader(), m_catalogue, m_system.id, (*m_record)->today());
    }
    void open(const Place &place)
    {
        m_window->window().go(place);
        settle();
    }
    void settle() const { m_window->settle(); }
    void tick(int row, Qt::CheckState state)
    {
        auto &model = m_window->window().currentPage()->findChild<TickList *>()->model();
        QTRY_VERIFY(model.rowCount() > row);
        model.setData(model.index(row, 0), state, Qt::CheckStateRole);
    }

    std::shared_ptr<const Catalogue> m_catalogue;
    std::unique_ptr<WorkspaceFixture> m_record;
    std::unique_ptr<WindowFixture> m_window;
    AiSystem m_system;
};

QTEST_MAIN(TestPlatforms)
#include "tst_platforms.moc"
