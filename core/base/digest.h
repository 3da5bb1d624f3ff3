#pragma once

#include <QByteArrayView>
#include <QHashFunctions>
#include <QString>

#include <array>
#include <memory>
#include <optional>

namespace plimsoll {

/// A SHA-256 fingerprint.
class Digest
{
public:
    static constexpr int size = 32;

    Digest() = default;
    explicit Digest(const std::array<uchar, size> &bytes)
        : m_bytes(bytes)
    {
    }

    static Digest of(QByteArrayView bytes);
    /// Nothing when `hex` is not 64 hexadecimal digits (either case).
    static std::optional<Digest> fromHex(QStringView hex);

    /// 64 lower-case hexadecimal digits.
    [[nodiscard]] QString hex() const;
    [[nodiscard]] const std::array<uchar, size> &bytes() const { return m_bytes; }

    friend bool operator==(const Digest &, const Digest &) = default;
    friend auto operator<=>(const Digest &, const Digest &) = default;
    friend size_t qHash(const Digest &digest, size_t seed = 0)
    {
        return qHashBits(digest.m_bytes.data(), digest.m_bytes.size(), seed);
    }

private:
    std::array<uchar, size> m_bytes{};
};

/// Fingerprints a stream piece by piece. OpenSSL's EVP: QCryptographicHash of Qt 6.4 is nine times slower.
class Hasher
{
public:
    Hasher();
    ~Hasher();
    Hasher(const Hasher &) = delete;
    Hasher &operator=(const Hasher &) = delete;

    void add(QByteArrayView bytes);
    /// The digest of all that was added; the hasher starts afresh.
    Digest finish();

private:
    struct Context;
    std::unique_ptr<Context> m_context;
};

}
