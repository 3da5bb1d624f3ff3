#include "core/catalogue/applicability.h"
#include "core/catalogue/shippedcatalogue.h"
#include "core/sample/samplereader.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace plimsoll;

namespace {

template <class T>
QSet<QString> idsOf(const QList<T> &things)
{
    QSet<QString> ids;
    for (const auto &thing : things)
        ids << thing.id;
    return ids;
}

/// Every answer of the sample with the name of whoever gives it.
QList<std::pair<QString, SampleAnswer>> allAnswers(const Sample &sample)
{
    QList<std::pair<QString, SampleAnswer>> answers;
    for (const auto &platform : sample.platforms) {
        for (const auto &answer : platform.answers)
            answers.emplaceBack(platform.id, answer);
    }
    for (const auto &system : sample.systems) {
        for (const auto &answer : system.answers)
            answers.emplaceBack(system.id, answer);
    }
    return answers;
}

/// What the sample says of a system, without its people's decisions on items.
Circumstances circumstancesOf(const SampleSystem &system, const Sample &sample)
{
    Circumstances circumstances;
    for (const auto &party : sample.parties) {
        RoleHolder holder{.party = party.name, .isOwn = party.kind != PartyKind::Supplier, .roles = {}};
        for (const auto &role : system.roles) {
            if (role.party == party.id)
                holder.roles.insert(role.role);
        }
        if (!holder.roles.isEmpty())
            circumstances.holders.push_back(holder);
    }
    for (const auto &fact : system.facts)
        circumstances.facts[fact.fact] = {.holds = fact.holds, .because = {}};
    for (const auto &event : system.events)
        circumstances.events[event.event] = event.on;
    return circumstances;
}

}

class SampleContentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto sample = readSample(SystemClock());
        QVERIFY2(sample, sample ? "" : qPrintable(sample.error().message));
        m_sample = *sample;
        auto catalogue = shippedCatalogue();
        QVERIFY2(catalogue, catalogue ? "" : qPrintable(catalogue.error().message));
        m_catalogue = *catalogue;
    }

    void handlesAreGivenOnce()
    {
        QCOMPARE(idsOf(m_sample.persons).size(), m_sample.persons.size());
        QCOMPARE(idsOf(m_sample.parties).size(), m_sample.parties.size());
        QCOMPARE(idsOf(m_sample.evidence).size(), m_sample.evidence.size());
        QSet<QString> files;
        for (const auto &evidence : m_sample.evidence)
            files << evidence.file;
        QCOMPARE(files.size(), m_sample.evidence.size());
    }

    void everyItemFactAndEventIsTheCataloguesOwn()
    {
        for (const auto &[of, answer] : allAnswers(m_sample))
            QVERIFY2(m_catalogue->item(answer.item), qPrintable(of + u' ' + answer.item));
        for (const auto &system : m_sample.systems) {
            QSet<QString> facts;
            for (const auto &fact : system.facts) {
                QVERIFY2(m_catalogue->fact(fact.fact), qPrintable(fact.fact));
                facts << fact.fact;
            }
            QCOMPARE(facts.size(), qsizetype(m_catalogue->facts().size()));
            for (const auto &event : system.events)
                QVERIFY2(m_catalogue->event(event.event), qPrintable(event.event));
            for (const auto &reliance : system.reliances)
                QVERIFY2(m_catalogue->item(reliance.item), qPrintable(reliance.item));
        }
    }

    void exactlyWhatAppliesIsAnsweredAndWhatOthersBearIsReliedUpon()
    {
        for (const auto &system : m_sample.systems) {
            QSet<QString> own;
            QSet<QString> inherited;
            QSet<QString> relied;
            for (const auto &answer : system.answers)
                own << answer.item;
            for (const auto &platform : m_sample.platforms) {
                for (const auto &answer : platform.answers) {
                    if (system.platforms.contains(platform.id))
                        inherited << answer.item;
                }
            }
            for (const auto &reliance : system.reliances)
                relied << reliance.item;

            const auto applicability = applicabilityOf(*m_catalogue, circumstancesOf(system, m_sample));
            for (const auto &item : m_catalogue->items()) {
                const auto state = applicability[size_t(item.ordinal)].state;
                const bool applies = state == Applicability::State::Applies;
                const auto where = system.id + u' ' + item.id;
                QVERIFY2(!applies || own.contains(item.id) || inherited.contains(item.id), qPrintable(where));
                QVERIFY2(applies || !own.contains(item.id), qPrintable(where));
                QVERIFY2(relied.contains(item.id) == (state == Applicability::State::BorneByAnotherParty),
                         qPrintable(where));
            }
        }
    }

    void anAnswerInPlaceOfACommonOneSaysWhy()
    {
        for (const auto &system : m_sample.systems) {
            QSet<QString> common;
            for (const auto &platform : m_sample.platforms) {
                for (const auto &answer : platform.answers)
                    common << answer.item;
            }
            for (const auto &answer : system.answers)
                QVERIFY2(common.contains(answer.item) == !answer.overrideReason.isEmpty(),
                         qPrintable(system.id + u' ' + answer.item));
        }
    }

    void noTwoPlatformsAnswerTheSameItem()
    {
        QSet<QString> items;
        for (const auto &platform : m_sample.platforms) {
            for (const auto &answer : platform.answers) {
                QVERIFY2(!items.contains(answer.item), qPrintable(answer.item));
                items << answer.item;
            }
        }
    }

    void everyoneNamedExists()
    {
        const auto persons = idsOf(m_sample.persons);
        const auto parties = idsOf(m_sample.parties);
        const auto person = [&](const QString &id) {
            return persons.contains(id) || id.isEmpty();
        };
        for (const auto &somebody : m_sample.persons)
            QVERIFY2(parties.contains(somebody.party), qPrintable(somebody.id));
        for (const auto &[of, answer] : allAnswers(m_sample)) {
            QVERIFY2(persons.contains(answer.by) && person(answer.owner) && person(answer.approvedBy),
                     qPrintable(of + u' ' + answer.item));
        }
        for (const auto &evidence : m_sample.evidence) {
            QVERIFY2(persons.contains(evidence.collectedBy) && person(evidence.approvedBy),
                     qPrintable(evidence.id));
        }
        for (const auto &system : m_sample.systems) {
            QVERIFY(persons.contains(system.businessOwner) && persons.contains(system.technicalOwner) &&
                    persons.contains(system.assessment.assessor));
            QVERIFY(system.supplier.isEmpty() || parties.contains(system.supplier));
            for (const auto &role : system.roles)
                QVERIFY(parties.contains(role.party));
            for (const auto &fact : system.facts)
                QVERIFY2(persons.contains(fact.by), qPrintable(fact.fact));
            for (const auto &asset : system.assets)
                QVERIFY2(asset.supplier.isEmpty() || parties.contains(asset.supplier), qPrintable(asset.id));
            for (const auto &reliance : system.reliances)
                QVERIFY2(parties.contains(reliance.party) && persons.contains(reliance.by),
                         qPrintable(reliance.item));
        }
    }

    void aGapHasAnOwnerAndADate()
    {
        for (const auto &[of, answer] : allAnswers(m_sample)) {
            if (answer.answer != Answer::PartlyMet && answer.answer != Answer::NotMet)
                continue;
            QVERIFY2(!answer.owner.isEmpty() && answer.due.isValid(), qPrintable(of + u' ' + answer.item));
        }
    }

    void aNotApplicableHasAnApproverWhoIsNotItsAuthorAndAReviewDate()
    {
        for (const auto &[of, answer] : allAnswers(m_sample)) {
            if (answer.answer != Answer::NotApplicable)
                continue;
            QVERIFY2(!answer.approvedBy.isEmpty() && answer.approvedBy != answer.by,
                     qPrintable(of + u' ' + answer.item));
            QVERIFY2(answer.reviewOn > m_sample.asOf, qPrintable(of + u' ' + answer.item));
        }
    }

    void someGapsAreOverdueAndSomeDueWithinAMonth()
    {
        int overdue = 0;
        int soon = 0;
        for (const auto &[of, answer] : allAnswers(m_sample)) {
            if (!answer.due.isValid())
                continue;
            overdue += answer.due < m_sample.asOf;
            soon += answer.due >= m_sample.asOf && answer.due <= m_sample.asOf.addMonths(1);
        }
        QVERIFY2(overdue >= 5, qPrintable(QString::number(overdue)));
        QVERIFY2(soon >= 5, qPrintable(QString::number(soon)));
    }

    void datesAreInOrder()
    {
        for (const auto &[of, answer] : allAnswers(m_sample))
            QVERIFY2(answer.on <= m_sample.asOf, qPrintable(of + u' ' + answer.item));
        for (const auto &platform : m_sample.platforms) {
            for (const auto &answer : platform.answers)
                QVERIFY2(answer.on >= platform.assessment.startedOn,
                         qPrintable(platform.id + u' ' + answer.item));
        }
        for (const auto &system : m_sample.systems) {
            QVERIFY(system.assessment.from < system.assessment.to);
            QVERIFY(system.lastReview < system.nextReview && system.lastReview <= m_sample.asOf);
            for (const auto &answer : system.answers)
                QVERIFY2(answer.on >= system.assessment.startedOn,
                         qPrintable(system.id + u' ' + answer.item));
            for (const auto &event : system.events)
                QVERIFY2(event.on <= m_sample.asOf, qPrintable(system.id + u' ' + event.event));
            for (const auto &asset : system.assets)
                QVERIFY2(asset.acquiredAt.date() <= m_sample.asOf, qPrintable(asset.id));
        }
    }

    void evidenceIsCollectedAfterItBeginsAndBeforeItLapses()
    {
        for (const auto &evidence : m_sample.evidence) {
            const auto *id = qPrintable(evidence.id);
            QVERIFY2(evidence.coversFrom <= evidence.coversTo, id);
            QVERIFY2(evidence.coversTo <= evidence.validUntil, id);
            QVERIFY2(evidence.coversFrom <= evidence.collectedOn, id);
            QVERIFY2(evidence.collectedOn <= evidence.validUntil, id);
            QVERIFY2(evidence.collectedOn <= m_sample.asOf, id);
            QCOMPARE(evidence.state == DocumentState::Approved, evidence.approvedOn.isValid());
            QCOMPARE(evidence.state == DocumentState::Approved, !evidence.approvedBy.isEmpty());
        }
    }

    void evidenceServesOnlyWhatIsAnsweredOrReliedUpon()
    {
        QSet<QString> known;
        for (const auto &[of, answer] : allAnswers(m_sample))
            known << of + u' ' + answer.item;
        for (const auto &system : m_sample.systems) {
            for (const auto &reliance : system.reliances)
                known << system.id + u' ' + reliance.item;
        }
        for (const auto &evidence : m_sample.evidence) {
            QVERIFY2(!evidence.uses.isEmpty(), qPrintable(evidence.id));
            for (const auto &use : evidence.uses) {
                for (const auto &item : use.items)
                    QVERIFY2(known.contains(use.of + u' ' + item),
                             qPrintable(evidence.id + u' ' + use.of + u' ' + item));
            }
        }
    }

    void whateverIsMetRestsOnApprovedEvidenceThatHasNotLapsed()
    {
        QSet<QString> proven;
        for (const auto &evidence : m_sample.evidence) {
            if (evidence.state != DocumentState::Approved || evidence.validUntil < m_sample.asOf)
                continue;
            for (const auto &use : evidence.uses) {
                for (const auto &item : use.items)
                    proven << use.of + u' ' + item;
            }
        }
        for (const auto &[of, answer] : allAnswers(m_sample)) {
            if (answer.answer == Answer::Met)
                QVERIFY2(proven.contains(of + u' ' + answer.item), qPrintable(of + u' ' + answer.item));
        }
    }

    void itIsLargeEnoughToTeachWith()
    {
        int common = 0;
        for (const auto &platform : m_sample.platforms)
            common += int(platform.answers.size());
        QSet<QString> kinds;
        for (const auto &evidence : m_sample.evidence)
            kinds << evidence.content["make"_L1].toString();
        const auto count = [&](auto claim) {
            return std::count_if(m_sample.evidence.begin(), m_sample.evidence.end(), claim);
        };

        QVERIFY(m_sample.evidence.size() >= 40);
        QVERIFY(common >= 15);
        QCOMPARE(kinds,
                 (QSet<QString>{u"pdf"_s, u"png"_s, u"csv"_s, u"log"_s, u"sha256sums"_s, u"markdown"_s}));
        QVERIFY(count([](const SampleEvidence &e) { return e.state == DocumentState::Draft; }) >= 1);
        QVERIFY(count([&](const SampleEvidence &e) { return e.validUntil < m_sample.asOf; }) >= 1);
        QVERIFY(count([](const SampleEvidence &e) { return e.uses.size() > 1; }) >= 10);
    }

private:
    Sample m_sample;
    std::shared_ptr<const Catalogue> m_catalogue;
};

QTEST_APPLESS_MAIN(SampleContentTest)
#include "tst_samplecontent.moc"
