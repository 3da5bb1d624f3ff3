#include "core/base/digest.h"
#include "core/storage/engine.h"
#include "core/storage/migrations.h"
#include "core/workspace/recordschema.h"

#include <QFile>
#include <QSqlDatabase>
#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

namespace {

QString columnType(ColumnKind kind)
{
    switch (kind) {
    case ColumnKind::Boolean:
        return u"BOOLEAN"_s;
    case ColumnKind::Integer:
        return u"BIGINT"_s;
    case ColumnKind::Text:
        break;
    }
    return u"TEXT"_s;
}

}

class SchemaTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMigrationThatWasReleasedIsNeverChanged_data()
    {
        QTest::addColumn<QString>("digest");
        QTest::newRow("0001.sql") << u"b4e6c6d9fe00b3d7e7c91fb27e6685fdf41d7773a5c936b73dca0ebe0f69441f"_s;
        QTest::newRow("0001.sqlite.sql")
            << u"29b929c85750b96a8fa10a6d2cb8738cd8c9995cf2fa4af40094519f8d42d0ec"_s;
        QTest::newRow("0002.sql") << u"4429b530b8852a853a89d52eba305cd8b8e426510c98c3d6b9a551f235ba3da3"_s;
        QTest::newRow("0003.sql") << u"0b1e5606fb2e0ae6ebf18f3e56ddf1afbf89ac4e7afde09a55d93d0d6e9e384e"_s;
        QTest::newRow("0004.sql") << u"6c3b62dcac46dfbdd54b9e0c9657e1f4e53a15b336e394985208f3cb2a11e188"_s;
        QTest::newRow("0005.sql") << u"77ab9acc962c2f994521f5ac72295ca00f021ccb39293f2bf89ec4d56aabe3d7"_s;
        QTest::newRow("0006.sql") << u"917a0057c81ba4cbcaabe5fbb06080afac9ea573f13d8c64017adbf46f7134b8"_s;
        QTest::newRow("0007.sql") << u"4ff10532c33062ff2809b7df8ea0dc58d99dae925062daee41fb3d653538e4ef"_s;
        QTest::newRow("0008.sql") << u"4498fe93dd850c174cd0c6c9c4972d232bc2d63635dd9d0e38fb376b32b0de3a"_s;
    }

    /// Workspaces were made with it; whose tables are others than its, is refused.
    void aMigrationThatWasReleasedIsNeverChanged()
    {
        QFETCH(const QString, digest);
        QFile file(u":/plimsoll/migrations/"_s + QLatin1StringView(QTest::currentDataTag()));
        QVERIFY(file.open(QIODevice::ReadOnly));

        QCOMPARE(Digest::of(file.readAll()).hex(), digest);
    }

    void everyDescribedFieldHasItsColumnAndNoOther_data()
    {
        QTest::addColumn<QString>("table");
        for (const auto &type : recordSchema().types())
            QTest::newRow(type.table.data()) << QString(type.table);
    }

    void everyDescribedFieldHasItsColumnAndNoOther()
    {
        QFETCH(QString, table);
        auto connection = Connection::open(u":memory:"_s, Connection::Mode::Create);
        QVERIFY(connection);
        QVERIFY(migrate(**connection));
        const auto &type = *recordSchema().find(table);

        QStringList described{u"id TEXT 1"_s};
        for (const auto &field : type.fields)
            described.append(
                u"%1 %2 %3"_s.arg(field.name, columnType(field.kind)).arg(field.nullable ? 0 : 1));
        QStringList columns;
        QVERIFY((*connection)
                    ->each(u"SELECT name, type, \"notnull\" FROM pragma_table_info('%1')"_s.arg(table), {},
                           [&](const Row &row) {
                               columns.append(row.text(0) + u' ' + row.text(1) + u' ' + row.text(2));
                           }));

        QCOMPARE(columns, described);
    }

    void everyReferenceIsAForeignKeyAndNoOther_data() { everyDescribedFieldHasItsColumnAndNoOther_data(); }

    void everyReferenceIsAForeignKeyAndNoOther()
    {
        QFETCH(QString, table);
        auto connection = Connection::open(u":memory:"_s, Connection::Mode::Create);
        QVERIFY(connection);
        QVERIFY(migrate(**connection));

        QStringList described;
        for (const auto &field : recordSchema().find(table)->fields) {
            if (!field.references.isEmpty())
                described.append(field.name + u" to "_s + field.references);
        }
        QStringList keys;
        QVERIFY((*connection)
                    ->each(u"SELECT \"from\", \"table\" FROM pragma_foreign_key_list('%1')"_s.arg(table), {},
                           [&](const Row &row) { keys.append(row.text(0) + u" to "_s + row.text(1)); }));

        described.sort();
        keys.sort();
        QCOMPARE(keys, described);
    }

    void noTableIsWithoutADescription()
    {
        auto connection = Connection::open(u":memory:"_s, Connection::Mode::Create);
        QVERIFY(connection);
        QVERIFY(migrate(**connection));

        QStringList undescribed;
        QVERIFY(
            (*connection)
                ->each(u"SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"_s,
                       {}, [&](const Row &row) {
                           if (!recordSchema().find(row.text(0)) && !row.text(0).startsWith(u"journal_"_s))
                               undescribed.append(row.text(0));
                       }));

        QCOMPARE(undescribed, QStringList());
    }

    void anOlderRecordThatIsRefusedKeepsItsFormat()
    {
        auto connection = Connection::open(u":memory:"_s, Connection::Mode::Create);
        QVERIFY(connection);
        for (const auto &name : {"0001.sql"_L1, "0001.sqlite.sql"_L1}) {
            QFile file(u":/plimsoll/migrations/"_s + name);
            QVERIFY(file.open(QIODevice::ReadOnly));
            for (const auto &statement : QString::fromUtf8(file.readAll()).split(u"\n----\n"_s))
                QVERIFY((*connection)->execute(statement.trimmed()));
        }
        QVERIFY((*connection)->execute(u"CREATE TABLE stranger (id TEXT)"_s));
        QVERIFY(Engine::setSchemaVersion(**connection, 1));
        const auto before = *Engine::schemaTexts(**connection);

        const auto migrated = migrate(**connection);

        QVERIFY(!migrated);
        QCOMPARE(migrated.error().code, ErrorCode::Foreign);
        QCOMPARE(*Engine::schemaVersion(**connection), 1);
        QCOMPARE(*Engine::schemaTexts(**connection), before);
    }
};

QTEST_GUILESS_MAIN(SchemaTest)
#include "tst_schema.moc"
