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
    /// evidence), so two copies that record the same thing meet in the same row. UUID version 8 (RFC 9562):
    /// begins as `first` does and ends with bits of a version 5 of all, so that what belongs to one thing
    /// lies together in the indexes. `table` keeps kinds apart.
    template <class First>
    static Id ofPair(QLatin1StringView table, const Id<First> &first, const QStringList &others = {})
    {
        static const QUuid plimsoll(u"5b0f3a70-1f0c-5c9b-9a5e-304223304223");
        const QStringList things = QStringList{first.text()} + others;
        QUuid uuid = QUuid::createUuidV5(plimsoll, QString(table + u'/' + things.join(u'/')).toUtf8());
        uuid.data1 = first.uuid().data1;
        uuid.data2 = first.uuid().data2;
        uuid.data3 = quint16(0x8000 | (first.uuid().data3 & 0x0fff));
        return Id(uuid);
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
