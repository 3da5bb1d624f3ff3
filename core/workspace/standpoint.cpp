#include "core/workspace/standpoint.h"

#include "core/base/parallel.h"

namespace plimsoll {

namespace {

/// What is counted of an answer: a "met" that rests on drafts alone is partly met.
quint8 countedAt(const Standpoint &point, size_t place)
{
    const quint8 answer = point.given[place];
    if (answer != quint8(Answer::Met) || !point.onDrafts.contains(qint64(place)))
        return answer;
    return quint8(Answer::PartlyMet);
}

/// What a platform of the system answers, and which.
struct InheritedAnswer
{
    int platform = -1;
    quint8 counted = Standpoint::noResponse;
};

bool isAnswer(quint8 counted)
{
    return counted != Standpoint::noResponse && counted != quint8(Answer::NotAnswered);
}

quint8 ownOf(const Catalogue &catalogue, const Standpoint &point, size_t system, int item)
{
    const int own = point.assessmentOfSystem[system];
    return own < 0 ? Standpoint::noResponse : countedAt(point, Standpoint::place(catalogue, own, item));
}

/// Of the first platform that gives an answer; else of the first that once gave one.
InheritedAnswer inheritedOf(const Catalogue &catalogue, const Standpoint &point, size_t system, int item)
{
    InheritedAnswer found;
    for (const int platform : point.platformsOfSystem[system]) {
        const int common = point.assessmentOfPlatform[size_t(platform)];
        const size_t place = common < 0 ? 0 : Standpoint::place(catalogue, common, item);
        if (common < 0 || point.given[place] == Standpoint::noResponse)
            continue;
        if (found.platform < 0 || point.given[place] != quint8(Answer::NotAnswered))
            found = {platform, countedAt(point, place)};
        if (isAnswer(found.counted))
            break;
    }
    return found;
}

Answer asAnswer(quint8 counted)
{
    return counted == Standpoint::noResponse || counted == Standpoint::unapproved ? Answer::NotAnswered
                                                                                  : Answer(counted);
}

Answer countedFor(const Catalogue &catalogue, const Standpoint &point, size_t system, int item)
{
    const quint8 own = ownOf(catalogue, point, system, item);
    return asAnswer(isAnswer(own) ? own : inheritedOf(catalogue, point, system, item).counted);
}

/// Whether what counts as settled still lacks a person's word, as whatBlocks().
bool awaitsPerson(const Catalogue &catalogue, const Standpoint &point, size_t system, int item)
{
    const auto isAmong = [&](const QSet<qint64> &places, int assessment) {
        return assessment >= 0 && places.contains(qint64(Standpoint::place(catalogue, assessment, item)));
    };
    const ItemStanding &found = point.systems[system].items[item];
    const int assessment = point.assessmentOfSystem[system];
    if (found.state == Applicability::State::ConditionNotMet)
        return isAmong(point.carriedDecisions, assessment);
    if (found.state == Applicability::State::BorneByAnotherParty)
        return isAmong(point.carriedReliances, assessment);
    if (found.state != Applicability::State::Applies || found.isOpen())
        return false;
    if (found.answer() == Answer::NotApplicable && isAmong(point.unapprovedDecisions, assessment))
        return true;
    if (isAnswer(ownOf(catalogue, point, system, item)))
        return isAmong(point.carried, assessment);
    if (point.findings.contains(assessment))
        return isAmong(point.carriedCommon, assessment);
    const int platform = inheritedOf(catalogue, point, system, item).platform;
    return platform >= 0 && isAmong(point.carried, point.assessmentOfPlatform[size_t(platform)]);
}

void noteUnsettled(const Catalogue &catalogue, Standpoint &point, size_t system)
{
    if (point.carried.isEmpty() && point.carriedCommon.isEmpty() && point.carriedDecisions.isEmpty() &&
        point.carriedReliances.isEmpty() && point.unapprovedDecisions.isEmpty())
        return;
    for (int item = 0; item < int(catalogue.items().size()); ++item) {
        if (awaitsPerson(catalogue, point, system, item))
            point.systems[system].unsettled.append(item);
    }
}

}

std::optional<MovedAnswer> movedAnswer(const Catalogue &catalogue, const Standpoint &point, size_t system)
{
    const auto findings = point.findings.constFind(point.assessmentOfSystem[system]);
    if (findings == point.findings.cend())
        return std::nullopt;
    std::optional<MovedAnswer> moved;
    for (int item = 0; item < int(findings->size()); ++item) {
        const ItemStanding &then = findings->at(item);
        if (then.state != Applicability::State::Applies || then.answer() == Answer::NotAnswered ||
            isAnswer(ownOf(catalogue, point, system, item)))
            continue;
        const InheritedAnswer common = inheritedOf(catalogue, point, system, item);
        const Answer now = asAnswer(common.counted);
        if (now == then.answer())
            continue;
        if (moved)
            ++moved->others;
        else
            moved = {item, common.platform, then.answer(), now, 0};
    }
    return moved;
}

void stand(const Catalogue &catalogue, Standpoint &point)
{
    const int itemCount = int(catalogue.items().size());
    inRangesOnEveryCore(point.systems.size(), [&](size_t from, size_t until) {
        QHash<QByteArray, std::vector<Applicability>> known;
        for (size_t i = from; i < until; ++i) {
            const auto found = point.findings.constFind(point.assessmentOfSystem[i]);
            if (found != point.findings.cend()) {
                point.systems[i].items = *found;
                noteUnsettled(catalogue, point, i);
                continue;
            }
            const Situation &situation = point.situations[i];
            const QByteArray key = situation.decisions.isEmpty() ? situation.key() : QByteArray();
            auto applicability = key.isEmpty() ? known.end() : known.find(key);
            if (applicability == known.end())
                applicability = known.insert(key, judged(catalogue, situation));
            auto &items = point.systems[i].items;
            items.resize(itemCount);
            for (int item = 0; item < itemCount; ++item)
                items[item] = {(*applicability)[size_t(item)].state,
                               quint8(countedFor(catalogue, point, i, item))};
            noteUnsettled(catalogue, point, i);
        }
    });
}

}
