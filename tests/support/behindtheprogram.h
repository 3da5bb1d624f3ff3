#pragma once

#include "tests/support/twosystems.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

namespace plimsoll {

/// What somebody with another tool does to the database of the workspace, in one sitting.
inline void behindTheProgram(const WorkspaceFixture &fixture, const QStringList &statements)
{
    const auto intruder = QStringLiteral("intruder");
    {
        auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), intruder);
        database.setDatabaseName(fixture.folder() + QStringLiteral("/workspace.db"));
        QVERIFY(database.open());
        for (const QString &statement : statements) {
            QSqlQuery query(database);
            QVERIFY2(query.exec(statement), qPrintable(statement));
        }
    }
    QSqlDatabase::removeDatabase(intruder);
}

inline void behindTheProgram(const TwoSystems &bank, const QStringList &statements)
{
    behindTheProgram(bank.fixture, statements);
}

}
