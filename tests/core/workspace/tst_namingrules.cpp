#include "core/assessment/platform.h"
#include "core/catalogue/shippedcatalogue.h"
#include "core/exchange/registerimport.h"
#include "core/responsibility/party.h"
#include "core/responsibility/person.h"
#include "core/workspace/people.h"
#include "core/workspace/registration.h"
#include "tests/support/olderprogram.h"

#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

namespace {

template <class Entity>
Entity called(const WorkspaceFixture &fixture, const QString &name)
{
    Entity entity;
    entity.id = Id<Entity>::generate(fixture.clock());
    entity.name = name;
    if constexpr (std::is_same_v<Entity, Person>)
        entity.party = fixture->profile().organisation;
    if constexpr (std::is_same_v<Entity, AiSystem>)
        entity.number = entity.id.text();
    return entity;
}

QString refusal(const WorkspaceFixture &fixture, const ChangeSet &changes)
{
    const auto committed = fixture->commitAndWait(changes);
    return committed ? QString() : committed.error().message;
}

template <class Entity>
QString refusalOf(const WorkspaceFixture &fixture, const QString &name)
{
    return refusal(fixture, ChangeSet(u"Add"_s).create(called<Entity>(fixture, name)));
}

RegisterPreview previewed(const WorkspaceFixture &fixture, const QString &table)
{
    const auto reader = fixture->reader();
    return *previewRegister(**reader, **shippedCatalogue(), table, {},
                            {fixture->today(), fixture->actor(), fixture.clock()});
}

}

class NamingRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSystemIsNotCalledLikeAPlatform()
    {
        WorkspaceFixture fixture;
        fixture.commit(ChangeSet(u"Add"_s).create(called<Platform>(fixture, u"Cloud"_s)));

        const QString refused = refusalOf<AiSystem>(fixture, u"clo\u200bud"_s);
        const auto imported = previewed(fixture, u"ID,Name\n,Cloud\nCLOUD,Scoring\n,Search\n"_s);

        QVERIFY2(refused.startsWith(u"There is a platform called "_s), qPrintable(refused));
        QCOMPARE(imported.rows[0].fate, PlannedRow::Fate::Skip);
        QCOMPARE(imported.rows[0].reason, u"There is a platform called Cloud. Choose another name or id."_s);
        QCOMPARE(imported.rows[1].fate, PlannedRow::Fate::Skip);
        QCOMPARE(imported.rows[2].fate, PlannedRow::Fate::Create);
        QVERIFY(importRegister(fixture.workspace(), imported));
    }

    void ofALongNameTheRefusalSaysTheBeginning()
    {
        WorkspaceFixture fixture;
        const QString name(10'000, u'x');
        fixture.commit(ChangeSet(u"Add"_s).create(called<AiSystem>(fixture, name)));

        const QString refused = refusalOf<Platform>(fixture, name);

        QVERIFY(refused.startsWith(u"There is a system called xxx"_s));
        QVERIFY(refused.size() < 400);
    }

    void aNumberIsNotGivenThatIsTheNameOfAPlatform()
    {
        WorkspaceFixture fixture;
        fixture.commit(ChangeSet(u"Add"_s).create(called<Platform>(fixture, u"AI-001"_s)));
        Registration registration;
        registration.system.name = u"Search"_s;

        const auto registered = registerSystem(fixture.workspace(), **shippedCatalogue(), registration);

        QVERIFY(registered);
        QCOMPARE(registered->system.number, u"AI-002"_s);
    }

    void whatAnOlderProgramCalledAlikeIsStillDescribed()
    {
        const WorkspaceFixture fixture;
        const auto system = called<AiSystem>(fixture, u"Cloud"_s);
        const auto platform = called<Platform>(fixture, u"Cloud"_s);
        commitAsAnOlderProgram(fixture, ChangeSet(u"Add"_s).create(system).create(platform));
        AiSystem versioned = system;
        versioned.version = u"2"_s;
        Platform described = platform;
        described.description = u"Shared"_s;
        Platform renamed = described;
        renamed.name = u"Hosting"_s;

        QCOMPARE(refusal(fixture, ChangeSet(u"Version"_s).change(system, versioned)), QString());
        QCOMPARE(refusal(fixture, ChangeSet(u"Describe"_s).change(platform, described)), QString());
        QCOMPARE(refusal(fixture, ChangeSet(u"Rename"_s).change(described, renamed)), QString());
    }

    void aNameIsSeen_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isSeen");

        QTest::newRow("a zero-width space") << u"\u200b"_s << false;
        QTest::newRow("blanks and a byte order mark") << u" \ufeff\u00a0"_s << false;
        QTest::newRow("a letter between them") << u"\u200bA\u200b"_s << true;
    }

    void aNameIsSeen()
    {
        QFETCH(const QString, name);
        QFETCH(const bool, isSeen);
        const WorkspaceFixture fixture;

        QCOMPARE(refusalOf<Person>(fixture, name).isEmpty(), isSeen);
        QCOMPARE(refusalOf<Party>(fixture, name).isEmpty(), isSeen);
        QCOMPARE(refusalOf<Platform>(fixture, name + u"\u2060"_s).isEmpty(), isSeen);
        QCOMPARE(refusalOf<AiSystem>(fixture, isSeen ? name + u"B"_s : name).isEmpty(), isSeen);
    }

    void whoIsHeardAlikeIsTheSame()
    {
        WorkspaceFixture fixture;
        fixture.commit(ChangeSet(u"Add"_s)
                           .create(called<Person>(fixture, u"Ann"_s))
                           .create(called<Party>(fixture, u"Acme"_s)));
        const auto reader = fixture->reader();
        Registration registration;
        registration.system.name = u"Search"_s;
        registration.holders = {{Role::Developer, u"A\u200bcme"_s}};

        const auto registered = registerSystem(fixture.workspace(), **shippedCatalogue(), registration);
        const auto imported = previewed(fixture, u"Name,Business Owner\nScoring,A\u200bnn\n"_s);

        QVERIFY(!planNewPerson(called<Person>(fixture, u"A\u200bnn"_s), **reader));
        QCOMPARE(partyCalled(u"ac\u200bme"_s, **reader)->name, u"Acme"_s);
        QVERIFY(registered && registered->newParties.isEmpty());
        for (const ChangeSet &changes : imported.changeSets)
            QVERIFY(!changes.touches<Person>());
    }
};

QTEST_GUILESS_MAIN(NamingRulesTest)
#include "tst_namingrules.moc"
