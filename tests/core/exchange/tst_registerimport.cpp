#include "core/exchange/registerimport.h"

#include "core/assessment/assessment.h"
#include "core/catalogue/shippedcatalogue.h"
#include "core/exchange/registerday.h"
#include "core/responsibility/roleassignment.h"
#include "tests/support/workspacefixture.h"

#include <rapidcheck.h>

#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

namespace {

/// A bank into which registers are imported as they would be pasted.
class Bank
{
public:
    [[nodiscard]] RegisterPreview preview(const QString &table, const RegisterOptions &options = {}) const
    {
        const auto catalogue = shippedCatalogue();
        const auto reader = fixture->reader();
        const Occasion occasion{fixture->today(), fixture->actor(), fixture.clock()};
        const auto preview = previewRegister(**reader, **catalogue, table, options, occasion);
        if (!preview)
            qFatal("%s", qPrintable(preview.error().message));
        return *preview;
    }
    RegisterPreview import(const QString &table, const RegisterOptions &options = {}) const
    {
        const auto planned = preview(table, options);
        if (const auto imported = importRegister(fixture.workspace(), planned); !imported)
            qFatal("%s", qPrintable(imported.error().message));
        return planned;
    }
    [[nodiscard]] AiSystem only() const { return fixture.all<AiSystem>().constFirst(); }
    [[nodiscard]] QString person(const std::optional<Id<Person>> &id) const
    {
        for (const auto &person : fixture.all<Person>()) {
            if (id && person.id == *id)
                return person.name + u'|' + person.address;
        }
        return {};
    }

    WorkspaceFixture fixture;
};

QStringList sentences(const RegisterPreview &preview)
{
    QStringList all;
    for (const auto &cell : preview.notUnderstood)
        all.append(u"%1:%2 %3"_s.arg(cell.row).arg(cell.column).arg(cell.value));
    return all;
}

}

class RegisterImportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headersOfPublicTemplatesAreKnownInAnyCase_data()
    {
        QTest::addColumn<QString>("headers");

        QTest::newRow("tool inventory")
            << u"TOOL NAME\tVendor\tcategory\tDescription\tBusiness Owner\tOwner E-mail\tDepartment\tUsers "
               u"(count)\t"
               "Use Case\tData Categories\tRisk Tier\tApproval Status\tContract\tLast Review\tNext Review"_s;
        QTest::newRow("system register")
            << u"AI System ID\tAI System Name\tPurpose\tBusiness Owner\tTECHNICAL OWNER\tmodel / version\t"
               "Data Classification\tDeployment Context\tDecisions Influenced\tLifecycle Status"_s;
        QTest::newRow("governance register")
            << u"Id*\tSystem / Tool Name*\tVENDOR / PROVIDER\tDescription / Purpose\tRegulatory Regime\t"
               "Risk Classification\tStatus\tlast review date\tNEXT REVIEW DATE"_s;
        QTest::newRow("act readiness")
            << u"Ref.\tAI system\tProvider\tIntended purpose\tEU AI Act Risk Category\tJurisdiction\t"
               "Generative AI?\tGo-Live Date\tLifecycle Stage"_s;
        QTest::newRow("application list") << u"asset id\tapplication name\tVersion\tbusiness unit\tsystem "
                                             u"owner\ttechnical lead\tcriticality\t"
                                             "data sensitivity\texposure\tenvironment"_s;
        QTest::newRow("as refusals call it") << u"Own ID\tName"_s;
        QTest::newRow("use case list")
            << u"No.\tUse Case Name\tUse Case Description\tTeam\tOwner\tModel\tData "
               u"Used\tInternal/External\tRisk Level\t"
               "Approval\tStage\tNotes"_s;
    }

    void headersOfPublicTemplatesAreKnownInAnyCase()
    {
        QFETCH(const QString, headers);
        const Bank bank;
        auto cells = headers.split(u'\t');
        const auto count = cells.size();
        cells.fill(u"yes"_s, count);

        const auto preview = bank.preview(headers + u'\n' + cells.join(u'\t'));

        QCOMPARE(preview.count(PlannedRow::Fate::Create), 1);
        for (const auto &cell : preview.notUnderstood)
            QVERIFY2(cell.row != 1, qPrintable(cell.header));
    }

    void everyCellOfARowComesInOrIsListed()
    {
        const Bank bank;

        const auto preview = bank.import(
            u"AI inventory of Nordbank;;;;;;;;;\n"
            "ID;System Name;Vendor;Business Owner;Status;Risk Level;Data Classification;Next "
            "Review;GenAI;Colour\n"
            "AI-041;Fraud scoring;Acme AI;Jo Lee <jo@bank.example>;In production;Tier 1;PII;15 March 2027;"
            "maybe;red\n"_s);
        const auto system = bank.only();

        QCOMPARE(system.number, u"AI-041"_s);
        QCOMPARE(system.phase, LifecyclePhase::Maintenance);
        QCOMPARE(system.dataSensitivity, Sensitivity::Confidential);
        QCOMPARE(system.nextReview, std::optional(QDate(2027, 3, 15)));
        QCOMPARE(bank.person(system.businessOwner), u"Jo Lee|jo@bank.example"_s);
        QVERIFY(system.supplier.has_value());
        QCOMPARE(system.criticality, Criticality::Unknown);
        QCOMPARE(sentences(preview), (QStringList{u"2:10 Colour"_s, u"3:6 Tier 1"_s, u"3:9 maybe"_s}));
    }

    void columnsWithoutAFieldOfTheirOwnAreKeptAsRemarks()
    {
        const Bank bank;

        bank.import(
            u"Name,Purpose,Decisions Influenced,Users (count)\nScoring,Finds fraud,Blocks cards,40\n"_s);

        QCOMPARE(bank.only().purpose, u"Finds fraud\nDecisions Influenced: Blocks cards"_s);
        QCOMPARE(bank.only().deploymentContext, u"Users (count): 40"_s);
    }

    void importingTwiceChangesNothing()
    {
        const Bank bank;
        const auto table = u"System Name,Version,Vendor,Owner,Status,GenAI,Next Review,Description,Use Case\n"
                           "Chatbot,1.0,Acme AI,Jo Lee,Production,no,2027-01-01,Talks,Support\n"
                           "Chatbot,2.0,acme ai,jo lee,Pilot,yes,,Talks,\n"
                           "Scoring,,in-house,Ana Ruiz,Retired,,03/04/2027,,\n"_s;
        const RegisterOptions options{u"chatbot-remote-llm"_s, {{Role::Developer, u"Acme AI"_s}}};

        const auto first = bank.import(table, options);
        const auto second = bank.preview(table, options);

        QCOMPARE(first.count(PlannedRow::Fate::Create), 3);
        QCOMPARE(second.count(PlannedRow::Fate::Unchanged), 3);
        QVERIFY(second.changeSets.isEmpty());
        QCOMPARE(second.notUnderstood, first.notUnderstood);
        QCOMPARE(bank.fixture.all<Party>().size(), 2); // Nordbank and Acme AI
    }

    void importingAnyTableTwiceChangesNothing()
    {
        const Bank bank;
        QVERIFY(rc::check([&] {
            static const std::vector<QString> cells{u""_s,     u"A"_s,     u"a"_s,           u"B"_s,
                                                    u"1"_s,    u"live"_s,  u"2027-01-01"_s,  u"yes"_s,
                                                    u"no"_s,   u"AI-2"_s,  u"x@y.example"_s, u"n/a"_s,
                                                    u"=1+1"_s, u"pilot"_s, u"\u202e"_s};
            const auto headers =
                u"Name\tID\tVersion\tOwner\tVendor\tStatus\tGenAI\tNext Review\tPurpose\tCategory"_s;
            QStringList lines{headers};
            const auto rows = *rc::gen::inRange(1, 6);
            for (int row = 0; row < rows; ++row) {
                QStringList line;
                for (qsizetype column = 0; column <= headers.count(u'\t'); ++column)
                    line.append(*rc::gen::elementOf(cells));
                lines.append(line.join(u'\t'));
            }

            bank.import(lines.join(u'\n'));
            const auto again = bank.preview(lines.join(u'\n'));

            RC_ASSERT(again.changeSets.isEmpty());
            RC_ASSERT(again.count(PlannedRow::Fate::Create) == 0);
        }));
    }

    void anUpdateFindsItsSystemByOwnIdAndEmptyCellsKeepWhatIsThere()
    {
        const Bank bank;
        bank.import(u"ID,Name,Purpose,Status\nAI-001,Scoring,Finds fraud,Development\n"_s);

        const auto updated = bank.import(u"ID,Name,Purpose,Status\nAI-001,Fraud scoring,,Pilot\n"_s);
        const auto system = bank.only();

        QCOMPARE(updated.rows.first().fate, PlannedRow::Fate::Update);
        QCOMPARE(updated.rows.first().changed, (QStringList{u"name"_s, u"phase"_s}));
        QCOMPARE(system.name, u"Fraud scoring"_s);
        QCOMPARE(system.purpose, u"Finds fraud"_s);
        QCOMPARE(bank.fixture.all<SystemEvent>().size(), 3); // the decision, release and deployment
    }

    void rowsThatCannotBeToldApartAreLeftOutWithTheReason()
    {
        const Bank bank;

        const auto preview = bank.preview(u"ID,Name\nAI-001,A\nAI-001,B\n,C\n,c\n,\nAI-009,\n"_s);

        QCOMPARE(preview.count(PlannedRow::Fate::Create), 2);
        QCOMPARE(preview.count(PlannedRow::Fate::Skip), 3);
        for (const auto &row : preview.rows)
            QCOMPARE(row.reason.isEmpty(), row.fate != PlannedRow::Fate::Skip);
    }

    void numbersGivenAndBroughtInNeverMeet()
    {
        const Bank bank;

        const auto preview = bank.import(u"ID,Name\n,A\nAI-001,B\n,C\nAI-003,D\n"_s);

        QStringList numbers;
        for (const auto &row : preview.rows)
            numbers.append(row.number);
        QCOMPARE(numbers.removeDuplicates(), 0);
        QCOMPARE(bank.fixture.all<AiSystem>().size(), 4);
    }

    void aLargeRegisterIsWrittenInBatchesOfOneGroup()
    {
        const Bank bank;
        QString table = u"ID,Name\n"_s;
        for (int row = 1; row <= 120; ++row)
            table += u"S-%1,System %1\n"_s.arg(row);

        const auto preview = bank.import(table, {u"predictive-fine-tuned"_s, {}});

        QVERIFY(preview.changeSets.size() > 1);
        for (const auto &changeSet : preview.changeSets) {
            QVERIFY(changeSet.edits.size() <= 1000);
            QCOMPARE(changeSet.group, preview.changeSets.first().group);
        }
        QVERIFY(!preview.changeSets.first().group.isEmpty());
        QCOMPARE(bank.fixture.all<Assessment>().size(), 120);
    }

    void anImportInBatchesIsUndoneAndRedoneAsAWhole()
    {
        const Bank bank;
        QString table = u"ID,Name\n"_s;
        for (int row = 1; row <= 240; ++row)
            table += u"S-%1,System %1\n"_s.arg(row);
        const auto preview = bank.import(table, {u"predictive-fine-tuned"_s, {}});
        QVERIFY(preview.changeSets.size() >= 3);

        QVERIFY(bank.fixture->undo().result());
        QCOMPARE(bank.fixture.all<AiSystem>().size(), 0);
        QCOMPARE(bank.fixture.all<Assessment>().size(), 0);
        QTRY_COMPARE(bank.fixture->redoLabel(), u"Import a register of 240 systems"_s);
        QCOMPARE(bank.fixture->undoLabel(), QString());

        QVERIFY(bank.fixture->redo().result());
        QCOMPARE(bank.fixture.all<AiSystem>().size(), 240);
        QCOMPARE(bank.fixture.all<Assessment>().size(), 240);
    }

    void daysAreReadInOneWayOnly_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QDate>("day");

        const QDate day(2026, 3, 15);
        for (const auto &form : {u"2026-03-15"_s, u"2026/3/15"_s, u"15.03.2026"_s, u"15 Mar 2026"_s,
                                 u"15 March 2026"_s, u"Mar 15, 2026"_s, u"15/03/2026"_s, u"03/15/2026"_s,
                                 u"2026-03-15T09:00:00Z"_s, u"15-Mar-2026"_s})
            QTest::newRow(qPrintable(form)) << form << day;
        for (const auto &form : {u"03/04/2026"_s, u"45000"_s, u"soon"_s, u"2026-02-30"_s, u"0026-03-15"_s,
                                 u"9999-01-01"_s, u"Q3 2026"_s})
            QTest::newRow(qPrintable(form)) << form << QDate();
    }

    void daysAreReadInOneWayOnly()
    {
        QFETCH(const QString, cell);
        QFETCH(const QDate, day);

        QCOMPARE(dayInCell(cell).value_or(QDate()), day);
    }

    void rowsAreNamedAsTheSpreadsheetShowsThem()
    {
        const Bank bank;

        const auto preview = bank.preview(
            u"\nName,Risk level,Colour\n\n\"Chat\nbot\",Tier 1,red\n\nScoring,Tier 2,\n,high,\n"_s);

        QCOMPARE(sentences(preview), (QStringList{u"2:3 Colour"_s, u"4:2 Tier 1"_s, u"6:2 Tier 2"_s}));
        QList<qsizetype> rows;
        for (const auto &row : preview.rows)
            rows.append(row.row);
        QCOMPARE(rows, (QList<qsizetype>{4, 6, 7}));
    }

    void aCellWithoutAWordIsListedAndADashSaysNothing_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<bool>("isListed");

        for (const auto &cell : {u"??"_s, u"?"_s, u"…"_s, u"***"_s, u"\u202e"_s})
            QTest::newRow(qPrintable(cell)) << cell << true;
        for (const auto &cell : {u"-"_s, u" – "_s, u"---"_s, u"n/a"_s, u""_s})
            QTest::newRow(qPrintable(cell)) << cell << false;
    }

    void aCellWithoutAWordIsListedAndADashSaysNothing()
    {
        QFETCH(const QString, cell);
        QFETCH(const bool, isListed);
        const Bank bank;

        const auto preview =
            bank.import(u"Name\tOwner\tVendor\tRisk level\tPurpose\nChatbot\t%1\t%1\t%1\t%1\n"_s.arg(cell));

        QCOMPARE(preview.notUnderstood.size(), isListed ? 4 : 0);
        QCOMPARE(bank.fixture.all<Person>().size(), 1); // Ana Ruiz
        QCOMPARE(bank.fixture.all<Party>().size(), 1);  // Nordbank
        QCOMPARE(bank.only().purpose, QString());
    }

    void whatIsAskedForNewSystemsIsSaidNotToReachKnownOnes()
    {
        const Bank bank;
        const RegisterOptions options{u"chatbot-remote-llm"_s, {{Role::Developer, u"Acme AI"_s}}};
        bank.import(u"Name\nChatbot\n"_s);

        const auto plain = bank.preview(u"Name\nChatbot\nScoring\n"_s);
        const auto onlyNew = bank.preview(u"Name\nScoring\n"_s, options);
        const auto asked = bank.import(u"Name\nChatbot\nScoring\n"_s, options);

        QVERIFY(plain.remarks.isEmpty());
        QVERIFY(onlyNew.remarks.isEmpty());
        QCOMPARE(asked.remarks.size(), 1);
        QVERIFY2(inWords(asked).contains(asked.remarks.first()), qPrintable(inWords(asked)));
        QCOMPARE(bank.fixture.all<RoleAssignment>().size(), 1); // of Scoring
    }

    void aMissingReasonIsNamedAsThat_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("named");
        const auto whole =
            u"Name,Out of scope,Out of scope reason,Out of scope approver,Out of scope review on\n"_s;

        QTest::newRow("nothing but yes") << u"Name,Out of scope\nResearch,yes\n"_s << u"2:2 yes"_s
                                         << u"the reason, the person who approved it, the day"_s;
        QTest::newRow("no reason") << whole + u"Research,x,,Jo Lee,2027-01-01\n"_s << u"2:2 x"_s
                                   << u"missing is: the reason."_s;
        QTest::newRow("yes is no reason")
            << whole + u"Research,,yes,Jo Lee,2027-01-01\n"_s << u"2:3 yes"_s << u"This is no reason"_s;
        QTest::newRow("a reason is not yes") << u"Name,Out of scope\nResearch,Never deployed\n"_s
                                             << u"2:2 Never deployed"_s << u"Out of scope reason"_s;
    }

    void aMissingReasonIsNamedAsThat()
    {
        QFETCH(const QString, table);
        QFETCH(const QString, place);
        QFETCH(const QString, named);
        const Bank bank;

        const auto preview = bank.import(table);

        QCOMPARE(sentences(preview), QStringList{place});
        const auto sentence = preview.notUnderstood.first().sentence;
        QVERIFY2(sentence.contains(named), qPrintable(sentence));
        QVERIFY(!bank.only().outOfScope);
        QCOMPARE(bank.only().outOfScopeReason, QString());
    }

    void whatIsOutOfScopeNeedsToSayWhy()
    {
        const Bank bank;

        const auto silent = bank.preview(u"Name,Out of scope\nResearch,yes\n"_s);
        bank.import(u"Name,Out of scope,Out of scope reason,Out of scope approver,Out of scope review on\n"
                    "Research,yes,Never deployed,Jo Lee,2027-01-01\n"_s);

        QCOMPARE(sentences(silent), QStringList{u"2:2 yes"_s});
        QVERIFY(bank.only().outOfScope);
        QVERIFY(bank.fixture.all<Assessment>().isEmpty());
    }
};

QTEST_GUILESS_MAIN(RegisterImportTest)
#include "tst_registerimport.moc"
