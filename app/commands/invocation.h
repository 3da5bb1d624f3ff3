#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QString>

#include <functional>
#include <optional>

namespace plimsoll {

class Clock;
class Output;

/// What a command ends with; the numbers are the program's exit codes.
enum class Exit {
    Fine = 0,
    No = 1,       ///< it was done, and the answer is no
    Usage = 2,    ///< asked in a way that makes no sense
    CouldNot = 3, ///< it could not be done; the reason was given
};

/// What every command is given.
struct Invocation
{
    Output &output;
    const Clock &clock;
    QString person; ///< who acts, as given with --as; empty means the operating system's user
    std::optional<QDateTime> documentsAt = {}; ///< the time that documents bear, where it was given
};

/// Does the command's work once its arguments are parsed.
using Work = std::function<Result<Exit>(const Invocation &)>;

/// Whether a command draws text and pictures, and so needs fonts and a painting engine (never a display).
enum class Paints { No, Yes };

}
