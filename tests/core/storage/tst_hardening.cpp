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
};

QTEST_GUILESS_MAIN(HardeningTest)
#include "tst_hardening.moc"
