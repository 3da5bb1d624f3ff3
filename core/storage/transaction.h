#pragma once

#include "core/storage/connection.h"

namespace plimsoll {

/// Everything done on the connection while it lives happens together, or, unless commit() was reached, not at
/// all.
class Transaction
{
public:
    static Result<Transaction> begin(const Connection &connection);

    Transaction(Transaction &&other) noexcept
        : m_connection(std::exchange(other.m_connection, nullptr))
    {
    }
    Transaction &operator=(Transaction &&) = delete;
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    ~Transaction();

    [[nodiscard]] Done commit();

private:
    explicit Transaction(const Connection &connection)
        : m_connection(&connection)
    {
    }
    const Connection *m_connection;
};

}
