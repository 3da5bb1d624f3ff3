#include "core/catalogue/catalogue.h"

#include <algorithm>

namespace plimsoll {

namespace {

template <class Entry>
const Entry *entryNamed(const std::vector<Entry> &entries, QStringView id)
{
    const auto found = std::ranges::find_if(entries, [id](const Entry &entry) { return entry.id == id; });
    return found == entries.end() ? nullptr : &*found;
}

Item itemFor(const Provision &provision, int index)
{
    Item item;
    item.id = provision.id;
    item.provision = index;
    item.principle = provision.principle;
    item.phase = provision.phase;
    item.verb = provision.verb;
    item.isMinimum = provision.isMinimum;
    item.dutyHolders = rolesOf(provision.dutyHolders);
    item.combination = provision.combination;
    item.rule = provision.rule;
    return item;
}

Item itemFor(const Provision &provision, int index, int partIndex)
{
    const ProvisionPart &part = provision.parts[size_t(partIndex)];
    Item item = itemFor(provision, index);
    item.id += u'/' + part.letter;
    item.part = partIndex;
    item.verb = part.verb;
    item.carriesProvisionVerb = part.verb == provision.verb;
    item.isMinimum = provision.isMinimum && item.carriesProvisionVerb;
    item.dutyHolders = rolesOf(part.dutyHolders);
    item.rule = part.rule;
    return item;
}

}

Catalogue::Catalogue(CatalogueContent content)
    : m_content(std::move(content))
{
    const auto add = [this](Item item) {
        item.ordinal = int(m_items.size());
        m_itemById.insert(item.id, item.ordinal);
        m_items.push_back(std::move(item));
    };
    for (int i = 0; i < int(provisions().size()); ++i) {
        const Provision &provision = provisions()[size_t(i)];
        m_provisionById.insert(provision.id, i);
        m_firstItemOfProvision.push_back(int(m_items.size()));
        if (provision.parts.empty())
            add(itemFor(provision, i));
        for (int part = 0; part < int(provision.parts.size()); ++part) {
            if (provision.parts[size_t(part)].isAnswered)
                add(itemFor(provision, i, part));
        }
    }
    m_firstItemOfProvision.push_back(int(m_items.size()));
}

std::span<const Item> Catalogue::itemsOf(const Phase &phase) const
{
    const auto number = int(std::ranges::find(phases(), phase.id, &Phase::id) - phases().begin());
    return {std::ranges::lower_bound(m_items, number, {}, &Item::phase),
            std::ranges::upper_bound(m_items, number, {}, &Item::phase)};
}

std::span<const Item> Catalogue::itemsOf(const Provision &provision) const
{
    const int index = m_provisionById.value(provision.id, -1);
    if (index < 0)
        return {};
    const auto first = size_t(m_firstItemOfProvision[size_t(index)]);
    const auto last = size_t(m_firstItemOfProvision[size_t(index) + 1]);
    return std::span(m_items).subspan(first, last - first);
}

const Item *Catalogue::item(const QString &id) const
{
    const auto found = m_itemById.constFind(id);
    return found == m_itemById.constEnd() ? nullptr : &m_items[size_t(*found)];
}

const Provision *Catalogue::provision(const QString &id) const
{
    const auto found = m_provisionById.constFind(id);
    return found == m_provisionById.constEnd() ? nullptr : &provisions()[size_t(*found)];
}

const Fact *Catalogue::fact(QStringView id) const
{
    return entryNamed(facts(), id);
}

const Event *Catalogue::event(QStringView id) const
{
    return entryNamed(events(), id);
}

const Preset *Catalogue::preset(QStringView id) const
{
    return entryNamed(presets(), id);
}

const Phase *Catalogue::phase(QStringView id) const
{
    return entryNamed(phases(), id);
}

const Provision &Catalogue::provisionOf(const Item &item) const
{
    return provisions()[size_t(item.provision)];
}

const QString &Catalogue::titleOf(const Item &item) const
{
    const Provision &provision = provisionOf(item);
    return item.part < 0 ? provision.title : provision.parts[size_t(item.part)].title;
}

const QString &Catalogue::textOf(const Item &item) const
{
    const Provision &provision = provisionOf(item);
    return item.part < 0 ? provision.summary : provision.parts[size_t(item.part)].text;
}

}
