#pragma once

#include "core/base/result.h"
#include "core/package/packagelimits.h"

#include <QByteArray>
#include <QHash>
#include <QList>

#include <memory>

namespace plimsoll {

/// Whether a refusal says something of the package itself: it does not when the package may not be read, is
/// not there, the disk did not give it back, or a person stopped.
bool isAboutThePackage(const Error &error);

/// One file of a package: its path below the top folder, and the size its container declares.
struct PackagedFile
{
    QString path;
    qint64 size = 0;

    friend bool operator==(const PackagedFile &, const PackagedFile &) = default;
};

/// The bytes of one packaged file, from beginning to end.
class PackagedStream
{
public:
    PackagedStream() = default;
    PackagedStream(const PackagedStream &) = delete;
    PackagedStream &operator=(const PackagedStream &) = delete;
    virtual ~PackagedStream() = default;

    /// At most `size` bytes; 0 at the end. Refuses a file whose content is not as long as declared, or
    /// damaged.
    virtual Result<qint64> read(char *to, qint64 size) = 0;
};

/// Where the files of a package lie: an archive or a folder.
class PackageContainer
{
public:
    PackageContainer() = default;
    PackageContainer(const PackageContainer &) = delete;
    PackageContainer &operator=(const PackageContainer &) = delete;
    virtual ~PackageContainer() = default;

    [[nodiscard]] virtual QString name() const = 0;
    [[nodiscard]] virtual const QList<PackagedFile> &files() const = 0;
    /// Bytes that belong to none of the files: an archive may hold some.
    [[nodiscard]] virtual quint64 unclaimed() const { return 0; }
    virtual Result<std::unique_ptr<PackagedStream>> open(qsizetype index) = 0;
    /// The same for another thread, without being listed and judged once more.
    [[nodiscard]] virtual Result<std::unique_ptr<PackageContainer>> again() const = 0;
};

/// Reads a package, ours or anybody's, a ZIP file or a folder, without ever unpacking it or following a name
/// in it. Opening refuses what no honest package needs: unsafe, ambiguous or too long names, links and
/// devices, more than `limits`, overlapping or encrypted entries. Used by one thread at a time.
class PackageReader
{
public:
    static Result<PackageReader> open(const QString &path, const PackageLimits &limits = {});

    /// The top folder's name.
    [[nodiscard]] QString name() const { return m_container->name(); }
    /// Sorted bytewise by path.
    [[nodiscard]] const QList<PackagedFile> &files() const { return m_container->files(); }
    [[nodiscard]] quint64 unclaimed() const { return m_container->unclaimed(); }
    [[nodiscard]] bool contains(const QString &path) const { return indexOf(path) >= 0; }

    /// A second reader of the same package, for another thread.
    [[nodiscard]] Result<PackageReader> again() const;
    Result<std::unique_ptr<PackagedStream>> stream(const QString &path);
    /// The whole file, when it is declared no longer than `longest` bytes.
    Result<QByteArray> read(const QString &path, qint64 longest);

private:
    using Index = QHash<QString, qsizetype>;

    PackageReader(std::unique_ptr<PackageContainer> container, std::shared_ptr<const Index> index)
        : m_container(std::move(container))
        , m_index(std::move(index))
    {
    }
    /// -1 for a file that is not there.
    [[nodiscard]] qsizetype indexOf(const QString &path) const { return m_index->value(path, -1); }

    std::unique_ptr<PackageContainer> m_container;
    std::shared_ptr<const Index> m_index; ///< of files(), by path
};

}
