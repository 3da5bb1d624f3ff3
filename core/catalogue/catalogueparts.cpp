#include "core/catalogue/catalogueparts.h"

#include "core/catalogue/circumstances.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CatalogueReader)
};

/// The ids of a list of maps, in order.
QStringList namesIn(const SourceNode &root, QLatin1StringView list, QLatin1StringView idKey,
                    Complaints &complaints)
{
    QStringList names;
    QSet<QString> seen;
    for (const SourceNode &child : entriesOf(root.entry(list))) {
        const SourceNode *id = child.entry(idKey);
        if (!id || id->kind != SourceNode::Kind::Text)
            continue;
        if (seen.contains(id->text))
            complaints.add(id->place, Text::tr("%1 is there twice in the list %2.").arg(id->text, list));
        seen.insert(id->text);
        names += id->text;
    }
    return names;
}

/// Complains about entries of a list of maps that say the same, where each says what no other does.
void tellApart(const SourceNode &root, QLatin1StringView list, QLatin1StringView key, Complaints &complaints)
{
    QSet<QString> seen;
    for (const SourceNode &child : entriesOf(root.entry(list))) {
        const SourceNode *said = child.entry(key);
        if (!said || said->kind != SourceNode::Kind::Text)
            continue;
        if (seen.contains(said->text))
            complaints.add(said->place,
                           Text::tr("The %1 “%2” is there twice in the list %3.").arg(key, said->text, list));
        seen.insert(said->text);
    }
}

/// What complaints call an entry of a list: "fact connected".
QString nameOf(const QString &kind, const SourceNode &node)
{
    const SourceNode *id = node.entry("id"_L1);
    return id ? kind + u' ' + id->text : kind;
}

VerbCounts readCounts(MapReader &reader, Complaints &complaints)
{
    const SourceNode *node = reader.map("counts"_L1);
    if (!node)
        return {};
    MapReader counts(*node, Text::tr("counts of the %1").arg(reader.name()), complaints);
    const VerbCounts verbs{counts.number("shall"_L1), counts.number("should"_L1)};
    counts.finish();
    return verbs;
}

Roles rolesIn(MapReader &reader)
{
    Roles roles;
    for (const Role role : reader.severalOf<Role>("roles"_L1))
        roles.insert(role);
    return roles;
}

}

CatalogueNames CatalogueNames::gather(const SourceNode &root, Complaints &complaints)
{
    CatalogueNames names;
    names.phases = namesIn(root, "phases"_L1, "id"_L1, complaints);
    names.clauses = namesIn(root, "principles"_L1, "clause"_L1, complaints);
    names.facts = namesIn(root, "facts"_L1, "id"_L1, complaints);
    names.events = namesIn(root, "events"_L1, "id"_L1, complaints);
    names.undefinedTerms = namesIn(root, "undefined_terms"_L1, "id"_L1, complaints);
    namesIn(root, "presets"_L1, "id"_L1, complaints);
    for (const QString &id : namesIn(root, "provisions"_L1, "id"_L1, complaints))
        names.provisions.insert(id);
    for (const QLatin1StringView list : {"phases"_L1, "principles"_L1, "provisions"_L1})
        tellApart(root, list, "title"_L1, complaints);
    tellApart(root, "provisions"_L1, "uk_code"_L1, complaints);
    tellApart(root, "presets"_L1, "name"_L1, complaints);
    names.items = names.provisions;
    const SourceNode *provisions = root.entry("provisions"_L1);
    for (const SourceNode &provision : entriesOf(provisions)) {
        const SourceNode *id = provision.entry("id"_L1);
        if (!id || !provision.entry("parts"_L1))
            continue;
        names.items.remove(id->text);
        tellApart(provision, "parts"_L1, "title"_L1, complaints);
        for (const QString &letter : namesIn(provision, "parts"_L1, "part"_L1, complaints))
            names.items.insert(id->text + u'/' + letter);
    }
    return names;
}

std::vector<Phase> readPhases(MapReader &root, Complaints &complaints)
{
    std::vector<Phase> phases;
    for (const SourceNode &node : root.list("phases"_L1)) {
        MapReader reader(node, nameOf(Text::tr("phase"), node), complaints);
        Phase phase;
        phase.id = reader.text("id"_L1);
        phase.title = reader.text("title"_L1);
        phase.lifecycleStage = reader.text("lifecycle_stage"_L1);
        phase.counts = readCounts(reader, complaints);
        reader.finish();
        phases.push_back(std::move(phase));
    }
    return phases;
}

std::vector<Principle> readPrinciples(MapReader &root, const CatalogueNames &names, Complaints &complaints)
{
    std::vector<Principle> principles;
    for (const SourceNode &node : root.list("principles"_L1)) {
        MapReader reader(node, Text::tr("principle %1").arg(principles.size() + 1), complaints);
        Principle principle;
        principle.number = reader.number("number"_L1);
        if (principle.number != int(principles.size()) + 1)
            reader.complain("number"_L1,
                            Text::tr("This is principle %1 of the list.").arg(principles.size() + 1));
        principle.clause = reader.text("clause"_L1);
        principle.title = reader.text("title"_L1);
        const QString phase = reader.text("phase"_L1);
        principle.phase = int(names.phases.indexOf(phase));
        if (!phase.isEmpty() && principle.phase < 0)
            reader.complain("phase"_L1, Text::tr("There is no phase %1.").arg(phase));
        if (!principles.empty() && principle.phase < principles.back().phase)
            reader.complain("phase"_L1, Text::tr("Principles stand in the order of their phases."));
        principle.phase = std::max(0, principle.phase);
        principle.primarilyAppliesTo = reader.severalOf<Stakeholder>("primarily_applies_to"_L1);
        principle.counts = readCounts(reader, complaints);
        reader.finish();
        principles.push_back(std::move(principle));
    }
    return principles;
}

std::vector<Fact> readFacts(MapReader &root, Complaints &complaints)
{
    std::vector<Fact> facts;
    for (const SourceNode &node : root.list("facts"_L1)) {
        MapReader reader(node, nameOf(Text::tr("fact"), node), complaints);
        Fact fact;
        fact.id = reader.text("id"_L1);
        fact.asks = reader.text("asks"_L1);
        fact.derivedFrom = reader.text("derived_from"_L1);
        fact.derivation = reader.oneOf<Derivation>("derived"_L1);
        if (fact.derivation == Derivation::Roles && !isSettledByRoles(fact.id))
            reader.complain("derived"_L1, Text::tr("The roles do not settle the fact %1.").arg(fact.id));
        reader.finish();
        facts.push_back(std::move(fact));
    }
    return facts;
}

std::vector<Event> readEvents(MapReader &root, const CatalogueNames &names, Complaints &complaints)
{
    std::vector<Event> events;
    for (const SourceNode &node : root.list("events"_L1)) {
        MapReader reader(node, nameOf(Text::tr("event"), node), complaints);
        Event event;
        event.id = reader.text("id"_L1);
        event.says = reader.text("says"_L1);
        event.waitsUntil = reader.text("waits_until"_L1);
        event.reopens = reader.references(
            "reopens"_L1, [&names](const QString &id) { return names.provisions.contains(id); });
        reader.finish();
        events.push_back(std::move(event));
    }
    return events;
}

std::vector<Preset> readPresets(MapReader &root, const CatalogueNames &names, Complaints &complaints)
{
    std::vector<Preset> presets;
    for (const SourceNode &node : root.list("presets"_L1)) {
        MapReader reader(node, nameOf(Text::tr("preset"), node), complaints);
        Preset preset;
        preset.id = reader.text("id"_L1);
        preset.name = reader.text("name"_L1);
        preset.description = reader.text("description"_L1);
        preset.generative = reader.yesOrNo("generative"_L1);
        preset.roles = rolesIn(reader);
        for (const SourceNode &otherNode : reader.optionalList("others"_L1)) {
            MapReader other(otherNode, Text::tr("other party of the preset %1").arg(preset.id), complaints);
            const QString party = other.text("party"_L1);
            preset.others.push_back({party, rolesIn(other)});
            other.finish();
        }
        const auto isEvent = [&names](const QString &id) {
            return names.events.contains(id);
        };
        for (const QString &id : reader.optionalReferences("events"_L1, isEvent))
            preset.events.push_back(int(names.events.indexOf(id)));
        if (const SourceNode *facts = reader.map("facts"_L1)) {
            MapReader answers(*facts, Text::tr("facts of the preset %1").arg(preset.id), complaints);
            for (qsizetype i = 0; i < names.facts.size(); ++i) {
                const QByteArray id = names.facts[i].toLatin1();
                if (answers.has(QLatin1StringView(id)))
                    preset.answers.push_back({int(i), answers.yesOrNo(QLatin1StringView(id))});
            }
            answers.finish();
        }
        tellApart(node, "proposes_not_applicable"_L1, "item"_L1, complaints);
        for (const SourceNode &proposal : reader.optionalList("proposes_not_applicable"_L1)) {
            MapReader proposed(proposal, Text::tr("proposal of the preset %1").arg(preset.id), complaints);
            const QString item = proposed.text("item"_L1);
            if (!names.items.contains(item))
                proposed.complain("item"_L1, Text::tr("There is no item %1.").arg(item));
            preset.proposesNotApplicable.push_back({item, proposed.text("reason"_L1)});
            proposed.finish();
        }
        preset.notes = reader.optionalTexts("notes"_L1);
        reader.finish();
        presets.push_back(std::move(preset));
    }
    return presets;
}

}
