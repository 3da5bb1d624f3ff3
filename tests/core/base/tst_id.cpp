#include "core/base/id.h"

#include <QSet>
#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

namespace {

struct Thing;

}

class IdTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void generatedIdsAreVersion7AndSortByTime()
    {
        const FixedClock earlier(QDateTime::fromMSecsSinceEpoch(1'000'000'000'000, Qt::UTC));
        const FixedClock later(QDateTime::fromMSecsSinceEpoch(1'000'000'000'001, Qt::UTC));

        const auto first = Id<Thing>::generate(earlier).text();
        const auto second = Id<Thing>::generate(later).text();

        QCOMPARE(first.at(14), u'7');
        QVERIFY(QStringLiteral("89ab").contains(first.at(19)));
        QVERIFY(first < second);
    }

    void generatedIdsDoNotRepeat()
    {
        const FixedClock clock(QDateTime::fromMSecsSinceEpoch(1'000'000'000'000, Qt::UTC));
        QSet<Id<Thing>> seen;

        for (int i = 0; i < 10'000; ++i)
            seen.insert(Id<Thing>::generate(clock));

        QCOMPARE(seen.size(), 10'000);
    }

    void thePairDecidesTheId()
    {
        const auto one = Id<Thing>::ofPair("thing"_L1, {u"a"_s, u"b"_s});

        QCOMPARE(one, Id<Thing>::ofPair("thing"_L1, {u"a"_s, u"b"_s}));
        QVERIFY(one != Id<Thing>::ofPair("thing"_L1, {u"b"_s, u"a"_s}));
        QVERIFY(one != Id<Thing>::ofPair("other"_L1, {u"a"_s, u"b"_s}));
        QCOMPARE(one.uuid().version(), QUuid::Sha1);
    }

    void textFormIsLowerCaseWithoutBracesAndReadsBack()
    {
        const auto id = Id<Thing>::ofPair("thing"_L1, {u"a"_s});

        QCOMPARE(id.text(), id.text().toLower());
        QCOMPARE(id.text().size(), 36);
        QCOMPARE(Id<Thing>::fromText(id.text()), id);
        QVERIFY(Id<Thing>::fromText(u"no id").isNull());
    }
};

QTEST_APPLESS_MAIN(IdTest)
#include "tst_id.moc"
