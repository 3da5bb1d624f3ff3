#include "core/storage/transaction.h"

namespace plimsoll {

using namespace Qt::StringLiterals;

Result<Transaction> Transaction::begin(const Connection &connection)
{
    if (auto begun = connection.execute(u"BEGIN"_s); !begun)
        return tl::unexpected(begun.error());
    return Transaction(connection);
}

Transaction::~Transaction()
{
    // Nobody is left to be told if this fails; SQLite then rolls back when the connection closes.
    if (m_connection)
        (void)m_connection->execute(u"ROLLBACK"_s);
}

Done Transaction::commit()
{
    if (auto committed = m_connection->execute(u"COMMIT"_s); !committed)
        return tl::unexpected(committed.error());
    m_connection = nullptr;
    return {};
}

}
