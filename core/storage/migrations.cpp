#include "core/storage/migrations.h"

#include "core/storage/backupfiles.h"
#include "core/storage/engine.h"
#include "core/storage/transaction.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

QString migrationFile(int version, const QString &engine)
{
    return u":/plimsoll/migrations/%1%2.sql"_s.arg(version, 4, 10, QLatin1Char('0')).arg(engine);
}

Result<QStringList> statementsOf(const QString &resource)
{
    QFile file(resource);
    if (!file.open(QIODevice::ReadOnly))
        return refuse(
            ErrorCode::Storage,
            Text::tr("The program was built without its database migrations, so it cannot open a workspace. "
                     "Install it again."),
            resource);
    return QString::fromUtf8(file.readAll()).split(u"\n----\n"_s);
}

Done apply(const Connection &connection, int version)
{
    for (const auto &engine : {u""_s, u".sqlite"_s}) {
        const auto file = migrationFile(version, engine);
        if (!engine.isEmpty() && !QFile::exists(file))
            continue; // most migrations make no triggers
        const auto statements = statementsOf(file);
        if (!statements)
            return tl::unexpected(statements.error());
        for (const auto &statement : *statements) {
            if (auto done = connection.execute(statement.trimmed()); !done)
                return tl::unexpected(done.error());
        }
    }
    return Engine::setSchemaVersion(connection, version);
}

Done refuseNewer(const Connection &connection, int version)
{
    return refuse(
        ErrorCode::Newer,
        Text::tr(
            "%1 was written by a newer Plimsoll (format %2; this program knows formats up to %3). Install "
            "the newer program to open it.")
            .arg(connection.file())
            .arg(version)
            .arg(newestFormat()));
}

/// Formats before this named what belongs to a pair otherwise (UUID version 5), and none was released.
constexpr int firstFormatOfPairs = 8;

/// Refuses a record of before that holds such rows: this program would not find them and write them anew.
Done refuseFormerPairs(const Connection &connection)
{
    QStringList tables;
    if (auto read = connection.each(u"SELECT t.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c "
                                    "WHERE t.type = 'table' AND c.name = 'id'"_s,
                                    {}, [&](const Row &row) { tables.append(row.text(0)); });
        !read)
        return read;
    for (const auto &table : tables) {
        const auto former =
            connection.single(u"SELECT COUNT(*) FROM \"%1\" WHERE substr(id, 15, 1) = '5'"_s.arg(table));
        if (!former)
            return tl::unexpected(former.error());
        if (former->toInt() > 0)
            return refuse(ErrorCode::Foreign,
                          Text::tr("%1 was made by a Plimsoll from before its first release, whose answers "
                                   "this program would not find. Open it with the program that made it; "
                                   "nothing was changed.")
                              .arg(connection.file()),
                          table);
    }
    return {};
}

Result<QStringList> expectedSchema()
{
    const auto blank = emptyDatabase();
    if (!blank)
        return tl::unexpected(blank.error());
    return Engine::schemaTexts(**blank);
}

}

int newestFormat()
{
    static const int newest = [] {
        int version = 0;
        while (QFile::exists(migrationFile(version + 1, {})))
            ++version;
        return version;
    }();
    return newest;
}

Done migrate(const Connection &connection)
{
    if (newestFormat() == 0)
        return tl::unexpected(statementsOf(migrationFile(1, {})).error());
    const auto version = Engine::schemaVersion(connection);
    if (!version)
        return tl::unexpected(version.error());
    if (*version > newestFormat())
        return refuseNewer(connection, *version);
    if (*version == newestFormat())
        return {};

    if (*version == 0) {
        if (auto stamped = Engine::stamp(connection); !stamped)
            return stamped;
    }
    auto transaction = Transaction::begin(connection);
    if (!transaction)
        return tl::unexpected(transaction.error());
    if (*version < firstFormatOfPairs) {
        if (auto found = refuseFormerPairs(connection); !found)
            return found;
    }
    for (int next = *version + 1; next <= newestFormat(); ++next) {
        if (auto applied = apply(connection, next); !applied)
            return applied;
    }
    // A record that is no workspace's stays as it is, for whoever can still read it.
    if (auto ours = *version == 0 ? Done() : checkSchema(connection); !ours)
        return ours;
    return transaction->commit();
}

Result<std::unique_ptr<Connection>> emptyDatabase(const QString &file)
{
    auto connection = Connection::open(file.isEmpty() ? u":memory:"_s : file, Connection::Mode::Create);
    if (!connection)
        return connection;
    if (auto migrated = migrate(**connection); !migrated)
        return tl::unexpected(migrated.error());
    return connection;
}

Done checkSchema(const Connection &connection)
{
    const auto version = Engine::schemaVersion(connection);
    if (!version)
        return tl::unexpected(version.error());
    if (*version > newestFormat())
        return refuseNewer(connection, *version);
    if (*version < newestFormat())
        return refuse(
            ErrorCode::Denied,
            Text::tr(
                "%1 was last written by an older version of Plimsoll, and reading alone does not bring it "
                "up to date. Open it once in the window; it is backed up first.")
                .arg(connection.file()));
    const auto found = Engine::schemaTexts(connection);
    if (!found)
        return tl::unexpected(found.error());
    static const auto expected = expectedSchema();
    if (!expected)
        return tl::unexpected(expected.error());
    for (const auto &text : *found) {
        if (!expected->contains(text))
            return refuse(
                ErrorCode::Foreign,
                Text::tr("%1 holds something that Plimsoll did not put there, so it is not opened. Restore a "
                         "backup, or have an engineer look at it.")
                    .arg(connection.file()),
                text.left(500));
    }
    if (found->size() != expected->size())
        return refuse(ErrorCode::Damaged,
                      Text::tr("%1 lacks a part that every workspace has.").arg(connection.file()) + u' ' +
                          wayToRestore(connection.file()));
    return {};
}

}
