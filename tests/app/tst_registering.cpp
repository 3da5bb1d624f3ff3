#include "tests/support/ctl.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace plimsoll::test;
using namespace Qt::StringLiterals;

namespace {

class Bank
{
public:
    Bank()
    {
        plimsollctl({u"new"_s, folder(), u"--organisation"_s, u"Nordbank"_s, u"--as"_s, u"Ana Ruiz"_s});
    }

    [[nodiscard]] QString folder() const { return m_dir.filePath(u"Nordbank.plimsoll"_s); }
    [[nodiscard]] Ended import(const QByteArray &csv, const QStringList &words = {}) const
    {
        QFile file(m_dir.filePath(u"register.csv"_s));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write(csv);
        file.close();
        return plimsollctl(QStringList{u"system"_s, u"import"_s, folder(), file.fileName(), u"--json"_s,
                                       u"--as"_s, u"Ana Ruiz"_s} +
                           words);
    }
    [[nodiscard]] QJsonArray systems() const
    {
        return plimsollctl({u"system"_s, u"list"_s, folder(), u"--json"_s}).json()["systems"_L1].toArray();
    }

    [[nodiscard]] Ended person(const QStringList &words) const
    {
        return plimsollctl(
            QStringList{u"person"_s, u"add"_s, folder(), u"--json"_s, u"--as"_s, u"Ana Ruiz"_s} + words);
    }

private:
    QTemporaryDir m_dir;
};

}

class RegisteringTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRegisterIsBroughtInWithPresetAndRoles()
    {
        const Bank bank;

        const auto ended = bank.import("AI ID,System Name,Lifecycle Status\n"
                                       "AI-007,Chatbot,Production\n"
                                       "AI-008,Scoring,Pilot\n",
                                       {u"--preset"_s, u"chatbot-remote-llm"_s, u"--role"_s, u"developer"_s});
        const auto systems = bank.systems();

        QVERIFY2(ended.code == 0, ended.remarks.constData());
        QCOMPARE(ended.json()["created"_L1].toInt(), 2);
        QCOMPARE(systems.size(), 2);
        QCOMPARE(systems[0]["number"_L1].toString(), u"AI-007"_s);
        QCOMPARE(systems[0]["phase"_L1].toString(), u"maintenance"_s);
        QCOMPARE(systems[0]["roles"_L1].toArray().size(), 1);
        QCOMPARE(plimsollctl({u"verify"_s, bank.folder()}).code, 0);
    }

    void whoeverNamesNobodyActsAsThePersonOfTheirAccount()
    {
        const Bank bank;

        const auto ended = plimsollctl({u"system"_s, u"add"_s, bank.folder(), u"--name"_s, u"Scoring"_s});

        QVERIFY2(ended.code == 0, ended.remarks.constData());
        const auto entries = plimsollctl({u"journal"_s, bank.folder(), u"--json"_s}).json()["entries"_L1];
        QCOMPARE(entries.toArray()[0]["person"_L1].toString(), u"Ana Ruiz"_s);
    }

    void aRoleIsUnderstoodAsPeopleWriteIt()
    {
        const Bank bank;

        const auto ended = bank.import(
            "Name\nChatbot\n", {u"--role"_s, u"System Operator=Hosting Ltd"_s, u"--role"_s, u"DEVELOPER"_s});

        QVERIFY2(ended.code == 0, ended.remarks.constData());
        QCOMPARE(bank.systems()[0]["roles"_L1].toArray().size(), 2);
    }

    void aKnownSystemKeepsItsRolesAndThatIsSaid()
    {
        const Bank bank;
        const QStringList role{u"--role"_s, u"developer"_s};
        QCOMPARE(bank.import("Name\nChatbot\n").json()["remarks"_L1].toArray().size(), 0);

        const auto ended = bank.import("Name,Purpose\nChatbot,Talks\n", role);

        QCOMPARE(ended.code, 0);
        QCOMPARE(ended.json()["updated"_L1].toInt(), 1);
        QCOMPARE(ended.json()["remarks"_L1].toArray().size(), 1);
        QVERIFY(
            ended.json()["remarks"_L1][0].toString().contains(u" 1 system known already keeps its own"_s));
        const auto entries =
            plimsollctl({u"journal"_s, bank.folder(), u"--json"_s}).json().value("entries"_L1);
        QCOMPARE(entries[0]["label"_L1].toString(), u"Import a register of 1 system"_s);
        QVERIFY(bank.systems()[0]["roles"_L1].toArray().isEmpty());
    }

    void aDryRunWritesNothing()
    {
        const Bank bank;

        const auto ended = bank.import("Name\nChatbot\n", {u"--dry-run"_s});

        QCOMPARE(ended.code, 0);
        QCOMPARE(ended.json()["created"_L1].toInt(), 1);
        QVERIFY(bank.systems().isEmpty());
    }

    void aRowLeftOutIsNamedAndTheOthersComeIn()
    {
        const Bank bank;

        const auto ended = bank.import("ID,Name\nAI-001,Chatbot\nAI-001,Scoring\nAI-003,\n");

        QCOMPARE(ended.code, 3);
        QCOMPARE(ended.json()["skipped"_L1].toInt(), 2);
        QCOMPARE(bank.systems().size(), 1);
    }

    void aSystemIsRenamedByItsOwnIdOnRequestAloneAndThatIsSaid()
    {
        const Bank bank;
        QCOMPARE(bank.import("ID,Name,Version\nAI-001,Fraud scoring,2.4\n").code, 0);
        const QByteArray table = "ID,Name,Version\nAI-001,Chat helper,1.0\n";

        const auto plain = bank.import(table);
        const auto kept = bank.systems()[0]["name"_L1].toString();
        const auto asked = bank.import(table, {u"--rename"_s});
        const auto journal = plimsollctl({u"journal"_s, bank.folder(), u"--json"_s}).json();

        QCOMPARE(plain.code, 3);
        QCOMPARE(plain.json()["rows"_L1][0]["former_name"_L1].toString(), u"Fraud scoring"_s);
        QCOMPARE(kept, u"Fraud scoring"_s);
        QCOMPARE(asked.code, 0);
        QCOMPARE(asked.json()["rows"_L1][0]["former_name"_L1].toString(), u"Fraud scoring"_s);
        QCOMPARE(asked.json()["rows"_L1][0]["name"_L1].toString(), u"Chat helper"_s);
        QCOMPARE(journal["entries"_L1][0]["label"_L1].toString(),
                 u"Import a register of 1 system; renamed: AI-001 from “Fraud scoring” to “Chat helper”"_s);
    }

    void aPersonEnteredActsAndIsListed()
    {
        const Bank bank;

        const auto added = bank.person({u"--name"_s, u"Jo Lee"_s, u"--address"_s, u"jo@nordbank.example"_s,
                                        u"--function"_s, u"Legal"_s, u"--party"_s, u"nordbank"_s});
        const auto acted = plimsollctl({u"system"_s, u"add"_s, bank.folder(), u"--name"_s, u"Chatbot"_s,
                                        u"--as"_s, u"jo@nordbank.example"_s});
        const auto listed = plimsollctl({u"person"_s, u"list"_s, bank.folder()});
        const auto json = plimsollctl({u"person"_s, u"list"_s, bank.folder(), u"--json"_s}).json();

        QVERIFY2(added.code == 0, added.remarks.constData());
        QVERIFY2(acted.code == 0, acted.remarks.constData());
        QVERIFY2(listed.answers.contains("Jo Lee  jo@nordbank.example  Legal  Nordbank"),
                 listed.answers.constData());
        QCOMPARE(json["persons"_L1].toArray().size(), 2);
        QCOMPARE(json["persons"_L1][1]["id"_L1], added.json()["id"_L1]);
        QCOMPARE(json["persons"_L1][1]["function"_L1].toString(), u"Legal"_s);
        QCOMPARE(plimsollctl({u"verify"_s, bank.folder()}).code, 0);
    }

    void aPersonOfAnUnknownPartyIsRefusedWithThoseThatAreKnown()
    {
        const Bank bank;

        const auto ended = bank.person({u"--name"_s, u"Jo Lee"_s, u"--party"_s, u"Nobody Ltd"_s});

        QCOMPARE(ended.code, 3);
        QVERIFY2(ended.remarks.contains("No party is called Nobody Ltd. The workspace knows Nordbank."),
                 ended.remarks.constData());
        QVERIFY2(ended.remarks.contains("plimsollctl party add"), ended.remarks.constData());
        QCOMPARE(bank.person({u"--name"_s, u"ana ruiz"_s}).code, 3);
        QCOMPARE(bank.person({}).code, 2);
    }

    void peopleBelongToAPartyThatACommandEnters()
    {
        const Bank bank;
        const auto party = [&bank](const QStringList &words) {
            return plimsollctl(
                QStringList{u"party"_s, u"add"_s, bank.folder(), u"--as"_s, u"Ana Ruiz"_s, u"--json"_s} +
                words);
        };

        const auto added = party({u"--name"_s, u"Big4 GmbH"_s, u"--kind"_s, u"other"_s});
        const auto person = bank.person({u"--name"_s, u"Jo Lee"_s, u"--party"_s, u"big4 gmbh"_s});
        const auto listed = plimsollctl({u"party"_s, u"list"_s, bank.folder()});

        QVERIFY2(added.code == 0, added.remarks.constData());
        QVERIFY2(person.code == 0, person.remarks.constData());
        QVERIFY2(listed.answers.contains("Big4 GmbH  other\n"), listed.answers.constData());
        QCOMPARE(party({u"--name"_s, u"BIG4 GmbH"_s, u"--kind"_s, u"unit"_s}).code, 3);
        QCOMPARE(party({u"--name"_s, u"We ourselves"_s, u"--kind"_s, u"own"_s}).code, 2);
    }

    void aPartyThatIsNewIsSaidToBeSo()
    {
        const Bank bank;
        const QStringList words{u"system"_s,
                                u"add"_s,
                                bank.folder(),
                                u"--role"_s,
                                u"developer=Nordbnak"_s,
                                u"--role"_s,
                                u"data-custodian=nordbnak"_s,
                                u"--role"_s,
                                u"system-operator=nordbank"_s,
                                u"--as"_s,
                                u"Ana Ruiz"_s};

        const auto added = plimsollctl(words + QStringList{u"--name"_s, u"Chatbot"_s, u"--json"_s}).json();
        const auto again = plimsollctl(words + QStringList{u"--name"_s, u"Scoring"_s, u"--json"_s}).json();
        const auto imported = bank.import("Name,Vendor\nSearch,Acme\n").json();

        QCOMPARE(added["new_parties"_L1].toArray().size(), 1);
        QCOMPARE(added["new_parties"_L1][0]["party"_L1].toString(), u"Nordbnak"_s);
        QCOMPARE(added["new_parties"_L1][0]["kind"_L1].toString(), u"supplier"_s);
        QCOMPARE(again["new_parties"_L1].toArray().size(), 0);
        QCOMPARE(imported["new_parties"_L1].toArray().size(), 1);
        QCOMPARE(imported["new_people"_L1].toArray().size(), 0);
        const auto owned = bank.import("Name,Owner\nRouting,Bbo\n").json();
        QCOMPARE(owned["new_people"_L1].toArray().size(), 1);
        QCOMPARE(owned["new_people"_L1][0]["person"_L1].toString(), u"Bbo"_s);
        const auto inWords = plimsollctl({u"system"_s, u"add"_s, bank.folder(), u"--name"_s, u"Forecast"_s,
                                          u"--role"_s, u"developer=Orgg5"_s, u"--as"_s, u"Ana Ruiz"_s});
        QVERIFY2(inWords.answers.contains("New, and entered as suppliers: Orgg5."),
                 inWords.answers.constData());
        QVERIFY2(
            inWords.answers.contains("or a part of Nordbank, set that right: what a supplier bears is not "
                                     "asked of Nordbank."),
            inWords.answers.constData());
    }

    void aRowIsLeftOutThatWouldBeTakenForAnotherSystem()
    {
        const Bank bank;
        QCOMPARE(bank.import("ID,Name,Version\nAI-001,Chatbot,1.0\nAI-002,Scoring,\n").code, 0);
        const QByteArray table = "ID,Name,Version\n"
                                 "AI-010,chatbot,\n"     // no version
                                 "AI-011,Chatbot,2.0\n"  // another version
                                 "AI-012,ai-002,\n"      // the own id of another
                                 "ai-001,Translation,\n" // own id of another case
                                 "AI-013,Search,\n"      // new
                                 "AI-014,SEARCH,\n"      // like the row before
                                 "AI-002,Chatbot,2.0\n"; // renamed like a row before

        const auto dry = bank.import(table, {u"--dry-run"_s}).json();
        const auto ended = bank.import(table);

        QCOMPARE(ended.code, 3);
        QCOMPARE(ended.json()["rows"_L1], dry["rows"_L1]);
        QStringList fates;
        const auto rows = dry["rows"_L1].toArray();
        for (const auto &row : rows)
            fates.append(row["fate"_L1].toString());
        QCOMPARE(fates.join(u' '), u"skip create skip skip create skip skip"_s);
        QVERIFY(dry["rows"_L1][0]["reason"_L1].toString().contains(u"Choose another name"_s));
        QCOMPARE(bank.systems().size(), 4);
    }

    void aRegisterWhoseNamesLookLikeOwnIdsComesInWhole()
    {
        const Bank bank;

        const auto ended = bank.import("Name\nai-002\nChatbot\nAI-001\n");

        QVERIFY2(ended.code == 0, ended.remarks.constData());
        QCOMPARE(bank.systems().size(), 3);
    }

    void aNameThatIsTakenIsRefusedWithTheWayOut()
    {
        const Bank bank;
        QCOMPARE(bank.import("ID,Name,Version\nAI-001,Chatbot,1.0\n").code, 0);
        const auto add = [&bank](const QStringList &words) {
            return plimsollctl(QStringList{u"system"_s, u"add"_s, bank.folder(), u"--as"_s, u"Ana Ruiz"_s} +
                               words);
        };

        const auto taken = add({u"--name"_s, u"chatbot"_s});
        const auto versioned = add({u"--name"_s, u"Chatbot"_s, u"--release"_s, u"2.0"_s});
        const auto asked = plimsollctl({u"status"_s, bank.folder(), u"Chatbot"_s});

        QCOMPARE(taken.code, 3);
        QVERIFY2(taken.remarks.contains("There is a system called Chatbot 1.0 already: AI-001."),
                 taken.remarks.constData());
        QVERIFY2(versioned.code == 0, versioned.remarks.constData());
        QCOMPARE(asked.code, 3);
        QVERIFY2(asked.remarks.contains("AI-001 (1.0), AI-002 (2.0)"), asked.remarks.constData());
    }

    void whatIsNoRegisterIsRefusedInWords_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("code");

        QTest::newRow("no name column") << "Colour,Size\nred,3\n"_ba << QStringList{} << 3;
        QTest::newRow("empty") << ""_ba << QStringList{} << 3;
        QTest::newRow("not text") << "Name\n\xff\xfe\xfa\n"_ba << QStringList{} << 3;
        QTest::newRow("no such preset") << "Name\nA\n"_ba << QStringList{u"--preset"_s, u"x"_s} << 2;
        QTest::newRow("a role of nobody") << "Name\nA\n"_ba << QStringList{u"--role"_s, u"developer="_s} << 2;
        QTest::newRow("a role of blanks")
            << "Name\nA\n"_ba << QStringList{u"--role"_s, u"developer= "_s} << 2;
        QTest::newRow("no such role") << "Name\nA\n"_ba << QStringList{u"--role"_s, u"janitor"_s} << 2;
    }

    void whatIsNoRegisterIsRefusedInWords()
    {
        QFETCH(const QByteArray, csv);
        QFETCH(const QStringList, words);
        QFETCH(const int, code);
        const Bank bank;

        const auto ended = bank.import(csv, words);

        QCOMPARE(ended.code, code);
        QCOMPARE(ended.json().keys(), (QStringList{u"error"_s, u"exit"_s}));
        QVERIFY(!ended.remarks.isEmpty());
        QVERIFY(bank.systems().isEmpty());
    }
};

QTEST_GUILESS_MAIN(RegisteringTest)
#include "tst_registering.moc"
