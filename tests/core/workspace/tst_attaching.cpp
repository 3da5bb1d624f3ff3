#include "core/evidence/arrivals.h"
#include "core/evidence/evidencestore.h"
#include "core/workspace/attaching.h"
#include "tests/support/behindtheprogram.h"
#include "tests/support/files.h"
#include "tests/support/workspacefixture.h"

#include <QTest>

using namespace plimsoll;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;

namespace {

/// Of whoever acts nobody knows, so the record refuses every change.
Result<Attached> attachedByNobody(const WorkspaceFixture &fixture, const QList<Attachment> &attachments)
{
    const auto ana = fixture->actor();
    fixture->actAs(Id<Person>::generate(fixture.clock()));
    auto attached = attach(fixture.workspace(), attachments);
    fixture->actAs(ana);
    return attached;
}

QStringList stored(const WorkspaceFixture &fixture)
{
    return filesBelow(fixture->evidenceFolder());
}

Attachment aLink(int number)
{
    Attachment link;
    link.evidence.url = u"https://example.com/%1"_s.arg(number);
    return link;
}

}

class AttachingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatARefusedAttachingStoredIsTakenOutAgain()
    {
        const WorkspaceFixture fixture;
        const auto kept = writeFile(fixture.path(u"kept.txt"_s), "kept");
        QVERIFY(attach(fixture.workspace(), {{kept, {}, {}}}));
        const auto before = stored(fixture);
        const auto file = writeFile(fixture.path(u"plan.txt"_s), "plan");

        const auto refused = attachedByNobody(fixture, {{file, {}, {}}, {kept, {}, {}}});

        QVERIFY(!refused);
        QCOMPARE(stored(fixture), before);
        QVERIFY(attach(fixture.workspace(), {{file, {}, {}}}));
    }

    void aFileThatARemovedPieceNamesStaysWhereTheRecordRefuses()
    {
        WorkspaceFixture fixture;
        const auto file = writeFile(fixture.path(u"plan.txt"_s), "plan");
        const auto plan = attach(fixture.workspace(), {{file, {}, {}}})->evidence.first();
        Evidence removed = plan;
        removed.removedAt = fixture.clock().now();
        fixture.commit(ChangeSet(u"Remove"_s).change(plan, removed));
        const auto path = EvidenceStore(fixture->evidenceFolder()).pathOf(*plan.digest);
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner) && QFile::remove(path));

        const auto refused = attachedByNobody(fixture, {{file, {}, {}}});

        QVERIFY(!refused);
        QCOMPARE(readFile(path), QByteArray("plan"));
    }

    void whileSomebodyElseAttachesNothingIsTakenOut()
    {
        const WorkspaceFixture fixture;
        const auto file = writeFile(fixture.path(u"plan.txt"_s), "plan");
        const EvidenceStore store(fixture->evidenceFolder());
        const auto other = store.beAtWork();
        QVERIFY(other);

        const auto refused = attachedByNobody(fixture, {{file, {}, {}}});

        QVERIFY(!refused);
        QCOMPARE(readFile(store.pathOf(Digest::of("plan"))), QByteArray("plan"));
    }

    void whenALaterPartIsRefusedItIsSaidHowManyAreAttached()
    {
        const WorkspaceFixture fixture;
        QList<Attachment> links;
        for (int number = 0; number < 1100; ++number)
            links.append(aLink(number));
        int sent = 0;
        QObject::connect(&fixture.workspace(), &Workspace::commitSent, [&] {
            if (++sent == 2) // whoever acts is not in the record any more
                behindTheProgram(fixture, {u"DELETE FROM person"_s});
        });

        const auto refused = attach(fixture.workspace(), links);

        QVERIFY(!refused);
        QCOMPARE(fixture.all<Evidence>().size(), 1000);
        const QString &words = refused.error().message;
        QVERIFY2(words.startsWith(u"1000 of 1100 pieces of evidence are attached; do the same again"_s),
                 qPrintable(words));
        QVERIFY2(!words.contains(u"othing was changed"_s), qPrintable(words));
    }
};

QTEST_GUILESS_MAIN(AttachingTest)
#include "tst_attaching.moc"
