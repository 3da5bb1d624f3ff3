#pragma once

#include <csignal>

#include <sys/resource.h>

namespace plimsoll::test {

/// As long as it lives, this process cannot write a file beyond `bytes`: what a full disk looks like, without
/// being one.
class FileLimit
{
public:
    explicit FileLimit(rlim_t bytes)
        : m_formerHandler(std::signal(SIGXFSZ, SIG_IGN))
    {
        ::getrlimit(RLIMIT_FSIZE, &m_former);
        const rlimit limit{bytes, m_former.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileLimit()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_former);
        std::signal(SIGXFSZ, m_formerHandler);
    }
    FileLimit(const FileLimit &) = delete;
    FileLimit &operator=(const FileLimit &) = delete;

private:
    void (*m_formerHandler)(int);
    rlimit m_former = {};
};

}
