#include "core/inventory/systemnames.h"

#include "core/workspace/registration.h"
#include "tests/support/workspacefixture.h"

#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

namespace {

AiSystem aSystem(const WorkspaceFixture &fixture, const QString &number, const QString &name,
                 const QString &version = {})
{
    AiSystem system;
    system.id = Id<AiSystem>::generate(fixture.clock());
    system.number = number;
    system.name = name;
    system.version = version;
    return system;
}

ChangeSet registering(const QList<AiSystem> &systems)
{
    ChangeSet changes(u"Register"_s);
    for (const AiSystem &system : systems)
        changes.create(system);
    return changes;
}

QString refusal(const WorkspaceFixture &fixture, const ChangeSet &changes)
{
    const auto committed = fixture->commitAndWait(changes);
    return committed ? QString() : committed.error().message;
}

AiSystem removed(AiSystem system, const WorkspaceFixture &fixture)
{
    system.removedAt = fixture.clock().now();
    return system;
}

}

class SystemNamesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSystemIsCalledSoThatPeopleCanTellItFromOthers_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("version");
        QTest::addColumn<QString>("named"); // by the refusal; empty where there is none

        QTest::newRow("another name") << u"AI-007"_s << u"Chatbot"_s << QString() << QString();
        QTest::newRow("the name of another") << u"AI-007"_s << u"Scoring"_s << QString() << u"AI-001"_s;
        QTest::newRow("in another case") << u"AI-007"_s << u" sCORING "_s << u"2"_s << u"AI-001"_s;
        QTest::newRow("beyond ASCII") << u"AI-007"_s << u"ÜBERSETZER"_s << QString() << u"AI-002"_s;
        QTest::newRow("another version") << u"AI-007"_s << u"übersetzer"_s << u"2.0"_s << QString();
        QTest::newRow("no version") << u"AI-007"_s << u"Übersetzer"_s << u" "_s << u"AI-002"_s;
        QTest::newRow("the same version") << u"AI-007"_s << u"Übersetzer"_s << u"1.0"_s << u"AI-002"_s;
        QTest::newRow("the own id of another") << u"AI-007"_s << u"ai-001"_s << QString() << u"Scoring"_s;
        QTest::newRow("its own id") << u"AI-007"_s << u"AI-007"_s << QString() << QString();
        QTest::newRow("the name of one that is gone") << u"AI-007"_s << u"Gone"_s << QString() << QString();
        QTest::newRow("the own id of one that is gone")
            << u"AI-007"_s << u"AI-003"_s << QString() << u"Gone"_s;
        QTest::newRow("an own id that is a name")
            << u"scoring"_s << u"Chatbot"_s << QString() << u"Scoring"_s;
        QTest::newRow("an own id of another case")
            << u"ai-001"_s << u"Chatbot"_s << QString() << u"Scoring"_s;
    }

    void aSystemIsCalledSoThatPeopleCanTellItFromOthers()
    {
        QFETCH(const QString, number);
        QFETCH(const QString, name);
        QFETCH(const QString, version);
        QFETCH(const QString, named);
        WorkspaceFixture fixture;
        fixture.commit(registering({aSystem(fixture, u"AI-001"_s, u"Scoring"_s),
                                    aSystem(fixture, u"AI-002"_s, u"Übersetzer"_s, u"1.0"_s),
                                    removed(aSystem(fixture, u"AI-003"_s, u"Gone"_s), fixture)}));
        const AiSystem registered = aSystem(fixture, number, name, version);
        const AiSystem before = aSystem(fixture, u"AI-008"_s, u"Something else"_s);
        AiSystem renamed = before;
        renamed.number = number;
        renamed.name = name;
        renamed.version = version;

        const QString onRegistering = refusal(fixture, registering({registered}));
        if (named.isEmpty())
            fixture.commit(ChangeSet(u"Forget"_s).remove(registered));
        fixture.commit(registering({before}));
        const QString onRenaming = refusal(fixture, ChangeSet(u"Rename"_s).change(before, renamed));

        QCOMPARE(onRegistering.isEmpty(), named.isEmpty());
        QVERIFY2(onRegistering.contains(named), qPrintable(onRegistering));
        QCOMPARE(onRenaming, onRegistering);
    }

    void systemsOfOneChangeSetAreToldApartToo()
    {
        const WorkspaceFixture fixture;
        const auto one = aSystem(fixture, u"AI-001"_s, u"Scoring"_s);
        const auto other = aSystem(fixture, u"AI-002"_s, u"scoring"_s);

        QVERIFY(!refusal(fixture, registering({one, other})).isEmpty());
    }

    void systemsMaySwapTheirNames()
    {
        WorkspaceFixture fixture;
        const AiSystem one = fixture.aSystem(u"Scoring"_s);
        const AiSystem other = fixture.aSystem(u"Chatbot"_s);
        AiSystem oneAfter = one;
        AiSystem otherAfter = other;
        std::swap(oneAfter.name, otherAfter.name);

        QCOMPARE(refusal(fixture, ChangeSet(u"Swap"_s).change(one, oneAfter).change(other, otherAfter)),
                 QString());
    }

    void whatIsTakenBackIsToldApartToo()
    {
        WorkspaceFixture fixture;
        const AiSystem one = fixture.aSystem(u"Scoring"_s);
        const AiSystem gone = removed(one, fixture);
        fixture.commit(ChangeSet(u"Remove"_s).change(one, gone));
        fixture.aSystem(u"Scoring"_s);

        QVERIFY(!refusal(fixture, ChangeSet(u"Bring back"_s).change(gone, one)).isEmpty());
    }

    void otherFieldsOfSystemsThatWereAlwaysCalledAlikeChange()
    {
        WorkspaceFixture fixture;
        const AiSystem one = fixture.aSystem(u"Scoring"_s);
        const AiSystem other = fixture.aSystem(u"Chatbot"_s);
        const auto database =
            Connection::open(fixture.folder() + u"/workspace.db"_s, Connection::Mode::ReadWrite);
        QVERIFY((*database)->execute(u"UPDATE ai_system SET name = ? WHERE id = ?"_s,
                                     {u"Scoring"_s, other.id.text()}));
        AiSystem described = one;
        described.purpose = u"Scores"_s;

        QCOMPARE(refusal(fixture, ChangeSet(u"Describe"_s).change(one, described)), QString());
    }

    void aLongNameIsToldByItsBeginning()
    {
        WorkspaceFixture fixture;
        const QString name = u"word "_s.repeated(20'000);
        fixture.aSystem(name);

        const QString refused = refusal(fixture, registering({aSystem(fixture, u"AI-007"_s, name)}));

        QVERIFY(refused.startsWith(u"There is a system called word"_s));
        QVERIFY2(refused.size() < 250, qPrintable(QString::number(refused.size())));
    }

    void aNumberIsNotGivenThatIsTheNameOfASystem()
    {
        WorkspaceFixture fixture;
        fixture.commit(registering({aSystem(fixture, u"S-1"_s, u"ai-002"_s)}));

        QCOMPARE(*nextSystemNumber(**fixture->reader()), u"AI-003"_s);
    }
};

QTEST_GUILESS_MAIN(SystemNamesTest)
#include "tst_systemnames.moc"
