#include "app/commands/cataloguejson.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

QJsonArray words(const std::vector<Stakeholder> &stakeholders)
{
    QJsonArray all;
    for (const auto stakeholder : stakeholders)
        all.append(word(stakeholder));
    return all;
}

QJsonArray words(Roles roles)
{
    QJsonArray all;
    for (const auto role : allRoles) {
        if (roles.contains(role))
            all.append(word(role));
    }
    return all;
}

template <class Entries, class ToJson>
QJsonArray array(const Entries &entries, ToJson toJson)
{
    QJsonArray all;
    for (const auto &entry : entries)
        all.append(toJson(entry));
    return all;
}

void addRule(QJsonObject &object, const Catalogue &catalogue, const ApplicabilityRule &rule)
{
    const bool onFact = rule.kind == ApplicabilityRule::Kind::WhenFact;
    const bool onEvent = rule.kind == ApplicabilityRule::Kind::AfterEvent;
    object.insert(u"depends_on_fact"_s,
                  onFact ? QJsonValue(catalogue.facts().at(size_t(rule.subject)).id) : QJsonValue());
    object.insert(u"waits_for_event"_s,
                  onEvent ? QJsonValue(catalogue.events().at(size_t(rule.subject)).id) : QJsonValue());
}

QJsonObject json(const Catalogue &catalogue, const Provision &provision, const ProvisionPart &part)
{
    QJsonObject object{{u"item"_s, provision.id + u'/' + part.letter},
                       {u"verb"_s, word(part.verb)},
                       {u"title"_s, part.title},
                       {u"text"_s, part.text},
                       {u"answered"_s, part.isAnswered},
                       {u"duty_holders"_s, words(part.dutyHolders)}};
    addRule(object, catalogue, part.rule);
    return object;
}

/// What a crosswalk starts from, as its file writes it: "5.1.1-1", "principle 3", "role developer".
QString origin(const Mapping &row)
{
    switch (row.from) {
    case Mapping::From::Provision:
        break;
    case Mapping::From::Principle:
        return u"principle "_s + row.subject;
    case Mapping::From::Phase:
        return u"phase "_s + row.subject;
    case Mapping::From::Role:
        return u"role "_s + row.subject;
    }
    return row.subject;
}

QJsonObject json(const Mapping &row)
{
    return {{u"from"_s, origin(row)},      {u"to"_s, row.to},
            {u"title"_s, row.title},       {u"also"_s, row.also},
            {u"basis"_s, word(row.basis)}, {u"relation"_s, word(row.relation)}};
}

QJsonObject json(const MappingSet &set)
{
    return {{u"mapping"_s, set.id},
            {u"version"_s, set.version},
            {u"framework"_s, set.framework},
            {u"short_name"_s, set.shortName},
            {u"notice"_s, set.notice},
            {u"rows"_s, array(set.rows, [](const Mapping &row) { return json(row); })}};
}

QJsonArray mappingsOf(const Provision &provision, const std::vector<MappingSet> &mappings)
{
    QJsonArray rows;
    for (const auto &set : mappings) {
        for (const auto &row : set.rows) {
            if (row.from != Mapping::From::Provision || row.subject != provision.id)
                continue;
            auto object = json(row);
            object.insert(u"mapping"_s, set.id);
            rows.append(object);
        }
    }
    return rows;
}

QJsonObject json(const Catalogue &catalogue, const Preset &preset)
{
    return {{u"preset"_s, preset.id},
            {u"name"_s, preset.name},
            {u"description"_s, preset.description},
            {u"generative"_s, preset.generative},
            {u"roles"_s, words(preset.roles)},
            {u"others"_s,
             array(preset.others,
                   [](const Preset::Other &other) {
                       return QJsonObject{{u"party"_s, other.party}, {u"roles"_s, words(other.roles)}};
                   })},
            {u"events"_s,
             array(preset.events, [&](int event) { return catalogue.events().at(size_t(event)).id; })},
            {u"facts"_s, array(preset.answers,
                               [&](const Preset::Answer &answer) {
                                   return QJsonObject{
                                       {u"fact"_s, catalogue.facts().at(size_t(answer.fact)).id},
                                       {u"holds"_s, answer.holds}};
                               })},
            {u"proposes_not_applicable"_s,
             array(preset.proposesNotApplicable,
                   [](const Preset::Proposal &proposal) {
                       return QJsonObject{{u"item"_s, proposal.item}, {u"reason"_s, proposal.reason}};
                   })},
            {u"notes"_s, QJsonArray::fromStringList(preset.notes)}};
}

QJsonObject json(const Phase &phase)
{
    return {{u"phase"_s, phase.id},
            {u"title"_s, phase.title},
            {u"lifecycle_stage"_s, phase.lifecycleStage},
            {u"shall"_s, phase.counts.shall},
            {u"should"_s, phase.counts.should}};
}

QJsonObject json(const Catalogue &catalogue, const Principle &principle)
{
    return {{u"principle"_s, principle.number},
            {u"clause"_s, principle.clause},
            {u"title"_s, principle.title},
            {u"phase"_s, catalogue.phases().at(size_t(principle.phase)).id},
            {u"primarily_applies_to"_s, words(principle.primarilyAppliesTo)},
            {u"shall"_s, principle.counts.shall},
            {u"should"_s, principle.counts.should}};
}

QJsonObject json(const Fact &fact)
{
    return {{u"fact"_s, fact.id},
            {u"asks"_s, fact.asks},
            {u"derived_from"_s, fact.derivedFrom},
            {u"derivation"_s, word(fact.derivation)}};
}

QJsonObject json(const Event &event)
{
    return {{u"event"_s, event.id},
            {u"says"_s, event.says},
            {u"waits_until"_s, event.waitsUntil},
            {u"reopens"_s, QJsonArray::fromStringList(event.reopens)}};
}

}

QJsonObject jsonOf(const Catalogue &catalogue, const std::vector<MappingSet> &mappings,
                   const Provision &provision)
{
    const auto &principle = catalogue.principles().at(size_t(provision.principle));
    QJsonObject object{
        {u"provision"_s, provision.id},
        {u"title"_s, provision.title},
        {u"verb"_s, word(provision.verb)},
        {u"phase"_s, catalogue.phases().at(size_t(provision.phase)).id},
        {u"principle"_s, principle.number},
        {u"clause"_s, principle.clause},
        {u"parent"_s, provision.parent},
        {u"summary"_s, provision.summary},
        {u"duty_holders"_s, words(provision.dutyHolders)},
        {u"combination"_s, word(provision.combination)},
        {u"basis"_s, word(provision.basis)},
        {u"basis_note"_s, provision.basisNote},
        {u"participants"_s, words(provision.participants)},
        {u"recipients"_s, words(provision.recipients)},
        {u"hand_over"_s, words(provision.handOver)},
        {u"condition"_s, provision.condition},
        {u"parts"_s,
         array(provision.parts, [&](const ProvisionPart &part) { return json(catalogue, provision, part); })},
        {u"evidence"_s, QJsonArray::fromStringList(provision.evidence)},
        {u"guidance"_s, QJsonArray::fromStringList(provision.guidance)},
        {u"not_applicable_examples"_s, QJsonArray::fromStringList(provision.notApplicableExamples)},
        {u"undefined_terms"_s, QJsonArray::fromStringList(provision.undefinedTerms)},
        {u"notes"_s, QJsonArray::fromStringList(provision.notes)},
        {u"related"_s, QJsonArray::fromStringList(provision.related)},
        {u"uk_code"_s, provision.ukCode},
        {u"guide_clause"_s, provision.guideClause},
        {u"minimum"_s, provision.isMinimum},
        {u"mappings"_s, mappingsOf(provision, mappings)},
        {u"digest"_s, provision.digest.hex()}};
    addRule(object, catalogue, provision.rule);
    return object;
}

QJsonObject jsonOf(const Catalogue &catalogue, const std::vector<MappingSet> &mappings)
{
    const auto &content = catalogue.content();
    return {
        {u"catalogue"_s, content.id},
        {u"version"_s, content.version},
        {u"title"_s, content.title},
        {u"edition"_s, content.edition},
        {u"publisher"_s, content.publisher},
        {u"source"_s, content.source},
        {u"language"_s, content.language},
        {u"licence"_s, content.licence},
        {u"notices"_s, QJsonArray::fromStringList(content.notices)},
        {u"digest"_s, content.digest.hex()},
        {u"phases"_s, array(content.phases, [](const Phase &phase) { return json(phase); })},
        {u"principles"_s,
         array(content.principles, [&](const Principle &principle) { return json(catalogue, principle); })},
        {u"facts"_s, array(content.facts, [](const Fact &fact) { return json(fact); })},
        {u"events"_s, array(content.events, [](const Event &event) { return json(event); })},
        {u"undefined_terms"_s, array(content.undefinedTerms,
                                     [](const UndefinedTerm &term) {
                                         return QJsonObject{{u"term"_s, term.id}, {u"note"_s, term.note}};
                                     })},
        {u"presets"_s, array(content.presets, [&](const Preset &preset) { return json(catalogue, preset); })},
        {u"mappings"_s, array(mappings, [](const MappingSet &set) { return json(set); })},
        {u"provisions"_s, array(content.provisions, [&](const Provision &provision) {
             return jsonOf(catalogue, mappings, provision);
         })}};
}

}
