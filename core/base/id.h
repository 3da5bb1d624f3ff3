#pragma once

#include "core/base/clock.h"

#include <QHash>
#include <QRandomGenerator>
#include <QUuid>

#include <array>
#include <compare>

namespace plimsoll {

/// UUID version 7 (RFC 9562): sorts by the time of its making.
inline QUuid uuidVersion7(const QDateTime &at)
{
    std::array<quint32, 4> words{};
    QRandomGenerator::global()->fillRange(words.data(), qsizetype(words.size()));
    const auto milliseconds = quint64(at.toMSecsSinceEpoch());
    const auto high = quint32(milliseconds >> 16);
    const auto middle = quint16(milliseconds & 0xffff);
    const auto versioned = quint16(0x7000 | (words[0] & 0x0fff));
    const auto byte = [](quint32 word, int shift) {
        return uchar((word >> shift) & 0xff);
    };
    return {high,
            middle,
            versioned,
            uchar(0x80 | (byte(words[1], 0) & 0x3f)),
            byte(words[1], 8),
            byte(words[2], 0),
            byte(words[2], 8),
            byte(words[2], 16),
            byte(words[2], 24),
            byte(words[3], 0),
            byte(words[3], 8)};
}

/// Names one thing of kind T for ever. Ids of different kinds do not mix. Text form: lower case, no braces.
template <class T>
class Id
{
public:
    Id() = default;

    static Id generate(const Clock &clock) { return Id(uuidVersion7(clock.now())); }

    /// The id of the one T that belongs to these things (response of an assessment's item, use of a piece of
    /// evidence): UUID version 5, so two copies that record the same thing meet in the same row. `table`
    /// keeps kinds apart.
    static Id ofPair(QLatin1StringView table, const QStringList &things)
    {
        static const QUuid plimsoll(u"5b0f3a70-1f0c-5c9b-9a5e-304223304223");
        return Id(QUuid::createUuidV5(plimsoll, QString(table + u'/' + things.join(u'/')).toUtf8()));
    }

    /// Null when `text` is no id.
    static Id fromText(QStringView text) { return Id(QUuid::fromString(text)); }

    [[nodiscard]] bool isNull() const { return m_uuid.isNull(); }
    [[nodiscard]] QString text() const { return m_uuid.toString(QUuid::WithoutBraces); }
    [[nodiscard]] const QUuid &uuid() const { return m_uuid; }

    friend bool operator==(const Id &, const Id &) = default;
    friend bool operator<(const Id &a, const Id &b) { return a.m_uuid < b.m_uuid; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return qHash(id.m_uuid, seed); }

private:
    explicit Id(const QUuid &uuid)
        : m_uuid(uuid)
    {
    }

    QUuid m_uuid;
};

}
