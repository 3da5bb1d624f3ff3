#include "core/catalogue/cataloguereader.h"

#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

/// The shipped catalogue against the numbers of the standard, counted independently of the reader.
class En304223Test : public QObject
{
    Q_OBJECT

private:
    std::optional<Catalogue> m_catalogue;

    [[nodiscard]] const Catalogue &catalogue() const { return *m_catalogue; }
    [[nodiscard]] int count(const std::function<bool(const Provision &)> &isMeant) const
    {
        return int(std::ranges::count_if(catalogue().provisions(), isMeant));
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto read =
            readCatalogueFile(qEnvironmentVariable("PLIMSOLL_SOURCE") + u"/catalogue/en-304-223.yaml"_s);
        QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
        m_catalogue = *read;
    }

    void itHasFivePhasesThirteenPrinciplesSeventyTwoProvisionsAndEightyOneItems()
    {
        QCOMPARE(catalogue().phases().size(), 5u);
        QCOMPARE(catalogue().principles().size(), 13u);
        QCOMPARE(catalogue().provisions().size(), 72u);
        QCOMPARE(catalogue().items().size(), 81u);
        QCOMPARE(catalogue().facts().size(), 18u);
        QCOMPARE(catalogue().events().size(), 8u);
        QCOMPARE(catalogue().presets().size(), 4u);
        QCOMPARE(count([](const Provision &provision) { return !provision.parent.isEmpty(); }), 21);
    }

    void fortyNineProvisionsAreShallAndTwentyThreeShould()
    {
        QCOMPARE(count([](const Provision &provision) { return provision.verb == Verb::Shall; }), 49);
        QCOMPARE(count([](const Provision &provision) { return provision.verb == Verb::Should; }), 23);
    }

    void eachPhaseHasItsShallAndShould_data()
    {
        QTest::addColumn<QString>("phase");
        QTest::addColumn<int>("shall");
        QTest::addColumn<int>("should");
        QTest::newRow("design") << u"design"_s << 18 << 8;
        QTest::newRow("development") << u"development"_s << 22 << 9;
        QTest::newRow("deployment") << u"deployment"_s << 4 << 1;
        QTest::newRow("maintenance") << u"maintenance"_s << 3 << 5;
        QTest::newRow("end of life") << u"end-of-life"_s << 2 << 0;
    }

    void eachPhaseHasItsShallAndShould()
    {
        QFETCH(const QString, phase);
        const auto index = int(catalogue().phase(phase) - catalogue().phases().data());
        const auto spoken = [index](Verb verb) {
            return [index, verb](const Provision &provision) {
                return provision.phase == index && provision.verb == verb;
            };
        };

        QTEST(count(spoken(Verb::Shall)), "shall");
        QTEST(count(spoken(Verb::Should)), "should");
    }

    void thirtyOneProvisionsAreConditional()
    {
        const auto hasRule = [](const Provision &provision) {
            return provision.rule != ApplicabilityRule() ||
                   std::ranges::any_of(provision.parts, [](const ProvisionPart &part) {
                       return part.rule != ApplicabilityRule();
                   });
        };

        QCOMPARE(count(hasRule), 31);
        QCOMPARE(count([](const Provision &provision) { return !provision.condition.isEmpty(); }), 31);
    }

    void nineProvisionsImplyTheirDutyHolders()
    {
        QCOMPARE(count([](const Provision &provision) { return provision.basis == HolderBasis::Implied; }),
                 9);
    }

    void eightProvisionsAreAnsweredPartByPart()
    {
        QStringList parted;
        for (const Provision &provision : catalogue().provisions()) {
            if (!provision.parts.empty())
                parted += provision.id;
        }

        QCOMPARE(parted, QStringList({u"5.1.2-7"_s, u"5.1.3-1"_s, u"5.1.3-2"_s, u"5.2.2-3"_s, u"5.2.4-1"_s,
                                      u"5.2.4-3"_s, u"5.3.1-1"_s, u"5.3.1-2"_s}));
        QVERIFY(!catalogue().item(u"5.2.4-3/b"_s));
        QVERIFY(!catalogue().item(u"5.2.4-3"_s));
        QCOMPARE(catalogue().item(u"5.2.4-3/a"_s)->verb, Verb::Should);
    }

    void fourDutiesAreHandedOver()
    {
        QStringList chains;
        for (const Provision &provision : catalogue().provisions()) {
            if (!provision.handOver.empty())
                chains += provision.id;
        }

        QCOMPARE(chains, QStringList({u"5.1.3-2"_s, u"5.3.1-1"_s, u"5.3.1-2"_s, u"5.4.1-1"_s}));
    }

    void whatIsOftenToldWronglyIsToldRight_data()
    {
        QTest::addColumn<QString>("item");
        QTest::addColumn<Verb>("verb");
        for (const char *id :
             {"5.2.1-3.1", "5.2.4-2.1", "5.4.1-2", "5.4.2-2", "5.4.2-4", "5.2.5-2.1", "5.1.3-1/b"})
            QTest::newRow(id) << QString::fromLatin1(id) << Verb::Should;
        for (const char *id : {"5.2.4-1.2", "5.2.4-2", "5.2.1-1", "5.2.3-2", "5.1.2-3", "5.5.1-1", "5.5.1-2"})
            QTest::newRow(id) << QString::fromLatin1(id) << Verb::Shall;
    }

    void whatIsOftenToldWronglyIsToldRight()
    {
        QFETCH(const QString, item);
        const Item *found = catalogue().item(item);

        QVERIFY(found);
        QTEST(found->verb, "verb");
    }

    void everyTitleFitsFortyCharactersAndIsGivenOnce()
    {
        QSet<QString> titles;
        for (const Provision &provision : catalogue().provisions()) {
            QVERIFY2(provision.title.size() <= 40, qPrintable(provision.title));
            QVERIFY2(!titles.contains(provision.title), qPrintable(provision.title));
            titles.insert(provision.title);
            for (const ProvisionPart &part : provision.parts)
                QVERIFY2(part.title.size() <= 40, qPrintable(part.title));
        }
    }

    void everyPhaseHasAMinimumSet()
    {
        for (const Phase &phase : catalogue().phases()) {
            const auto items = catalogue().itemsOf(phase);
            QVERIFY2(std::ranges::any_of(items, &Item::isMinimum), qPrintable(phase.title));
            QVERIFY(!std::ranges::all_of(items, &Item::isMinimum) || items.size() <= 2);
        }
    }

    void ordinalsFollowTheOrderOfTheStandard()
    {
        int ordinal = 0;
        for (const Provision &provision : catalogue().provisions()) {
            for (const Item &item : catalogue().itemsOf(provision)) {
                QCOMPARE(item.ordinal, ordinal++);
                QCOMPARE(catalogue().item(item.id), &catalogue().items()[size_t(item.ordinal)]);
                QVERIFY(item.id.startsWith(provision.id));
            }
        }
        QCOMPARE(ordinal, 81);
    }

    void phasesShareOutAllItems()
    {
        size_t items = 0;
        for (const Phase &phase : catalogue().phases())
            items += catalogue().itemsOf(phase).size();

        QCOMPARE(items, 81u);
    }

    void noTwoProvisionsShareADigest()
    {
        QSet<QString> digests;
        for (const Provision &provision : catalogue().provisions())
            digests.insert(provision.digest.hex());

        QCOMPARE(digests.size(), 72);
    }
};

QTEST_APPLESS_MAIN(En304223Test)
#include "tst_en304223.moc"
