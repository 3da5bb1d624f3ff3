// What was refused is said while it is true: until a later change is saved, or somebody goes elsewhere.
#include "core/inventory/limitation.h"
#include "core/inventory/systemevent.h"
#include "core/responsibility/party.h"
#include "tests/support/sessionfixture.h"
#include "ui/pages/evidence/linkform.h"
#include "ui/pages/system/systempage.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/scrollpane.h"

#include <QElapsedTimer>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>

#include <memory>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class RefusalsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<SessionFixture>();
        m_desk->go({u"about"_s, {}}); // which says nothing of its own
    }

    void cleanup() { m_desk.reset(); }

    void aRefusedUndoIsForgottenOnceALaterChangeIsSavedAndThereWasTimeToReadIt()
    {
        QElapsedTimer shown;
        shown.start();
        refuseAnUndo();
        QVERIFY(banner().isVisible());

        rename(u"Another name"_s);

        QTRY_VERIFY_WITH_TIMEOUT(!banner().isVisible(), patience);
        QVERIFY2(shown.elapsed() >= 4000, qPrintable(QString::number(shown.elapsed())));
    }

    void aRefusalIsForgottenOnLeavingThePage()
    {
        refuseAnUndo();
        const Banner &left = banner();
        const Place here = m_desk->window().place();

        m_desk->window().go({u"help"_s, {}});
        m_desk->window().go(here);

        QVERIFY(!left.isVisible());
    }

    void aRefusalThatOffersAWayOutIsThereWhenOneComesBack()
    {
        const Banner &left = banner();
        banner().say({ErrorCode::Conflict, u"Yours is not saved."_s, {}}, u"Read again"_s);
        const Place here = m_desk->window().place();

        m_desk->window().go({u"help"_s, {}});
        m_desk->window().go(here);

        QVERIFY(left.isVisible());
    }

    void whatIsNoRefusalStays()
    {
        banner().say(BannerKind::Information, u"The backup is restored."_s);

        rename(u"Another name"_s);

        seeARefusalEnd();
        QVERIFY(banner().isVisible());
    }

    void whatOffersAWayOutWaitsForIt()
    {
        banner().say({ErrorCode::Conflict, u"Yours is not saved."_s, {}}, u"Read again"_s);

        rename(u"Another name"_s);

        seeARefusalEnd();
        QVERIFY(banner().isVisible());
    }

    void ofARefusedUndoNothingIsSaidToBeUnsaved()
    {
        refuseAnUndo();

        QCOMPARE(m_desk->find<PlainLabel>(u"status/saved"_s)->plainText(), u"Saved"_s);
    }

    void thatAChangeWasNotSavedIsSaidUntilItsBannerEnds()
    {
        refuseAChange();

        banner().hide();

        QCOMPARE(saved(), u"Saved"_s);
    }

    void thatAChangeWasNotSavedIsSaidUntilSomebodyGoesOn()
    {
        refuseAChange();

        m_desk->window().go({u"help"_s, {}});

        QCOMPARE(saved(), u"Saved"_s);
    }

    void aRefusalIsSeenWhereverThePageIsScrolledTo()
    {
        m_desk->window().resize(1000, 560);
        m_desk->go({u"overview"_s, {}});
        scrollDown();

        m_desk->session.open(m_desk->workspace().folder() + u"/evidence"_s); // which is no workspace

        QTRY_VERIFY(banner().isVisible());
        QTRY_COMPARE(banner().visibleRegion().boundingRect().size(), banner().size());
    }

    void aRefusedLinkIsSeenThoughThePageOfEvidenceIsScrolled()
    {
        m_desk->window().resize(1000, 560);
        m_desk->go({u"evidence"_s, {}});
        m_desk->find<QPushButton>(u"evidence/addLink"_s)->click();
        auto *form = m_desk->window().currentPage()->findChild<LinkForm *>();
        auto *address = form->findChild<QLineEdit *>(u"linkAddress"_s);
        QTest::keyClicks(address, u"not a url"_s);
        scrollDown();

        QTest::keyClick(address, Qt::Key_Return);

        QTRY_VERIFY(banner().isVisible());
        QTRY_COMPARE(banner().visibleRegion().boundingRect().size(), banner().size());
    }

    void whatIsRefusedStaysAsItWasTyped_data()
    {
        QTest::addColumn<QString>("tab");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("button");
        QTest::newRow("a limitation") << u"profile"_s << u"limitation/statement"_s << u"limitation/add"_s;
        QTest::newRow("an event") << u"applicability"_s << u"event/note"_s << u"event/record"_s;
    }

    void whatIsRefusedStaysAsItWasTyped()
    {
        QFETCH(const QString, tab);
        QFETCH(const QString, field);
        QFETCH(const QString, button);
        const auto written = [this] {
            return m_desk->all<Limitation>().size() + m_desk->all<SystemEvent>().size();
        };
        m_desk->go(SystemPage::placeOf(m_desk->bank.fraud.id, tab));
        const auto before = written();
        auto *words = m_desk->find<QLineEdit>(field);
        auto *write = m_desk->find<QPushButton>(button);
        QTest::keyClicks(words, u"Ticket 12"_s);
        const Id<Person> actor = m_desk->workspace().actor();
        m_desk->workspace().actAs({});

        write->click();
        m_desk->settle();

        QVERIFY(banner().isVisible());
        QCOMPARE(words->text(), u"Ticket 12"_s);
        QCOMPARE(written(), before);
        m_desk->workspace().actAs(actor);
        write->click();
        m_desk->settle();
        QCOMPARE(words->text(), QString());
        QCOMPARE(written(), before + 1);
    }

    void aLimitationThatIsWrittenDownTwiceAtOnceIsThereOnce()
    {
        m_desk->go(SystemPage::placeOf(m_desk->bank.fraud.id, u"profile"_s));
        const auto before = m_desk->all<Limitation>().size();
        QTest::keyClicks(m_desk->find<QLineEdit>(u"limitation/statement"_s), u"Not tested in Danish"_s);

        m_desk->find<QPushButton>(u"limitation/add"_s)->click();
        m_desk->find<QPushButton>(u"limitation/add"_s)->click();
        m_desk->settle();

        QCOMPARE(m_desk->all<Limitation>().size(), before + 1);
    }

private:
    static constexpr int patience = 20'000;

    /// Of a refusal that is said after what the test looks at: what is to go with it has gone by then.
    static void seeARefusalEnd()
    {
        Banner another;
        another.say({ErrorCode::Conflict, u"Somebody else changed it."_s, {}});
        another.noteSaved();
        QTRY_VERIFY_WITH_TIMEOUT(!another.isVisible(), patience);
    }
    void scrollDown()
    {
        m_desk->settle();
        auto *bar = m_desk->window().currentPage()->findChild<ScrollPane *>()->verticalScrollBar();
        QVERIFY(bar->maximum() > 0);
        bar->setValue(bar->maximum());
    }
    [[nodiscard]] QString saved() const { return m_desk->find<PlainLabel>(u"status/saved"_s)->plainText(); }
    void refuseAChange()
    {
        banner().say({ErrorCode::Invalid, u"There is a party of this name already."_s, {}});
        m_desk->workspace().notePlanRefused();
        QCOMPARE(saved(), u"The last change was not saved"_s);
    }
    [[nodiscard]] Banner &banner() const { return m_desk->window().currentPage()->banner(); }
    void rename(const QString &name)
    {
        const Party before = m_desk->all<Party>().first();
        Party after = before;
        after.name = name;
        m_desk->commit(ChangeSet(u"Rename"_s).change(before, after));
    }
    /// What is to be taken back was changed by another copy of the program meanwhile.
    void refuseAnUndo()
    {
        rename(u"Ours"_s);
        QTRY_VERIFY(!m_desk->workspace().undoLabel().isEmpty());
        const Party before = m_desk->all<Party>().first();
        Party after = before;
        after.name = u"Theirs"_s;
        QVERIFY(m_desk->anotherCopy()->commitAndWait(ChangeSet(u"Rename"_s).change(before, after)));
        Q_EMIT m_desk->window().undoAsked();
        QTRY_VERIFY(banner().isVisible());
        QTRY_COMPARE(m_desk->find<PlainLabel>(u"status/saved"_s)->plainText(), u"Saved"_s);
    }

    std::unique_ptr<SessionFixture> m_desk;
};

QTEST_MAIN(RefusalsTest)
#include "tst_refusals.moc"
