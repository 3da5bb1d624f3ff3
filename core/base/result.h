#pragma once

#include "core/base/error.h"

#include <tl/expected.hpp>

namespace plimsoll {

/// Either the value or the sentence that says why there is none.
template <class T>
class [[nodiscard]] Result : public tl::expected<T, Error>
{
public:
    using tl::expected<T, Error>::expected;
    // NOLINTNEXTLINE(google-explicit-constructor): what and_then() and map() return is a Result too
    Result(tl::expected<T, Error> other)
        : tl::expected<T, Error>(std::move(other))
    {
    }
};

/// For functions that either do it or say why not.
using Done = Result<void>;

[[nodiscard]] inline tl::unexpected<Error> refuse(ErrorCode code, QString message, QString detail = {})
{
    return tl::unexpected(Error{code, std::move(message), std::move(detail)});
}

}
