#pragma once

#include <QByteArray>
#include <QString>

namespace plimsoll {

/// VERIFY.txt: how a stranger checks the package of this name with the tools every system has, and what that
/// proves. Its lines are kept in English and ASCII so that every console shows them.
QByteArray verifyText(const QString &packageName);

/// What prints, in an unpacked package, every link and every name that none of its lists can hold, such as
/// one with a line end in it, which other commands take for two. For the shell of any Unix.
QString oddNamesCommand();

/// What prints, in an unpacked package without odd names, every file that is in none of its lists, and every
/// listed one that is not there. Three lines, none too long for paper.
QString extraFilesCommand();

}
