// A low or narrow screen and large text: the window stays on it, and what is to be seen is seen.
#include "tests/support/sessionfixture.h"
#include "ui/mainwindow/statusline.h"
#include "ui/pages/system/systempage.h"
#include "ui/widgets/navigation.h"
#include "ui/widgets/scrollpane.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/tabrow.h"

#include <QApplication>
#include <QHeaderView>
#include <QMenuBar>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTest>

#include <memory>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class SmallScreenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<SessionFixture>(); }

    void cleanup() { m_desk.reset(); }

    void atTwiceTheTextTheWindowCanBeAsSmallAsAnOldScreen()
    {
        m_desk->shown.theme().setTextScale(2);
        auto &status = m_desk->window().status();
        status.setHeld(u"jo on pc-8 is writing here: until that ends, you can read only"_s);
        status.setRecordState(u"The check at 2026-11-21 10:15 found something: see Journal"_s);
        for (const Place &place : m_desk->shown.everyPlace(m_desk->bank.fraud.id)) {
            m_desk->go(place);
            m_desk->window().resize(1024, 700);
            WindowFixture::takeTurns();

            const QSize size = m_desk->window().size();

            QVERIFY2(size.width() <= 1024 && size.height() <= 700,
                     qPrintable(u"%1/%2: %3 x %4; %5"_s.arg(place.page, place.target)
                                    .arg(size.width())
                                    .arg(size.height())
                                    .arg(demanding().join(u", "_s))));
        }
    }

    void atTwiceTheTextEveryMenuIsWhole()
    {
        m_desk->shown.theme().setTextScale(2);
        m_desk->window().resize(860, 700);
        m_desk->settle();
        auto *bar = m_desk->window().menuBar();

        const QWidget *corner = bar->cornerWidget();
        for (QAction *menu : bar->actions()) {
            const QRect place = bar->actionGeometry(menu);
            const QString words = QString(menu->text()).remove(u'&');
            QVERIFY2(place.width() > bar->fontMetrics().horizontalAdvance(words) &&
                         !place.intersects(corner->geometry()) && bar->rect().contains(place),
                     qPrintable(words));
        }
    }

    void atTwiceTheTextNoPageIsWiderThanItsPlace()
    {
        m_desk->shown.theme().setTextScale(2);
        m_desk->window().resize(1000, 700);
        QStringList wide;
        for (const Place &place : everyPlaceAndMore()) {
            m_desk->go(place);
            for (const auto *pane : m_desk->window().currentPage()->findChildren<ScrollPane *>()) {
                if (const int over = pane->horizontalScrollBar()->maximum(); pane->isVisible() && over > 0)
                    wide.append(
                        u"%1/%2: “%3” by %4: %5"_s.arg(place.page, place.target, pane->accessibleName())
                            .arg(over)
                            .arg(wantingMoreThan(pane->viewport()->width(), *pane).join(u", "_s)));
            }
        }

        QVERIFY2(wide.isEmpty(), qPrintable(wide.join(u'\n')));
    }

    void atTwiceTheTextTheVerbsOfTheOverviewAreWhole()
    {
        m_desk->shown.theme().setTextScale(2);
        m_desk->window().resize(1000, 700);

        m_desk->go({u"overview"_s, {}});

        const auto *verbs = m_desk->find<TabRow>(u"overviewVerb"_s);
        QVERIFY(verbs->width() >= verbs->sizeHint().width());
    }

    void onAnOrdinaryNotebookTheCardShowsAnItemWithItsAnswerAndItsEvidenceAtOnce()
    {
        m_desk->window().resize(1280, 750);

        m_desk->go(SystemPage::placeOf(m_desk->bank.fraud.id, u"checklist"_s, u"5.1.1-1"_s));

        const auto *card = m_desk->find<QWidget>(u"card"_s);
        const auto *pane = card->findChild<ScrollPane *>()->viewport();
        QStringList hidden;
        for (const auto *name :
             {"answer1", "answer0", "rationale", "owner", "due", "addFile", "itemEvidence"}) {
            const auto *part = card->findChild<QWidget *>(QLatin1StringView(name));
            // Of the table its head and a row.
            const auto *table = qobject_cast<const TableView *>(part);
            const int height =
                table ? table->horizontalHeader()->height() + table->rowHeight(0) : part->height();
            const QRect place(part->mapTo(pane, QPoint()), QSize(part->width(), height));
            if (!part->isVisible() || !pane->rect().contains(place))
                hidden.append(QLatin1StringView(name));
        }
        QVERIFY2(hidden.isEmpty(), qPrintable(hidden.join(u", "_s)));
        const auto *first = card->findChild<QWidget *>(u"answer1"_s);
        const auto *last = card->findChild<QWidget *>(u"answer0"_s);
        QCOMPARE(last->geometry().top(), first->geometry().top());
    }

    void atTheWindowsFirstSizeTheRegisterTellsOurRolesWhole()
    {
        const AiSystem before = m_desk->all<AiSystem>().first();
        AiSystem told = before;
        told.name = u"Support chatbot"_s;
        told.phase = LifecyclePhase::Maintenance;
        told.businessOwner = m_desk->workspace().actor();
        told.nextReview = QDate(2027, 3, 17);
        m_desk->commit(ChangeSet(u"Tell more"_s).change(before, told));
        m_desk->window().resize(1280, 840);

        m_desk->go({u"systems"_s, {}});

        const auto *table = m_desk->find<TableView>(u"systems"_s);
        const QModelIndex roles = table->model()->index(0, 4);
        QVERIFY(roles.data().toString().contains(u"Developer, System Operator and Data Custodian"_s));
        QTRY_VERIFY(table->columnWidth(4) >= table->sizeHintForIndex(roles).width());
    }

    void aColumnThatAsksForLessRoomIsShownBesideWordsThatAreCut()
    {
        QStandardItemModel model(1, 2);
        model.setItem(0, 0, new QStandardItem(u"Supplier questionnaire of the platform "_s.repeated(6)));
        model.setItem(0, 1, new QStandardItem(u"5"_s));
        TableView table(u"beside words"_s, u"Beside words"_s);
        table.setModel(&model);
        table.suggestWidths({40, 10});
        table.showWhereThereIsRoom({1}, TableView::Room::AsSuggested);
        table.show();
        const int one = table.fontMetrics().averageCharWidth();

        table.resize(60 * one + 80, 200);

        QTRY_VERIFY(!table.isColumnHidden(1));
        QVERIFY(table.columnWidth(0) < table.sizeHintForIndex(model.index(0, 0)).width());
        table.resize(40 * one, 200);
        QTRY_VERIFY(table.isColumnHidden(1));
    }

    void theLeftColumnIsAsWideAsBeforeOnceTheTextIsNormalAgain()
    {
        auto *navigation = m_desk->window().findChild<Navigation *>();
        const int before = navigation->parentWidget()->width();

        for (int step = 0; step < 10; ++step)
            QTest::keyClick(&m_desk->window(), Qt::Key_Plus, Qt::ControlModifier);
        m_desk->settle();
        const int large = navigation->parentWidget()->width();
        QTest::keyClick(&m_desk->window(), Qt::Key_0, Qt::ControlModifier);
        m_desk->settle();

        QVERIFY(large > before * 3 / 2);
        QCOMPARE(navigation->parentWidget()->width(), before);
    }

    void everyPartOfAChecklistStandsWhereItDidOnceTheTextIsAsBefore_data() { normalAndAStepLarger(); }
    void everyPartOfAChecklistStandsWhereItDidOnceTheTextIsAsBefore()
    {
        QFETCH(const int, larger);
        press(Qt::Key_Plus, larger);
        goToChecklist();
        const QStringList before = places();

        press(Qt::Key_Plus, 10 - larger);
        m_desk->settle();
        larger == 0 ? press(Qt::Key_0, 1) : press(Qt::Key_Minus, 10 - larger);
        m_desk->settle();

        QStringList moved = places();
        moved.removeIf([&before](const QString &part) { return before.contains(part); });
        QVERIFY2(moved.isEmpty(), qPrintable(moved.join(u'\n')));
    }

    void aChecklistThatWasFirstSeenInLargeTextStandsAsAnyOther_data() { normalAndAStepLarger(); }
    void aChecklistThatWasFirstSeenInLargeTextStandsAsAnyOther()
    {
        QFETCH(const int, larger);
        press(Qt::Key_Plus, larger);
        goToChecklist();
        const QStringList before = places();
        m_desk = std::make_unique<SessionFixture>();
        press(Qt::Key_Plus, 10);
        goToChecklist();

        press(Qt::Key_Minus, 10 - larger);
        m_desk->settle();
        scrollToTop();

        const QStringList moved = notAmong(before, u"checklist"_s);
        QVERIFY2(moved.isEmpty(), qPrintable(moved.join(u'\n')));
    }

    void everyPageIsAsItWasOnceTheTextIsAsBefore_data() { normalAndAStepLarger(); }
    void everyPageIsAsItWasOnceTheTextIsAsBefore()
    {
        QFETCH(const int, larger);
        press(Qt::Key_Plus, larger);
        QStringList moved;
        for (const Place &place : everyPlaceAndMore()) {
            m_desk->go(place);
            const QStringList before = places();

            press(Qt::Key_Plus, 10 - larger);
            m_desk->settle();
            press(Qt::Key_Minus, 10 - larger);
            m_desk->settle();

            moved.append(notAmong(before, place.page + u'/' + place.target));
        }

        QVERIFY2(moved.isEmpty(), qPrintable(moved.join(u'\n')));
    }

    void aPageThatWasFirstSeenInLargeTextStandsAsAnyOther_data() { normalAndAStepLarger(); }
    void aPageThatWasFirstSeenInLargeTextStandsAsAnyOther()
    {
        QFETCH(const int, larger);
        press(Qt::Key_Plus, larger);
        QList<QStringList> before;
        for (const Place &place : everyPlaceAndMore()) {
            m_desk->go(place);
            before.append(places());
        }
        m_desk = std::make_unique<SessionFixture>();
        press(Qt::Key_Plus, larger);
        QStringList moved;
        for (const Place &place : everyPlaceAndMore()) {
            press(Qt::Key_Plus, 10 - larger);
            m_desk->go(place);

            press(Qt::Key_Minus, 10 - larger);
            m_desk->settle();
            scrollToTop();

            moved.append(notAmong(before.takeFirst(), place.page + u'/' + place.target));
        }

        QVERIFY2(moved.isEmpty(), qPrintable(moved.join(u'\n')));
    }

private:
    void goToChecklist()
    {
        m_desk->go(SystemPage::placeOf(m_desk->bank.fraud.id, u"checklist"_s, u"5.2.3-1"_s));
        m_desk->settle();
    }
    /// Besides every page the tabs of the packages, and an item that another party bears.
    [[nodiscard]] QList<Place> everyPlaceAndMore() const
    {
        const Id<AiSystem> system = m_desk->bank.fraud.id;
        return m_desk->shown.everyPlace(system) +
               QList<Place>{{u"packages"_s, u"new"_s},
                            {u"packages"_s, u"check"_s},
                            SystemPage::placeOf(system, u"checklist"_s, u"5.2.3-1"_s)};
    }
    void press(Qt::Key key, int times)
    {
        for (int each = 0; each < times; ++each) {
            QTest::keyClick(&m_desk->window(), key, Qt::ControlModifier);
            WindowFixture::takeTurns(); // a person sees each size
        }
    }
    /// In large text the page scrolls to what has the keyboard, and stays there.
    void scrollToTop() const
    {
        for (const auto *pane : m_desk->window().currentPage()->findChildren<ScrollPane *>())
            pane->verticalScrollBar()->setValue(0);
    }
    static void normalAndAStepLarger()
    {
        QTest::addColumn<int>("larger");
        QTest::newRow("normal") << 0;
        QTest::newRow("a step larger") << 1;
    }
    /// What is seen elsewhere than before on this page: the first of it, which the rest follows.
    [[nodiscard]] QStringList notAmong(const QStringList &before, const QString &page) const
    {
        QStringList moved;
        const QStringList after = places();
        for (qsizetype part = 0; part < after.size(); ++part) {
            if (!before.contains(after[part]))
                moved.append(u"%1: %2, was %3"_s.arg(page, after[part], before.value(part)));
        }
        return moved.first(std::min<qsizetype>(moved.size(), 3));
    }
    /// Of everything that is seen.
    [[nodiscard]] QStringList places() const
    {
        QStringList places;
        for (const auto *part : m_desk->window().currentPage()->findChildren<QWidget *>()) {
            const QPoint at = part->mapTo(&m_desk->window(), QPoint());
            if (part->isVisible())
                places.append(u"%1 %2 at %3, %4: %5 x %6"_s
                                  .arg(QLatin1StringView(part->metaObject()->className()),
                                       part->objectName().section(u'/', 0, 0))
                                  .arg(at.x())
                                  .arg(at.y())
                                  .arg(part->width())
                                  .arg(part->height()));
        }
        return places;
    }
    /// The widgets within that want more than this width, for the message.
    static QStringList wantingMoreThan(int width, const QWidget &within)
    {
        QStringList found;
        for (const auto *part : within.findChildren<QWidget *>()) {
            const int least = std::max(part->minimumSizeHint().width(), part->minimumWidth());
            const int from = part->mapTo(&within, QPoint()).x();
            if (part->isVisible() && from + least > width)
                found.append(u"%1 %2 at %3 needs %4"_s
                                 .arg(QLatin1StringView(part->metaObject()->className()), part->objectName())
                                 .arg(from)
                                 .arg(least));
        }
        return found;
    }
    /// The widgets that want so much, for the message.
    QStringList demanding()
    {
        QStringList found;
        for (const auto *widget : m_desk->window().findChildren<QWidget *>()) {
            const QSize least = widget->minimumSizeHint().expandedTo(widget->minimumSize());
            if (widget->isVisible() && !widget->isWindow() && (least.width() > 500 || least.height() > 500))
                found.append(
                    u"%1 %2 %3 x %4"_s
                        .arg(QLatin1StringView(widget->metaObject()->className()), widget->objectName())
                        .arg(least.width())
                        .arg(least.height()));
        }
        return found;
    }

    std::unique_ptr<SessionFixture> m_desk;
};

QTEST_MAIN(SmallScreenTest)
#include "tst_smallscreen.moc"
