#include "core/evidence/filechecks.h"

#include "core/base/atomicfile.h"
#include "core/base/smallfile.h"
#include "core/evidence/evidencestore.h"
#include "core/record/words.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace plimsoll {

using namespace Qt::StringLiterals;

template <>
struct Words<Integrity>
{
    static constexpr std::array words{
        std::pair{Integrity::Unchanged, QLatin1StringView("unchanged")},
        std::pair{Integrity::Changed, QLatin1StringView("changed")},
        std::pair{Integrity::Replaced, QLatin1StringView("replaced")},
        std::pair{Integrity::Missing, QLatin1StringView("missing")},
        std::pair{Integrity::Unreadable, QLatin1StringView("unreadable")},
    };
};

namespace {

constexpr qint64 longest = 64 * 1024 * 1024; ///< of the file, far above what a million checks need

QString fileBeside(const EvidenceStore &store)
{
    return store.folder() + u"-checks.json"_s;
}

/// Tells the file from a copy and from what was written to it later. Without the device, whose number may be
/// another after a restart.
QString stampOf(const EvidenceStore &store, const Digest &digest)
{
    const auto stamp = DiskFile::stampAt(store.pathOf(digest));
    return stamp ? u"%1 %2 %3"_s.arg(stamp->file).arg(stamp->size).arg(stamp->modifiedNanoseconds)
                 : QString();
}

QJsonObject readAll(const EvidenceStore &store)
{
    const auto kept = contentOfSmallFile(fileBeside(store), longest);
    return kept ? QJsonDocument::fromJson(*kept).object() : QJsonObject();
}

/// Takes what was kept over while it speaks of the file that is there now.
void take(FileChecks &checks, const EvidenceStore &store, const Digest &digest, const QJsonValue &kept)
{
    const QJsonArray said = kept.toArray();
    const auto integrity = fromWord<Integrity>(said.at(0).toString());
    const auto at = QDateTime::fromString(said.at(1).toString(), Qt::ISODateWithMs);
    if (integrity && at.isValid() && said.at(2).toString() == stampOf(store, digest))
        checks.insert(digest, {*integrity, at});
}

}

FileChecks keptChecks(const EvidenceStore &store)
{
    FileChecks checks;
    const QJsonObject kept = readAll(store);
    for (auto each = kept.begin(); each != kept.end(); ++each) {
        if (const auto digest = Digest::fromHex(each.key()))
            take(checks, store, *digest, each.value());
    }
    return checks;
}

FileChecks keptChecks(const EvidenceStore &store, const QSet<Digest> &of)
{
    FileChecks checks;
    if (of.isEmpty())
        return checks;
    const QJsonObject kept = readAll(store);
    for (const Digest &digest : of)
        take(checks, store, digest, kept.value(digest.hex()));
    return checks;
}

FileChecks lookedAt(const EvidenceStore &store, const std::vector<Fingerprint> &files, const FileChecks &kept,
                    const QDateTime &at)
{
    FileChecks checks;
    for (const Fingerprint &file : files) {
        const QFileInfo there(store.pathOf(file.digest));
        const auto stamp = DiskFile::stampAt(there.filePath());
        if (stamp && (store.isLinked(file.digest) || !there.isFile()))
            checks.insert(file.digest, {Integrity::Replaced, at});
        else if (!stamp && stamp.error().code == ErrorCode::NotFound)
            checks.insert(file.digest, {Integrity::Missing, at});
        else if (stamp && stamp->size != file.size)
            checks.insert(file.digest, {Integrity::Changed, at});
        else if (const auto before = kept.constFind(file.digest); before != kept.cend())
            checks.insert(file.digest, *before);
    }
    return checks;
}

Result<FileChecks> checkedAnew(const EvidenceStore &store, const std::vector<Fingerprint> &files,
                               const QDateTime &at, const Progress &progress)
{
    const auto found = integrityOf(store, files, progress);
    if (!found)
        return tl::unexpected(found.error());
    FileChecks checks;
    for (size_t i = 0; i < files.size(); ++i)
        checks.insert(files[i].digest, {(*found)[i], at});
    return checks;
}

void addNewer(FileChecks &checks, const FileChecks &others)
{
    for (auto other = others.cbegin(); other != others.cend(); ++other) {
        const auto known = checks.constFind(other.key());
        if (known == checks.cend() || known->at < other->at)
            checks.insert(other.key(), *other);
    }
}

Done keepChecks(const EvidenceStore &store, const FileChecks &checks)
{
    QJsonObject kept = readAll(store);
    for (auto each = checks.begin(); each != checks.end(); ++each)
        kept.insert(each.key().hex(),
                    QJsonArray{QString(word(each->integrity)), each->at.toUTC().toString(Qt::ISODateWithMs),
                               stampOf(store, each.key())});
    auto file = AtomicFile::create(fileBeside(store));
    if (!file)
        return tl::unexpected(file.error());
    if (auto written = file->write(QJsonDocument(kept).toJson(QJsonDocument::Compact)); !written)
        return written;
    return file->commit();
}

}
