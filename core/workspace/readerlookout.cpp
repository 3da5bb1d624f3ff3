#include "core/workspace/readerlookout.h"

namespace plimsoll {

using namespace Qt::StringLiterals;

ReaderLookout::ReaderLookout(const QString &databaseFile, LookoutCalls calls)
    : m_thread(u"lookout"_s)
{
    m_thread.run([this, databaseFile, calls = std::move(calls)]() mutable {
        auto opened = Connection::open(databaseFile, Connection::Mode::ReadOnly);
        if (!opened)
            return; // who reads next is told why
        m_connection = std::move(*opened);
        m_lookout = std::make_unique<Lookout>(*m_connection, nullptr, std::move(calls));
    });
}

ReaderLookout::~ReaderLookout()
{
    m_thread
        .run([this] {
            m_lookout.reset();
            m_connection.reset();
        })
        .waitForFinished();
}

}
