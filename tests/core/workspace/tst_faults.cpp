#include "core/evidence/evidencestore.h"
#include "core/evidence/integrity.h"
#include "core/journal/verification.h"
#include "core/workspace/attaching.h"
#include "core/workspace/recordschema.h"
#include "tests/support/filelimit.h"
#include "tests/support/files.h"
#include "tests/support/killloop.h"
#include "tests/support/workspacefixture.h"

#include <QDir>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace plimsoll;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;

namespace {

AiSystem named(const QString &name, const Clock &clock)
{
    AiSystem system;
    system.id = Id<AiSystem>::generate(clock);
    system.number = system.id.text();
    system.name = name;
    return system;
}

/// Registers one system after the other, for ever.
void commitForEver(const QStringList &arguments)
{
    const SystemClock clock;
    const auto workspace = openedIn(arguments.at(0), clock);
    for (;;) {
        const auto system = named(u"system "_s + QUuid::createUuid().toString(), clock);
        if (workspace->commitAndWait(ChangeSet(u"Register"_s).create(system)))
            acknowledge(system.id.text());
    }
}

/// Attaches one new file after the other, for ever.
void attachForEver(const QStringList &arguments)
{
    const SystemClock clock;
    const auto workspace = openedIn(arguments.at(0), clock);
    for (int number = 0;; ++number) {
        const QByteArray content = (arguments.at(2) + QString::number(number)).toUtf8().repeated(5000);
        const QString file = writeFile(arguments.at(1) + u"/source.txt"_s, content);
        if (const auto attached = attach(*workspace, {{file, {}, {}}});
            attached && !attached->evidence.isEmpty())
            acknowledge(attached->evidence.first().id.text());
    }
}

void holdsWhole(Workspace &workspace)
{
    const auto reader = workspace.reader();
    QVERIFY(reader);
    const auto chain = verifyChain(**reader, recordSchema(), unwatched());
    QVERIFY2(chain && chain->holds, qPrintable(chain ? chain->statement : chain.error().message));
    const auto rows = verifyRows(**reader, recordSchema(), unwatched());
    QVERIFY2(rows && rows->holds, qPrintable(rows ? rows->statement : rows.error().message));
}

template <IsDescribed Entity>
QSet<QString> idsIn(Workspace &workspace)
{
    QSet<QString> ids;
    const auto all = Repository<Entity>(**workspace.reader()).all();
    for (const auto &entity : *all)
        ids.insert(entity.id.text());
    return ids;
}

std::chrono::microseconds anyMoment()
{
    return std::chrono::microseconds(QRandomGenerator::global()->bounded(30'000));
}

}

class FaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedAmidCommitsNothingAcknowledgedIsLost()
    {
        WorkspaceFixture fixture;
        fixture.close();
        int acknowledged = 0;
        for (int kill = 0; kill < kills; ++kill) {
            const auto told = acknowledgedBeforeKill(u"commit"_s, {fixture.folder()}, anyMoment());
            acknowledged += int(told.size());

            const auto workspace = openedIn(fixture.folder(), fixture.clock());
            const auto kept = idsIn<AiSystem>(*workspace);
            for (const auto &id : told)
                QVERIFY2(kept.contains(id), "an acknowledged change was lost");
            holdsWhole(*workspace);
        }
        QVERIFY(acknowledged >= kills);
    }

    void killedAmidAttachingNothingAcknowledgedIsLost()
    {
        WorkspaceFixture fixture;
        fixture.close();
        int acknowledged = 0;
        for (int kill = 0; kill < kills; ++kill) {
            const auto told = acknowledgedBeforeKill(
                u"attach"_s, {fixture.folder(), fixture.path({}), u"kill %1 "_s.arg(kill)}, anyMoment());
            acknowledged += int(told.size());

            const auto workspace = openedIn(fixture.folder(), fixture.clock());
            const auto kept = idsIn<Evidence>(*workspace);
            for (const auto &id : told)
                QVERIFY2(kept.contains(id), "an acknowledged piece of evidence was lost");
            holdsWhole(*workspace);
        }
        const auto workspace = openedIn(fixture.folder(), fixture.clock());
        const EvidenceStore store(workspace->evidenceFolder());
        const auto all = Repository<Evidence>(**workspace->reader()).all();
        QVERIFY(acknowledged >= kills);
        QVERIFY(all->size() >= acknowledged);
        for (const auto &evidence : *all)
            QCOMPARE(integrityOf(store, Fingerprint{*evidence.digest, evidence.size}), Integrity::Unchanged);
    }

    void aFullDiskRefusesInWordsAndLeavesTheRecordWhole()
    {
        WorkspaceFixture fixture;
        fixture.aSystem(u"Before"_s);
        const auto size = QFileInfo(fixture->databaseFile()).size();
        AiSystem large = named(u"Too large"_s, fixture.clock());
        large.purpose = QString(3'000'000, u'x');

        Result<Committed> result;
        {
            const FileLimit limit(rlim_t(size + 100'000));
            result = fixture->commitAndWait(ChangeSet(u"Register"_s).create(large));
        }

        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Storage);
        QVERIFY(result.error().message.contains(u"workspace.db"_s));
        fixture.reopen();
        QCOMPARE(fixture.all<AiSystem>().size(), 1);
        holdsWhole(fixture.workspace());
        fixture.aSystem(u"After"_s + QString::number(1));
    }

    void twoCopiesWriteTheSameWorkspaceInTurns()
    {
        WorkspaceFixture fixture;
        const auto other = openedIn(fixture.folder(), fixture.clock());
        QList<QFuture<Result<Committed>>> answers;
        for (int i = 0; i < 20; ++i) {
            auto &writer = i % 2 == 0 ? fixture.workspace() : *other;
            answers.append(writer.commit(
                ChangeSet(u"Register"_s).create(named(QString::number(i + 1), fixture.clock()))));
        }
        for (auto &answer : answers)
            QVERIFY2(answer.result(),
                     qPrintable(answer.result() ? QString() : answer.result().error().message));

        QCOMPARE(fixture.all<AiSystem>().size(), 20);
        holdsWhole(fixture.workspace());
    }

    void theOtherCopyHearsOfACommit()
    {
        WorkspaceFixture fixture;
        int commits = 0;
        for (const auto access : {Workspace::Access::ReadWrite, Workspace::Access::ReadOnly}) {
            const auto other = openedIn(fixture.folder(), fixture.clock(), access);
            QSignalSpy heard(other.get(), &Workspace::changedElsewhere);
            other->watchOthers();
            // It begins to look on a thread of its own: what is committed once it does is heard.
            const auto isHeard = [&] {
                fixture.aSystem(u"New %1"_s.arg(++commits));
                return !heard.isEmpty();
            };

            QTRY_VERIFY_WITH_TIMEOUT(isHeard(), 15'000);
        }
    }

    void aFolderDeletedWhileOpenIsARefusalNotACrash()
    {
        WorkspaceFixture fixture;
        QVERIFY(QDir(fixture.folder()).removeRecursively());

        const auto result =
            fixture->commitAndWait(ChangeSet(u"Register"_s).create(named(u"Nowhere"_s, fixture.clock())));
        const auto reader = fixture->reader();

        QVERIFY(!result);
        QVERIFY(result.error().message.endsWith(u'.'));
        QVERIFY(!reader);
        QCOMPARE(reader.error().code, ErrorCode::NotFound);
    }
};

int main(int argc, char **argv)
{
    return runTestOrChild<FaultsTest>(argc, argv,
                                      {{u"commit"_s, commitForEver}, {u"attach"_s, attachForEver}});
}

#include "tst_faults.moc"
