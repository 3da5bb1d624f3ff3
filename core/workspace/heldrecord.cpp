#include "core/workspace/heldrecord.h"

#include "core/storage/engine.h"

#include <QFile>

namespace plimsoll {

namespace {

/// Of a database that cannot be asked, unlike one that may only not be asked now: a disk that did not answer
/// may do so the next time.
bool isBroken(const Error &error)
{
    return error.code == ErrorCode::Damaged || error.code == ErrorCode::Foreign;
}

Result<HeldRecord> hold(const QString &database)
{
    auto connection = Connection::open(database, Connection::Mode::ReadWrite);
    if (!connection)
        return tl::unexpected(connection.error());
    if (auto alone = Engine::keepOthersOut(**connection); !alone)
        return tl::unexpected(alone.error());
    if (auto sound = Engine::quickCheck(**connection); !sound)
        return tl::unexpected(sound.error());
    const auto identity = recordIdentity(**connection);
    if (!identity)
        return tl::unexpected(identity.error());
    const auto head = journalHead(**connection);
    if (!head)
        return tl::unexpected(head.error());
    return HeldRecord{std::move(*connection), *identity, *head};
}

}

Result<std::optional<HeldRecord>> holdWhatIsThere(const QString &database)
{
    if (!QFile::exists(database))
        return std::optional<HeldRecord>();
    auto held = hold(database);
    if (!held && isBroken(held.error()))
        return std::optional<HeldRecord>();
    if (!held)
        return tl::unexpected(held.error());
    return std::optional(std::move(*held));
}

}
