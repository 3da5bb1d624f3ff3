#pragma once

#include "core/package/verifier.h"
#include "tests/support/files.h"

#include <QCryptographicHash>
#include <QTemporaryDir>

namespace plimsoll::test {

/// A bag written by hand, which tests then damage.
class Bag
{
public:
    explicit Bag(const QByteArray &version = "1.0")
    {
        write("bagit.txt", "BagIt-Version: " + version + "\nTag-File-Character-Encoding: UTF-8\n");
        write("data/a.txt", "alpha");
        write("data/sub/b.txt", "beta");
        write("bag-info.txt", "Source-Organization: Nordbank\nPayload-Oxum: 9.2\n");
        writeManifest(line("data/a.txt", "alpha") + line("data/sub/b.txt", "beta"));
    }

    static QByteArray hash(const QByteArray &bytes, QCryptographicHash::Algorithm algorithm)
    {
        return QCryptographicHash::hash(bytes, algorithm).toHex();
    }

    static QByteArray line(const QByteArray &path, const QByteArray &content,
                           QCryptographicHash::Algorithm algorithm = QCryptographicHash::Sha256)
    {
        return hash(content, algorithm) + "  " + path + '\n';
    }

    void write(const QByteArray &path, const QByteArray &bytes) const
    {
        writeFile(folder() + u'/' + QString::fromUtf8(path), bytes);
    }
    void writeManifest(const QByteArray &bytes) const
    {
        write("manifest-sha256.txt", bytes);
        seal();
    }
    /// Makes the tag manifest fit the tag files as they are.
    void seal() const
    {
        QByteArray lines;
        for (const char *path : {"bagit.txt", "bag-info.txt", "manifest-sha256.txt"})
            lines += line(path, readFile(folder() + u'/' + QString::fromLatin1(path)));
        write("tagmanifest-sha256.txt", lines);
    }
    void remove(const QByteArray &path) const { QFile::remove(folder() + u'/' + QString::fromUtf8(path)); }
    [[nodiscard]] QString folder() const { return m_dir.filePath(QStringLiteral("bag")); }
    [[nodiscard]] Verification verified() const { return verify(folder(), unwatched()).value(); }

private:
    QTemporaryDir m_dir;
};

}
