#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/workspace/workspace.h"

#include <type_traits>

namespace plimsoll {

/// The work of a job that reads the record: what `read` makes of a connection opened for it alone, or why
/// none can be opened. `read` takes the connection, and the progress where it tells how far it is.
template <class Read>
auto withReader(const Workspace &workspace, Read read)
{
    return [&workspace, read = std::move(read)](const Progress &progress) {
        const auto readFrom = [&](const Connection &reader) {
            if constexpr (std::is_invocable_v<const Read &, const Connection &, const Progress &>)
                return read(reader, progress);
            else
                return read(reader);
        };
        using Outcome = std::invoke_result_t<decltype(readFrom), const Connection &>;
        const auto reader = workspace.reader();
        return reader ? readFrom(**reader) : Outcome(tl::unexpected(reader.error()));
    };
}

}
