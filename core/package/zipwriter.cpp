#include "core/base/atomicfile.h"
#include "core/package/packagelimits.h"
#include "core/package/packagewriter.h"
#include "core/package/partreader.h"
#include "core/package/windowedfile.h"
#include "core/package/writefailure.h"

#include <zip.h>

#include <QCoreApplication>
#include <QFile>

#include <cerrno>
#include <memory>

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PackageWriter)
};

/// A level that never changes: with another the bytes of the same package would differ. Twice as quick as the
/// usual 6, for texts a tenth larger.
constexpr zip_uint32_t deflateLevel = 3;

/// What libzip's callbacks share: where bytes come from, where they go, and the first thing that went wrong.
struct Writing
{
    PartReader &reader;
    WindowedFile file;
    std::optional<Error> error;

    zip_int64_t answered(const Done &done, zip_int64_t answer)
    {
        if (done)
            return answer;
        if (!error)
            error = done.error();
        return -1;
    }
};

enum class PackingRule { AsAsked, StoreAll };

struct PartSource
{
    Writing &writing;
    PackagePart part;
};

/// Begins the part when it is its turn: libzip asks for the size first.
std::optional<qint64> sizeOf(const PartSource &source)
{
    const auto size = source.writing.reader.begin(source.part);
    if (size)
        return *size;
    source.writing.error = size.error();
    return std::nullopt;
}

zip_int64_t answerError(void *to, zip_uint64_t size, int code)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_error_set(&error, code, code == ZIP_ER_READ ? EIO : 0);
    const auto written = zip_error_to_data(&error, to, size);
    zip_error_fini(&error);
    return written;
}

zip_int64_t answerStat(void *to, qint64 size)
{
    auto *stat = static_cast<zip_stat_t *>(to);
    zip_stat_init(stat);
    stat->size = zip_uint64_t(size);
    stat->valid |= ZIP_STAT_SIZE;
    return sizeof(zip_stat_t);
}

zip_int64_t readPart(void *state, void *data, zip_uint64_t size, zip_source_cmd_t command)
{
    auto &source = *static_cast<PartSource *>(state);
    switch (command) {
    case ZIP_SOURCE_OPEN:
        return sizeOf(source) ? 0 : -1;
    case ZIP_SOURCE_READ: {
        const auto count = source.writing.reader.read(static_cast<char *>(data), qint64(size));
        if (!count) {
            source.writing.error = count.error();
            return -1;
        }
        return *count;
    }
    case ZIP_SOURCE_CLOSE:
    case ZIP_SOURCE_FREE:
        return 0;
    case ZIP_SOURCE_STAT: {
        const auto begun = sizeOf(source);
        return begun ? answerStat(data, *begun) : -1;
    }
    case ZIP_SOURCE_ERROR:
        return answerError(data, size, ZIP_ER_CANCELLED);
    case ZIP_SOURCE_SUPPORTS:
        return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE,
                                              ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, -1);
    default:
        return -1;
    }
}

/// The archive itself, which does not exist before it is written.
zip_int64_t writeArchive(void *state, void *data, zip_uint64_t size, zip_source_cmd_t command)
{
    auto &writing = *static_cast<Writing *>(state);
    switch (command) {
    case ZIP_SOURCE_WRITE:
        return writing.answered(writing.file.write(static_cast<const char *>(data), qint64(size)),
                                zip_int64_t(size));
    case ZIP_SOURCE_SEEK_WRITE: {
        zip_error_t error;
        zip_error_init(&error);
        const auto offset = zip_source_seek_compute_offset(
            zip_uint64_t(writing.file.position()), zip_uint64_t(writing.file.size()), data, size, &error);
        zip_error_fini(&error);
        if (offset < 0)
            return -1;
        writing.file.seek(offset);
        return 0;
    }
    case ZIP_SOURCE_TELL_WRITE:
        return writing.file.position();
    case ZIP_SOURCE_COMMIT_WRITE:
        return writing.answered(writing.file.finish(), 0);
    case ZIP_SOURCE_OPEN:
    case ZIP_SOURCE_CLOSE:
    case ZIP_SOURCE_BEGIN_WRITE:
    case ZIP_SOURCE_ROLLBACK_WRITE:
    case ZIP_SOURCE_FREE:
        return 0;
    case ZIP_SOURCE_STAT:
        return answerStat(data, 0);
    case ZIP_SOURCE_ERROR:
        return answerError(data, size, ZIP_ER_WRITE);
    case ZIP_SOURCE_SUPPORTS:
        return zip_source_make_command_bitmap(
            ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
            ZIP_SOURCE_FREE, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_BEGIN_WRITE,
            ZIP_SOURCE_COMMIT_WRITE, ZIP_SOURCE_ROLLBACK_WRITE, ZIP_SOURCE_WRITE, ZIP_SOURCE_SEEK_WRITE,
            ZIP_SOURCE_TELL_WRITE, ZIP_SOURCE_REMOVE, -1);
    default:
        return -1;
    }
}

using Archive = std::unique_ptr<zip_t, decltype(&zip_discard)>;

Error engineError(const QString &detail)
{
    return {ErrorCode::Storage, Text::tr("The package could not be composed. Export it again."), detail};
}

Archive openArchive(Writing &writing)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_function_create(writeArchive, &writing, &error);
    zip_t *archive = source ? zip_open_from_source(source, ZIP_CREATE | ZIP_TRUNCATE, &error) : nullptr;
    if (!archive) {
        writing.error = engineError(QString::fromUtf8(zip_error_strerror(&error)));
        if (source)
            zip_source_free(source);
    }
    zip_error_fini(&error);
    return {archive, &zip_discard};
}

/// Everything a tool could take from the machine is set: time, rights, order, level. No folder entries.
bool addPart(zip_t *archive, const QByteArray &name, PartSource &part, const QDateTime &at, Packing packing)
{
    zip_source_t *source = zip_source_function(archive, readPart, &part);
    if (!source)
        return false;
    const zip_int64_t added = zip_file_add(archive, name.constData(), source, ZIP_FL_ENC_UTF_8);
    if (added < 0) {
        zip_source_free(source);
        return false;
    }
    const auto index = zip_uint64_t(added);
    const QDate date = at.date();
    const QTime time = at.time();
    const auto dosDate = zip_uint16_t(((date.year() - 1980) << 9) | (date.month() << 5) | date.day());
    const auto dosTime = zip_uint16_t((time.hour() << 11) | (time.minute() << 5) | (time.second() / 2));
    constexpr zip_uint32_t readableFile = 0100644U << 16;
    const bool deflated = packing == Packing::Deflate;
    return zip_file_set_dostime(archive, index, dosTime, dosDate, 0) == 0 &&
           zip_file_set_external_attributes(archive, index, 0, ZIP_OPSYS_UNIX, readableFile) == 0 &&
           zip_set_file_compression(archive, index, deflated ? ZIP_CM_DEFLATE : ZIP_CM_STORE,
                                    deflated ? deflateLevel : 0) == 0;
}

/// libzip asks the sources only while it closes; until then they have to stay where they are.
Done compose(const PackageContent &content, Writing &writing, PackingRule rule)
{
    std::vector<std::unique_ptr<PartSource>> sources;
    Archive archive = openArchive(writing);
    bool added = archive != nullptr;
    for (const PackagePart &part : writing.reader.parts()) {
        if (!added)
            break;
        sources.push_back(std::make_unique<PartSource>(PartSource{writing, part}));
        const QByteArray name = (content.name + u'/' + part.path).toUtf8();
        added = addPart(archive.get(), name, *sources.back(), content.at.toUTC(),
                        rule == PackingRule::AsAsked ? part.packing : Packing::Store);
    }
    if (added && zip_close(archive.get()) == 0) {
        (void)archive.release(); // a closed archive is freed; discarding it would free it twice
        return {};
    }
    if (writing.error)
        return tl::unexpected(*writing.error);
    return tl::unexpected(engineError(archive ? QString::fromUtf8(zip_strerror(archive.get())) : QString()));
}

Result<WrittenPackage> writeOnce(const PackageContent &content, QFileDevice &target, const QString &path,
                                 const Progress &progress, PackingRule rule)
{
    PartReader reader(content, progress);
    Writing writing{reader, {target, path}, {}};
    if (auto composed = compose(content, writing, rule); !composed)
        return tl::unexpected(composed.error());
    return WrittenPackage{reader.tagFiles().seal(), reader.tagFiles().payloadBytes(), content.payload.size(),
                          reader.digests()};
}

}

Result<WrittenPackage> writeZipPackage(const PackageContent &content, const QString &path,
                                       const Progress &progress)
{
    if (auto checked = check(content); !checked)
        return tl::unexpected(checked.error());

    auto file = AtomicFile::create(path);
    const auto target = file ? file->device(QIODevice::Unbuffered) : tl::unexpected(file.error());
    if (!target)
        return tl::unexpected(target.error());
    auto written = writeOnce(content, **target, path, progress, PackingRule::AsAsked);
    if (written && !isPlausibleRatio(written->payloadBytes, (*target)->size(), {})) {
        // Readers, ours too, take an archive that unpacks to so much more for an attack.
        if (!(*target)->resize(0) || !(*target)->seek(0))
            return tl::unexpected(writeFailure(**target, path));
        written = writeOnce(content, **target, path, progress, PackingRule::StoreAll);
    }
    if (!written)
        return written;
    if (!(*target)->flush())
        return tl::unexpected(writeFailure(**target, path));
    if (auto committed = file->commit(); !committed)
        return tl::unexpected(committed.error());
    return written;
}

}
