// Undoing a group of change sets, cancelled on the way.
#include "core/workspace/undohistory.h"
#include "tests/support/workspacefixture.h"

#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

namespace {

constexpr int parts = 4;

/// Enters as many parties, one in each change set of a group.
void enterAGroup(const WorkspaceFixture &fixture)
{
    for (int part = 1; part <= parts; ++part) {
        ChangeSet changes(u"Import parties"_s);
        changes.group = u"a-group"_s;
        changes.create(Party{
            Id<Party>::generate(fixture.clock()), u"Party %1"_s.arg(part), PartyKind::Supplier, {}, {}});
        if (!fixture->commitAndWait(changes))
            qFatal("The test could not enter its parties.");
    }
}

/// Cancels once so many edits are written.
Progress stoppingAfter(qint64 edits)
{
    return [edits](qint64 done, qint64, const QString &) {
        return done < edits;
    };
}

}

class UndoStoppedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasTakenBackStaysSoAndTheRestCanBeUndoneOnceMore()
    {
        WorkspaceFixture fixture;
        const auto before = fixture.all<Party>().size();
        enterAGroup(fixture);

        const auto stopped = fixture->undo(stoppingAfter(3)).result();

        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
        QVERIFY2(stopped.error().message.contains(u"3 of its 4 changes were taken back"_s),
                 qPrintable(stopped.error().message));
        QCOMPARE(fixture.all<Party>().size(), before + 1);
        QTRY_COMPARE(fixture->undoLabel(), u"Import parties"_s);
        QVERIFY(fixture->undo().result());
        QCOMPARE(fixture.all<Party>().size(), before);
        QVERIFY(fixture->redo().result());
        QCOMPARE(fixture.all<Party>().size(), before + parts);
    }

    void nothingIsWrittenWhenItIsStoppedBeforeTheFirst()
    {
        WorkspaceFixture fixture;
        enterAGroup(fixture);
        const auto entered = fixture.all<Party>();

        const auto stopped = fixture->undo(stoppingAfter(0)).result();

        QVERIFY(!stopped);
        QCOMPARE(fixture.all<Party>(), entered);
        QTRY_COMPARE(fixture->undoLabel(), u"Import parties"_s);
        QVERIFY(fixture->redoLabel().isEmpty());
    }

    void redoingIsStoppedInTheSameWay()
    {
        WorkspaceFixture fixture;
        const auto before = fixture.all<Party>().size();
        enterAGroup(fixture);
        QVERIFY(fixture->undo().result());

        const auto stopped = fixture->redo(stoppingAfter(1)).result();

        QVERIFY(!stopped);
        QCOMPARE(fixture.all<Party>().size(), before + 1);
        QVERIFY(fixture->redo().result());
        QCOMPARE(fixture.all<Party>().size(), before + parts);
    }

    void howFarItIsIsToldOfAGroupAndNotOfASingleChange()
    {
        WorkspaceFixture fixture;
        QList<qint64> told;
        const Progress telling = [&told](qint64 done, qint64 total, const QString &) {
            told.append(total == parts ? done : -1);
            return true;
        };
        enterAGroup(fixture);
        QVERIFY(fixture->undo(telling).result());
        const auto ofTheGroup = std::exchange(told, {});
        fixture.aSystem(u"Fraud scoring"_s);

        QVERIFY(fixture->undo(telling).result());

        QCOMPARE(ofTheGroup, (QList<qint64>{0, 1, 2, 3}));
        QCOMPARE(told, QList<qint64>());
    }
};

QTEST_GUILESS_MAIN(UndoStoppedTest)
#include "tst_undostopped.moc"
