#include "app/commands/place.h"

#include "app/commands/output.h"
#include "core/base/clock.h"
#include "tests/support/asnobody.h"
#include "tests/support/files.h"
#include "tests/support/olderprogram.h"

#include <QBuffer>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace plimsoll;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;

/// What is said of a place that a command is to read.
class PlaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatMayNotBeReadIsNotSaidToBeMissing()
    {
        const QTemporaryDir dir;
        const QString folder = dir.filePath(u"Nordbank.plimsoll"_s);
        QVERIFY(QDir().mkpath(folder));
        const QString package = writeFile(dir.filePath(u"package.zip"_s), "PK");
        for (const QString &place : {folder, package}) {
            allow(place, 0);
            QBuffer nowhere;
            Output output(nowhere, nowhere, Output::Form::Json, Output::Terminal::No, Output::Details::No);
            const SystemClock clock;

            const auto refused = [&] {
                const AsNobody nobody;
                return openRecord(place.toStdString(), {output, clock, {}});
            }();
            allow(place, 0755);

            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::Denied);
            QVERIFY2(refused.error().message.contains(place), qPrintable(refused.error().message));
        }
    }

    void whoIsMeantByANameOfTwoIsAskedForByTheOwnIdOfTheSystem()
    {
        WorkspaceFixture fixture;
        const AiSystem system = fixture.aSystem(u"Fraud scoring"_s);
        Platform platform;
        platform.id = Id<Platform>::generate(fixture.clock());
        platform.name = system.name;
        commitAsAnOlderProgram(fixture, ChangeSet(u"Add"_s).create(platform));
        QBuffer nowhere;
        Output output(nowhere, nowhere, Output::Form::Json, Output::Terminal::No, Output::Details::No);

        const auto refused = openToAnswer(fixture.folder().toStdString(), system.name.toStdString(),
                                          {output, fixture.clock(), u"Ana Ruiz"_s});

        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(u"Name the system by its own id "_s + system.number),
                 qPrintable(refused.error().message));
        QVERIFY(!system.number.isEmpty());
    }
};

QTEST_GUILESS_MAIN(PlaceTest)
#include "tst_place.moc"
