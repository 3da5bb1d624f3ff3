#include "tests/bench/xscreen.h"

#include "tests/bench/programs.h"

#include <QElapsedTimer>
#include <QThread>

#include <xcb/xcb.h>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace plimsoll::bench {

namespace {

struct Free
{
    void operator()(void *reply) const { std::free(reply); }
};

template <class Reply>
using Answer = std::unique_ptr<Reply, Free>;

void end(QProcess &process)
{
    if (process.state() == QProcess::NotRunning)
        return;
    process.terminate();
    if (!process.waitForFinished(3000))
        process.kill();
    process.waitForFinished(3000);
}

bool isLargeAndVisible(xcb_connection_t *connection, xcb_window_t window)
{
    const Answer<xcb_get_window_attributes_reply_t> attributes(
        xcb_get_window_attributes_reply(connection, xcb_get_window_attributes(connection, window), nullptr));
    const Answer<xcb_get_geometry_reply_t> geometry(
        xcb_get_geometry_reply(connection, xcb_get_geometry(connection, window), nullptr));
    return attributes && geometry && attributes->map_state == XCB_MAP_STATE_VIEWABLE &&
           geometry->width >= 200 && geometry->height >= 120;
}

}

QStringList XScreen::programs()
{
    return {u"Xvfb"_s, u"openbox"_s};
}

Result<std::unique_ptr<XScreen>> XScreen::open()
{
    std::unique_ptr<XScreen> screen(new XScreen);
    if (const auto started = screen->start(); !started)
        return tl::unexpected(started.error());
    return screen;
}

XScreen::~XScreen()
{
    if (m_connection)
        xcb_disconnect(m_connection);
    end(m_windowManager);
    end(m_bus);
    end(m_server);
}

Done XScreen::start()
{
    m_server.start(u"Xvfb"_s, {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"1280x900x24"_s,
                               u"-nolisten"_s, u"tcp"_s});
    QByteArray number;
    while (!number.endsWith('\n') && m_server.waitForReadyRead(10'000))
        number += m_server.readAllStandardOutput();
    const QByteArray display = ':' + number.trimmed();
    int screen = 0;
    m_connection = xcb_connect(display.constData(), &screen);
    if (number.isEmpty() || xcb_connection_has_error(m_connection) != 0)
        return refuse(ErrorCode::Storage, u"Xvfb could not be started."_s);
    m_root = xcb_setup_roots_iterator(xcb_get_setup(m_connection)).data->root;
    constexpr std::string_view name = "_NET_CLIENT_LIST";
    const Answer<xcb_intern_atom_reply_t> atom(xcb_intern_atom_reply(
        m_connection, xcb_intern_atom(m_connection, 0, quint16(name.size()), name.data()), nullptr));
    m_clientList = atom ? atom->atom : 0;

    const QString home = m_home.path();
    m_environment.insert(u"DISPLAY"_s, QString::fromLatin1(display));
    m_environment.insert(u"HOME"_s, home);
    m_environment.insert(u"XDG_CONFIG_HOME"_s, home + u"/config"_s);
    m_environment.insert(u"XDG_CACHE_HOME"_s, home + u"/cache"_s);
    m_environment.insert(u"XDG_DATA_HOME"_s, home + u"/share"_s);
    m_environment.insert(u"XDG_RUNTIME_DIR"_s, home);
    m_environment.insert(u"LANG"_s, u"C.UTF-8"_s);
    m_environment.insert(u"NO_AT_BRIDGE"_s, u"1"_s);
    m_environment.remove(u"QT_QPA_PLATFORM"_s);
    startBus();
    m_windowManager.setProcessEnvironment(m_environment);
    m_windowManager.setStandardErrorFile(QProcess::nullDevice());
    m_windowManager.start(u"openbox"_s, {u"--sm-disable"_s});
    QThread::msleep(1000); // it tells nobody when it is ready
    return {};
}

/// Desktop programs look for a session bus, and wait where there is none.
void XScreen::startBus()
{
    m_bus.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address=1"_s});
    m_bus.waitForReadyRead(3000);
    m_environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s,
                         QString::fromUtf8(m_bus.readAllStandardOutput()).trimmed());
}

QSet<quint32> XScreen::windows() const
{
    QSet<quint32> visible;
    const Answer<xcb_get_property_reply_t> list(xcb_get_property_reply(
        m_connection, xcb_get_property(m_connection, 0, m_root, m_clientList, XCB_ATOM_WINDOW, 0, 1024),
        nullptr));
    if (!list)
        return visible;
    const auto *windows = static_cast<const xcb_window_t *>(xcb_get_property_value(list.get()));
    const auto count = size_t(xcb_get_property_value_length(list.get())) / sizeof(xcb_window_t);
    for (size_t i = 0; i < count; ++i) {
        if (isLargeAndVisible(m_connection, windows[i]))
            visible.insert(windows[i]);
    }
    return visible;
}

}
