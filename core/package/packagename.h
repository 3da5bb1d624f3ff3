#pragma once

#include "core/base/result.h"

#include <QByteArrayView>
#include <QDateTime>

namespace plimsoll {

/// The longest component and path a package of ours may hold, in characters. Windows unpacks no more
/// everywhere.
constexpr qsizetype longestComponent = 100;
constexpr qsizetype longestPath = 200;

/// The longest component and path read from anybody's package, in bytes.
constexpr qsizetype longestReadComponent = 255;
constexpr qsizetype longestReadPath = 1024;

/// The path of a packaged file as the archive's bytes give it, or the sentence why no system should see it:
/// absolute, climbing, with a drive, a device name, a control or reordering character, a trailing dot, too
/// long, not UTF-8. A name is never mended: what is refused here is refused whole.
Result<QString> packagedPath(QByteArrayView raw);

/// Whether a path of our own making is plain enough for every tool: [A-Za-z0-9._-/], short, and fit for
/// Windows.
bool isPlainPath(const QString &path);

/// The form in which two paths must differ: composed (NFC) and without case, as Windows and macOS compare
/// them.
QString twinForm(const QString &path);

/// "0001-policy.pdf" for number 1 and "Política.PDF": safe on every system, recognisable, never equal for two
/// numbers.
QString payloadName(int number, const QString &originalName);

/// "fraud-scoring-20261121T083000Z": the package's top folder and the stem of its file.
QString packageName(const QString &name, const QDateTime &at);

}
