#pragma once

#include <QDateTime>
#include <QTimeZone>

namespace plimsoll {

/// Where the time comes from. Injected everywhere, so that reports and tests can be repeated to the byte.
class Clock
{
public:
    Clock() = default;
    Clock(const Clock &) = delete;
    Clock &operator=(const Clock &) = delete;
    virtual ~Clock() = default;

    /// In UTC, cut to whole milliseconds.
    [[nodiscard]] virtual QDateTime now() const = 0;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }
};

/// Stands still. For reports that must come out the same twice (SOURCE_DATE_EPOCH) and for tests.
class FixedClock final : public Clock
{
public:
    explicit FixedClock(QDateTime at)
        : m_at(std::move(at))
    {
    }
    [[nodiscard]] QDateTime now() const override { return m_at; }

private:
    QDateTime m_at;
};

}
