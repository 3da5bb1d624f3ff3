#pragma once

#include <QString>

namespace plimsoll {

/// Why something could not be done.
enum class ErrorCode {
    Invalid,   ///< the request or the input breaks a rule
    Conflict,  ///< somebody else changed the same field meanwhile
    Denied,    ///< not allowed: closed, signed, read-only
    NotFound,  ///< the thing named does not exist
    Foreign,   ///< not a file of ours
    Newer,     ///< written by a newer Plimsoll
    Damaged,   ///< ours, but broken
    Storage,   ///< the disk or the database refused
    Busy,      ///< held by another program
    Cancelled, ///< stopped by the person
};

/// A refusal. `message` is a whole translated sentence for a person that names the thing and the way out;
/// `detail` is what an engineer would ask for next and may be empty.
struct Error
{
    ErrorCode code = ErrorCode::Invalid;
    QString message;
    QString detail;

    friend bool operator==(const Error &, const Error &) = default;
};

}
