#include "core/catalogue/shippedcatalogue.h"
#include "core/workspace/itemstanding.h"

#include <rapidcheck.h>

#include <QTest>

using namespace plimsoll;
using State = Applicability::State;

class ItemStandingTest : public QObject
{
    Q_OBJECT

private:
    std::shared_ptr<const Catalogue> m_catalogue;

    [[nodiscard]] QList<ItemStanding> randomFindings() const
    {
        const auto finding = rc::gen::construct<ItemStanding>(
            rc::gen::element(State::Applies, State::ConditionNotMet, State::WaitsForEvent,
                             State::BorneByAnotherParty),
            rc::gen::map(rc::gen::element(Answer::Met, Answer::PartlyMet, Answer::NotMet,
                                          Answer::NotApplicable, Answer::NotAnswered),
                         [](Answer answer) { return quint8(answer); }));
        const auto all = *rc::gen::container<std::vector<ItemStanding>>(m_catalogue->items().size(), finding);
        return {all.cbegin(), all.cend()};
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto catalogue = shippedCatalogue();
        QVERIFY(catalogue);
        m_catalogue = *catalogue;
    }

    void findingsAreReadAsTheyWereWritten()
    {
        QVERIFY(rc::check([this] {
            const auto findings = randomFindings();
            const auto read = findingsFromText(*m_catalogue, findingsText(*m_catalogue, findings).toUtf8());
            RC_ASSERT(read.has_value());
            RC_ASSERT(*read == findings);
        }));
    }

    void whatIsCutShortOrGoesOnIsNoFindings()
    {
        QVERIFY(rc::check([this] {
            const QByteArray text = findingsText(*m_catalogue, randomFindings()).toUtf8();
            const auto length = *rc::gen::inRange<qsizetype>(0, text.size());
            RC_ASSERT(!findingsFromText(*m_catalogue, text.first(length)));
            RC_ASSERT(!findingsFromText(*m_catalogue, text + text.last(1)));
        }));
    }

    void anItemTheFindingsDoNotNameWasNoPartOfTheAssessment()
    {
        const auto read = findingsFromText(*m_catalogue, R"({"5.1.1-1":["applies","met"]})");

        QVERIFY(read);
        for (const Item &item : m_catalogue->items()) {
            const bool isNamed = item.id == QLatin1StringView("5.1.1-1");
            QCOMPARE(read->at(item.ordinal).standing(), isNamed ? Standing::Met : Standing::NotApplicable);
        }
    }
};

QTEST_GUILESS_MAIN(ItemStandingTest)
#include "tst_itemstanding.moc"
