// A low or narrow screen and large text: the window stays on it, and what is to be seen is seen.
#include "tests/support/sessionfixture.h"
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

private:
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
