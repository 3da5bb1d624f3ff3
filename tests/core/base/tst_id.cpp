#include "core/base/id.h"

#include <QSet>
#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

namespace {

struct Owner;
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
        const auto a = Id<Owner>::fromText(u"01a204e2-7244-7b5f-9d5e-f52a4b677c4a");
        const auto b = Id<Owner>::fromText(u"01a204e2-7244-7b5f-9d5e-f52a4b677c4b");
        const auto one = Id<Thing>::ofPair("thing"_L1, a, {u"b"_s});

        QCOMPARE(one, Id<Thing>::ofPair("thing"_L1, a, {u"b"_s}));
        QVERIFY(one != Id<Thing>::ofPair("thing"_L1, b, {u"b"_s}));
        QVERIFY(one != Id<Thing>::ofPair("thing"_L1, a, {u"c"_s}));
        QVERIFY(one != Id<Thing>::ofPair("other"_L1, a, {u"b"_s}));
    }

    /// Else every row of a large import falls on another page of the indexes.
    void whatBelongsToOneThingSortsTogether()
    {
        const auto owner = Id<Owner>::fromText(u"01a204e2-7244-7b5f-9d5e-f52a4b677c4a");

        const QString text = Id<Thing>::ofPair("thing"_L1, owner, {u"b"_s}).text();

        QCOMPARE(text.left(18), u"01a204e2-7244-8b5f"_s);
        QVERIFY(QStringLiteral("89ab").contains(text.at(19)));
    }

    void textFormIsLowerCaseWithoutBracesAndReadsBack()
    {
        const auto id =
            Id<Thing>::ofPair("thing"_L1, Id<Owner>::fromText(u"01A204E2-7244-7B5F-9D5E-F52A4B677C4A"));

        QCOMPARE(id.text(), id.text().toLower());
        QCOMPARE(id.text().size(), 36);
        QCOMPARE(Id<Thing>::fromText(id.text()), id);
        QVERIFY(Id<Thing>::fromText(u"no id").isNull());
    }
};

QTEST_APPLESS_MAIN(IdTest)
#include "tst_id.moc"
