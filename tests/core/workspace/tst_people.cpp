#include "core/workspace/people.h"

#include "core/inventory/asset.h"
#include "core/responsibility/roleassignment.h"
#include "tests/support/workspacefixture.h"

#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class PeopleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoLeftStaysAndComesBack()
    {
        WorkspaceFixture fixture;
        const Person jo = aPerson(fixture, u"Jo Lee"_s, fixture->profile().organisation);

        fixture.commit(*planLeaving(jo, occasion(fixture)));
        const auto left = find<Person>(fixture, jo.id);
        QCOMPARE(left.leftOn, std::optional(fixture->today()));
        fixture.commit(planReturn(left));

        QCOMPARE(find<Person>(fixture, jo.id), jo);
    }

    void whoActsDoesNotLeave()
    {
        WorkspaceFixture fixture;

        const auto planned = planLeaving(fixture.all<Person>().first(), occasion(fixture));

        QVERIFY(!planned);
        QVERIFY(planned.error().message.contains(u"Ana Ruiz"_s));
    }

    void aPartyNobodyNeedsIsTakenOffTheLists()
    {
        WorkspaceFixture fixture;
        const Party party = aParty(fixture, u"Cloud Ltd"_s);

        fixture.commit(*planned(fixture, party));

        QVERIFY(find<Party>(fixture, party.id).removedAt);
    }

    void aPartyThatIsNeededStaysAndTheRefusalNamesWhy()
    {
        WorkspaceFixture fixture;
        const AiSystem system = fixture.aSystem(u"Fraud scoring"_s);
        const Party holder = aParty(fixture, u"Holder"_s);
        const Party supplier = aParty(fixture, u"Supplier"_s);
        const Party maker = aParty(fixture, u"Maker"_s);
        const Party employer = aParty(fixture, u"Employer"_s);
        AiSystem supplied = system;
        supplied.supplier = supplier.id;
        Asset model;
        model.id = Id<Asset>::generate(fixture.clock());
        model.name = u"base-classifier"_s;
        model.supplier = maker.id;
        fixture.commit(ChangeSet(u"Need them"_s)
                           .create(RoleAssignment{roleAssignmentId(system.id, Role::DataCustodian, holder.id),
                                                  system.id, Role::DataCustodian, holder.id})
                           .change(system, supplied)
                           .create(model));
        aPerson(fixture, u"Jo Lee"_s, employer.id);

        QVERIFY(refusal(fixture, holder).contains(u"Fraud scoring"_s));
        QVERIFY(refusal(fixture, supplier).contains(u"Fraud scoring"_s));
        QVERIFY(refusal(fixture, maker).contains(u"base-classifier"_s));
        QVERIFY(refusal(fixture, employer).contains(u"Jo Lee"_s));
        const auto organisation = find<Party>(fixture, fixture->profile().organisation);
        QVERIFY(refusal(fixture, organisation).contains(u"Nordbank"_s));
    }

    void aPartyIsNotNamedLikeAnother()
    {
        WorkspaceFixture fixture;
        const Party party = aParty(fixture, u"Cloud Ltd"_s);
        Party renamed = party;
        renamed.name = u"nordbank"_s;
        const auto reader = fixture->reader();

        QVERIFY(!planPartyChange(**reader, party, renamed));
        renamed.name = u"Cloud plc"_s;
        QVERIFY(planPartyChange(**reader, party, renamed));
        renamed.name = u" "_s;
        QVERIFY(!planPartyChange(**reader, party, renamed));
    }

    void theOrganisationItselfStaysOurOwn()
    {
        WorkspaceFixture fixture;
        const auto organisation = find<Party>(fixture, fixture->profile().organisation);
        Party other = organisation;
        other.kind = PartyKind::Supplier;
        const auto reader = fixture->reader();

        QVERIFY(!planPartyChange(**reader, organisation, other));
    }

    void aNewPersonCanBeToldFromEverybodyElse_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("isEntered");

        QTest::newRow("somebody else") << u"Jo Lee"_s << QString() << true;
        QTest::newRow("the same name without an address") << u"ana ruiz"_s << QString() << false;
        QTest::newRow("the same name, another address")
            << u"Ana Ruiz"_s << u"ruiz@nordbank.example"_s << true;
        QTest::newRow("the same address") << u"Jo Lee"_s << u"ANA@nordbank.example"_s << false;
        QTest::newRow("no name") << u" "_s << u"jo@nordbank.example"_s << false;
    }

    void aNewPersonCanBeToldFromEverybodyElse()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, address);
        QFETCH(const bool, isEntered);
        WorkspaceFixture fixture;
        Person person;
        person.id = Id<Person>::generate(fixture.clock());
        person.name = name;
        person.address = address;
        person.party = fixture->profile().organisation;

        QCOMPARE(planNewPerson(person, **fixture->reader()).has_value(), isEntered);
    }

    void aPartyIsNamedInAnyCaseAndIsOursWhenNotNamed()
    {
        WorkspaceFixture fixture;
        const Party party = aParty(fixture, u"Cloud Ltd"_s);
        const auto reader = fixture->reader();

        QCOMPARE(partyCalled(u"cloud ltd"_s, **reader)->id, party.id);
        QCOMPARE(partyCalled({}, **reader)->id, fixture->profile().organisation);
        const auto unknown = partyCalled(u"Nobody"_s, **reader);
        QVERIFY(!unknown && unknown.error().message.contains(u"Cloud Ltd"_s));
        fixture.commit(*planned(fixture, party));
        QVERIFY(!partyCalled(u"Cloud Ltd"_s, **reader));
    }

    void aPersonKeepsAName()
    {
        WorkspaceFixture fixture;
        const Person ana = fixture.all<Person>().first();
        Person nameless = ana;
        nameless.name.clear();

        QVERIFY(!planPersonChange(**fixture->reader(), ana, nameless));
    }

    void aChangedPersonCanStillBeToldFromEverybodyElse()
    {
        WorkspaceFixture fixture;
        const Person ana = fixture.all<Person>().first();
        const Person jo = aPerson(fixture, u"Jo Lee"_s, fixture->profile().organisation);
        Person namesake = jo;
        namesake.name = u"a\u200bna RUIZ"_s;
        Person neighbour = namesake;
        neighbour.address = u"jo@nordbank.example"_s;
        Person moved = jo;
        moved.address = ana.address;

        QVERIFY(!planPersonChange(**fixture->reader(), jo, namesake));
        QVERIFY(planPersonChange(**fixture->reader(), jo, neighbour));
        QVERIFY(!planPersonChange(**fixture->reader(), jo, moved));
    }

    void namesakesOfAnOlderRecordGetTheirAddressesOneAfterTheOther()
    {
        WorkspaceFixture fixture;
        const auto ours = fixture->profile().organisation;
        const Person one = aPerson(fixture, u"Jo Lee"_s, ours);
        const Person other = aPerson(fixture, u"Jo Lee"_s, ours);
        Person addressed = one;
        addressed.address = u"jo@nordbank.example"_s;
        Person alike = other;
        alike.address = addressed.address;

        const auto planned = planPersonChange(**fixture->reader(), one, addressed);

        QVERIFY(planned);
        fixture.commit(*planned);
        QVERIFY(!planPersonChange(**fixture->reader(), other, alike));
    }

    void aNewPartyIsNotCalledLikeAnother()
    {
        WorkspaceFixture fixture;
        aParty(fixture, u"Cloud Ltd"_s);
        Party party;
        party.id = Id<Party>::generate(fixture.clock());
        party.name = u"CLOUD\u200b ltd"_s;
        Party nameless = party;
        nameless.name = u" "_s;
        Party other = party;
        other.name = u"Fog Ltd"_s;

        QVERIFY(!planNewParty(**fixture->reader(), party));
        QVERIFY(!planNewParty(**fixture->reader(), nameless));
        QVERIFY(planNewParty(**fixture->reader(), other));
    }

private:
    static Occasion occasion(const WorkspaceFixture &fixture)
    {
        return {fixture->today(), fixture->actor(), fixture.clock()};
    }
    static Person aPerson(WorkspaceFixture &fixture, const QString &name, const Id<Party> &party)
    {
        Person person;
        person.id = Id<Person>::generate(fixture.clock());
        person.name = name;
        person.party = party;
        fixture.commit(ChangeSet(u"Add"_s).create(person));
        return person;
    }
    static Party aParty(WorkspaceFixture &fixture, const QString &name)
    {
        Party party;
        party.id = Id<Party>::generate(fixture.clock());
        party.name = name;
        fixture.commit(ChangeSet(u"Add"_s).create(party));
        return party;
    }
    template <class Entity>
    static Entity find(const WorkspaceFixture &fixture, const Id<Entity> &id)
    {
        return **Repository<Entity>(**fixture->reader()).find(id);
    }
    static Result<ChangeSet> planned(const WorkspaceFixture &fixture, const Party &party)
    {
        return planPartyRemoval(**fixture->reader(), party, occasion(fixture));
    }
    static QString refusal(const WorkspaceFixture &fixture, const Party &party)
    {
        const auto plan = planned(fixture, party);
        return plan ? QString() : plan.error().message;
    }
};

QTEST_GUILESS_MAIN(PeopleTest)
#include "tst_people.moc"
