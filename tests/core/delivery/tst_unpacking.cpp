// The evidence files of a package that is read in place of a workspace.
#include "core/delivery/exportpackage.h"
#include "core/delivery/openedpackage.h"
#include "core/evidence/evidencestore.h"
#include "core/evidence/filechecks.h"
#include "core/storage/repository.h"
#include "tests/support/twosystems.h"

#include <QFileInfo>
#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class UnpackingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theEvidenceIsAsItWasStoredCountsAsCheckedAndGoesWithThePackage()
    {
        const TwoSystems bank;
        const auto opened = openedOf(bank);
        QVERIFY(opened);

        QVERIFY(opened->unpackEvidence().has_value());

        const QString folder = opened->workspace().folder();
        const EvidenceStore store(opened->workspace().evidenceFolder());
        const FileChecks checks = keptChecks(store);
        const auto reader = opened->workspace().reader();
        const auto evidence = Repository<Evidence>(**reader).all();
        int files = 0;
        for (const Evidence &piece : *evidence) {
            if (!piece.digest)
                continue;
            ++files;
            const auto found = integrityOf(store, Fingerprint{*piece.digest, piece.size});
            QVERIFY(found && *found == Integrity::Unchanged);
            QVERIFY(checks.contains(*piece.digest));
        }
        QVERIFY(files > 2);
        (void)opened->letGo();
        QVERIFY(!QFileInfo::exists(folder));
    }

    void itCanBeStopped()
    {
        const TwoSystems bank;
        const auto opened = openedOf(bank);
        QVERIFY(opened);

        const auto unpacked = opened->unpackEvidence([](qint64, qint64, const QString &) { return false; });

        QVERIFY(!unpacked);
        QCOMPARE(unpacked.error().code, ErrorCode::Cancelled);
    }

private:
    static std::unique_ptr<OpenedPackage> openedOf(const TwoSystems &bank)
    {
        const auto issued =
            exportPackage(bank.fixture.workspace(), {bank.fraud.id}, bank.fixture.path(u"out.zip"_s), {});
        auto opened = issued ? OpenedPackage::open(issued->path, bank.fixture.clock())
                             : Result<std::unique_ptr<OpenedPackage>>(nullptr);
        return opened ? std::move(*opened) : nullptr;
    }
};

QTEST_MAIN(UnpackingTest)
#include "tst_unpacking.moc"
