#pragma once

#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

namespace plimsoll::test {

/// While it lives the program has the rights of nobody: whoever runs the tests as root may read everything.
class AsNobody
{
public:
    AsNobody()
    {
#ifdef Q_OS_LINUX
        if (::geteuid() == 0)
            m_isOther = ::setresuid(65534, 65534, 0) == 0;
#endif
    }
    AsNobody(const AsNobody &) = delete;
    AsNobody &operator=(const AsNobody &) = delete;
    ~AsNobody()
    {
#ifdef Q_OS_LINUX
        if (m_isOther && ::setresuid(0, 0, 0) != 0)
            qFatal("The rights of root did not come back.");
#endif
    }

private:
    bool m_isOther = false;
};

/// Lets nobody do with it what `mode` says, and pass through the folder it lies in.
inline void allow(const QString &path, mode_t mode)
{
    QVERIFY(::chmod(QFile::encodeName(QFileInfo(path).path()).constData(), 0755) == 0);
    QVERIFY(::chmod(QFile::encodeName(path).constData(), mode) == 0);
}

}
