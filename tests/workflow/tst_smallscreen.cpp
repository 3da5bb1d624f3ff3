// A low or narrow screen and large text: the window stays on it, and what is to be seen is seen.
#include "tests/support/twosystems.h"
#include "tests/support/windowfixture.h"
#include "ui/mainwindow/session.h"
#include "ui/mainwindow/statusline.h"
#include "ui/widgets/navigation.h"

#include <QApplication>
#include <QTest>

#include <memory>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class SmallScreenTest : public QObject
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
    }

    void cleanup()
    {
        m_window->theme().setTextScale(1);
        m_session.reset();
        m_window.reset();
        m_bank.reset();
    }

    void atTwiceTheTextTheWindowCanBeAsSmallAsAnOldScreen()
    {
        m_window->theme().setTextScale(2);
        auto &status = m_window->window().status();
        status.setHeld(u"jo on pc-8 is writing here: until that ends, you can read only"_s);
        status.setRecordState(u"The check at 2026-11-21 10:15 found something: see Journal"_s);
        for (const Place &place : m_window->everyPlace(m_bank->fraud.id)) {
            m_window->window().go(place);
            settle();
            m_window->window().resize(1024, 700);
            WindowFixture::takeTurns();

            const QSize size = m_window->window().size();

            QVERIFY2(size.width() <= 1024 && size.height() <= 700,
                     qPrintable(u"%1/%2: %3 x %4; %5"_s.arg(place.page, place.target)
                                    .arg(size.width())
                                    .arg(size.height())
                                    .arg(demanding().join(u", "_s))));
        }
    }

    void theLeftColumnIsAsWideAsBeforeOnceTheTextIsNormalAgain()
    {
        auto *navigation = m_window->window().findChild<Navigation *>();
        const int before = navigation->parentWidget()->width();

        for (int step = 0; step < 10; ++step)
            QTest::keyClick(&m_window->window(), Qt::Key_Plus, Qt::ControlModifier);
        settle();
        const int large = navigation->parentWidget()->width();
        QTest::keyClick(&m_window->window(), Qt::Key_0, Qt::ControlModifier);
        settle();

        QVERIFY(large > before * 3 / 2);
        QCOMPARE(navigation->parentWidget()->width(), before);
    }

private:
    void settle() { m_window->settle(); }
    /// The widgets that want so much, for the message.
    QStringList demanding()
    {
        QStringList found;
        for (const auto *widget : m_window->window().findChildren<QWidget *>()) {
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

    const SystemClock m_clock;
    std::unique_ptr<TwoSystems> m_bank;
    std::unique_ptr<WindowFixture> m_window;
    std::unique_ptr<Session> m_session;
};

QTEST_MAIN(SmallScreenTest)
#include "tst_smallscreen.moc"
