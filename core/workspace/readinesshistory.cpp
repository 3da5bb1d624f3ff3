#include "core/workspace/readinesshistory.h"

#include "core/journal/journalentry.h"
#include "core/storage/bulkread.h"
#include "core/workspace/journalreplay.h"
#include "core/workspace/workspace.h"

#include <QCoreApplication>

#include <algorithm>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ReadinessHistory)
};

constexpr int partsAtOnce = 2000;
constexpr auto endsSql = "SELECT MAX(sequence) FROM journal_entry"_L1;
constexpr auto firstSql = "SELECT header FROM journal_entry WHERE sequence = 1"_L1;
/// Every entry begins with part 0, its label: the header is asked for once an entry.
constexpr auto partsSql = "SELECT p.sequence, p.position, p.entity_type, p.entity_id, p.body, "
                          "CASE WHEN p.position = 0 THEN e.header END "
                          "FROM journal_part p JOIN journal_entry e ON e.sequence = p.sequence "
                          "WHERE (p.sequence, p.position) > (CAST(? AS BIGINT), CAST(? AS BIGINT)) "
                          "ORDER BY p.sequence, p.position LIMIT 2000"_L1;

/// One part of the journal, copied so that the reading statement can be closed.
struct Part
{
    std::string table;
    std::string id;
    std::string body;
    std::string header; ///< of the entry, in its first part
};

class Reading
{
public:
    Reading(const Workspace &workspace, const Catalogue &catalogue, const Connection &connection)
        : m_catalogue(catalogue)
        , m_connection(connection)
        , m_zone(workspace.profile().timeZone.toLatin1())
        , m_today(workspace.today())
        , m_replay(catalogue)
    {
    }

    Result<ReadinessHistory> read(const Progress &progress)
    {
        if (auto done = begin(); !done)
            return tl::unexpected(done.error());
        while (!m_days.isEmpty()) {
            if (auto done = readPage(); !done)
                return tl::unexpected(done.error());
            if (m_page.empty())
                break;
            if (!progress(m_sequence, m_end, Text::tr("Reading the journal")))
                return refuse(ErrorCode::Cancelled, Text::tr("Reading the journal was stopped."));
            if (auto done = replayPage(); !done)
                return tl::unexpected(done.error());
        }
        countUntil(m_today);
        return std::move(m_history);
    }

private:
    Done begin()
    {
        auto done =
            readInBulk(m_connection, endsSql, {}, [this](const BulkRow &row) { m_end = row.integer(0); });
        QByteArray header;
        if (done)
            done = readInBulk(m_connection, firstSql, {},
                              [&](const BulkRow &row) { header = row.string(0).toUtf8(); });
        const auto first = done && m_end > 0 ? dayOf(header) : Result<QDate>(m_today);
        if (!done || !first)
            return tl::unexpected(done ? first.error() : done.error());
        m_days = readinessDays(*first, m_today);
        m_days.removeLast();
        return {};
    }

    [[nodiscard]] Result<QDate> dayOf(const QByteArray &headerText) const
    {
        const auto header = headerFromText(headerText);
        if (!header)
            return tl::unexpected(header.error());
        return header->at.toTimeZone(m_zone).date();
    }

    Done readPage()
    {
        m_page.clear();
        m_page.reserve(partsAtOnce);
        const QStringList after{QString::number(m_sequence), QString::number(m_position)};
        auto done = readInBulk(m_connection, partsSql, after, [this](const BulkRow &row) {
            m_sequence = row.integer(0);
            m_position = row.integer(1);
            m_page.push_back({std::string(row.text(2)), std::string(row.text(3)), std::string(row.text(4)),
                              std::string(row.text(5))});
        });
        return done;
    }

    Done replayPage()
    {
        for (const Part &part : m_page) {
            if (!part.header.empty()) {
                const auto day = dayOf(QByteArray::fromStdString(part.header));
                if (!day)
                    return tl::unexpected(day.error());
                countUntil(*day);
                if (m_days.isEmpty())
                    return {};
            }
            if (part.table.empty())
                continue;
            if (part.body.empty()) {
                ++m_history.redacted;
                continue;
            }
            if (auto done = m_replay.take(part.table, part.id, part.body); !done)
                return done;
        }
        return {};
    }

    /// Counts the days before `day`, now that all that happened in them is known.
    void countUntil(QDate day)
    {
        while (!m_days.isEmpty() && m_days.first() < day) {
            if (m_replay.isChanged())
                count();
            m_point.day = m_days.takeFirst();
            if (!m_history.points.isEmpty() || m_point.shall.due() + m_point.should.due() > 0)
                m_history.points.append(m_point);
        }
    }

    void count()
    {
        Standpoint point = m_replay.standpoint();
        stand(m_catalogue, point);
        m_point = {};
        for (const SystemStanding &system : point.systems) {
            if (system.outOfScope)
                continue;
            const RollUp counts = rollUpOf(m_catalogue, system);
            m_point.shall += counts.whole.shall;
            m_point.should += counts.whole.should;
        }
    }

    const Catalogue &m_catalogue;
    const Connection &m_connection;
    QTimeZone m_zone;
    QDate m_today;
    JournalReplay m_replay;
    QList<QDate> m_days; ///< still to be counted
    std::vector<Part> m_page;
    qint64 m_sequence = 0; ///< of the part read last
    qint64 m_position = 0;
    qint64 m_end = 0;
    ReadinessPoint m_point;
    ReadinessHistory m_history;
};

constexpr qint64 daysByDay = 31;
constexpr qint64 daysByWeek = 400;
constexpr int mostMonths = 36;

QDate endOfMonth(QDate day)
{
    return {day.year(), day.month(), day.daysInMonth()};
}

}

QList<QDate> readinessDays(QDate first, QDate today)
{
    QList<QDate> days{today};
    const qint64 span = first.daysTo(today);
    if (span <= daysByWeek) {
        const int step = span <= daysByDay ? 1 : 7;
        for (QDate day = today.addDays(-step); day >= first; day = day.addDays(-step))
            days.prepend(day);
        return days;
    }
    QDate day = endOfMonth(today.addMonths(-1));
    for (int month = 0; month < mostMonths && day >= first; ++month, day = endOfMonth(day.addMonths(-1)))
        days.prepend(day);
    return days;
}

ReadinessPoint pointOf(const Overview &overview, QDate today)
{
    return {today, overview.inAll.whole.shall, overview.inAll.whole.should};
}

Result<ReadinessHistory> readReadinessHistory(const Workspace &workspace, const Catalogue &catalogue,
                                              const Progress &progress)
{
    const auto connection = workspace.reader();
    if (!connection)
        return tl::unexpected(connection.error());
    return Reading(workspace, catalogue, **connection).read(progress);
}

}
