#pragma once

#include <QByteArray>
#include <QString>

namespace plimsoll {

/// VERIFY.txt: how a stranger checks the package of this name with the tools every system has, and what that
/// proves. Its lines are kept in English and ASCII so that every console shows them.
QByteArray verifyText(const QString &packageName);

}
