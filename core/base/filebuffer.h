#pragma once

#include <QtGlobal>

#include <memory>
#include <new>
#include <span>

namespace plimsoll {

/// Bytes to read a file into, of a fixed size. They begin at a cache line: memory from malloc begins a few
/// bytes past a page, and reading from the operating system's own pages into that takes some processors three
/// times as long.
class FileBuffer
{
public:
    explicit FileBuffer(qsizetype size)
        : m_bytes(static_cast<char *>(::operator new(size_t(size), std::align_val_t(alignment))))
        , m_size(size)
    {
    }

    [[nodiscard]] char *data() { return m_bytes.get(); }
    [[nodiscard]] const char *constData() const { return m_bytes.get(); }
    [[nodiscard]] qsizetype size() const { return m_size; }
    [[nodiscard]] std::span<char> span() { return {m_bytes.get(), size_t(m_size)}; }

private:
    static constexpr size_t alignment = 64;
    struct Release
    {
        void operator()(char *bytes) const { ::operator delete(bytes, std::align_val_t(alignment)); }
    };

    std::unique_ptr<char, Release> m_bytes;
    qsizetype m_size;
};

}
