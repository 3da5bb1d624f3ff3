#include "core/catalogue/shippedcatalogue.h"
#include "core/sample/samplereader.h"
#include "core/sample/sampleworkspace.h"
#include "core/sample/storydays.h"
#include "core/workspace/overview.h"
#include "core/workspace/problems.h"
#include "core/workspace/readinesshistory.h"
#include "core/workspace/workspace.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plimsoll;

namespace {

template <class T>
T orFail(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().message));
    return std::move(*result);
}

FixedClock clockOn(const QDate &day)
{
    return FixedClock(QDateTime(day, QTime(9, 30), Qt::UTC));
}

/// What anybody reads in the sample: of each answer, event, limitation and piece of evidence its text.
QStringList textsOf(const Sample &sample)
{
    QStringList texts;
    const auto addAnswers = [&](const QList<SampleAnswer> &answers) {
        for (const auto &answer : answers)
            texts << answer.item + u' ' + answer.rationale;
    };
    for (const auto &platform : sample.platforms)
        addAnswers(platform.answers);
    for (const auto &system : sample.systems) {
        addAnswers(system.answers);
        for (const auto &event : system.events)
            texts << event.event + u' ' + event.note;
        for (const auto &limitation : system.limitations)
            texts << limitation.statement;
        for (const auto &asset : system.assets)
            texts << asset.name + u' ' + asset.version + u' ' + asset.originUrl;
        for (const auto &reliance : system.reliances)
            texts << reliance.reference + u' ' + reliance.ownDuty;
    }
    for (const auto &evidence : sample.evidence) {
        texts << evidence.title + u' ' + evidence.file + u' ' + evidence.version;
        texts << QString::fromUtf8(QJsonDocument(evidence.content).toJson());
    }
    return texts;
}

QString withoutDays(QString text)
{
    static const QRegularExpression day(
        u"(?<!\\d)20[1-9]\\d(-\\d\\d)?(-\\d\\d)?(?!\\d)"
        "|\\b(January|February|March|April|May|June|July|August|September|October|November|December"
        "|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)\\b"_s);
    return text.replace(day, u"#"_s);
}

/// Everything that is counted on the day the sample was made.
QStringList pictureOf(const QDate &day)
{
    const QTemporaryDir dir;
    const auto folder = dir.filePath(u"Sample.plimsoll"_s);
    const auto clock = clockOn(day);
    if (const auto made = makeSampleWorkspace(folder, clock); !made)
        return {made.error().message};
    const auto catalogue = orFail(shippedCatalogue());
    const auto workspace = orFail(Workspace::open(folder, Workspace::Access::ReadOnly, clock));
    const auto overview = orFail(readOverview(*workspace, catalogue));
    const auto point = pointOf(overview);
    QStringList picture;
    const auto add = [&](const QString &name, qint64 number) {
        picture << name + u": "_s + QString::number(number);
    };
    add(u"shall met"_s, point.shall.met);
    add(u"shall partly met"_s, point.shall.partlyMet);
    add(u"should met"_s, point.should.met);
    add(u"releases ahead"_s, overview.blockers.releases);
    add(u"before a release"_s, overview.blockers.inAll);
    add(u"overdue"_s, overview.overdue.inAll);
    add(u"outdated"_s, overview.outdated.inAll);
    add(u"expiring"_s, overview.lapsingInAll);
    add(u"lapsed"_s, overview.lapsedInAll);
    for (const auto freshness : allFreshness)
        add(u"evidence %1"_s.arg(int(freshness)), overview.evidence.of(freshness));
    for (const auto &standing : overview.systems) {
        const auto checklist =
            orFail(readChecklist(*orFail(workspace->reader()), catalogue, standing.id, workspace->today()));
        add(u"exceptions of "_s + standing.name, problemsOf(checklist, workspace->today()).size());
        add(u"open in "_s + standing.name, checklist.unanswered());
    }
    return picture;
}

}

class SampleDaysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatNamesADayIsMovedWithTheStory_data()
    {
        QTest::addColumn<QDate>("toldOn");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const QDate aYearOn(2027, 11, 21);
        const QDate tenDaysOn(2026, 12, 1);
        QTest::newRow("day") << tenDaysOn << u"by 2026-11-25T02:00:00Z."_s << u"by 2026-12-05T02:00:00Z."_s;
        QTest::newRow("over February") << QDate(2028, 2, 29) << u"2026-11-22"_s << u"2028-03-01"_s;
        QTest::newRow("file") << aYearOn << u"list-2026-10.csv"_s << u"list-2027-10.csv"_s;
        QTest::newRow("month") << aYearOn << u"March 2027, in May"_s << u"March 2028, in May"_s;
        QTest::newRow("over new year")
            << QDate(2027, 2, 20) << u"October 2026, in October"_s << u"January 2027, in January"_s;
        QTest::newRow("label") << QDate(2027, 1, 21) << u"\"JAN\", \"DEC\""_s << u"\"MAR\", \"FEB\""_s;
        QTest::newRow("year") << aYearOn << u"from 2019 to 2026"_s << u"from 2020 to 2027"_s;
        QTest::newRow("near by") << tenDaysOn << u"2019, October 2026, June"_s
                                 << u"2019, October 2026, June"_s;
        QTest::newRow("no day") << aYearOn << u"2026-02-30, 20264, 2000, Marching"_s
                                << u"2026-02-30, 20264, 2000, Marching"_s;
    }
    void whatNamesADayIsMovedWithTheStory()
    {
        QFETCH(QDate, toldOn);
        QFETCH(QString, text);
        QFETCH(QString, expected);

        QCOMPARE(StoryDays(QDate(2026, 11, 21), toldOn).moved(text), expected);
    }

    void aSampleOfAnyDayTeachesTheSamePicture()
    {
        const auto first = pictureOf(QDate(2026, 11, 22));

        QVERIFY2(!first.contains(u"releases ahead: 0"_s) && !first.contains(u"before a release: 0"_s),
                 qPrintable(first.join(u'\n')));
        QVERIFY2(!first.contains(u"overdue: 0"_s) && !first.contains(u"expiring: 0"_s) &&
                     !first.contains(u"lapsed: 0"_s),
                 qPrintable(first.join(u'\n')));
        QCOMPARE(pictureOf(QDate(2028, 2, 29)), first);
        QCOMPARE(pictureOf(QDate(2031, 1, 31)), first);
    }

    void samplesOfTwoDaysDifferByDaysAlone()
    {
        const auto now = textsOf(orFail(readSample(clockOn(QDate(2026, 11, 22)))));
        const auto later = textsOf(orFail(readSample(clockOn(QDate(2028, 2, 29)))));

        QCOMPARE(later.size(), now.size());
        for (qsizetype text = 0; text < now.size(); ++text)
            QCOMPARE(withoutDays(later[text]), withoutDays(now[text]));
        QCOMPARE(textsOf(orFail(readSample(clockOn(QDate(2028, 2, 29))))), later);
    }

    void noDayOfTheStoryStaysBehind()
    {
        static const QRegularExpression longAgo(u"(?<!\\d)20(1[5-9]|2\\d|3\\d)(?!\\d)"_s);

        const auto texts = textsOf(orFail(readSample(clockOn(QDate(2071, 5, 6)))));

        for (const auto &text : texts)
            QVERIFY2(!longAgo.match(text).hasMatch(), qPrintable(text));
    }

    void theDayIsTheOneInTheTimeZoneOfTheSample()
    {
        const FixedClock lateInTheEvening(QDateTime(QDate(2027, 6, 30), QTime(23, 30), Qt::UTC));

        QCOMPARE(orFail(readSample(lateInTheEvening)).asOf, QDate(2027, 7, 1));
    }
};

QTEST_GUILESS_MAIN(SampleDaysTest)
#include "tst_sampledays.moc"
