#pragma once

#include "core/base/workthread.h"
#include "core/workspace/lookout.h"

#include <memory>

namespace plimsoll {

/// The lookout of a workspace that is open for reading alone, with a thread and a connection of its own: a
/// network folder may keep it waiting.
class ReaderLookout
{
public:
    ReaderLookout(const QString &databaseFile, LookoutCalls calls);
    ~ReaderLookout();
    ReaderLookout(const ReaderLookout &) = delete;
    ReaderLookout &operator=(const ReaderLookout &) = delete;

private:
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<Lookout> m_lookout;
    WorkThread m_thread; ///< last, so that it begins after and ends before the rest
};

}
