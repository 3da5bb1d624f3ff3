#include "core/workspace/evidenceregister.h"

#include "core/base/calledname.h"
#include "core/storage/repository.h"

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

/// The uses in assessments that no other has followed.
constexpr auto presentUses =
    "FROM evidence_use u JOIN assessment a ON a.id = u.assessment "
    "LEFT JOIN assessment next ON next.previous = a.id "
    "LEFT JOIN ai_system s ON s.id = a.system LEFT JOIN platform p ON p.id = a.platform "
    "WHERE next.id IS NULL AND s.removed_at IS NULL AND p.removed_at IS NULL"_L1;
constexpr auto ofOne = "AND u.evidence = ?"_L1;
constexpr auto reach =
    "SELECT u.evidence, COUNT(*), COUNT(DISTINCT u.assessment) %1 %2 GROUP BY u.evidence"_L1;
constexpr auto servedItems =
    "SELECT u.id, u.assessment, u.item, a.system, COALESCE(s.name, p.name), COALESCE(s.version, ''), "
    "a.closed_on, (SELECT r.answer FROM response r WHERE r.assessment = u.assessment AND r.item = u.item) "
    "%1 %2"_L1;
constexpr auto openAssessments =
    "SELECT a.id, COALESCE(s.name, p.name), COALESCE(s.version, '') FROM assessment a "
    "LEFT JOIN ai_system s ON s.id = a.system LEFT JOIN platform p ON p.id = a.platform "
    "WHERE a.closed_on IS NULL AND s.removed_at IS NULL AND p.removed_at IS NULL "
    "AND (a.system IS NULL OR s.out_of_scope = ?)"_L1;

struct Reach
{
    int items = 0;
    int systems = 0;
};

Result<QHash<QString, Reach>> readReach(const Connection &connection, const QString &which,
                                        const QVariantList &bound)
{
    QHash<QString, Reach> found;
    auto read = connection.each(QString(reach).arg(presentUses, which), bound, [&found](const Row &row) {
        found.insert(row.text(0), {int(row.integer(1)), int(row.integer(2))});
    });
    if (!read)
        return tl::unexpected(read.error());
    return found;
}

RegisteredEvidence lineOf(Evidence evidence, const QHash<QString, Reach> &reached)
{
    const Reach far = reached.value(evidence.id.text());
    return {std::move(evidence), far.items, far.systems};
}

}

Result<std::vector<RegisteredEvidence>> readEvidenceRegister(const Connection &connection)
{
    const Repository<Evidence> repository(connection);
    auto all = repository.where(&Evidence::removedAt, std::optional<QDateTime>());
    if (!all)
        return tl::unexpected(all.error());
    const auto reached = readReach(connection, {}, {});
    if (!reached)
        return tl::unexpected(reached.error());
    std::vector<RegisteredEvidence> lines;
    lines.reserve(size_t(all->size()));
    for (Evidence &evidence : *all)
        lines.push_back(lineOf(std::move(evidence), *reached));
    return lines;
}

Result<std::vector<RegisteredEvidence>> readEvidenceRegister(const Connection &connection,
                                                             const QSet<Id<Evidence>> &wanted)
{
    std::vector<RegisteredEvidence> lines;
    for (const Id<Evidence> &id : wanted) {
        auto evidence = Repository<Evidence>(connection).find(id);
        if (!evidence)
            return tl::unexpected(evidence.error());
        if (!*evidence || (*evidence)->removedAt)
            continue;
        const auto reached = readReach(connection, ofOne, {id.text()});
        if (!reached)
            return tl::unexpected(reached.error());
        lines.push_back(lineOf(std::move(**evidence), *reached));
    }
    return lines;
}

Result<QHash<Id<Evidence>, int>> itemsServedBy(const Connection &connection,
                                               const QList<Id<Evidence>> &evidence)
{
    QHash<Id<Evidence>, int> served;
    if (evidence.isEmpty())
        return served;
    QVariantList ids;
    for (const Id<Evidence> &id : evidence)
        ids.append(id.text());
    const QString places = QStringList(ids.size(), u"?"_s).join(u", "_s);
    const auto reached = readReach(connection, u"AND u.evidence IN (%1)"_s.arg(places), ids);
    if (!reached)
        return tl::unexpected(reached.error());
    for (auto reach = reached->cbegin(); reach != reached->cend(); ++reach)
        served.insert(Id<Evidence>::fromText(reach.key()), reach->items);
    return served;
}

QSet<Digest> filesOf(const std::vector<RegisteredEvidence> &lines)
{
    QSet<Digest> files;
    for (const RegisteredEvidence &line : lines) {
        if (line.evidence.digest)
            files.insert(*line.evidence.digest);
    }
    return files;
}

std::optional<QSet<Id<Evidence>>> evidenceTouchedBy(const ChangeSet &changeSet)
{
    QSet<Id<Evidence>> touched;
    for (const Edit &edit : changeSet.edits) {
        if (edit.table == Described<Evidence>::table) {
            touched.insert(Id<Evidence>::fromText(edit.id));
        } else if (edit.table == Described<EvidenceUse>::table) {
            const FieldChange *evidence = edit.field("evidence"_L1);
            if (!evidence)
                return std::nullopt;
            for (const QString *id : {evidence->before.text(), evidence->after.text()}) {
                if (id && !id->isEmpty())
                    touched.insert(Id<Evidence>::fromText(*id));
            }
        } else if (edit.table == Described<Assessment>::table || edit.table == Described<AiSystem>::table ||
                   edit.table == Described<Platform>::table) {
            return std::nullopt;
        }
    }
    return touched;
}

Result<QList<ServedItem>> readServedItems(const Connection &connection, const Id<Evidence> &evidence)
{
    QList<ServedItem> served;
    const auto take = [&](const Row &row) {
        ServedItem item;
        item.use = {Id<EvidenceUse>::fromText(row.text(0)), evidence, Id<Assessment>::fromText(row.text(1)),
                    row.text(2)};
        if (const auto system = Id<AiSystem>::fromText(row.text(3)); !system.isNull())
            item.system = system;
        item.holder = calledName(row.text(4), row.text(5));
        item.isOpen = row.isNull(6);
        item.answer = fromWord<Answer>(row.text(7)).value_or(Answer::NotAnswered);
        served.append(item);
    };
    if (auto read = connection.each(QString(servedItems).arg(presentUses, ofOne), {evidence.text()}, take);
        !read)
        return tl::unexpected(read.error());
    return served;
}

Result<QList<OpenAssessment>> readOpenAssessments(const Connection &connection)
{
    QList<OpenAssessment> open;
    auto read = connection.each(openAssessments, {false}, [&open](const Row &row) {
        open.append({Id<Assessment>::fromText(row.text(0)), calledName(row.text(1), row.text(2))});
    });
    if (!read)
        return tl::unexpected(read.error());
    return open;
}

}
