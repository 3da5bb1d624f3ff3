#include "core/delivery/workspaceverification.h"
#include "core/evidence/evidencestore.h"
#include "tests/support/twosystems.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

namespace {

QString fileOf(const TwoSystems &bank, const QString &title)
{
    for (const auto &evidence : bank.fixture.all<Evidence>()) {
        if (evidence.title == title)
            return EvidenceStore(bank.fixture->evidenceFolder()).pathOf(*evidence.digest);
    }
    return {};
}

}

class WorkspaceVerificationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anUntouchedWorkspaceHolds()
    {
        const TwoSystems bank;

        const auto verification = verifyWorkspace(bank.fixture.workspace());

        QVERIFY(verification && verification->holds());
        QCOMPARE(verification->findings.size(), 3);
        QCOMPARE(verification->findings.at(2).checked, 5);
        QCOMPARE(toJson(*verification)["verified"_L1].toBool(), true);
    }

    void aChangedEvidenceFileIsNamed()
    {
        const TwoSystems bank;
        QFile file(fileOf(bank, u"Training policy"_s));
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.write("%PDX") == 4);
        file.close();

        const auto verification = verifyWorkspace(bank.fixture.workspace());

        QVERIFY(verification && !verification->holds());
        QVERIFY(inWords(*verification).join(u' ').contains(u"“Training policy”"_s));
    }

    void aMissingEvidenceFileIsNamed()
    {
        const TwoSystems bank;
        QVERIFY(QFile::remove(fileOf(bank, u"Old scan"_s)));

        const auto verification = verifyWorkspace(bank.fixture.workspace());

        QVERIFY(verification && !verification->holds());
        QVERIFY(inWords(*verification).join(u' ').contains(u"“Old scan” is missing"_s));
    }

    void aRowChangedBehindTheJournalIsFound()
    {
        TwoSystems bank;
        bank.fixture.close();
        {
            auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"intruder"_s);
            database.setDatabaseName(bank.fixture.folder() + u"/workspace.db"_s);
            QVERIFY(database.open());
            QVERIFY(QSqlQuery(database).exec(u"UPDATE response SET answer = 'met'"_s));
        }
        QSqlDatabase::removeDatabase(u"intruder"_s);
        const auto workspace =
            Workspace::open(bank.fixture.folder(), Workspace::Access::ReadOnly, bank.fixture.clock());
        QVERIFY(workspace);

        const auto verification = verifyWorkspace(**workspace);

        QVERIFY(verification && !verification->holds());
        QVERIFY(!verification->findings.at(1).holds);
    }
};

QTEST_GUILESS_MAIN(WorkspaceVerificationTest)
#include "tst_workspaceverification.moc"
