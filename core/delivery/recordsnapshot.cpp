#include "core/delivery/recordsnapshot.h"

#include <QCoreApplication>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RecordSnapshot)
};

}

Result<std::unique_ptr<RecordSnapshot>> RecordSnapshot::take(const Workspace &workspace)
{
    std::unique_ptr<RecordSnapshot> snapshot(new RecordSnapshot);
    if (!snapshot->m_folder.isValid())
        return refuse(ErrorCode::Storage,
                      Text::tr("No temporary folder can be made: %1. Free some space, then try again.")
                          .arg(snapshot->m_folder.errorString()));
    const QString file = snapshot->filePath(u"workspace.db"_s);
    {
        const auto reader = workspace.reader();
        if (!reader)
            return tl::unexpected(reader.error());
        if (auto copied = (*reader)->snapshotInto(file); !copied)
            return tl::unexpected(copied.error());
    }
    auto connection = Connection::open(file, Connection::Mode::ReadOnly);
    if (!connection)
        return tl::unexpected(connection.error());
    snapshot->m_connection = std::move(*connection);
    return snapshot;
}

}
