#include "tests/support/windowfixture.h"

#include "core/workspace/workspace.h"
#include "tests/support/accessibilitywalk.h"
#include "tests/support/ownsettings.h"
#include "ui/pages/system/systempage.h"

#include <QApplication>
#include <QDropEvent>
#include <QMimeData>
#include <QTest>
#include <QTimer>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

WindowFixture::Settings::Settings()
{
    keepSettingsIn(folder.path());
}

WindowFixture::WindowFixture()
    : m_theme(*qApp)
    , m_window(m_theme, m_jobs)
{
    m_window.resize(1280, 840);
    m_window.show();
    if (!QTest::qWaitForWindowActive(&m_window))
        qFatal("The window does not become active");
}

void WindowFixture::setWorkspace(Workspace &workspace)
{
    m_window.setPages(workspacePages(workspace, m_jobs));
    follow(workspace);
}

void WindowFixture::follow(const Workspace &workspace)
{
    m_underWay = 0;
    QObject::connect(&workspace, &Workspace::commitSent, &m_window, [this] { ++m_underWay; });
    QObject::connect(&workspace, &Workspace::commitSettled, &m_window, [this] { --m_underWay; });
}

QList<Place> WindowFixture::everyPlace(const Id<AiSystem> &system) const
{
    QList<Place> places;
    for (const PageKind &kind : m_window.pages()) {
        if (kind.listing != Listing::NeedsTarget)
            places.append({kind.key, {}});
    }
    for (const SystemTabKind &tab : systemTabs())
        places.append(SystemPage::placeOf(system, tab.key));
    return places;
}

bool WindowFixture::drop(QWidget &target, const QStringList &files)
{
    QMimeData dragged;
    QList<QUrl> urls;
    for (const QString &file : files)
        urls.append(QUrl::fromLocalFile(file));
    dragged.setUrls(urls);
    QDragEnterEvent enter({5, 5}, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&target, &enter);
    if (!enter.isAccepted())
        return false;
    QDropEvent dropped({5, 5}, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&target, &dropped);
    return dropped.isAccepted();
}

void WindowFixture::bothTextSizes()
{
    QTest::addColumn<double>("scale");
    QTest::newRow("100 %") << 1.0;
    QTest::newRow("200 %") << 2.0;
}

void WindowFixture::takeTurns()
{
    constexpr int enough = 20;
    for (int turn = 0; turn < enough; ++turn) {
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

void WindowFixture::settle()
{
    takeTurns();
    do {
        QTRY_VERIFY(isAtRest());
        takeTurns();
    } while (!isAtRest()); // what was read began something of its own
}

bool WindowFixture::isAtRest() const
{
    const auto timers = m_window.findChildren<QTimer *>();
    return m_jobs.running().isEmpty() && m_underWay == 0 &&
           std::none_of(timers.cbegin(), timers.cend(),
                        [](const QTimer *timer) { return timer->isSingleShot() && timer->isActive(); });
}

QString WindowFixture::said() const
{
    Page *page = m_window.currentPage();
    return page && page->banner().isVisible() ? page->banner().accessibleName() : QString();
}

QStringList WindowFixture::faults()
{
    takeTurns();
    QStringList found; // layouts settle over several turns of the event loop
    (void)QTest::qWaitFor([&] {
        found = accessibilityFaults(m_window);
        return found.isEmpty();
    });
    return found;
}

}
