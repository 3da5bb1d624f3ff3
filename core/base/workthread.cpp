#include "core/base/workthread.h"

namespace plimsoll {

WorkThread::WorkThread(const QString &name)
{
    m_thread.setObjectName(name);
    m_context.moveToThread(&m_thread);
    m_thread.start();
}

WorkThread::~WorkThread()
{
    run([] {}).waitForFinished();
    m_thread.quit();
    m_thread.wait();
}

}
