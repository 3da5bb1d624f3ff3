#include "core/workspace/openitems.h"

#include "core/assessment/applicabilitystatement.h"
#include "core/assessment/reason.h"
#include "core/base/calledname.h"
#include "core/storage/bulkread.h"
#include "core/storage/repository.h"
#include "core/workspace/people.h"

#include <algorithm>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestList = 200;

OpenItem openItem(const Catalogue &catalogue, const SystemStanding &system, const Item &item)
{
    return {.system = system.id,
            .systemName = calledName(system.name, system.version),
            .item = item.id,
            .title = catalogue.titleOf(item),
            .standing = system.items[size_t(item.ordinal)].standing(),
            .lack = Lack::Conformity,
            .owner = {},
            .due = {},
            .release = system.plannedRelease};
}

/// As whatBlocks(), without the reasons.
bool isBlocking(const SystemStanding &system, const Item &item)
{
    return item.verb == Verb::Shall &&
           (system.items[size_t(item.ordinal)].isOpen() || system.unsettled.contains(item.ordinal));
}

bool isStillToRelease(const SystemStanding &system, QDate today)
{
    return system.plannedRelease &&
           (*system.plannedRelease >= today || system.phase < LifecyclePhase::Deployment);
}

Done listBlockersOf(const SystemStanding &system, QDate today, const Connection &connection,
                    const std::shared_ptr<const Catalogue> &catalogue, QHash<Id<Person>, QString> &people,
                    QList<OpenItem> &listed)
{
    const auto checklist = readChecklist(connection, catalogue, system.id, today);
    if (!checklist)
        return tl::unexpected(checklist.error());
    for (const Blocking &blocking : whatBlocks(*checklist, Requirement::Shall)) {
        OpenItem open = openItem(*catalogue, system, catalogue->items()[size_t(blocking.ordinal)]);
        open.lack = blocking.lack;
        open.due = blocking.due;
        if (const auto &owner = blocking.owner; owner && !people.contains(*owner)) {
            const auto name = nameOf(connection, *owner);
            if (!name)
                return tl::unexpected(name.error());
            people.insert(*owner, *name);
        }
        open.owner = blocking.owner ? people.value(*blocking.owner) : QString();
        listed.append(open);
    }
    return {};
}

/// Fills in who owns what is listed; `responses` are their ids, in the same order.
Done nameOwners(const Connection &connection, const QStringList &responses, QList<OpenItem> &listed)
{
    if (responses.isEmpty())
        return {};
    QHash<QString, QString> owners;
    const QString places = QStringList(responses.size(), u"?"_s).join(u", "_s);
    const auto done = readInBulk(
        connection,
        u"SELECT r.id, p.name FROM response r JOIN person p ON p.id = r.owner WHERE r.id IN (%1)"_s.arg(
            places),
        responses, [&owners](const BulkRow &row) { owners.insert(row.string(0), row.string(1)); });
    for (qsizetype i = 0; i < responses.size(); ++i)
        listed[i].owner = owners.value(responses[i]);
    return done;
}

}

Result<Blockers> readBlockers(const Connection &connection, const std::shared_ptr<const Catalogue> &catalogue,
                              const SystemStandings &systems, QDate today)
{
    Blockers blockers;
    std::vector<const SystemStanding *> releasing;
    const auto &items = catalogue->items();
    for (const SystemStanding &system : systems) {
        if (!isStillToRelease(system, today))
            continue;
        const auto open = std::count_if(items.cbegin(), items.cend(),
                                        [&](const Item &item) { return isBlocking(system, item); });
        if (open == 0)
            continue;
        blockers.inAll += int(open);
        ++blockers.releases;
        releasing.push_back(&system);
    }
    std::stable_sort(releasing.begin(), releasing.end(),
                     [](const auto *a, const auto *b) { return a->plannedRelease < b->plannedRelease; });
    QHash<Id<Person>, QString> people;
    for (const SystemStanding *system : releasing) {
        if (blockers.listed.size() >= longestList)
            break;
        if (auto done = listBlockersOf(*system, today, connection, catalogue, people, blockers.listed); !done)
            return tl::unexpected(done.error());
    }
    return blockers;
}

namespace {

QByteArray bytesIn(const BulkRow &row, int column)
{
    const auto text = row.text(column);
    return {text.data(), qsizetype(text.size())};
}

/// By assessment that is closed, as the rows have them, whose order is that of the days.
Result<QHash<QByteArray, QByteArray>> readClosingDays(const Connection &connection)
{
    QHash<QByteArray, QByteArray> days;
    const auto done =
        readInBulk(connection, u"SELECT id, closed_on FROM assessment WHERE closed_on IS NOT NULL"_s, {},
                   [&days](const BulkRow &row) { days.insert(bytesIn(row, 0), bytesIn(row, 1)); });
    if (!done)
        return tl::unexpected(done.error());
    return days;
}

/// What counts as partly met as it rests on drafts alone, see stateOn(): drafts are few, what is met is not.
const QString dueOnDraftsSql =
    u"SELECT DISTINCT r.assessment, r.item, 'partly', r.due "
    "FROM evidence e CROSS JOIN evidence_use u CROSS JOIN response r "
    "WHERE e.removed_at IS NULL AND (e.state = 'draft' OR e.approved_on > ?) AND u.evidence = e.id "
    "AND r.assessment = u.assessment AND r.item = u.item AND r.answer = 'met' AND r.due < ? "
    "AND NOT EXISTS (SELECT 1 FROM evidence_use v JOIN evidence f ON f.id = v.evidence "
    "WHERE v.assessment = u.assessment AND v.item = u.item AND f.removed_at IS NULL "
    "AND f.state <> 'draft' AND COALESCE(f.approved_on, '') <= ?) ORDER BY r.due"_s;

}

Result<std::vector<DueRow>> readDue(const Connection &connection, QDate before)
{
    const auto closed = readClosingDays(connection);
    if (!closed)
        return tl::unexpected(closed.error());
    const QString day = before.toString(Qt::ISODate);
    std::vector<DueRow> rows;
    const auto take = [&](const BulkRow &row) {
        const QByteArray assessment = bytesIn(row, 0);
        const auto closing = closed->constFind(assessment);
        if (closing == closed->cend() ||
            row.text(3) < std::string_view(closing->constData(), size_t(closing->size())))
            rows.push_back({assessment, row.string(1), row.word(2, Answer::NotAnswered),
                            QDate::fromString(row.string(3), Qt::ISODate)});
    };
    // Only what an index holds: the owners of the few that are listed cost less than a look at each row.
    auto done = readInBulk(connection,
                           u"SELECT assessment, item, answer, due FROM response "
                           "WHERE due < ? AND answer <> 'met' ORDER BY due"_s,
                           {day}, take);
    const auto withoutDrafts = qsizetype(rows.size());
    if (done)
        done = readInBulk(connection, dueOnDraftsSql, {day, day, day}, take);
    if (!done)
        return tl::unexpected(done.error());
    std::inplace_merge(rows.begin(), rows.begin() + withoutDrafts, rows.end(),
                       [](const DueRow &one, const DueRow &other) { return one.due < other.due; });
    return rows;
}

namespace {

/// A platform by its assessment that is open.
struct AnsweringPlatform
{
    Id<Platform> id;
    QString name;
};

Result<QHash<QByteArray, AnsweringPlatform>> readAnsweringPlatforms(const Connection &connection)
{
    QHash<QByteArray, AnsweringPlatform> platforms;
    const auto done = readInBulk(connection,
                                 u"SELECT a.id, p.id, p.name FROM platform p CROSS JOIN assessment a "
                                 "WHERE a.platform = p.id AND a.closed_on IS NULL AND p.removed_at IS NULL"_s,
                                 {}, [&platforms](const BulkRow &row) {
                                     platforms.insert(row.string(0).toLatin1(),
                                                      {Id<Platform>::fromText(row.string(1)), row.string(2)});
                                 });
    if (!done)
        return tl::unexpected(done.error());
    return platforms;
}

/// An item of a system.
using Place = std::pair<Id<AiSystem>, QString>;

/// Where a platform of the system says that the item does not apply, though that does not count.
Result<QSet<Place>> readUncountedCommon(const Connection &connection)
{
    QHash<QString, QStringList> uncounted; // by platform
    auto done = readInBulk(connection,
                           u"SELECT p.id, r.item, r.rationale, r.approver "
                           "FROM platform p CROSS JOIN assessment a CROSS JOIN response r "
                           "WHERE a.platform = p.id AND a.closed_on IS NULL AND p.removed_at IS NULL "
                           "AND r.assessment = a.id AND r.answer = 'not-applicable'"_s,
                           {}, [&uncounted](const BulkRow &row) {
                               if (!counts({.applies = false,
                                            .isReasoned = isReason(row.string(2)),
                                            .isApproved = !row.text(3).empty()}))
                                   uncounted[row.string(0)].append(row.string(1));
                           });
    QSet<Place> places;
    for (auto each = uncounted.cbegin(); done && each != uncounted.cend(); ++each)
        done = readInBulk(connection, u"SELECT system FROM inheritance WHERE platform = ?"_s, {each.key()},
                          [&](const BulkRow &row) {
                              const auto system = Id<AiSystem>::fromText(row.string(0));
                              for (const QString &item : *each)
                                  places.insert({system, item});
                          });
    if (!done)
        return tl::unexpected(done.error());
    return places;
}

/// Of a common answer that is not met: what it counts as.
Result<Answer> readCounted(const Connection &connection, const DueRow &row, const Id<Response> &id)
{
    if (row.answer != Answer::NotApplicable)
        return row.answer;
    const auto response = Repository<Response>(connection).find(id);
    if (!response)
        return tl::unexpected(response.error());
    return *response ? countedAnswer(**response) : Answer::NotAnswered;
}

/// What the due rows tell, as it is listed.
class Overdue
{
public:
    Overdue(const Connection &connection, const Catalogue &catalogue, QSet<Place> uncountedCommon)
        : m_connection(connection)
        , m_catalogue(catalogue)
        , m_uncountedCommon(std::move(uncountedCommon))
    {
    }

    void take(const DueRow &row, const SystemStanding &system)
    {
        const auto *item = m_catalogue.item(row.item);
        if (!item || !system.items[size_t(item->ordinal)].isOpen())
            return;
        const bool isInherited = row.answer == Answer::NotAnswered &&
                                 (system.items[size_t(item->ordinal)].answer() != Answer::NotAnswered ||
                                  m_uncountedCommon.contains({system.id, row.item}));
        if (!isInherited)
            list(openItem(m_catalogue, system, *item), row);
    }

    Done take(const DueRow &row, const AnsweringPlatform &platform)
    {
        const auto *item = m_catalogue.item(row.item);
        if (!item)
            return {};
        const auto answer = readCounted(m_connection, row, idOf(row));
        if (!answer)
            return tl::unexpected(answer.error());
        const ItemStanding standing{Applicability::State::Applies, quint8(*answer)};
        if (!standing.isOpen())
            return {};
        list({.system = {},
              .platform = platform.id,
              .systemName = platform.name,
              .item = item->id,
              .title = m_catalogue.titleOf(*item),
              .standing = standing.standing(),
              .owner = {},
              .due = {},
              .release = {}},
             row);
        return {};
    }

    Result<OpenItems> finish()
    {
        if (auto done = nameOwners(m_connection, m_responses, m_found.listed); !done)
            return tl::unexpected(done.error());
        return std::move(m_found);
    }

private:
    static Id<Response> idOf(const DueRow &row)
    {
        return responseId(Id<Assessment>::fromText(QString::fromLatin1(row.assessment)), row.item);
    }

    void list(OpenItem item, const DueRow &row)
    {
        if (++m_found.inAll > longestList)
            return;
        item.due = row.due;
        m_found.listed.append(std::move(item));
        m_responses.append(idOf(row).text());
    }

    const Connection &m_connection;
    const Catalogue &m_catalogue;
    QSet<Place> m_uncountedCommon;
    OpenItems m_found;
    QStringList m_responses; ///< of what is listed
};

}

Result<OpenItems> readOverdue(const Connection &connection, const Catalogue &catalogue,
                              const SystemStandings &systems, const std::vector<DueRow> &rows)
{
    QHash<QByteArray, const SystemStanding *> byAssessment;
    byAssessment.reserve(qsizetype(systems.size()));
    for (const SystemStanding &system : systems) {
        if (system.assessment)
            byAssessment.insert(system.assessment->text().toLatin1(), &system);
    }
    const auto platforms = readAnsweringPlatforms(connection);
    if (!platforms)
        return tl::unexpected(platforms.error());
    auto uncountedCommon = readUncountedCommon(connection);
    if (!uncountedCommon)
        return tl::unexpected(uncountedCommon.error());
    Overdue overdue(connection, catalogue, std::move(*uncountedCommon));
    for (const DueRow &row : rows) {
        if (const auto *system = byAssessment.value(row.assessment)) {
            overdue.take(row, *system);
        } else if (const auto platform = platforms->constFind(row.assessment);
                   platform != platforms->cend()) {
            if (auto taken = overdue.take(row, *platform); !taken)
                return tl::unexpected(taken.error());
        }
    }
    return overdue.finish();
}

}
