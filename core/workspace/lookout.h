#pragma once

#include "core/storage/connection.h"
#include "core/workspace/writelease.h"

#include <QTimer>

#include <functional>

namespace plimsoll {

/// What is told of other copies of the program. Called on the thread of whoever looks.
struct LookoutCalls
{
    std::function<void()> committed; ///< another copy has committed
    /// The lease of a network folder has another holder than before: nobody, or somebody else than us.
    std::function<void(const std::optional<LeaseHolder> &)> heldBy;
};

/// Looks every two seconds for what other copies do in the workspace. Belongs to one thread, which needs an
/// event loop.
class Lookout
{
public:
    /// By `connection`, whose own commits are not told; `ours` is the lease we may hold ourselves.
    Lookout(const Connection &connection, const WriteLease *ours, LookoutCalls calls);

private:
    void look();

    const Connection &m_connection;
    const WriteLease *m_ours;
    LookoutCalls m_calls;
    QString m_networkFolder; ///< empty on a local disk
    qint64 m_seen = 0;
    std::optional<LeaseHolder> m_holder; ///< as seen last, when it is not us
    QTimer m_timer;
};

}
