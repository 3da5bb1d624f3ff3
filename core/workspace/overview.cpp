#include "core/workspace/overview.h"

#include "core/assessment/response.h"
#include "core/storage/bulkread.h"
#include "core/storage/repository.h"
#include "core/workspace/workspace.h"

#include <algorithm>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestList = 200;

void add(Tally &sum, const Tally &tally)
{
    sum.shall += tally.shall;
    sum.should += tally.should;
    sum.shouldParts += tally.shouldParts;
    sum.minimum += tally.minimum;
}

void add(std::vector<Tally> &sums, const std::vector<Tally> &tallies)
{
    sums.resize(tallies.size());
    for (size_t i = 0; i < tallies.size(); ++i)
        add(sums[i], tallies[i]);
}

QString nameOf(const SystemStanding &system)
{
    return system.version.isEmpty() ? system.name : system.name + u' ' + system.version;
}

class Reading
{
public:
    Reading(const Workspace &workspace, const std::shared_ptr<const Catalogue> &catalogue,
            const Connection &connection)
        : m_catalogue(catalogue)
        , m_connection(connection)
        , m_today(workspace.today())
    {
    }

    Result<Overview> read(std::vector<SystemStanding> standings)
    {
        for (SystemStanding &system : standings) {
            if (system.outOfScope)
                ++m_overview.outOfScope;
            else
                m_overview.systems.push_back(std::move(system));
        }
        sum();
        for (const auto part : {&Reading::readBlockers, &Reading::readOverdue, &Reading::readLapsing,
                                &Reading::readFreshness}) {
            if (auto done = (this->*part)(); !done)
                return tl::unexpected(done.error());
        }
        return std::move(m_overview);
    }

private:
    void sum()
    {
        for (const SystemStanding &system : m_overview.systems) {
            const RollUp counts = rollUpOf(*m_catalogue, system);
            add(m_overview.inAll.whole, counts.whole);
            add(m_overview.inAll.phases, counts.phases);
            add(m_overview.inAll.principles, counts.principles);
        }
    }

    [[nodiscard]] bool stillToRelease(const SystemStanding &system) const
    {
        return system.plannedRelease &&
               (*system.plannedRelease >= m_today || system.phase < LifecyclePhase::Deployment);
    }

    [[nodiscard]] bool isOpenShall(const SystemStanding &system, const Item &item) const
    {
        return item.verb == Verb::Shall && system.items[size_t(item.ordinal)].isOpen();
    }

    Done readBlockers()
    {
        std::vector<const SystemStanding *> releasing;
        for (const SystemStanding &system : m_overview.systems) {
            const auto &items = m_catalogue->items();
            const auto open = std::count_if(items.cbegin(), items.cend(),
                                            [&](const Item &item) { return isOpenShall(system, item); });
            if (!stillToRelease(system) || open == 0)
                continue;
            m_overview.blockersInAll += int(open);
            ++m_overview.releases;
            releasing.push_back(&system);
        }
        std::stable_sort(releasing.begin(), releasing.end(),
                         [](const auto *a, const auto *b) { return a->plannedRelease < b->plannedRelease; });
        for (const SystemStanding *system : releasing) {
            if (m_overview.blockers.size() >= longestList)
                break;
            if (auto done = readBlockersOf(*system); !done)
                return done;
        }
        return {};
    }

    Done readBlockersOf(const SystemStanding &system)
    {
        const auto checklist = readChecklist(m_connection, m_catalogue, system.id);
        if (!checklist)
            return tl::unexpected(checklist.error());
        for (const ChecklistLine &line : checklist->lines) {
            const Item &item = checklist->item(line);
            if (!isOpenShall(system, item))
                continue;
            OpenItem open = openItem(system, item);
            if (const auto *response = line.response()) {
                open.due = response->due;
                if (response->owner)
                    open.owner = nameOf(*response->owner);
            }
            m_overview.blockers.append(open);
        }
        return {};
    }

    Done readOverdue()
    {
        QHash<QByteArray, const SystemStanding *> byAssessment;
        for (const SystemStanding &system : m_overview.systems) {
            if (system.assessment)
                byAssessment.insert(system.assessment->text().toLatin1(), &system);
        }
        QList<Id<Response>> listed;
        const auto take = [&](const BulkRow &row) {
            const auto id = row.text(0);
            const auto *system = byAssessment.value(QByteArray::fromRawData(id.data(), qsizetype(id.size())));
            const auto *item = system ? m_catalogue->item(row.string(1)) : nullptr;
            if (!item || !system->items[size_t(item->ordinal)].isOpen())
                return;
            const bool isInherited = row.text(2) == "not-answered" &&
                                     system->items[size_t(item->ordinal)].answer() != Answer::NotAnswered;
            if (isInherited || ++m_overview.overdueInAll > longestList)
                return;
            OpenItem open = openItem(*system, *item);
            open.due = QDate::fromString(row.string(3), Qt::ISODate);
            m_overview.overdue.append(open);
            listed.append(responseId(*system->assessment, item->id));
        };
        // Only what an index holds: the owners of the few that are listed cost less than a look at each row.
        const auto done = readInBulk(m_connection,
                                     u"SELECT assessment, item, answer, due FROM response "
                                     "WHERE due < ? AND answer <> 'met' ORDER BY due"_s,
                                     {m_today.toString(Qt::ISODate)}, take);
        return done ? readOwners(listed) : done;
    }

    /// Of what is listed as overdue, whose responses are given in the same order.
    Done readOwners(const QList<Id<Response>> &responses)
    {
        for (qsizetype i = 0; i < responses.size(); ++i) {
            const auto response = Repository<Response>(m_connection).find(responses[i]);
            if (!response)
                return tl::unexpected(response.error());
            if (*response && (*response)->owner)
                m_overview.overdue[i].owner = nameOf(*(*response)->owner);
        }
        return {};
    }

    Done readLapsing()
    {
        const QString last = m_today.addDays(lapsingDays).toString(Qt::ISODate);
        const auto take = [this](const BulkRow &row) {
            LapsingEvidence lapsing{Id<Evidence>::fromText(row.string(0)), row.string(1),
                                    QDate::fromString(row.string(2), Qt::ISODate), int(row.integer(3))};
            ++(lapsing.validUntil < m_today ? m_overview.lapsedInAll : m_overview.lapsingInAll);
            if (m_overview.lapsing.size() < longestList)
                m_overview.lapsing.append(lapsing);
        };
        return readInBulk(m_connection,
                          u"SELECT e.id, e.title, e.valid_until, "
                          "(SELECT COUNT(*) FROM evidence_use u WHERE u.evidence = e.id) FROM evidence e "
                          "WHERE e.removed_at IS NULL AND e.valid_until <= ? AND e.state <> 'draft' "
                          "ORDER BY e.valid_until, e.id"_s,
                          {last}, take);
    }

    Done readFreshness()
    {
        const auto take = [this](const BulkRow &row) {
            const QDate end = QDate::fromString(row.string(1), Qt::ISODate);
            const Freshness freshness =
                freshnessOf(row.word(0, DocumentState::Draft),
                            end.isValid() ? std::optional(end) : std::nullopt, m_today);
            m_overview.evidence.pieces[size_t(freshness)] += int(row.integer(2));
        };
        return readInBulk(m_connection,
                          u"SELECT state, valid_until, COUNT(*) FROM evidence WHERE removed_at IS NULL "
                          "GROUP BY state, valid_until"_s,
                          {}, take);
    }

    [[nodiscard]] OpenItem openItem(const SystemStanding &system, const Item &item) const
    {
        return {.system = system.id,
                .systemName = plimsoll::nameOf(system),
                .item = item.id,
                .title = m_catalogue->titleOf(item),
                .standing = system.items[size_t(item.ordinal)].standing(),
                .owner = {},
                .due = {},
                .release = system.plannedRelease};
    }

    QString nameOf(const Id<Person> &id)
    {
        const auto known = m_people.constFind(id);
        if (known != m_people.cend())
            return *known;
        const auto person = Repository<Person>(m_connection).find(id);
        const QString name = person && *person ? (*person)->name : QString();
        m_people.insert(id, name);
        return name;
    }

    std::shared_ptr<const Catalogue> m_catalogue;
    const Connection &m_connection;
    QDate m_today;
    Overview m_overview;
    QHash<Id<Person>, QString> m_people;
};

}

Result<Overview> readOverview(const Workspace &workspace, const std::shared_ptr<const Catalogue> &catalogue,
                              const Progress &progress)
{
    auto standings = readStandings(workspace, *catalogue, progress);
    if (!standings)
        return tl::unexpected(standings.error());
    const auto connection = workspace.reader();
    if (!connection)
        return tl::unexpected(connection.error());
    return Reading(workspace, catalogue, **connection).read(std::move(*standings));
}

}
