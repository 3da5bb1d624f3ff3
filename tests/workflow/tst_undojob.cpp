// What takes long to undo: how far it is, and how it is stopped.
#include "tests/support/sessionfixture.h"
#include "ui/jobs/jobs.h"

#include <QAction>
#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

namespace {

constexpr int parts = 100;

/// As many change sets of one group, each of which enters a party.
void enterAGroup(SessionFixture &open)
{
    for (int part = 1; part <= parts; ++part) {
        ChangeSet changes(u"Import parties"_s);
        changes.group = u"a-group"_s;
        changes.create(
            Party{Id<Party>::generate(open.clock), u"Party %1"_s.arg(part), PartyKind::Supplier, {}, {}});
        if (!open.workspace().commitAndWait(changes))
            qFatal("The test could not enter its parties.");
    }
    open.settle();
}

void undo(SessionFixture &open)
{
    for (QAction *action : open.window().findChildren<QAction *>()) {
        if (action->shortcut() == QKeySequence(QKeySequence::Undo))
            return action->trigger();
    }
    qFatal("The window has nothing to undo with.");
}

}

class TestUndoJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void undoingAGroupIsAJobThatCanBeCancelledAndGoneOnWith()
    {
        SessionFixture open;
        const auto before = open.all<Party>().size();
        enterAGroup(open);
        Jobs &jobs = open.shown.jobs();
        int cancelled = 0;
        const auto cancelling = connect(&jobs, &Jobs::changed, this, [&] {
            for (Job *job : jobs.running()) {
                if (job->label() != u"Undo: Import parties"_s)
                    continue;
                ++cancelled;
                job->cancel();
            }
        });

        undo(open);
        QTRY_VERIFY(open.shown.said().contains(u"was stopped"_s));
        open.settle();

        QVERIFY(disconnect(cancelling));
        QVERIFY(cancelled > 0);
        const auto left = open.all<Party>().size();
        QVERIFY(left > before && left <= before + parts);
        QVERIFY(open.workspace().undoLabel() == u"Import parties"_s);
        undo(open);
        QTRY_COMPARE(open.all<Party>().size(), before);
    }

    void undoingASingleChangeIsNoJob()
    {
        SessionFixture open;
        const auto before = open.all<Party>().size();
        ChangeSet entering(u"Enter a party"_s);
        entering.create(Party{Id<Party>::generate(open.clock), u"A party"_s, PartyKind::Supplier, {}, {}});
        open.commit(entering);
        QStringList labels;
        connect(&open.shown.jobs(), &Jobs::changed, this, [&] {
            for (const Job *job : open.shown.jobs().running())
                labels.append(job->label());
        });

        undo(open);
        QTRY_COMPARE(open.all<Party>().size(), before);
        open.settle();

        QVERIFY2(labels.filter(u"Undo"_s).isEmpty(), qPrintable(labels.join(u'\n')));
    }
};

QTEST_MAIN(TestUndoJob)
#include "tst_undojob.moc"
