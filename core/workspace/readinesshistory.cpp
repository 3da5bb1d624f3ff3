#include "core/workspace/readinesshistory.h"

#include "core/journal/journalentry.h"
#include "core/storage/bulkread.h"
#include "core/storage/transaction.h"
#include "core/workspace/recordrewind.h"
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
constexpr auto endSql = "SELECT MAX(sequence) FROM journal_entry"_L1;
/// The last day that has come on which an approval or an event began to count.
constexpr auto beginningSql =
    "SELECT MAX(day) FROM (SELECT MAX(approved_on) AS day FROM evidence "
    "WHERE removed_at IS NULL AND approved_on <= CAST(? AS TEXT) UNION ALL "
    "SELECT MAX(happened_on) FROM system_event WHERE happened_on <= CAST(? AS TEXT)) AS beginning"_L1;
constexpr auto firstSql = "SELECT header FROM journal_entry WHERE sequence = 1"_L1;
constexpr auto partsSql = "SELECT p.sequence, p.position, p.entity_type, p.entity_id, p.body, e.header "
                          "FROM journal_part p JOIN journal_entry e ON e.sequence = p.sequence "
                          "WHERE (p.sequence, p.position) < (CAST(? AS BIGINT), CAST(? AS BIGINT)) "
                          "ORDER BY p.sequence DESC, p.position DESC LIMIT 2000"_L1;

/// One part of the journal, copied so that the reading statement can be closed.
struct Part
{
    std::string table;
    std::string id;
    std::string body;
    std::string header; ///< of its entry; empty in the parts of the same entry that follow
};

class Reading
{
public:
    Reading(const Workspace &workspace, const Catalogue &catalogue, const Connection &connection,
            const ReadinessPoint &now)
        : m_catalogue(catalogue)
        , m_connection(connection)
        , m_zone(workspace.profile().timeZone.toLatin1())
        , m_now(now)
        , m_point(now)
        , m_rewind(catalogue)
    {
    }

    Result<ReadinessHistory> read(const Progress &progress)
    {
        if (auto done = begin(); !done)
            return tl::unexpected(done.error());
        while (!m_days.isEmpty()) {
            if (!progress(m_end - m_sequence, m_end, Text::tr("Reading the journal")))
                return refuse(ErrorCode::Cancelled, Text::tr("Reading the journal was stopped."));
            if (auto done = readPage(); !done)
                return tl::unexpected(done.error());
            if (m_page.empty())
                break;
            if (auto done = takeBackPage(); !done)
                return tl::unexpected(done.error());
        }
        auto &points = m_history.points;
        std::ranges::reverse(points);
        const auto first = std::find_if(points.cbegin(), points.cend(), [](const ReadinessPoint &point) {
            return point.shall.due() + point.should.due() > 0;
        });
        points.erase(points.cbegin(), first);
        return std::move(m_history);
    }

private:
    Done begin()
    {
        QByteArray header;
        auto done = readInBulk(m_connection, firstSql, {},
                               [&](const BulkRow &row) { header = row.string(0).toUtf8(); });
        if (done)
            done = beginAtTheEnd();
        if (done)
            done = readInBulk(m_connection, beginningSql,
                              {m_now.day.toString(Qt::ISODate), m_now.day.toString(Qt::ISODate)},
                              [this](const BulkRow &row) {
                                  m_lastBeginning = QDate::fromString(row.string(0), Qt::ISODate);
                              });
        const auto first = done && m_end > 0 ? dayOf(header) : Result<QDate>(m_now.day);
        if (!done || !first)
            return tl::unexpected(done ? first.error() : done.error());
        m_days = readinessDays(*first, m_now.day);
        m_days.removeLast();
        return {};
    }

    Done beginAtTheEnd()
    {
        auto done =
            readInBulk(m_connection, endSql, {}, [this](const BulkRow &row) { m_end = row.integer(0); });
        m_sequence = m_end + 1;
        m_position = 0;
        return done;
    }

    /// Reads the record and where its journal ends at the same moment.
    Done beginRewind()
    {
        auto transaction = Transaction::begin(m_connection);
        auto done = transaction ? beginAtTheEnd() : tl::unexpected(transaction.error());
        if (done)
            done = m_rewind.begin(m_connection);
        m_isRewinding = true;
        return done;
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
        const QStringList before{QString::number(m_sequence), QString::number(m_position)};
        qint64 entry = 0;
        return readInBulk(m_connection, partsSql, before, [this, &entry](const BulkRow &row) {
            m_sequence = row.integer(0);
            m_position = row.integer(1);
            Part &part = m_page.emplace_back();
            if (entry != m_sequence)
                part.header = row.text(5);
            entry = m_sequence;
            if (!m_rewind.dependsOn(row.text(2)))
                return;
            part.table = row.text(2);
            part.id = row.text(3);
            part.body = row.text(4);
        });
    }

    Done takeBackPage()
    {
        for (const Part &part : m_page) {
            if (!part.header.empty()) {
                const auto day = dayOf(QByteArray::fromStdString(part.header));
                if (!day)
                    return tl::unexpected(day.error());
                if (!m_isRewinding && m_lastBeginning > *day)
                    return beginRewind();
                countFrom(*day);
                if (m_days.isEmpty())
                    return {};
            }
            if (part.table.empty())
                continue;
            if (!m_isRewinding) {
                const auto bears =
                    part.body.empty() ? Result<bool>(true) : m_rewind.dependsOn(part.table, part.body);
                if (!bears)
                    return tl::unexpected(bears.error());
                if (*bears)
                    return beginRewind();
            } else if (part.body.empty()) {
                ++m_history.redacted;
            } else if (auto done = m_rewind.takeBack(part.table, part.id, part.body); !done) {
                return done;
            }
        }
        return {};
    }

    /// Counts the days from `day` on, now that all is taken back that happened after them.
    void countFrom(QDate day)
    {
        while (!m_days.isEmpty() && m_days.last() >= day) {
            if (m_isRewinding && m_rewind.isChanged(m_days.last()))
                count(m_days.last());
            m_point.day = m_days.takeLast();
            m_history.points.append(m_point);
        }
    }

    void count(QDate day)
    {
        Standpoint point = m_rewind.standpoint(day);
        stand(m_catalogue, point);
        const Tally sum = sumOf(m_catalogue, point.systems).whole;
        m_point = {{}, sum.shall, sum.should};
    }

    const Catalogue &m_catalogue;
    const Connection &m_connection;
    QTimeZone m_zone;
    ReadinessPoint m_now;
    ReadinessPoint m_point; ///< the counts of the moment
    RecordRewind m_rewind;
    /// Begins with the first edit on which a standing depends, or before a day on which an approval or event
    /// of today was still to come.
    bool m_isRewinding = false;
    QDate m_lastBeginning; ///< of those that have come; invalid when there is none
    QList<QDate> m_days;   ///< still to be counted
    std::vector<Part> m_page;
    qint64 m_sequence = 0; ///< of the part read last
    qint64 m_position = 0;
    qint64 m_end = 0;
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

ReadinessPoint pointOf(const Overview &overview)
{
    return {overview.day, overview.inAll.whole.shall, overview.inAll.whole.should};
}

Result<ReadinessHistory> readReadinessHistory(const Workspace &workspace, const Catalogue &catalogue,
                                              const ReadinessPoint &now, const Progress &progress)
{
    const auto connection = workspace.reader();
    if (!connection)
        return tl::unexpected(connection.error());
    return Reading(workspace, catalogue, **connection, now).read(progress);
}

}
