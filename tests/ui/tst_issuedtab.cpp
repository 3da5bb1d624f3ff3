#include "ui/pages/packages/issuedtab.h"
#include "ui/widgets/choicefield.h"

#include <QPushButton>
#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

namespace {

IssuedPackage called(const QString &fileName, IssueState state)
{
    const SystemClock clock;
    IssuedPackage package;
    package.id = Id<IssuedPackage>::generate(clock);
    package.fileName = fileName;
    package.issuedAt = clock.now();
    package.state = state;
    return package;
}

}

class IssuedTabTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyPackagesThatCountAreOfferedInThePlaceOfAnother()
    {
        IssuedTab tab;
        const IssuedPackage chosen = called(u"chosen.zip"_s, IssueState::Issued);
        const IssuedPackage other = called(u"other.zip"_s, IssueState::Issued);
        tab.setIssued({chosen, called(u"withdrawn.zip"_s, IssueState::Withdrawn),
                       called(u"replaced.zip"_s, IssueState::Replaced), other});
        tab.choose(chosen.id);

        tab.findChild<QPushButton *>(u"packages/replace"_s)->click();

        const auto *by = tab.findChild<ChoiceField *>(u"packages/by"_s);
        QCOMPARE(by->count(), 1);
        QCOMPARE(by->key(), other.id.text());
        QVERIFY(tab.findChild<QPushButton *>(u"packages/replace/do"_s)->isEnabled());
    }

    void whereNoOtherCountsNothingCanBeMarked()
    {
        IssuedTab tab;
        const IssuedPackage chosen = called(u"chosen.zip"_s, IssueState::Issued);
        tab.setIssued({chosen, called(u"withdrawn.zip"_s, IssueState::Withdrawn)});
        tab.choose(chosen.id);

        tab.findChild<QPushButton *>(u"packages/replace"_s)->click();

        QVERIFY(!tab.findChild<QPushButton *>(u"packages/replace/do"_s)->isEnabled());
    }
};

QTEST_MAIN(IssuedTabTest)
#include "tst_issuedtab.moc"
