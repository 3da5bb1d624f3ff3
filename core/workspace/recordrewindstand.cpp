#include "core/workspace/recordrewind.h"

#include "core/evidence/approval.h"
#include "core/workspace/systemcircumstances.h"

#include <algorithm>

namespace plimsoll {

namespace {

constexpr quint64 bit(int number)
{
    return quint64(1) << number;
}

int placeOf(const std::vector<int> &places, int number)
{
    return number < 0 ? -1 : places[size_t(number)];
}

}

bool RecordRewind::isChanged(QDate day) const
{
    if (m_isChanged)
        return true;
    for (int i = 0; i < m_evidence.size(); ++i) {
        const EvidenceRow *row = m_evidence.find(i);
        if (row && stateOn(row->called, row->approvedOn, day) != stateOn(row->called, row->approvedOn, m_day))
            return true;
    }
    const QString now = day.toString(Qt::ISODate);
    const QString before = m_day.toString(Qt::ISODate);
    for (int i = 0; i < m_systemEvents.size(); ++i) {
        const EventRow *row = m_systemEvents.find(i);
        if (row && (row->happenedOn <= now) != (row->happenedOn <= before))
            return true;
    }
    return false;
}

Standpoint RecordRewind::standpoint(QDate day)
{
    m_isChanged = false;
    m_day = day;
    Standpoint point;
    Places places;
    putSystems(point, places);
    putAssessments(point, places);
    putClosings(point);
    putResponses(point);
    putRoles(point, places);
    putFacts(point, places);
    putEvents(point, places, day);
    putAssets(point, places);
    putInheritances(point, places);
    putDecisions(point, places);
    putDrafts(point, day);
    return point;
}

void RecordRewind::putSystems(Standpoint &point, Places &places) const
{
    places.systems.assign(size_t(m_systems.size()), -1);
    for (int i = 0; i < m_systems.size(); ++i) {
        const SystemRow *row = m_systems.find(i);
        if (!row || row->isRemoved)
            continue;
        places.systems[size_t(i)] = int(point.systems.size());
        point.systems.emplace_back().outOfScope = row->isOutOfScope;
    }
    int platforms = 0;
    places.platforms.assign(size_t(m_platforms.size()), -1);
    for (int i = 0; i < m_platforms.size(); ++i) {
        const PlatformRow *row = m_platforms.find(i);
        if (row && !row->isRemoved)
            places.platforms[size_t(i)] = platforms++;
    }
    point.situations.resize(point.systems.size());
    point.platformsOfSystem.resize(point.systems.size());
    point.assessmentOfSystem.assign(point.systems.size(), -1);
    point.assessmentOfPlatform.assign(size_t(platforms), -1);
}

void RecordRewind::putAssessments(Standpoint &point, const Places &places) const
{
    std::vector<std::pair<QUuid, int>> byId;
    for (int i = 0; i < m_assessments.size(); ++i) {
        if (const AssessmentRow *row = m_assessments.find(i))
            byId.emplace_back(row->id, i);
    }
    std::sort(byId.begin(), byId.end());
    std::vector<CurrentAssessment<int, QString>> ofSystem(point.systems.size());
    std::vector<CurrentAssessment<int, QString>> ofPlatform(point.assessmentOfPlatform.size());
    for (const auto &[id, number] : byId) {
        const AssessmentRow &row = *m_assessments.find(number);
        if (const int system = placeOf(places.systems, row.system); system >= 0)
            ofSystem[size_t(system)].consider(number, row.closedOn);
        if (const int platform = placeOf(places.platforms, row.platform); platform >= 0)
            ofPlatform[size_t(platform)].consider(number, row.closedOn);
    }
    const auto chosen = [](const auto &held) {
        return held.isSet ? held.id : -1;
    };
    std::transform(ofSystem.cbegin(), ofSystem.cend(), point.assessmentOfSystem.begin(), chosen);
    std::transform(ofPlatform.cbegin(), ofPlatform.cend(), point.assessmentOfPlatform.begin(), chosen);
}

void RecordRewind::putClosings(Standpoint &point) const
{
    for (int i = 0; i < m_closings.size(); ++i) {
        if (const ClosingRow *row = m_closings.find(i);
            row && row->assessment >= 0 && !row->findings.isEmpty())
            point.findings.insert(row->assessment, row->findings);
    }
}

void RecordRewind::putResponses(Standpoint &point) const
{
    point.given.assign(size_t(m_assessments.size()) * m_catalogue.items().size(), Standpoint::noResponse);
    for (int i = 0; i < m_responses.size(); ++i) {
        const ResponseRow *row = m_responses.find(i);
        if (!row || row->assessment < 0 || row->item < 0)
            continue;
        point.given[Standpoint::place(m_catalogue, row->assessment, row->item)] =
            counts(row->statement) ? quint8(row->answer) : Standpoint::unapproved;
    }
}

void RecordRewind::putRoles(Standpoint &point, const Places &places) const
{
    QHash<QString, int> names;
    for (int i = 0; i < m_roles.size(); ++i) {
        const RoleRow *row = m_roles.find(i);
        const int system = row ? placeOf(places.systems, row->system) : -1;
        const PartyRow *party = row ? m_parties.find(row->party) : nullptr;
        if (system < 0 || !party)
            continue;
        if (!names.contains(party->name))
            names.insert(party->name, int(names.size()));
        const int name = names.value(party->name);
        auto &holders = point.situations[size_t(system)].holders;
        auto holder = std::find_if(holders.begin(), holders.end(),
                                   [name](const auto &held) { return held.name == name; });
        if (holder == holders.end()) {
            holders.append({name, party->kind == PartyKind::Own || party->kind == PartyKind::Unit, {}});
            holder = holders.end() - 1;
        }
        holder->roles.insert(row->role);
    }
}

void RecordRewind::putFacts(Standpoint &point, const Places &places) const
{
    for (int i = 0; i < m_factAnswers.size(); ++i) {
        const FactRow *row = m_factAnswers.find(i);
        const int system = row ? placeOf(places.systems, row->system) : -1;
        if (system < 0 || row->fact < 0)
            continue;
        Situation &situation = point.situations[size_t(system)];
        (row->holds ? situation.answeredYes : situation.answeredNo) |= bit(row->fact);
    }
}

void RecordRewind::putEvents(Standpoint &point, const Places &places, QDate day) const
{
    const QString last = day.toString(Qt::ISODate);
    for (int i = 0; i < m_systemEvents.size(); ++i) {
        const EventRow *row = m_systemEvents.find(i);
        const int system = row ? placeOf(places.systems, row->system) : -1;
        if (system >= 0 && row->event >= 0 && row->happenedOn <= last)
            point.situations[size_t(system)].events |= bit(row->event);
    }
}

void RecordRewind::putAssets(Standpoint &point, const Places &places) const
{
    for (int i = 0; i < m_links.size(); ++i) {
        const LinkRow *link = m_links.find(i);
        const int system = link ? placeOf(places.systems, link->system) : -1;
        const AssetRow *row = system < 0 ? nullptr : m_assets.find(link->asset);
        if (!row || row->isRemoved)
            continue;
        Asset asset;
        asset.kind = row->kind;
        asset.sensitivity = row->sensitivity;
        asset.origin = row->origin;
        asset.documentation = row->documentation;
        if (row->hasSupplier)
            asset.supplier.emplace();
        asset.usedForTraining = row->isUsedForTraining;
        asset.sharedWithOthers = row->isShared;
        for (const auto &[fact, because] : factsShownBy(asset)) {
            if (const int number = m_facts.value(fact, -1); number >= 0)
                point.situations[size_t(system)].shown |= bit(number);
        }
    }
}

void RecordRewind::putInheritances(Standpoint &point, const Places &places) const
{
    std::vector<const InheritanceRow *> byName;
    for (int i = 0; i < m_inheritances.size(); ++i) {
        if (const InheritanceRow *row = m_inheritances.find(i); row && m_platforms.find(row->platform))
            byName.push_back(row);
    }
    const auto called = [this](const InheritanceRow *row) {
        const PlatformRow *platform = m_platforms.find(row->platform);
        return std::pair(platform->name.toUtf8(), platform->id);
    };
    std::ranges::sort(byName, {}, called); // as inheritsFrom()
    for (const InheritanceRow *row : byName) {
        const int system = placeOf(places.systems, row->system);
        const int platform = placeOf(places.platforms, row->platform);
        if (system >= 0 && platform >= 0)
            point.platformsOfSystem[size_t(system)].push_back(platform);
    }
}

void RecordRewind::putDecisions(Standpoint &point, const Places &places) const
{
    for (int i = 0; i < m_decisions.size(); ++i) {
        const DecisionRow *row = m_decisions.find(i);
        const AssessmentRow *assessment = row ? m_assessments.find(row->assessment) : nullptr;
        const int system = assessment ? placeOf(places.systems, assessment->system) : -1;
        if (system >= 0 && counts(row->statement) &&
            point.assessmentOfSystem[size_t(system)] == row->assessment)
            point.situations[size_t(system)].decisions.insert(row->item,
                                                              {row->statement.applies, {}, {}, {}});
    }
}

void RecordRewind::putDrafts(Standpoint &point, QDate day) const
{
    QSet<qint64> onOthers;
    for (int i = 0; i < m_uses.size(); ++i) {
        const UseRow *row = m_uses.find(i);
        const EvidenceRow *evidence = row ? m_evidence.find(row->evidence) : nullptr;
        if (!evidence || evidence->isRemoved || row->assessment < 0 || row->item < 0)
            continue;
        const auto place = qint64(Standpoint::place(m_catalogue, row->assessment, row->item));
        const bool isDraft = stateOn(evidence->called, evidence->approvedOn, day) == DocumentState::Draft;
        (isDraft ? point.onDrafts : onOthers).insert(place);
    }
    point.onDrafts.subtract(onOthers);
}

}
