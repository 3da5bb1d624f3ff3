#include "core/delivery/recordsnapshot.h"

namespace plimsoll {

using namespace Qt::StringLiterals;

Result<std::unique_ptr<RecordSnapshot>> RecordSnapshot::take(const Workspace &workspace)
{
    auto folder = TemporaryFolder::create();
    if (!folder)
        return tl::unexpected(folder.error());
    std::unique_ptr<RecordSnapshot> snapshot(new RecordSnapshot(std::move(*folder)));
    const QString file = snapshot->filePath(u"workspace.db"_s);
    {
        const auto reader = workspace.reader();
        if (!reader)
            return tl::unexpected(reader.error());
        if (auto copied = (*reader)->snapshotInto(file); !copied)
            return tl::unexpected(snapshot->told(copied.error()));
    }
    snapshot->m_file = file;
    auto connection = Connection::open(file, Connection::Mode::ReadOnly);
    if (!connection)
        return tl::unexpected(snapshot->told(connection.error()));
    snapshot->m_connection = std::move(*connection);
    return snapshot;
}

}
