#include "tests/bench/hashfloor.h"

#include "tests/bench/medians.h"

#include <QFile>

#include <openssl/evp.h>

#include <memory>

namespace plimsoll::bench {

namespace {

struct Free
{
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
};

Done hash(const QString &path, QByteArray &buffer)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return refuse(ErrorCode::Storage, file.errorString(), path);
    const std::unique_ptr<EVP_MD_CTX, Free> context(EVP_MD_CTX_new());
    EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr);
    qint64 count = 0;
    while ((count = file.read(buffer.data(), buffer.size())) > 0)
        EVP_DigestUpdate(context.get(), buffer.constData(), size_t(count));
    unsigned char digest[EVP_MAX_MD_SIZE];
    EVP_DigestFinal_ex(context.get(), digest, nullptr);
    return count < 0 ? refuse(ErrorCode::Storage, file.errorString(), path) : Done();
}

}

Result<double> secondsToHash(const QStringList &files)
{
    return secondsOf([&files]() -> Done {
        QByteArray buffer(256 << 10, Qt::Uninitialized); // stays in the core's own cache
        for (const QString &file : files) {
            if (const auto hashed = hash(file, buffer); !hashed)
                return hashed;
        }
        return {};
    });
}

}
