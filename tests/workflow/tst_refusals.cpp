// What was refused is said while it is true: until a later change is saved, or somebody goes elsewhere.
#include "core/responsibility/party.h"
#include "tests/support/twosystems.h"
#include "tests/support/windowfixture.h"
#include "ui/mainwindow/session.h"
#include "ui/widgets/plainlabel.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace plimsoll;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class RefusalsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bank = std::make_unique<TwoSystems>();
        m_bank->fixture.close();
        m_window = std::make_unique<WindowFixture>();
        m_session = std::make_unique<Session>(m_window->window(), m_window->jobs(), m_clock, workspacePages);
        m_session->open(m_bank->fixture.folder());
        QTRY_VERIFY(m_session->workspace());
        m_session->workspace()->actAs(all<Person>().first().id);
        m_window->window().go({u"about"_s, {}}); // which says nothing of its own
        QTRY_VERIFY(m_window->jobs().running().isEmpty());
    }

    void cleanup()
    {
        m_session.reset();
        m_window.reset();
        m_bank.reset();
    }

    void aRefusedUndoIsForgottenOnceALaterChangeIsSaved()
    {
        refuseAnUndo();
        banner().setLeastShown(0ms);
        QVERIFY(banner().isVisible());

        rename(u"Another name"_s);

        QTRY_VERIFY(!banner().isVisible());
    }

    void aRefusalIsNotForgottenBeforeThereWasTimeToReadIt()
    {
        refuseAnUndo();
        banner().setLeastShown(1h);

        saveAnother();

        QVERIFY(banner().isVisible());
    }

    void aRefusalIsForgottenOnLeavingThePage()
    {
        refuseAnUndo();
        const Banner &left = banner();
        const Place here = m_window->window().place();

        m_window->window().go({u"help"_s, {}});
        m_window->window().go(here);

        QVERIFY(!left.isVisible());
    }

    void aRefusalThatOffersAWayOutIsThereWhenOneComesBack()
    {
        const Banner &left = banner();
        banner().say({ErrorCode::Conflict, u"Yours is not saved."_s, {}}, u"Read again"_s);
        const Place here = m_window->window().place();

        m_window->window().go({u"help"_s, {}});
        m_window->window().go(here);

        QVERIFY(left.isVisible());
    }

    void whatIsNoRefusalStays()
    {
        banner().setLeastShown(0ms);
        banner().say(BannerKind::Information, u"The backup is restored."_s);

        saveAnother();

        QVERIFY(banner().isVisible());
    }

    void whatOffersAWayOutWaitsForIt()
    {
        banner().setLeastShown(0ms);
        banner().say({ErrorCode::Conflict, u"Yours is not saved."_s, {}}, u"Read again"_s);

        saveAnother();

        QVERIFY(banner().isVisible());
    }

    void ofARefusedUndoNothingIsSaidToBeUnsaved()
    {
        refuseAnUndo();

        QCOMPARE(m_window->find<PlainLabel>(u"status/saved"_s)->plainText(), u"Saved"_s);
    }

private:
    [[nodiscard]] Banner &banner() const { return m_window->window().currentPage()->banner(); }
    template <IsDescribed Entity>
    QList<Entity> all() const
    {
        const auto reader = m_session->workspace()->reader();
        return reader ? Repository<Entity>(**reader).all().value_or(QList<Entity>()) : QList<Entity>();
    }
    void rename(const QString &name)
    {
        const Party before = all<Party>().first();
        Party after = before;
        after.name = name;
        QVERIFY(m_session->workspace()->commitAndWait(ChangeSet(u"Rename"_s).change(before, after)));
    }
    /// The window was told of it, and had its turn to do what it does then.
    void saveAnother()
    {
        const QSignalSpy changed(m_session->workspace(), &Workspace::changed);
        rename(u"Another name"_s);
        QTRY_VERIFY(!changed.isEmpty());
        WindowFixture::takeTurns();
    }
    /// What is to be taken back was changed by another copy of the program meanwhile.
    void refuseAnUndo()
    {
        rename(u"Ours"_s);
        QTRY_VERIFY(!m_session->workspace()->undoLabel().isEmpty());
        {
            auto other = Workspace::open(m_bank->fixture.folder(), Workspace::Access::ReadWrite, m_clock);
            QVERIFY(other);
            (*other)->actAs(m_session->workspace()->actor());
            const Party before = all<Party>().first();
            Party after = before;
            after.name = u"Theirs"_s;
            QVERIFY((*other)->commitAndWait(ChangeSet(u"Rename"_s).change(before, after)));
        }
        Q_EMIT m_window->window().undoAsked();
        QTRY_VERIFY(banner().isVisible());
        QTRY_COMPARE(m_window->find<PlainLabel>(u"status/saved"_s)->plainText(), u"Saved"_s);
    }

    const SystemClock m_clock;
    std::unique_ptr<TwoSystems> m_bank;
    std::unique_ptr<WindowFixture> m_window;
    std::unique_ptr<Session> m_session;
};

QTEST_MAIN(RefusalsTest)
#include "tst_refusals.moc"
