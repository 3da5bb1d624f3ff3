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

quint8 countedFor(const Catalogue &catalogue, const Standpoint &point, size_t system, int item)
{
    constexpr auto unanswered = quint8(Answer::NotAnswered);
    const int own = point.assessmentOfSystem[system];
    quint8 counted =
        own < 0 ? Standpoint::noResponse : countedAt(point, Standpoint::place(catalogue, own, item));
    for (const int platform : point.platformsOfSystem[system]) {
        if (counted != Standpoint::noResponse && counted != unanswered)
            break;
        const int common = point.assessmentOfPlatform[size_t(platform)];
        const size_t place = common < 0 ? 0 : Standpoint::place(catalogue, common, item);
        if (common >= 0 && point.given[place] != Standpoint::noResponse)
            counted = countedAt(point, place);
    }
    return counted == Standpoint::noResponse || counted == Standpoint::unapproved ? unanswered : counted;
}

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
                items[item] = {(*applicability)[size_t(item)].state, countedFor(catalogue, point, i, item)};
        }
    });
}

}
