// What every Repository promises, on the real database.
#include "core/assessment/assessment.h"
#include "core/evidence/evidence.h"
#include "core/evidence/evidenceuse.h"
#include "core/inventory/aisystem.h"
#include "tests/support/behindtheprogram.h"
#include "tests/support/workspacefixture.h"

#include <QTest>

#include <algorithm>

using namespace plimsoll;
using namespace Qt::StringLiterals;

namespace {

AiSystem systemCalled(const WorkspaceFixture &fixture, const QString &number, const QString &name)
{
    AiSystem system;
    system.id = Id<AiSystem>::generate(fixture.clock());
    system.number = number;
    system.name = name;
    return system;
}

QStringList namesOf(const Result<QList<AiSystem>> &systems)
{
    QStringList names;
    for (const AiSystem &system : *systems)
        names.append(system.name);
    return names;
}

}

class RepositoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsCommittedIsReadBackEqual_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QDate>("day");

        QTest::newRow("nothing") << QString() << QDate();
        QTest::newRow("lines and quotes") << u"'one'\n\"two\"\t;--"_s << QDate(2026, 2, 28);
        QTest::newRow("written from the right") << u"\u202e\u0646\u0638\u0627\u0645"_s << QDate(2000, 1, 1);
        QTest::newRow("beyond the first plane") << u"\U0001f6a2"_s << QDate(2099, 12, 31);
        QTest::newRow("100,000 characters") << QString(100'000, u'\u00e4') << QDate(2024, 2, 29);
    }

    void whatIsCommittedIsReadBackEqual()
    {
        QFETCH(const QString, text);
        QFETCH(const QDate, day);
        WorkspaceFixture fixture;
        AiSystem system = systemCalled(fixture, u"S-1"_s, u"Scoring"_s);
        system.purpose = text;
        system.generative = true;
        system.phase = LifecyclePhase::EndOfLife;
        system.plannedRelease = day.isValid() ? std::optional(day) : std::nullopt;
        system.businessOwner = fixture->actor();
        system.removedAt = fixture.clock().now();

        fixture.commit(ChangeSet(u"Add"_s).create(system));

        const auto reader = fixture->reader();
        const auto found = Repository<AiSystem>(**reader).find(system.id);
        QVERIFY(found && *found);
        QCOMPARE(**found == system, true);
    }

    void whatIsNotThereIsNothing()
    {
        const WorkspaceFixture fixture;
        const auto reader = fixture->reader();
        const Repository<AiSystem> systems(**reader);

        const auto found = systems.find(Id<AiSystem>::generate(fixture.clock()));

        QVERIFY(found && !*found);
        QVERIFY(systems.all()->isEmpty());
    }

    void exactlyThoseAreFoundWhoseFieldEquals()
    {
        WorkspaceFixture fixture;
        AiSystem owned = systemCalled(fixture, u"S-1"_s, u"Owned"_s);
        owned.businessOwner = fixture->actor();
        const AiSystem free = systemCalled(fixture, u"S-2"_s, u"Free"_s);
        fixture.commit(ChangeSet(u"Add"_s).create(owned).create(free));
        const auto reader = fixture->reader();
        const Repository<AiSystem> systems(**reader);

        QCOMPARE(namesOf(systems.where(&AiSystem::businessOwner, std::optional(fixture->actor()))),
                 QStringList{u"Owned"_s});
        QCOMPARE(namesOf(systems.where(&AiSystem::businessOwner, std::optional<Id<Person>>())),
                 QStringList{u"Free"_s});
        QCOMPARE(namesOf(systems.where(&AiSystem::name, u"free"_s)), QStringList());
        QCOMPARE(namesOf(systems.where(&AiSystem::name, u"x' OR '1' = '1"_s)), QStringList());
    }

    void rowsComeByTheirIdsOrAsAskedAndNoMoreThanAsked()
    {
        WorkspaceFixture fixture;
        ChangeSet changes(u"Add"_s);
        QStringList byId;
        for (const char16_t name : {u'c', u'a', u'b'}) {
            const AiSystem system = systemCalled(fixture, u"S-"_s + QChar(name), QString(QChar(name)));
            byId.append(system.id.text() + QChar(name));
            changes.create(system);
        }
        fixture.commit(changes);
        std::ranges::sort(byId);
        const auto reader = fixture->reader();
        const Repository<AiSystem> systems(**reader);

        const auto all = systems.all();
        QVERIFY(all);
        QStringList read;
        for (const AiSystem &system : *all)
            read.append(system.id.text() + system.name);

        QCOMPARE(read, byId);
        QCOMPARE(namesOf(systems.select({}, {"number"_L1})), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
        QCOMPARE(namesOf(systems.select({}, {"number"_L1}, 2)), (QStringList{u"a"_s, u"b"_s}));
    }

    void whatLinksReferToIsFoundOnce()
    {
        TwoSystems bank;
        const auto reader = bank.reader();
        const auto uses = bank.fixture.all<EvidenceUse>();
        QVERIFY(!uses.isEmpty());
        const Id<Assessment> assessment = uses.first().assessment;
        EvidenceUse again = uses.first();
        again.item = u"5.4.2-3"_s;
        again.id =
            Id<EvidenceUse>::ofPair("evidence_use"_L1, again.evidence, {again.assessment.text(), again.item});
        bank.fixture.commit(ChangeSet(u"Use again"_s).create(again));

        const auto used = Repository<Evidence>(*reader).referredTo(&EvidenceUse::evidence,
                                                                   &EvidenceUse::assessment, assessment);

        QVERIFY(used);
        QCOMPARE(std::ranges::count(*used, again.evidence, &Evidence::id), 1);
        for (const Evidence &piece : *used)
            QVERIFY(std::ranges::any_of(uses, [&](const EvidenceUse &use) {
                return use.evidence == piece.id && use.assessment == assessment;
            }));
    }

    void aValueThatTheFieldCannotHoldIsSaidToBeDamageAndNamed()
    {
        const TwoSystems bank;
        behindTheProgram(
            bank, {u"UPDATE ai_system SET phase = 'adrift' WHERE id = '%1'"_s.arg(bank.fraud.id.text())});
        const auto reader = bank.reader();

        const auto found = Repository<AiSystem>(*reader).find(bank.fraud.id);
        const auto all = Repository<AiSystem>(*reader).all();

        QVERIFY(!found && !all);
        QCOMPARE(found.error().code, ErrorCode::Damaged);
        QVERIFY2(found.error().message.contains(u"“adrift”"_s), qPrintable(found.error().message));
        QVERIFY(found.error().message.contains(bank.fraud.id.text()));
    }
};

QTEST_GUILESS_MAIN(RepositoryTest)
#include "tst_repository.moc"
