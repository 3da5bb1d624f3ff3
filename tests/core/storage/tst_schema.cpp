#include "core/storage/migrations.h"
#include "core/workspace/recordschema.h"

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
};

QTEST_GUILESS_MAIN(SchemaTest)
#include "tst_schema.moc"
