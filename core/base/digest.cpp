#include "core/base/digest.h"

#include <openssl/evp.h>

#include <QByteArray>

#include <new>

namespace plimsoll {

struct Hasher::Context
{
    EVP_MD *sha256 = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    EVP_MD_CTX *context = EVP_MD_CTX_new();

    Context()
    {
        if (!sha256 || !context)
            throw std::bad_alloc();
        restart();
    }
    ~Context()
    {
        EVP_MD_CTX_free(context);
        EVP_MD_free(sha256);
    }
    Context(const Context &) = delete;
    Context &operator=(const Context &) = delete;

    void restart() { EVP_DigestInit_ex2(context, sha256, nullptr); }
};

Hasher::Hasher()
    : m_context(std::make_unique<Context>())
{
}

Hasher::~Hasher() = default;

void Hasher::add(QByteArrayView bytes)
{
    EVP_DigestUpdate(m_context->context, bytes.data(), size_t(bytes.size()));
}

Digest Hasher::finish()
{
    std::array<uchar, Digest::size> bytes{};
    EVP_DigestFinal_ex(m_context->context, bytes.data(), nullptr);
    m_context->restart();
    return Digest(bytes);
}

Digest Digest::of(QByteArrayView bytes)
{
    thread_local Hasher hasher;
    hasher.add(bytes);
    return hasher.finish();
}

std::optional<Digest> Digest::fromHex(QStringView hex)
{
    if (hex.size() != 2 * size)
        return std::nullopt;
    const auto nibble = [](QChar digit) -> int {
        const auto code = digit.unicode();
        if (code >= u'0' && code <= u'9')
            return code - u'0';
        if (code >= u'a' && code <= u'f')
            return code - u'a' + 10;
        if (code >= u'A' && code <= u'F')
            return code - u'A' + 10;
        return -1;
    };
    std::array<uchar, size> bytes{};
    for (size_t i = 0; i < bytes.size(); ++i) {
        const int high = nibble(hex[qsizetype(2 * i)]);
        const int low = nibble(hex[qsizetype(2 * i + 1)]);
        if (high < 0 || low < 0)
            return std::nullopt;
        bytes.at(i) = uchar(high * 16 + low);
    }
    return Digest(bytes);
}

QString Digest::hex() const
{
    return QString::fromLatin1(QByteArray(reinterpret_cast<const char *>(m_bytes.data()), size).toHex());
}

}
