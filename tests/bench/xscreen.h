#pragma once

#include "core/base/result.h"

#include <QProcess>
#include <QProcessEnvironment>
#include <QSet>
#include <QTemporaryDir>

#include <memory>

struct xcb_connection_t;

namespace plimsoll::bench {

/// A screen that nobody sees, with a window manager of its own: what appears there is what was started there.
class XScreen
{
public:
    /// What has to be installed.
    static QStringList programs();
    static Result<std::unique_ptr<XScreen>> open();
    ~XScreen();
    XScreen(const XScreen &) = delete;
    XScreen &operator=(const XScreen &) = delete;

    /// For a program that is to appear there, with a home of its own, kept as long as the screen.
    [[nodiscard]] const QProcessEnvironment &environment() const { return m_environment; }
    /// The program windows that are visible and large enough to be no mere splash.
    [[nodiscard]] QSet<quint32> windows() const;

private:
    XScreen() = default;
    Done start();
    void startBus();

    QTemporaryDir m_home;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
    QProcess m_server;
    QProcess m_bus;
    QProcess m_windowManager;
    xcb_connection_t *m_connection = nullptr;
    quint32 m_root = 0;
    quint32 m_clientList = 0;
};

}
