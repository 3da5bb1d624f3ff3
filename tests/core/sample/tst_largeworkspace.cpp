#include "core/assessment/response.h"
#include "core/journal/verification.h"
#include "core/sample/largeworkspace.h"
#include "core/storage/repository.h"
#include "core/workspace/recordschema.h"
#include "core/workspace/workspace.h"

#include <QDir>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plimsoll;

class LargeWorkspaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asManySystemsAsWantedAreRegisteredAndHalfAnswered()
    {
        QTemporaryDir dir;
        const auto folder = dir.filePath(u"Large.plimsoll"_s);
        const auto made = makeLargeWorkspace(folder, {.systems = 40, .answered = 0.5}, m_clock);
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
        const auto workspace = Workspace::open(folder, Workspace::Access::ReadOnly, m_clock);
        QVERIFY(workspace);
        const auto reader = (*workspace)->reader();
        QVERIFY(reader);

        const auto systems = Repository<AiSystem>(**reader).all().value();
        const auto responses = Repository<Response>(**reader).all().value();
        QSet<QString> numbers;
        for (const auto &system : systems)
            numbers << system.number;
        const auto parties = Repository<Party>(**reader).all().value();
        const auto rows = verifyRows(**reader, recordSchema(), unwatched());

        QCOMPARE(numbers.size(), 40);
        QVERIFY2(responses.size() > 40 * 25 && responses.size() < 40 * 41,
                 qPrintable(QString::number(responses.size())));
        QVERIFY(parties.size() <= 3);
        QVERIFY(rows && rows->holds);
    }

    void anImpossibleWishIsRefusedAndLeavesNothing()
    {
        QTemporaryDir dir;
        const auto folder = dir.filePath(u"None.plimsoll"_s);

        QVERIFY(!makeLargeWorkspace(folder, {.systems = 0, .answered = 0.5}, m_clock));
        QVERIFY(!makeLargeWorkspace(folder, {.systems = 5, .answered = 1.5}, m_clock));

        QVERIFY(!QDir(folder).exists());
    }

    void nothingRemainsWhenItIsCancelled()
    {
        QTemporaryDir dir;
        const auto folder = dir.filePath(u"Cancelled.plimsoll"_s);

        const auto made = makeLargeWorkspace(folder, {.systems = 100, .answered = 1}, m_clock,
                                             [](qint64 done, qint64, const QString &) { return done < 60; });

        QVERIFY(!made);
        QCOMPARE(made.error().code, ErrorCode::Cancelled);
        QVERIFY(!QDir(folder).exists());
    }

private:
    SystemClock m_clock;
};

QTEST_GUILESS_MAIN(LargeWorkspaceTest)
#include "tst_largeworkspace.moc"
