#include "ui/mainwindow/everythingsearch.h"

#include "core/base/calledname.h"
#include "core/catalogue/shippedcatalogue.h"
#include "core/evidence/evidence.h"
#include "core/inventory/aisystem.h"
#include "core/inventory/asset.h"
#include "core/inventory/assetlink.h"
#include "core/storage/repository.h"
#include "core/workspace/workspace.h"
#include "ui/jobs/jobs.h"
#include "ui/jobs/withreader.h"
#include "ui/pages/catalogue/cataloguepage.h"
#include "ui/pages/evidence/evidencepage.h"
#include "ui/pages/system/inventorywords.h"
#include "ui/pages/system/systempage.h"
#include "ui/pages/system/systemtab.h"
#include "ui/pages/workspace/workspacepage.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr qsizetype mostOfAKind = 8;
constexpr qsizetype leastOfATab = 3; ///< letters of its name

bool isGone(const auto &entity)
{
    if constexpr (requires { entity.removedAt; })
        return entity.removedAt.has_value();
    else
        return entity.leftOn.has_value();
}

SearchHit systemHit(const AiSystem &system)
{
    return {EverythingSearch::tr("System"), calledName(system), system.number,
            SystemPage::placeOf(system.id)};
}

SearchHit personHit(const Person &person)
{
    return {EverythingSearch::tr("Person"), person.name, person.function, WorkspacePage::placeOf(person.id)};
}

SearchHit partyHit(const Party &party)
{
    return {EverythingSearch::tr("Party"), party.name, title(party.kind), WorkspacePage::placeOf(party.id)};
}

SearchHit evidenceHit(const Evidence &evidence)
{
    return {EverythingSearch::tr("Evidence"), evidence.title, evidence.originalName,
            EvidencePage::placeOf(evidence.id)};
}

SearchHit assetHit(const Asset &asset, const AiSystem &system)
{
    return {title(asset.kind), calledName(asset.name, asset.version), calledName(system),
            SystemPage::placeOf(system.id, u"inventory"_s, asset.id.text())};
}

SearchHit provisionHit(const Provision &provision)
{
    return {EverythingSearch::tr("Provision"),
            provision.id + u"  "_s + provision.title,
            {},
            {CataloguePage::key, provision.id}};
}

}

EverythingSearch::EverythingSearch(Workspace &workspace, Jobs &jobs, QStringList pages)
    : m_workspace(workspace)
    , m_jobs(jobs)
    , m_pages(std::move(pages))
{
    connect(&workspace, &Workspace::changed, this, &EverythingSearch::renew);
    connect(&workspace, &Workspace::changedElsewhere, this, [this] { m_isOutdated = true; });
}

SearchProvider EverythingSearch::provider()
{
    return [this](const QString &words, const Answer &answer) {
        ask(words, answer);
    };
}

QString EverythingSearch::folded(const QString &text)
{
    QString bare = text.normalized(QString::NormalizationForm_KD);
    bare.removeIf([](QChar character) { return character.category() == QChar::Mark_NonSpacing; });
    return bare.toCaseFolded();
}

template <class Entity, class Say>
std::vector<EverythingSearch::Entry> EverythingSearch::entriesOf(QList<Entity> entities, const Say &say)
{
    std::vector<Entry> entries;
    entries.reserve(size_t(entities.size()));
    for (const Entity &entity : std::as_const(entities)) {
        if (isGone(entity))
            continue;
        SearchHit hit = say(entity);
        const QString text = folded(hit.title + u' ' + hit.detail);
        entries.push_back({std::move(hit), text});
    }
    return entries;
}

/// Every asset once for each system that uses it.
Result<std::vector<EverythingSearch::Entry>> EverythingSearch::readAssets(const Connection &connection,
                                                                          const QList<AiSystem> &systems)
{
    const auto assets = Repository<Asset>(connection).all();
    const auto links = Repository<AssetLink>(connection).all();
    if (!assets || !links)
        return tl::unexpected(assets ? links.error() : assets.error());
    QHash<Id<Asset>, const Asset *> assetsById;
    for (const Asset &asset : *assets)
        assetsById.insert(asset.id, &asset);
    QHash<Id<AiSystem>, const AiSystem *> systemsById;
    for (const AiSystem &system : systems)
        systemsById.insert(system.id, &system);
    std::vector<Entry> entries;
    for (const AssetLink &link : *links) {
        const Asset *asset = assetsById.value(link.asset);
        const AiSystem *system = systemsById.value(link.system);
        if (!asset || !system || isGone(*asset) || isGone(*system))
            continue;
        SearchHit hit = assetHit(*asset, *system);
        const QString text = folded(hit.title + u' ' + hit.kind);
        entries.push_back({std::move(hit), text});
    }
    return entries;
}

Result<EverythingSearch::Index> EverythingSearch::readIndex(const Connection &connection,
                                                            const QStringList &pages)
{
    const auto catalogue = shippedCatalogue();
    if (!catalogue)
        return tl::unexpected(catalogue.error());
    auto systems = Repository<AiSystem>(connection).all();
    auto people = Repository<Person>(connection).all();
    auto parties = Repository<Party>(connection).all();
    if (!systems || !people || !parties)
        return tl::unexpected(!systems ? systems.error() : !people ? people.error() : parties.error());
    auto assets = readAssets(connection, *systems);
    if (!assets)
        return tl::unexpected(assets.error());
    Index index{entriesOf(std::move(*systems), systemHit)};
    std::vector<Entry> provisions;
    for (const Provision &provision : (*catalogue)->provisions()) {
        const SearchHit hit = provisionHit(provision);
        provisions.push_back({hit, folded(hit.title)});
    }
    index.push_back(std::move(provisions));
    index.push_back(entriesOf(std::move(*people), personHit));
    index.push_back(entriesOf(std::move(*parties), partyHit));
    index.push_back(std::move(*assets));
    if (pages.contains(QString(EvidencePage::key))) {
        auto evidence = Repository<Evidence>(connection).all();
        if (!evidence)
            return tl::unexpected(evidence.error());
        index.push_back(entriesOf(std::move(*evidence), evidenceHit));
    }
    return index;
}

void EverythingSearch::ask(const QString &words, const Answer &answer)
{
    m_asked = words;
    m_answer = answer;
    if (m_index)
        answer(hits(words));
    if (m_isOutdated)
        read();
}

void EverythingSearch::read()
{
    if (m_isReading)
        return;
    m_isReading = true;
    m_isOutdated = false;
    m_jobs.run<Index>(
        tr("Read what can be found"),
        withReader(m_workspace,
                   [pages = m_pages](const Connection &reader) { return readIndex(reader, pages); }),
        this, [this](Result<Index> index) {
            m_isReading = false;
            // A record that cannot be read says so on every page; there is nothing to find in it.
            if (!index)
                return;
            m_index = std::move(*index);
            m_answer(hits(m_asked));
        });
}

void EverythingSearch::renew(const ChangeSet &changeSet)
{
    if (changeSet.touches<AiSystem>() || changeSet.touches<Person>() || changeSet.touches<Party>() ||
        changeSet.touches<Evidence>() || changeSet.touches<Asset>() || changeSet.touches<AssetLink>())
        m_isOutdated = true;
}

/// "checklist fraud": a word that begins the name of a tab, and others that tell the system.
QList<SearchHit> EverythingSearch::tabHits(const QStringList &wanted) const
{
    QList<SearchHit> found;
    for (const SystemTabKind &tab : systemTabs()) {
        const QString name = folded(tab.name);
        QStringList ofSystem = wanted;
        if (ofSystem.removeIf([&](const QString &word) {
                return word.size() >= leastOfATab && name.startsWith(word);
            }) == 0)
            continue;
        for (const Entry &system : m_index->front()) {
            const bool holdsAll = std::ranges::all_of(
                ofSystem, [&](const QString &word) { return system.text.contains(word); });
            if (!holdsAll)
                continue;
            const auto id = Id<AiSystem>::fromText(system.hit.place.target);
            found.append({tr("Page"), tab.name, system.hit.title, SystemPage::placeOf(id, tab.key)});
            if (found.size() == mostOfAKind)
                return found;
        }
    }
    return found;
}

/// Those that begin with what was typed come first.
QList<SearchHit> EverythingSearch::hits(const QString &words) const
{
    const QString typed = folded(words.trimmed());
    const QStringList wanted = typed.split(u' ', Qt::SkipEmptyParts);
    QList<SearchHit> found;
    if (wanted.isEmpty())
        return found;
    for (const std::vector<Entry> &kind : *m_index) {
        QList<SearchHit> begin;
        QList<SearchHit> hold;
        for (const Entry &entry : kind) {
            const bool holdsAll = std::all_of(wanted.cbegin(), wanted.cend(),
                                              [&](const QString &word) { return entry.text.contains(word); });
            if (!holdsAll)
                continue;
            const bool begins = entry.text.startsWith(typed);
            if (begins || hold.size() < mostOfAKind)
                (begins ? begin : hold).append(entry.hit);
            if (begin.size() == mostOfAKind)
                break;
        }
        found += (begin + hold).mid(0, mostOfAKind);
        if (&kind == &m_index->front())
            found += tabHits(wanted);
    }
    return found;
}

}
