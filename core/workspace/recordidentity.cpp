#include "core/workspace/recordidentity.h"

#include <QCoreApplication>

#include <optional>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RecordIdentity)
};

constexpr qsizetype minute = 16; // characters of a time up to its minute

// Holds for every format there was: it is asked before a record is brought up to date.
const QString readIdentity =
    u"SELECT workspace_profile.id, party.name, workspace_profile.created_at FROM workspace_profile "
    "JOIN party ON party.id = workspace_profile.organisation"_s;

}

Result<RecordIdentity> recordIdentity(const Connection &connection)
{
    std::optional<RecordIdentity> found;
    const auto read = connection.each(readIdentity, {}, [&](const Row &row) {
        found = RecordIdentity{row.text(0), row.text(1), row.text(2).left(minute).replace(u'T', u' ')};
    });
    if (!read)
        return tl::unexpected(read.error());
    if (!found)
        return refuse(ErrorCode::Damaged,
                      Text::tr("%1 does not say whose workspace it is.").arg(connection.file()));
    return *found;
}

}
