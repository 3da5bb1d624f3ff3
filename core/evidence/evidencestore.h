#pragma once

#include "core/base/digest.h"
#include "core/base/progress.h"
#include "core/base/result.h"

#include <QIODevice>
#include <QSet>
#include <QStringList>

#include <memory>
#include <vector>

namespace plimsoll {

class Arrivals;
class DiskFile;
class FileSystemSync;
struct Intake;

/// What the store found when a file arrived.
enum class Arrival {
    New,          ///< nothing had this content before
    AlreadyThere, ///< the same content was there, and unharmed
    Repaired,     ///< the same content was there but damaged; now it is whole again
};

/// A file the store holds, durable by the time anybody sees this.
struct StoredFile
{
    Digest digest;
    qint64 size = 0;
    QString mediaType; ///< recognised from content and name, such as "application/pdf"
    QString fileName;  ///< the name it came with, without folders
    Arrival arrival = Arrival::New;

    friend bool operator==(const StoredFile &, const StoredFile &) = default;
};

/// One file of several that were to be stored.
struct StoreOutcome
{
    QString source;
    Result<StoredFile> stored;
};

/// The files behind the evidence of a workspace, in one folder, each named by the SHA-256 of its content as
/// `ab/cdef...` and read-only. A name appears only when the whole content is durable under it, so a file that
/// has its name is whole, whatever was killed meanwhile. Equal content is kept once. All members may be
/// called from any thread, and by several programs on the same folder.
class EvidenceStore
{
public:
    /// `folder` is made when the first file arrives.
    explicit EvidenceStore(const QString &folder);

    [[nodiscard]] const QString &folder() const { return m_folder; }
    /// Where the content with this digest is or would be.
    [[nodiscard]] QString pathOf(const Digest &digest) const;

    /// Whether its place, or the folder of that, is a link: what it leads to is none of the store's.
    [[nodiscard]] bool isLinked(const Digest &digest) const;

    /// For whoever stores and needs the files to stay until something refers to them: as long as the answer
    /// lives, Arrivals::isOnlyOne() holds for nobody else.
    [[nodiscard]] Result<std::unique_ptr<Arrivals>> beAtWork() const;

    /// Copies and fingerprints the file in one pass. Only regular files that hold something are taken, and
    /// links within their folder to such, see meantBy(). When refused or cancelled nothing of it remains.
    /// `progress` is told bytes, on this thread.
    [[nodiscard]] Result<StoredFile> store(const QString &sourceFile,
                                           const Progress &progress = unwatched()) const;
    /// As store() for each file, on every core, made durable together. A refused file does not keep the
    /// others out; cancelled, none remains. What is new is announced by `atWork`. `progress` is told bytes of
    /// all.
    [[nodiscard]] Result<std::vector<StoreOutcome>>
    storeMany(const QStringList &sourceFiles, Arrivals &atWork, const Progress &progress = unwatched()) const;
    /// Stores what the program itself has made, under the name it would have as a file.
    [[nodiscard]] Result<StoredFile> storeBytes(QByteArrayView bytes, const QString &fileName) const;

    /// The content, to read only. Not checked against the digest: see integrityOf().
    [[nodiscard]] Result<std::unique_ptr<QIODevice>> open(const Digest &digest) const;
    /// The same for reading in one go. Refuses as Invalid what is no file of the store, see isLinked().
    [[nodiscard]] Result<DiskFile> openFile(const Digest &digest) const;

private:
    struct Arrived;
    enum class Durable { AtOnce, Later };
    /// A file on its way in: its name, and what writes its content.
    struct Coming
    {
        QString fileName;
        std::function<Result<Intake>(DiskFile &target)> copyTo;
    };

    Result<std::unique_ptr<Arrivals>> openArrivals() const;
    Result<Arrived> receive(const Coming &coming, Arrivals &arrivals, Durable durable) const;
    Result<Arrived> receive(const QString &source, Arrivals &arrivals, Durable durable,
                            const Progress &progress) const;
    Done place(const Arrived &arrived) const;
    Done syncNames(const QSet<QString> &folders) const;
    Result<StoredFile> keep(const Result<Arrived> &arrived) const;
    static Done announce(const std::vector<Result<Arrived>> &arrived, Arrivals &atWork);
    Result<std::vector<StoreOutcome>> keepTogether(const QStringList &sourceFiles,
                                                   std::vector<Result<Arrived>> arrived,
                                                   FileSystemSync &together) const;

    QString m_folder;
};

}
