#pragma once

#include "core/workspace/releasegate.h"
#include "core/workspace/standings.h"

namespace plimsoll {

/// Something open in one system, or in the common answers of a platform, with who and by when.
struct OpenItem
{
    Id<AiSystem> system; ///< null for a common answer
    std::optional<Id<Platform>> platform = {};
    QString systemName; ///< or the platform's
    QString item;
    QString title;
    Standing standing = Standing::NotAnswered;
    Lack lack = Lack::Conformity;
    QString owner; ///< empty: nobody
    std::optional<QDate> due;
    std::optional<QDate> release; ///< planned release of the system

    friend bool operator==(const OpenItem &, const OpenItem &) = default;
};

/// As many as people read, and how many there are in all.
struct OpenItems
{
    QList<OpenItem> listed;
    int inAll = 0;
};

/// What stands before planned releases, by their date: what keeps the release gate of shall closed.
struct Blockers : OpenItems
{
    int releases = 0; ///< planned ones that something open stands before
};

/// A response whose date has passed and that is not met, as its row says, or partly met on drafts alone.
struct DueRow
{
    QByteArray assessment;
    QString item;
    Answer answer = Answer::NotAnswered;
    QDate due;
};

using SystemStandings = std::vector<SystemStanding>;

Result<Blockers> readBlockers(const Connection &connection, const std::shared_ptr<const Catalogue> &catalogue,
                              const SystemStandings &systems, QDate today);

/// The rows, by date, that were due before that day; in an assessment that is closed, before its closing.
Result<std::vector<DueRow>> readDue(const Connection &connection, QDate before);
/// Those of them that are still open in these systems, and the common answers of platforms, each once as the
/// piece of work it is, whoever takes it over.
Result<OpenItems> readOverdue(const Connection &connection, const Catalogue &catalogue,
                              const SystemStandings &systems, const std::vector<DueRow> &rows);

}
