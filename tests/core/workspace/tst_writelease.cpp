#include "core/workspace/attaching.h"
#include "core/workspace/writelease.h"
#include "core/workspace/writerthread.h"
#include "tests/support/files.h"
#include "tests/support/workspacefixture.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <thread>

using namespace plimsoll;
using namespace Qt::StringLiterals;

namespace {

const Actor ana{{}, u"ana"_s, u"pc-7"_s};
const Actor jo{{}, u"jo"_s, u"pc-8"_s};

/// As if its holder's machine had died so long ago.
void age(const QString &folder, std::chrono::minutes by)
{
    QFile lease(folder + u"/writer.lease"_s);
    if (!lease.open(QIODevice::ReadWrite) ||
        !lease.setFileTime(QDateTime::currentDateTime().addDuration(-by), QFileDevice::FileModificationTime))
        qFatal("the lease cannot be aged");
}

}

class TestWriteLease : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void whoComesSecondIsToldWhoWrites()
    {
        WriteLease first(m_dir->path());
        WriteLease second(m_dir->path());
        QVERIFY(first.take(ana));

        const auto refused = second.take(jo);

        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Busy);
        QVERIFY(refused.error().message.contains(u"ana on pc-7"));
        QCOMPARE(WriteLease::holderIn(m_dir->path())->inWords(), u"ana on pc-7"_s);
    }

    void whoOnlyReadsIsToldWhoWritesToo()
    {
        qputenv("PLIMSOLL_WRITE_LEASE", "always");
        const auto clean = qScopeGuard([] { qunsetenv("PLIMSOLL_WRITE_LEASE"); });
        WorkspaceFixture fixture;
        fixture.close();
        for (const auto access : {Workspace::Access::ReadWrite, Workspace::Access::ReadOnly}) {
            const auto reading = Workspace::open(fixture.folder(), access, fixture.clock());
            QVERIFY(reading);
            QSignalSpy told(reading->get(), &Workspace::heldElsewhere);
            (*reading)->watchOthers();
            WriteLease lease(fixture.folder());
            QVERIFY(lease.take(ana));
            QTRY_COMPARE_WITH_TIMEOUT(told.size(), 1, 10'000);
            QCOMPARE(told.last().first().toString(), u"ana on pc-7"_s);

            lease.giveBack();

            QTRY_COMPARE_WITH_TIMEOUT(told.size(), 2, 10'000);
            QCOMPARE(told.last().first().toString(), QString());
        }
    }

    void whatIsGivenBackMayBeTakenAndLeavesNoFile()
    {
        WriteLease second(m_dir->path());
        {
            WriteLease first(m_dir->path());
            QVERIFY(first.take(ana));
        }
        QVERIFY(!WriteLease::holderIn(m_dir->path()));

        QVERIFY(second.take(jo));
        second.giveBack();

        QVERIFY(QDir(m_dir->path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    }

    void aLeaseNotRenewedForSixMinutesMayBeTakenAndNoSooner()
    {
        WriteLease first(m_dir->path());
        WriteLease second(m_dir->path());
        QVERIFY(first.take(ana));

        age(m_dir->path(), std::chrono::minutes(5));
        QVERIFY(!second.take(jo));
        age(m_dir->path(), std::chrono::minutes(7));
        QVERIFY(second.take(jo));

        first.giveBack();
        QCOMPARE(WriteLease::holderIn(m_dir->path())->account, u"jo"_s);
    }

    void aPipeInThePlaceOfTheLeaseIsNamedAndKeepsNobodyWaiting()
    {
        const QString place = m_dir->filePath(u"writer.lease"_s);
        QCOMPARE(QProcess::execute(u"mkfifo"_s, {place}), 0);
        WriteLease lease(m_dir->path());

        const auto refused = lease.take(ana);

        QVERIFY(!refused);
        QVERIFY2(refused.error().message.startsWith(place), qPrintable(refused.error().message));
        QVERIFY(!WriteLease::holderIn(m_dir->path()));
    }

    void ofManyWhoFindALostLeaseOneGetsIt()
    {
        for (int round = 0; round < 100; ++round) {
            WriteLease dead(m_dir->path());
            QVERIFY(dead.take(ana));
            age(m_dir->path(), std::chrono::minutes(10));
            std::atomic<int> winners = 0;
            constexpr size_t count = 4;
            std::vector<std::unique_ptr<WriteLease>> leases;
            leases.reserve(count);
            std::vector<std::thread> takers;
            takers.reserve(count);
            while (leases.size() < count)
                leases.push_back(std::make_unique<WriteLease>(m_dir->path()));
            for (const auto &lease : leases)
                takers.emplace_back([&] { winners += lease->take(jo) ? 1 : 0; });
            for (std::thread &taker : takers)
                taker.join();

            QCOMPARE(winners.load(), 1);
        }
    }

    void aSecondCopyOnTheNetworkReadsButItsChangesAreRefusedUntilTheFirstIsClosed()
    {
        qputenv("PLIMSOLL_WRITE_LEASE", "always");
        const auto clean = qScopeGuard([] { qunsetenv("PLIMSOLL_WRITE_LEASE"); });
        WorkspaceFixture fixture;
        const AiSystem system = fixture.aSystem(u"Fraud scoring"_s);
        auto other = Workspace::open(fixture.folder(), Workspace::Access::ReadWrite, fixture.clock());
        QVERIFY(other);
        (*other)->actAs(fixture->actor());
        QSignalSpy told(other->get(), &Workspace::heldElsewhere);
        (*other)->watchOthers();
        AiSystem renamed = system;
        renamed.name = u"Fraud scores"_s;
        const ChangeSet change = ChangeSet(u"Rename"_s).change(system, renamed);

        const auto refused = (*other)->commitAndWait(change);

        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Busy);
        QCOMPARE(fixture.all<AiSystem>().first().name, u"Fraud scoring"_s);
        QTRY_VERIFY(!told.isEmpty() && !told.last().first().toString().isEmpty());
        fixture.close();
        QVERIFY((*other)->commitAndWait(change));
        QTRY_VERIFY(told.last().first().toString().isEmpty());
    }

    void theLeaseGoesBackAfterFiveIdleMinutesAndEachEditBeginsThemAnew()
    {
        QCOMPARE(WriteLease::idle, std::chrono::minutes(5));
        qputenv("PLIMSOLL_WRITE_LEASE", "always");
        const auto clean = qScopeGuard([] { qunsetenv("PLIMSOLL_WRITE_LEASE"); });
        WorkspaceFixture fixture;
        fixture.close();
        const auto isHeld = [&fixture] {
            return WriteLease::holderIn(fixture.folder()).has_value();
        };
        const std::chrono::milliseconds idle{1500}; // in the place of the five minutes
        WriterThread writer(fixture.folder() + u"/workspace.db"_s, fixture.clock(), idle);
        QVERIFY(writer.open(Connection::Mode::ReadWrite));
        QVERIFY(!isHeld());
        const auto almost = idle.count() * 9 / 10; // timers of minutes need not be exact
        QElapsedTimer since;
        const auto edit = [&] {
            since.start();
            Done taken;
            writer.run([&] { taken = writer.takeLease(ana); }).waitForFinished();
            return bool(taken);
        };

        QVERIFY(edit());
        QTRY_VERIFY(!isHeld());
        QVERIFY(since.elapsed() >= almost);

        QVERIFY(edit());
        QTRY_VERIFY(since.elapsed() > idle.count() / 2);
        QVERIFY(isHeld());
        QVERIFY(edit());
        QTRY_VERIFY(!isHeld());
        QVERIFY(since.elapsed() >= almost);
    }

    void attachingWhileSomebodyElseWritesStoresNothing()
    {
        qputenv("PLIMSOLL_WRITE_LEASE", "always");
        const auto clean = qScopeGuard([] { qunsetenv("PLIMSOLL_WRITE_LEASE"); });
        WorkspaceFixture fixture;
        fixture.reopen();
        WriteLease lease(fixture.folder());
        QVERIFY(lease.take(jo));
        const auto before = test::filesBelow(fixture->evidenceFolder());
        const auto file = test::writeFile(fixture.path(u"plan.txt"_s), "plan");

        const auto refused = attach(fixture.workspace(), {{file, {}, {}}});

        QVERIFY(!refused);
        QVERIFY2(refused.error().message.startsWith(u"jo on pc-8 writes"_s),
                 qPrintable(refused.error().message));
        QCOMPARE(test::filesBelow(fixture->evidenceFolder()), before);
        lease.giveBack();
        QVERIFY(attach(fixture.workspace(), {{file, {}, {}}}));
    }

    void aLocalFolderAsksForNoLease()
    {
        WorkspaceFixture fixture;
        (void)fixture.aSystem(u"Fraud scoring"_s);

        QVERIFY(!QFile::exists(fixture.folder() + u"/writer.lease"_s));
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestWriteLease)
#include "tst_writelease.moc"
