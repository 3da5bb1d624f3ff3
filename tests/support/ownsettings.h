#pragma once

#include <QCoreApplication>
#include <QSettings>

namespace plimsoll {

/// Keeps what the program remembers in that folder, so that a test neither reads nor changes a person's own.
inline void keepSettingsIn(const QString &folder)
{
    QCoreApplication::setOrganizationName(QStringLiteral("plimsoll-test"));
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder);
}

}
