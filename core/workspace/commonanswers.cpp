#include "core/workspace/commonanswers.h"

#include "core/base/parallel.h"
#include "core/journal/journalentry.h"
#include "core/storage/bulkread.h"
#include "core/storage/repository.h"
#include "core/workspace/assessing.h"
#include "core/workspace/profile.h"

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

constexpr auto lastChangeSql = "SELECT e.header FROM journal_part p "
                               "JOIN journal_entry e ON e.sequence = p.sequence "
                               "WHERE p.entity_type = ? AND p.entity_id = ? "
                               "ORDER BY p.sequence DESC LIMIT 1"_L1;

/// The day, in the workspace's time zone, on which the journal tells of the response last.
Result<std::optional<QDate>> lastChange(const Connection &connection, const Id<Response> &response)
{
    QByteArray text;
    const auto read = readInBulk(connection, lastChangeSql, {Described<Response>::table, response.text()},
                                 [&text](const BulkRow &row) { text = row.string(0).toUtf8(); });
    if (!read)
        return tl::unexpected(read.error());
    if (text.isEmpty())
        return std::optional<QDate>();
    const auto header = headerFromText(text);
    const auto profiles = Repository<WorkspaceProfile>(connection).all();
    if (!header || !profiles)
        return tl::unexpected(header ? profiles.error() : header.error());
    const QTimeZone zone(profiles->isEmpty() ? "UTC" : profiles->first().timeZone.toLatin1());
    return header->at.toTimeZone(zone).date();
}

/// What a platform answers on that day.
struct Answering
{
    QString platform;
    Checklist checklist;
};

Result<std::vector<Answering>> answeringNow(const Connection &connection, const Checklist &checklist,
                                            QDate today)
{
    const auto sources = inheritsFrom(connection, checklist.system.id);
    if (!sources)
        return tl::unexpected(sources.error());
    std::vector<Answering> answering;
    for (const auto &[platform, assessment] : *sources) {
        auto answers = readChecklist(connection, checklist.catalogue, platform.id, today);
        if (!answers)
            return tl::unexpected(answers.error());
        answering.push_back({platform.name, std::move(*answers)});
    }
    return answering;
}

/// The first platform that gives an answer; else the first that once gave one; null where none did.
const Answering *speaksOf(int item, const std::vector<Answering> &platforms)
{
    const Answering *found = nullptr;
    for (const Answering &platform : platforms) {
        const auto &given = platform.checklist.lines.at(size_t(item)).own;
        if (given && given->answer != Answer::NotAnswered)
            return &platform;
        if (given && !found)
            found = &platform;
    }
    return found;
}

bool restsOnACommonAnswer(const ChecklistLine &line)
{
    return line.countsInherited() && line.counted != Answer::NotAnswered;
}

}

Result<std::optional<ChangedAnswer>> changedAnswer(const Connection &connection, const Checklist &checklist,
                                                   QDate today)
{
    std::optional<ChangedAnswer> changed;
    if (!checklist.assessment || !checklist.assessment->closedOn ||
        std::ranges::none_of(checklist.lines, restsOnACommonAnswer))
        return changed;
    const auto platforms = answeringNow(connection, checklist, today);
    if (!platforms)
        return tl::unexpected(platforms.error());
    for (const ChecklistLine &line : checklist.lines) {
        if (!restsOnACommonAnswer(line))
            continue;
        const Answering *speaks = speaksOf(line.ordinal, *platforms);
        const ChecklistLine *now = speaks ? &speaks->checklist.lines.at(size_t(line.ordinal)) : nullptr;
        const Answer counted = now ? now->counted : Answer::NotAnswered;
        if (counted == line.counted)
            continue;
        if (changed) {
            ++changed->others;
            continue;
        }
        const auto day =
            now ? lastChange(connection, now->own->id) : Result<std::optional<QDate>>(std::nullopt);
        if (!day)
            return tl::unexpected(day.error());
        changed = {
            checklist.item(line).id, now ? speaks->platform : QString(), line.counted, counted, *day, 0};
    }
    return changed;
}

Done judgeOutdated(const Connection &connection, const Catalogue &catalogue, std::vector<Assessed> &assessed,
                   const std::vector<std::string> &assessmentIds, Standpoint &point)
{
    std::vector<std::optional<MovedAnswer>> answers(point.systems.size());
    inRangesOnEveryCore(answers.size(), [&](size_t from, size_t until) {
        for (size_t i = from; i < until; ++i)
            answers[i] = movedAnswer(catalogue, point, i);
    });
    QHash<std::pair<int, int>, std::optional<QDate>> days; // by platform and item
    for (size_t i = 0; i < point.systems.size(); ++i) {
        SystemStanding &system = point.systems[i];
        if (const auto &moved = answers[i]) {
            const QString item = catalogue.items().at(size_t(moved->item)).id;
            const std::pair key(moved->platform, moved->item);
            if (moved->platform >= 0 && !days.contains(key)) {
                const auto &of = assessmentIds.at(size_t(point.assessmentOfPlatform.at(size_t(key.first))));
                const auto id = Id<Assessment>::fromText(QString::fromStdString(of));
                const auto day = lastChange(connection, responseId(id, item));
                if (!day)
                    return tl::unexpected(day.error());
                days.insert(key, *day);
            }
            assessed[i].changed = {item,        point.platforms.value(moved->platform),
                                   moved->then, moved->now,
                                   days[key],   moved->others};
        }
        system.outdated = whyOutdated(catalogue, assessed[i], system.version, system.phase);
    }
    return {};
}

}
