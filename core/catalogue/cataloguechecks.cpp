#include "core/catalogue/catalogueparts.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CatalogueReader)
};

void compare(int declared, int found, SourcePlace place, const QString &what, Complaints &complaints)
{
    if (declared != found)
        complaints.add(
            place,
            Text::tr("%1: the catalogue declares %2 but holds %3.").arg(what).arg(declared).arg(found));
}

VerbCounts countVerbs(const std::vector<Provision> &provisions,
                      const std::function<bool(const Provision &)> &isMeant)
{
    VerbCounts counts;
    for (const Provision &provision : provisions) {
        if (isMeant(provision))
            ++(provision.verb == Verb::Shall ? counts.shall : counts.should);
    }
    return counts;
}

void compare(const VerbCounts &declared, const VerbCounts &found, SourcePlace place, const QString &what,
             Complaints &complaints)
{
    compare(declared.shall, found.shall, place, Text::tr("shall in %1").arg(what), complaints);
    compare(declared.should, found.should, place, Text::tr("should in %1").arg(what), complaints);
}

bool isConditional(const Provision &provision)
{
    return provision.rule != ApplicabilityRule() ||
           std::ranges::any_of(provision.parts,
                               [](const ProvisionPart &part) { return part.rule != ApplicabilityRule(); });
}

int countItems(const std::vector<Provision> &provisions)
{
    int items = 0;
    for (const Provision &provision : provisions)
        items += provision.parts.empty()
                     ? 1
                     : int(std::ranges::count(provision.parts, true, &ProvisionPart::isAnswered));
    return items;
}

void checkCounts(const CatalogueContent &content, const SourceNode &countsNode, Complaints &complaints)
{
    MapReader counts(countsNode, Text::tr("counts of the catalogue"), complaints);
    const auto check = [&counts, &complaints](QLatin1StringView key, qsizetype found) {
        const int declared = counts.number(key);
        compare(declared, int(found), counts.placeOf(key), QString(key), complaints);
    };
    const VerbCounts verbs = countVerbs(content.provisions, [](const Provision &) { return true; });
    check("phases"_L1, qsizetype(content.phases.size()));
    check("principles"_L1, qsizetype(content.principles.size()));
    check("provisions"_L1, qsizetype(content.provisions.size()));
    check("items"_L1, countItems(content.provisions));
    check("shall"_L1, verbs.shall);
    check("should"_L1, verbs.should);
    check("conditional"_L1, std::ranges::count_if(content.provisions, isConditional));
    check("facts"_L1, qsizetype(content.facts.size()));
    check("events"_L1, qsizetype(content.events.size()));
    check("presets"_L1, qsizetype(content.presets.size()));
    counts.finish();
}

void checkGroups(const CatalogueContent &content, const SourceNode &root, Complaints &complaints)
{
    for (size_t i = 0; i < content.phases.size(); ++i) {
        const VerbCounts found = countVerbs(
            content.provisions, [i](const Provision &provision) { return provision.phase == int(i); });
        compare(content.phases[i].counts, found, root.entry("phases"_L1)->children[i].place,
                content.phases[i].title, complaints);
    }
    for (size_t i = 0; i < content.principles.size(); ++i) {
        const VerbCounts found = countVerbs(
            content.provisions, [i](const Provision &provision) { return provision.principle == int(i); });
        compare(content.principles[i].counts, found, root.entry("principles"_L1)->children[i].place,
                content.principles[i].clause, complaints);
    }
}

/// A provision that waits for an event is opened by it, so the event must say so.
void checkEvents(const CatalogueContent &content, const SourceNode &root, Complaints &complaints)
{
    for (size_t i = 0; i < content.provisions.size(); ++i) {
        const Provision &provision = content.provisions[i];
        if (provision.rule.kind != ApplicabilityRule::Kind::AfterEvent)
            continue;
        const Event &event = content.events[size_t(provision.rule.subject)];
        if (!event.reopens.contains(provision.id))
            complaints.add(root.entry("provisions"_L1)->children[i].place,
                           Text::tr("%1 waits for the event %2, which does not list it under reopens.")
                               .arg(provision.id, event.id));
    }
}

}

void checkWhole(const CatalogueContent &content, const SourceNode &root, Complaints &complaints)
{
    checkCounts(content, *root.entry("counts"_L1), complaints);
    checkGroups(content, root, complaints);
    checkEvents(content, root, complaints);
}

}
