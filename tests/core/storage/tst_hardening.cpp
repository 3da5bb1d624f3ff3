#include "core/storage/connection.h"
#include "tests/support/workspacefixture.h"

#include <QProcess>
#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class HardeningTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsNoFileBesideTheRecordIsNamedAndKeepsNobodyWaiting_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("command");
        for (const QString &name :
             {u"workspace.db-journal"_s, u"workspace.db-wal"_s, u"workspace.db-shm"_s}) {
            QTest::addRow("a pipe as %s", qPrintable(name)) << name << u"mkfifo '%1'"_s;
            QTest::addRow("a device as %s", qPrintable(name)) << name << u"ln -s /dev/zero '%1'"_s;
        }
    }

    void whatIsNoFileBesideTheRecordIsNamedAndKeepsNobodyWaiting()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, command);
        WorkspaceFixture fixture;
        fixture.close();
        const QString place = fixture.folder() + u'/' + name;
        QCOMPARE(QProcess::execute(u"sh"_s, {u"-c"_s, command.arg(place)}), 0);

        for (const auto access : {Workspace::Access::ReadWrite, Workspace::Access::ReadOnly}) {
            const auto refused = Workspace::open(fixture.folder(), access, fixture.clock());

            QVERIFY(!refused);
            QVERIFY2(refused.error().message.startsWith(place), qPrintable(refused.error().message));
        }
    }

    void aStatementThatWouldOccupyTheEngineIsRefused_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("a long pattern") << u"SELECT 'a' GLOB '%1'"_s.arg(QString(51, u'*'));
        QTest::newRow("a deep expression")
            << u"SELECT "_s + QString(101, u'(') + u"random()"_s + u"+1)"_s.repeated(101);
        QTest::newRow("a long program")
            << u"SELECT 1 WHERE random() IN (random()%1)"_s.arg(u", random()"_s.repeated(20'000));
    }

    void aStatementThatWouldOccupyTheEngineIsRefused()
    {
        QFETCH(const QString, sql);
        WorkspaceFixture fixture;

        QVERIFY(!(*fixture->reader())->single(sql));
    }

    void everyConnectionIsSetAsTheRecipeSays_data()
    {
        QTest::addColumn<QString>("pragma");
        QTest::addColumn<QVariant>("asReader");
        QTest::addColumn<QVariant>("asWriter");
        QTest::newRow("links between rows") << u"foreign_keys"_s << QVariant(1) << QVariant(1);
        QTest::newRow("schemas of others") << u"trusted_schema"_s << QVariant(0) << QVariant(0);
        QTest::newRow("files as memory") << u"mmap_size"_s << QVariant(0) << QVariant(0);
        QTest::newRow("damaged pages") << u"cell_size_check"_s << QVariant(1) << QVariant(1);
        QTest::newRow("temporary tables") << u"temp_store"_s << QVariant(2) << QVariant(2);
        QTest::newRow("journal") << u"journal_mode"_s << QVariant(u"delete"_s) << QVariant(u"delete"_s);
        QTest::newRow("waiting for the disk") << u"synchronous"_s << QVariant() << QVariant(2);
        QTest::newRow("what is deleted") << u"secure_delete"_s << QVariant() << QVariant(1);
    }

    void everyConnectionIsSetAsTheRecipeSays()
    {
        QFETCH(const QString, pragma);
        WorkspaceFixture fixture;
        fixture.close();
        const QString file = fixture.folder() + u"/workspace.db"_s;
        QFETCH(const QVariant, asReader);
        QFETCH(const QVariant, asWriter);
        for (const auto &[mode, expected] : {std::pair{Connection::Mode::ReadOnly, asReader},
                                             std::pair{Connection::Mode::ReadWrite, asWriter}}) {
            const auto connection = Connection::open(file, mode);
            QVERIFY(connection);

            const auto value = (*connection)->single(u"PRAGMA "_s + pragma);

            QVERIFY(value);
            if (expected.isValid())
                QCOMPARE(value->toString(), expected.toString());
        }
    }

    void whatAForeignSchemaCouldCallIsRefused_data()
    {
        QTest::addColumn<QStringList>("before");
        QTest::addColumn<QString>("refused");
        QTest::newRow("a name in the quotes of a text")
            << QStringList() << uR"(SELECT "no such thing" FROM party)"_s;
        QTest::newRow("another file") << QStringList() << u"ATTACH ':memory:' AS other"_s;
        QTest::newRow("a view") << QStringList{u"CREATE VIEW seen AS SELECT 1"_s} << u"SELECT * FROM seen"_s;
        QTest::newRow("a library") << QStringList() << u"SELECT load_extension('nothing')"_s;
        QTest::newRow("the schema itself")
            << QStringList{u"PRAGMA writable_schema = ON"_s} << u"UPDATE sqlite_schema SET sql = ''"_s;
    }

    void whatAForeignSchemaCouldCallIsRefused()
    {
        QFETCH(const QStringList, before);
        QFETCH(const QString, refused);
        WorkspaceFixture fixture;
        fixture.close();
        const auto connection =
            Connection::open(fixture.folder() + u"/workspace.db"_s, Connection::Mode::ReadWrite);
        QVERIFY(connection);
        for (const QString &statement : before)
            QVERIFY((*connection)->execute(statement));

        QVERIFY(!(*connection)->execute(refused));
    }
};

QTEST_GUILESS_MAIN(HardeningTest)
#include "tst_hardening.moc"
