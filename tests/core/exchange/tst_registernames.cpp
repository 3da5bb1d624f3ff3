#include "core/exchange/registernames.h"

#include "core/catalogue/shippedcatalogue.h"
#include "core/exchange/registerimport.h"
#include "tests/support/olderprogram.h"

#include <QTest>

#include <algorithm>

using namespace plimsoll;
using namespace Qt::StringLiterals;

namespace {

RegisterPreview preview(const WorkspaceFixture &fixture, const QString &table,
                        const RegisterOptions &options = {})
{
    const auto reader = fixture->reader();
    const auto planned = previewRegister(**reader, **shippedCatalogue(), table, options,
                                         {fixture->today(), fixture->actor(), fixture.clock()});
    if (!planned)
        qFatal("%s", qPrintable(planned.error().message));
    return *planned;
}

/// Answers what became of the rows, in their order.
QString import(const WorkspaceFixture &fixture, const QString &table)
{
    const auto planned = preview(fixture, table);
    if (const auto imported = importRegister(fixture.workspace(), planned); !imported)
        return imported.error().message;
    QStringList fates;
    for (const auto &row : planned.rows)
        fates.append(word(row.fate));
    return fates.join(u' ');
}

/// By another copy of the program.
void registerElsewhere(const WorkspaceFixture &fixture, const QString &number)
{
    const auto other = Workspace::open(fixture.folder(), Workspace::Access::ReadWrite, fixture.clock());
    if (!other)
        qFatal("%s", qPrintable(other.error().message));
    (*other)->actAs(fixture->actor());
    AiSystem system;
    system.id = Id<AiSystem>::generate(fixture.clock());
    system.number = number;
    system.name = u"Registered elsewhere"_s;
    if (const auto done = (*other)->commitAndWait(ChangeSet(u"Register"_s).create(system)); !done)
        qFatal("%s", qPrintable(done.error().message));
}

/// "Chatbot Scoring": the names in the order of the own ids.
QString names(const WorkspaceFixture &fixture)
{
    auto systems = fixture.all<AiSystem>();
    std::ranges::sort(systems, {}, &AiSystem::number);
    QStringList all;
    for (const AiSystem &system : std::as_const(systems))
        all.append(system.name);
    return all.join(u' ');
}

}

class RegisterNamesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theOrderOfRowsDoesNotMatter_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("fates");
        QTest::addColumn<QString>("named");
        const auto add = [](const char *law, QStringList rows, QStringList fates, const QString &named) {
            for (const char *order : {"", ", the other way round"}) {
                QTest::newRow(qPrintable(QLatin1StringView(law) + QLatin1StringView(order)))
                    << u"ID,Name\n"_s + rows.join(u'\n') << fates.join(u' ') << named;
                std::ranges::reverse(rows);
                std::ranges::reverse(fates);
            }
        };

        add("a swap", {u"S-1,B"_s, u"S-2,A"_s}, {u"update"_s, u"update"_s}, u"B A C"_s);
        add("a chain", {u"S-1,B"_s, u"S-2,C"_s, u"S-3,D"_s}, {u"update"_s, u"update"_s, u"update"_s},
            u"B C D"_s);
        add("a ring", {u"S-1,B"_s, u"S-2,C"_s, u"S-3,A"_s}, {u"update"_s, u"update"_s, u"update"_s},
            u"B C A"_s);
        add("a chain to a name that stays", {u"S-1,B"_s, u"S-2,C"_s}, {u"skip"_s, u"skip"_s}, u"A B C"_s);
        add("a new one of a name given up", {u"S-1,X"_s, u"S-4,A"_s}, {u"update"_s, u"create"_s},
            u"X B C A"_s);
    }

    void theOrderOfRowsDoesNotMatter()
    {
        QFETCH(const QString, table);
        WorkspaceFixture fixture;
        QCOMPARE(import(fixture, u"ID,Name\nS-1,A\nS-2,B\nS-3,C\n"_s), u"create create create"_s);

        QTEST(import(fixture, table), "fates");
        QTEST(names(fixture), "named");
    }

    void ofTwoRowsWithOneOwnIdTheSecondIsToldWhenTheFirstIsLeftOutItself()
    {
        WorkspaceFixture fixture;
        import(fixture, u"ID,Name\nS-1,A\n"_s);

        const auto planned = preview(fixture, u"ID,Name\nS-9,A\nS-9,Good\nS-8,New\nS-8,Late\n"_s);

        QCOMPARE(
            planned.rows[1].reason,
            u"Row 2 has its own id S-9, too, and is left out itself. Keep the one of them that is meant."_s);
        QCOMPARE(planned.rows[3].reason, u"It has the own id S-8 of row 4."_s);
    }

    void aRowThatRenamesSaysFromWhatToWhat()
    {
        WorkspaceFixture fixture;
        import(fixture, u"ID,Name\nS-1,Fraud scoring\nS-2,Search\n"_s);

        const auto planned = preview(fixture, u"ID,Name,Version\nS-1,Chat helper,1\nS-2,search,1\n"_s);

        const auto said = u"S-1 from “Fraud scoring” to “Chat helper”"_s;
        for (const auto &sentence :
             {inWords(planned.rows.first()), inWords(planned), planned.changeSets.first().label})
            QVERIFY2(sentence.contains(said), qPrintable(sentence));
        QCOMPARE(planned.rows[1].formerName, QString()); // people hear the same name
    }

    void ofManyThatAreRenamedTheFirstAreNamed()
    {
        QList<PlannedRow> rows(5);
        for (auto &row : rows)
            row.number = u"S"_s;

        QVERIFY2(renamingsInWords(rows).endsWith(u" and 2 more"_s), qPrintable(renamingsInWords(rows)));
    }

    void aRowThatRenamesIsLeftOutWhereRenamingIsNotAskedFor()
    {
        WorkspaceFixture fixture;
        import(fixture, u"ID,Name,Version\nS-1,Fraud scoring,2.4\n"_s);
        const RegisterOptions careful{{}, {}, RegisterOptions::Renaming::LeftOut};

        const auto renaming = preview(fixture, u"ID,Name\nS-1,Chat helper\n"_s, careful);
        const auto updating = preview(fixture, u"ID,Name,Version\nS-1,fraud  scoring,2.5\n"_s, careful);

        QCOMPARE(renaming.rows.first().fate, PlannedRow::Fate::Skip);
        QVERIFY2(renaming.rows.first().reason.startsWith(u"S-1 is called “Fraud scoring” here"_s),
                 qPrintable(renaming.rows.first().reason));
        QVERIFY(renaming.changeSets.isEmpty());
        QCOMPARE(updating.rows.first().fate, PlannedRow::Fate::Update);
    }

    void theFirstOfTwoRowsHasTheName()
    {
        WorkspaceFixture fixture;
        import(fixture, u"ID,Name\nS-1,A\nS-2,B\n"_s);

        const auto planned = preview(fixture, u"ID,Name,Version\nS-1,X,\nS-2,X,1\n,x,2\n"_s);

        QCOMPARE(planned.rows[0].fate, PlannedRow::Fate::Update);
        QCOMPARE(planned.rows[1].fate, PlannedRow::Fate::Skip);
        QCOMPARE(planned.rows[2].fate, PlannedRow::Fate::Skip);
        QVERIFY(planned.rows[1].reason.startsWith(u"There is a system called X"_s));
    }

    void aNameWantedInVainByAnotherRowIsFree()
    {
        const SystemName named{u"row 2"_s, u"S-1"_s, u"S-2"_s, {}, false};
        const SystemName refused{u"row 3"_s, u"S-2"_s, u"Scoring"_s, {}, false};
        const SystemName freed{u"row 4"_s, u"S-3"_s, u"Scoring"_s, {}, false};

        const QStringList refusals = refusalsOfNames({}, {named, refused, freed});

        QCOMPARE(refusals[0], QString());
        QVERIFY(!refusals[1].isEmpty());
        QCOMPARE(refusals[2], QString());
    }

    void namesakesOfOldAreImportedAgainByOwnId()
    {
        WorkspaceFixture fixture;
        import(fixture, u"ID,Name\nS-1,A\nS-2,B\n"_s);
        const auto systems = fixture.all<AiSystem>();
        AiSystem renamed = systems[1];
        renamed.name = systems[0].name;
        commitAsAnOlderProgram(fixture, ChangeSet(u"Rename"_s).change(systems[1], renamed));
        const QString name = renamed.name;

        const auto fates = import(fixture, u"ID,Name,Purpose\nS-1,%1,Scores\nS-2,%1,Talks\n"_s.arg(name));
        const auto mended = import(fixture, u"ID,Name,Version\nS-1,%1,1.0\nS-2,%1,2.0\n"_s.arg(name));

        QCOMPARE(fates, u"update update"_s);
        QCOMPARE(mended, u"update update"_s);
    }

    void aNameIsFoundHoweverItIsSpelled()
    {
        WorkspaceFixture fixture;
        import(fixture, u"Name\nFraud scoring\n"_s);

        QCOMPARE(import(fixture, u"Name,Purpose\nfraud\u00a0Scoring,Finds fraud\n"_s), u"update"_s);
        QCOMPARE(fixture.all<AiSystem>().size(), 1);
    }

    void namesOfALargeTableChangePlacesFirst()
    {
        constexpr int count = 1100;
        WorkspaceFixture fixture;
        ChangeSet registered(u"Register"_s);
        QString table = u"ID,Name,Purpose\n"_s;
        for (int i = 0; i < count; ++i) {
            AiSystem system;
            system.id = Id<AiSystem>::generate(fixture.clock());
            system.number = u"S-%1"_s.arg(i);
            system.name = u"System %1"_s.arg(i);
            registered.create(system);
            const int named = i == 0 ? count - 1 : i == count - 1 ? 0 : i;
            table += u"S-%1,System %2,Scores\n"_s.arg(i).arg(named);
        }
        fixture.commit(registered);

        const auto planned = preview(fixture, table);
        const auto imported = importRegister(fixture.workspace(), planned);

        QVERIFY2(imported, qPrintable(imported ? QString() : imported.error().message));
        QCOMPARE(planned.changeSets.size(), 3);
        QCOMPARE(planned.changeSets[0].edits.size(), 2);
        for (const auto &changeSet : planned.changeSets)
            QCOMPARE(changeSet.group, planned.changeSets[0].group);
        for (const AiSystem &system : fixture.all<AiSystem>()) {
            const QString its = system.number.mid(2);
            const QString named = its == u"0"_s ? u"1099"_s : its == u"1099"_s ? u"0"_s : its;
            QCOMPARE(system.name, u"System "_s + named);
            QCOMPARE(system.purpose, u"Scores"_s);
        }
    }

    void anImportRefusedAmidSaysHowManyAreInAndImportingAgainBringsTheRest()
    {
        const WorkspaceFixture fixture;
        QString table = u"ID,Name\n"_s;
        for (int i = 0; i < 1100; ++i)
            table += u"S-%1,System %1\n"_s.arg(i);
        const auto planned = preview(fixture, table);
        QVERIFY(planned.changeSets.size() > 1);
        int sent = 0;
        const auto others = QObject::connect(&fixture.workspace(), &Workspace::commitSent, [&] {
            if (++sent == 2)
                registerElsewhere(fixture, u"S-1099"_s);
        });

        const auto refused = importRegister(fixture.workspace(), planned);

        QVERIFY(!refused);
        const auto in = fixture.all<AiSystem>().size() - 1; // without that of the other copy
        QVERIFY(in > 0 && in < 1100);
        const QString &words = refused.error().message;
        QVERIFY2(words.startsWith(u"%1 of 1100 systems are imported"_s.arg(in)), qPrintable(words));
        QVERIFY2(words.contains(u"import the same table again"_s), qPrintable(words));
        QVERIFY2(!words.contains(u"othing was changed"_s), qPrintable(words));
        QObject::disconnect(others);
        QVERIFY(importRegister(fixture.workspace(), preview(fixture, table)));
        QCOMPARE(fixture.all<AiSystem>().size(), 1100);
    }
};

QTEST_GUILESS_MAIN(RegisterNamesTest)
#include "tst_registernames.moc"
