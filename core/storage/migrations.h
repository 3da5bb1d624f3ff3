#pragma once

#include "core/storage/connection.h"

namespace plimsoll {

/// The format this program writes: the number of the newest file in resources/migrations.
int newestFormat();

/// Brings the database to the newest format, in one transaction; a new database gets everything. Refuses a
/// newer one.
Done migrate(const Connection &connection);

/// A new database of the newest format without a row: in a file, or in memory alone when `file` is empty.
Result<std::unique_ptr<Connection>> emptyDatabase(const QString &file = {});

/// Refuses a database whose tables, indexes or triggers are not exactly those of the newest format: a foreign
/// trigger would run with our hands.
Done checkSchema(const Connection &connection);

}
