#include "core/inventory/systemnames.h"

#include "core/workspace/namingrules.h"
#include "core/workspace/registration.h"
#include "tests/support/olderprogram.h"

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

AiSystem versioned(AiSystem system, const QString &version)
{
    system.version = version;
    return system;
}

AiSystem removed(AiSystem system, const WorkspaceFixture &fixture)
{
    system.removedAt = fixture.clock().now();
    return system;
}

/// Two systems of one name, as a record of an older program may hold them.
struct Namesakes
{
    explicit Namesakes(const WorkspaceFixture &fixture)
        : one(aSystem(fixture, u"AI-001"_s, u"Scoring"_s))
        , other(aSystem(fixture, u"AI-002"_s, u"scoring"_s))
    {
        commitAsAnOlderProgram(fixture, registering({one, other}));
    }

    AiSystem one;
    AiSystem other;
};

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
        QTest::newRow("with what nobody sees")
            << u"AI-007"_s << u"Sco\u200bring"_s << QString() << u"AI-001"_s;
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

    void whatIsReadAlikeIsHeardAlike_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<bool>("areAlike");

        QTest::newRow("case") << u"Scoring"_s << u"sCORING"_s << true;
        QTest::newRow("case beyond ASCII") << u"Straße Übersetzer"_s << u"STRAẞE ÜBERSETZER"_s << true;
        QTest::newRow("composed accents") << u"\u00dcbersetzer"_s << u"U\u0308bersetzer"_s << true;
        QTest::newRow("an accent of small letters alone") << u"\u01f0"_s << u"J\u030c"_s << true;
        QTest::newRow("spaces") << u"Fraud scoring"_s << u" Fraud \t scoring\n"_s << true;
        QTest::newRow("no-break space") << u"Fraud scoring"_s << u"Fraud\u00a0scoring"_s << true;
        QTest::newRow("zero width") << u"Scoring"_s << u"Sco\u200bring\ufeff"_s << true;
        QTest::newRow("between spaces") << u"Fraud scoring"_s << u"Fraud \u200b scoring"_s << true;
        QTest::newRow("before an accent") << u"\u00e9"_s << u"e\u200d\u0301"_s << true;
        QTest::newRow("bidirectional") << u"Scoring"_s << u"\u202eScoring\u202c"_s << true;
        QTest::newRow("control") << u"Scoring"_s << u"Scor\aing"_s << true;
        QTest::newRow("tags beyond the basic plane") << u"Scoring"_s << u"Scoring\U000e0041"_s << true;
        QTest::newRow("Hangul filler") << u"Scoring"_s << u"Scoring\u3164\uffa0"_s << true;
        QTest::newRow("Braille without dots") << u"Scoring"_s << u"\u2800Scoring"_s << true;
        QTest::newRow("another word") << u"Scoring"_s << u"Storing"_s << false;
        QTest::newRow("no space") << u"Fraud scoring"_s << u"Fraudscoring"_s << false;
        QTest::newRow("another accent") << u"Scoring"_s << u"Sc\u00f6ring"_s << false;
    }

    void whatIsReadAlikeIsHeardAlike()
    {
        QFETCH(const QString, one);
        QFETCH(const QString, other);
        QFETCH(const bool, areAlike);

        QCOMPARE(heard(one) == heard(other), areAlike);
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

    void namesakesOfOldAreMendedOneAfterTheOther()
    {
        const WorkspaceFixture fixture;
        const Namesakes pair(fixture);
        const AiSystem one = versioned(pair.one, u"1.0"_s);
        const AiSystem other = versioned(pair.other, u"2.0"_s);

        QCOMPARE(refusal(fixture, ChangeSet(u"Version"_s).change(pair.one, one)), QString());
        QCOMPARE(refusal(fixture, ChangeSet(u"Version"_s).change(pair.other, other)), QString());
        QVERIFY(!refusal(fixture, ChangeSet(u"Blur"_s).change(other, versioned(other, u"1.0"_s))).isEmpty());
        QVERIFY(!refusal(fixture, ChangeSet(u"Blur"_s).change(one, pair.one)).isEmpty());
    }

    void namesakesOfOldAreMendedBothAtOnce()
    {
        const WorkspaceFixture fixture;
        const Namesakes pair(fixture);

        QCOMPARE(refusal(fixture, ChangeSet(u"Version"_s)
                                      .change(pair.one, versioned(pair.one, u"1.0"_s))
                                      .change(pair.other, versioned(pair.other, u"2.0"_s))),
                 QString());
    }

    void namesakesOfOldGetNoOwnIdInCommon()
    {
        const WorkspaceFixture fixture;
        const Namesakes pair(fixture);
        AiSystem renumbered = pair.other;
        renumbered.number = u"ai-001"_s;
        AiSystem renamed = pair.other;
        renamed.name = u"AI-001"_s;

        QVERIFY(!refusal(fixture, ChangeSet(u"Number"_s).change(pair.other, renumbered)).isEmpty());
        QVERIFY(!refusal(fixture, ChangeSet(u"Rename"_s).change(pair.other, renamed)).isEmpty());
    }

    void namesakesOfOldGetNoThirdOne()
    {
        const WorkspaceFixture fixture;
        const Namesakes pair(fixture);

        QVERIFY(!refusal(fixture, registering({aSystem(fixture, u"AI-003"_s, u"Scoring"_s)})).isEmpty());
    }

    void namesakesOfOldComeBackAsTheyWere_data()
    {
        QTest::addColumn<bool>("isRowGone");
        QTest::addColumn<bool>("areBoth");
        QTest::addColumn<bool>("atOnce");

        QTest::newRow("one marked") << false << false << false;
        QTest::newRow("one gone") << true << false << false;
        QTest::newRow("both marked") << false << true << true;
        QTest::newRow("both gone") << true << true << true;
        QTest::newRow("marked one after the other") << false << true << false;
        QTest::newRow("gone one after the other") << true << true << false;
    }

    void namesakesOfOldComeBackAsTheyWere()
    {
        QFETCH(const bool, isRowGone);
        QFETCH(const bool, areBoth);
        QFETCH(const bool, atOnce);
        WorkspaceFixture fixture;
        const Namesakes pair(fixture);
        const auto remove = [&](const AiSystem &system, ChangeSet changes = ChangeSet(u"Remove"_s)) {
            return isRowGone ? changes.remove(system) : changes.change(system, removed(system, fixture));
        };
        QList<ChangeSet> removals{remove(pair.one)};
        if (areBoth && atOnce)
            removals = {remove(pair.other, remove(pair.one))};
        else if (areBoth)
            removals.append(remove(pair.other));
        for (const ChangeSet &removal : std::as_const(removals))
            fixture.commit(removal);

        for (qsizetype i = 0; i < removals.size(); ++i) {
            QCoreApplication::processEvents(); // what was made is undone
            auto undone = fixture->undo();
            undone.waitForFinished();
            QVERIFY2(undone.result(),
                     qPrintable(undone.result() ? QString() : undone.result().error().message));
        }

        for (const AiSystem &system : fixture.all<AiSystem>())
            QVERIFY(!system.removedAt);
        QCOMPARE(fixture.all<AiSystem>().size(), 2);
    }

    void whatGotTheNameMeanwhileKeepsItForItself_data()
    {
        QTest::addColumn<bool>("isRowGone");

        QTest::newRow("marked") << false;
        QTest::newRow("gone") << true;
    }

    void whatGotTheNameMeanwhileKeepsItForItself()
    {
        QFETCH(const bool, isRowGone);
        WorkspaceFixture fixture;
        const AiSystem one = fixture.aSystem(u"Scoring"_s);
        const AiSystem other = fixture.aSystem(u"Chatbot"_s);
        const ChangeSet removal = isRowGone ? ChangeSet(u"Remove"_s).remove(one)
                                            : ChangeSet(u"Remove"_s).change(one, removed(one, fixture));
        AiSystem renamed = other;
        renamed.name = u"Scoring"_s;
        fixture.commit(removal);
        fixture.commit(ChangeSet(u"Rename"_s).change(other, renamed));

        QVERIFY(!refusal(fixture, inverse(removal, u"Bring back"_s)).isEmpty());
        fixture.commit(ChangeSet(u"Rename"_s).change(renamed, other));
        QCOMPARE(refusal(fixture, inverse(removal, u"Bring back"_s)), QString());
    }

    void anEditOfOtherFieldsReadsNoNames()
    {
        const WorkspaceFixture fixture;
        const auto withoutTables = Connection::open(u":memory:"_s, Connection::Mode::Create);
        const AiSystem system = aSystem(fixture, u"AI-001"_s, u"Scoring"_s);
        AiSystem described = system;
        described.purpose = u"Scores"_s;

        QVERIFY(systemsAreToldApart(ChangeSet(u"Describe"_s).change(system, described), **withoutTables));
        QVERIFY(!systemsAreToldApart(ChangeSet(u"Version"_s).change(system, versioned(system, u"2"_s)),
                                     **withoutTables));
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
};

QTEST_GUILESS_MAIN(SystemNamesTest)
#include "tst_systemnames.moc"
