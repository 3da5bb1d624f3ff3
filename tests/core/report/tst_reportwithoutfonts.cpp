#include "core/report/auditreportwriter.h"
#include "tests/support/samplereport.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace plimsoll;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;

/// In a program that was started without fonts (a QCoreApplication).
class ReportWithoutFontsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aProgramWithoutFontsIsRefusedInWords()
    {
        const QTemporaryDir folder;

        const auto facts = writeAuditReport(nordbankReport({.provisions = 1}),
                                            folder.filePath(u"report.pdf"_s), SystemClock());

        QVERIFY(!facts);
        QCOMPARE(facts.error().code, ErrorCode::Invalid);
        QVERIFY(!facts.error().message.isEmpty());
        QVERIFY(QDir(folder.path()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(ReportWithoutFontsTest)
#include "tst_reportwithoutfonts.moc"
