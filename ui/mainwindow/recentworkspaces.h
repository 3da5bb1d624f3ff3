#pragma once

#include <QStringList>

namespace plimsoll {

/// The folders opened lately, newest first, without those that are gone. Kept in the person's settings.
QStringList recentWorkspaces();
void rememberWorkspace(const QString &folder);

}
