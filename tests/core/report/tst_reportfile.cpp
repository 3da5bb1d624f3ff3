#include "core/report/auditreportwriter.h"
#include "tests/support/filelimit.h"
#include "tests/support/files.h"
#include "tests/support/samplereport.h"

#include <QTemporaryDir>
#include <QTest>

using namespace plimsoll;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;

class ReportFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatTheDiskDoesNotTakeIsNamedWithTheReasonAndLeavesNothing()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"report.pdf"_s);
        const SystemClock clock;

        const auto refused = [&] {
            const FileLimit limit(rlim_t(20'000));
            return writeAuditReport(nordbankReport({.systems = 2}), path, clock);
        }();

        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(path), qPrintable(refused.error().message));
        QVERIFY2(refused.error().message.contains(u"limit on the size of files"_s),
                 qPrintable(refused.error().message));
        QCOMPARE(filesBelow(folder.path()), QStringList());
        QVERIFY(writeAuditReport(nordbankReport({.systems = 2}), path, clock));
    }
};

QTEST_MAIN(ReportFileTest)
#include "tst_reportfile.moc"
