#pragma once

#include <QByteArray>
#include <QFileDevice>

namespace plimsoll {

/// Gathers the small writes of an archive into large ones. Going back to correct a header just written costs
/// nothing as long as it is still in the window.
class WindowedFile
{
public:
    explicit WindowedFile(QFileDevice &file)
        : m_file(file)
    {
        m_window.reserve(windowSize);
    }

    bool write(const char *bytes, qint64 size);
    void seek(qint64 position) { m_position = position; }
    [[nodiscard]] qint64 position() const { return m_position; }
    [[nodiscard]] qint64 size() const { return m_start + m_window.size(); }
    bool flush();

private:
    static constexpr qsizetype windowSize = 1 << 20;
    static constexpr qint64 pieceSize = 64 << 10; ///< written in one call, in step with the processor's cache
    static constexpr qint64 handOverEvery = 32 << 20; ///< so that the final sync has little to wait for
    bool writeAt(qint64 position, const char *bytes, qint64 size);

    QFileDevice &m_file;
    QByteArray m_window; ///< what is not in the file yet: everything from m_start on
    qint64 m_start = 0;
    qint64 m_handedToDisk = 0;
    qint64 m_position = 0;
};

}
