// "Start here": which of the open items of a checklist come first.
#include "tests/support/twosystems.h"
#include "ui/pages/checklist/itemlistmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <algorithm>
#include <functional>

using namespace plimsoll;
using namespace Qt::StringLiterals;

namespace {

const QString toConfirm = u"Carried over or inherited, to confirm"_s;
const QString minimumSet = u"Minimum set (our judgement)"_s;
const QString nextRelease = u"Needed for the next release"_s;
const QString otherShall = u"Every other shall"_s;
const QString everyShould = u"Every should"_s;
const QString settled = u"Met, not applicable or not due"_s;

enum class Whose { Own, Inherited };
enum class Since { ThisAssessment, TheOneBefore };

/// An answer as it stands in the checklist.
struct Given
{
    Answer answer = Answer::NotAnswered;
    Whose whose = Whose::Own;
    Since since = Since::ThisAssessment;
};

using Kind = std::function<bool(const Item &)>;

bool isUpToTheRelease(const Item &item)
{
    return item.phase <= int(LifecyclePhase::Deployment);
}

bool isMinimum(const Item &item)
{
    return item.isMinimum;
}

bool isReleaseShall(const Item &item)
{
    return !item.isMinimum && item.verb == Verb::Shall && isUpToTheRelease(item);
}

bool isLaterShall(const Item &item)
{
    return !item.isMinimum && item.verb == Verb::Shall && !isUpToTheRelease(item);
}

bool isShould(const Item &item)
{
    return !item.isMinimum && item.verb == Verb::Should;
}

}

Q_DECLARE_METATYPE(Given)
Q_DECLARE_METATYPE(Kind)

class StartHereTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_reading = {m_bank.checklist(m_bank.fraud), {}, {}};
        m_reading.checklist.system.phase = LifecyclePhase::Design;
        for (ChecklistLine &line : m_reading.checklist.lines)
            say(line, {});
    }

    void anItemStandsWhereItIsBestTakenUp_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<Given>("given");
        QTest::addColumn<QString>("heading");
        const auto row = [](const char *name, const Kind &kind, const Given &given, const QString &heading) {
            QTest::newRow(name) << kind << given << heading;
        };
        const Given open;
        const Since before = Since::TheOneBefore;
        row("carried over", isShould, {Answer::Met, Whose::Own, before}, toConfirm);
        row("carried over and not met", isMinimum, {Answer::NotMet, Whose::Own, before}, toConfirm);
        row("carried over on the platform", isShould, {Answer::Met, Whose::Inherited, before}, toConfirm);
        row("inherited and not met", isMinimum, {Answer::NotMet, Whose::Inherited}, toConfirm);
        row("inherited and partly met", isLaterShall, {Answer::PartlyMet, Whose::Inherited}, toConfirm);
        row("inherited and met", isMinimum, {Answer::Met, Whose::Inherited}, settled);
        row("of the minimum set", isMinimum, open, minimumSet);
        row("of the minimum set, partly met", isMinimum, {Answer::PartlyMet}, minimumSet);
        row("a shall up to the release", isReleaseShall, open, nextRelease);
        row("a shall of a later phase", isLaterShall, open, otherShall);
        row("a should", isShould, open, everyShould);
        row("a should, not met", isShould, {Answer::NotMet}, everyShould);
        row("met", isReleaseShall, {Answer::Met}, settled);
    }

    void anItemStandsWhereItIsBestTakenUp()
    {
        QFETCH(Kind, kind);
        QFETCH(Given, given);
        QFETCH(QString, heading);
        ChecklistLine &line = lineOf(kind);
        say(line, given);

        const auto rows = itemRows(m_reading);

        QCOMPARE(title(rows.at(size_t(line.ordinal)).urgency), heading);
    }

    void theGroupsFollowOneAnother()
    {
        say(lineOf(isShould), {Answer::Met, Whose::Own, Since::TheOneBefore});
        say(lineOf(isReleaseShall), {Answer::Met});
        ItemListModel model;
        const QAbstractItemModelTester tester(&model);
        model.setRows(itemRows(m_reading), *m_bank.catalogue);

        model.arrange({}, ItemOrder::StartHere);

        QStringList headings;
        for (int row = 0; row < model.rowCount(); ++row) {
            if (!model.at(row))
                headings.append(model.index(row).data().toString());
        }
        QCOMPARE(headings,
                 (QStringList{toConfirm, minimumSet, nextRelease, otherShall, everyShould, settled}));
    }

    void afterTheReleaseAnUpdateNeedsThePhaseTheSystemIsIn()
    {
        const ChecklistLine &line = lineOf([](const Item &item) {
            return isLaterShall(item) && item.phase == int(LifecyclePhase::Maintenance);
        });
        m_reading.checklist.system.phase = LifecyclePhase::Maintenance;

        const auto rows = itemRows(m_reading);

        QCOMPARE(title(rows.at(size_t(line.ordinal)).urgency), nextRelease);
    }

private:
    ChecklistLine &lineOf(const Kind &kind)
    {
        auto &lines = m_reading.checklist.lines;
        const auto found = std::ranges::find_if(
            lines, [&](const ChecklistLine &line) { return kind(m_reading.checklist.item(line)); });
        if (found == lines.end())
            qFatal("The catalogue has no such item");
        return *found;
    }

    static void say(ChecklistLine &line, const Given &given)
    {
        Response response;
        response.answer = given.answer;
        response.carried = given.since == Since::TheOneBefore;
        line.applicability = {};
        line.decision.reset();
        line.reliance.reset();
        line.own.reset();
        line.common.reset();
        (given.whose == Whose::Own ? line.own : line.common) = response;
        line.counted = given.answer;
    }

    TwoSystems m_bank;
    ChecklistReading m_reading;
};

QTEST_MAIN(StartHereTest)
#include "tst_starthere.moc"
