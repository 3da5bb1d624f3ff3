#include "core/catalogue/shippedcatalogue.h"
#include "core/exchange/registerimport.h"
#include "tests/support/workspacefixture.h"

#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

/// What is said of the people whom a register names.
class RegisterPeopleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void personsWhomNobodyHadEnteredAreTold()
    {
        const WorkspaceFixture fixture;

        const auto first = imported(
            fixture,
            u"Name\tOwner\tTechnical owner\nChatbot\tBbo\tana ruiz\nScoring\tBbo\tJo <jo@bank.example>\n"_s);
        const auto again = imported(fixture, u"Name\tOwner\nChatbot\tBbo\n"_s);

        QCOMPARE(first.newPeople.size(), 2);
        QVERIFY(fixture.all<Person>().contains(first.newPeople.first()));
        QVERIFY2(inWords(first).contains(u"entered as people of your organisation: Bbo, Jo."_s),
                 qPrintable(inWords(first)));
        QVERIFY(again.newPeople.isEmpty());
        QVERIFY2(!inWords(again).contains(u"people"_s), qPrintable(inWords(again)));
    }

    void thatADeveloperIsReadAsAPersonAndNotAsTheRoleIsSaid()
    {
        const WorkspaceFixture fixture;

        const auto developer = preview(fixture, u"Name\tDeveloper\nChatbot\tJo\nScoring\tJo\n"_s);
        const auto owner = preview(fixture, u"Name\tTechnical owner\nChatbot\tJo\n"_s);
        const auto empty = preview(fixture, u"Name\tDeveloper\nChatbot\t\n"_s);

        QCOMPARE(developer.remarks.size(), 1);
        QVERIFY2(developer.remarks.first().contains(u"role that a party holds"_s),
                 qPrintable(developer.remarks.first()));
        QVERIFY(owner.remarks.isEmpty() && empty.remarks.isEmpty());
    }

private:
    static RegisterPreview preview(const WorkspaceFixture &fixture, const QString &table)
    {
        const auto catalogue = shippedCatalogue();
        const Occasion occasion{fixture->today(), fixture->actor(), fixture.clock()};
        const auto planned = previewRegister(**fixture->reader(), **catalogue, table, {}, occasion);
        if (!planned)
            qFatal("%s", qPrintable(planned.error().message));
        return *planned;
    }
    static RegisterPreview imported(const WorkspaceFixture &fixture, const QString &table)
    {
        const auto planned = preview(fixture, table);
        if (const auto done = importRegister(fixture.workspace(), planned); !done)
            qFatal("%s", qPrintable(done.error().message));
        return planned;
    }
};

QTEST_GUILESS_MAIN(RegisterPeopleTest)
#include "tst_registerpeople.moc"
