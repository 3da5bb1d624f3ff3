#include "core/package/zipcontainer.h"

#include "core/base/text.h"
#include "core/package/nametwins.h"
#include "core/package/packagename.h"
#include "core/package/zipnames.h"

#include <zip.h>

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QHash>

#include <algorithm>
#include <optional>

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ZipContainer)
};

using Archive = std::unique_ptr<zip_t, decltype(&zip_discard)>;
using OpenFile = std::unique_ptr<zip_file_t, decltype(&zip_fclose)>;

auto damaged(const QString &path, const QString &detail)
{
    return refuse(ErrorCode::Damaged,
                  Text::tr("The package is a damaged archive: “%1” cannot be unpacked. Ask for it again.")
                      .arg(withVisibleControls(path)),
                  detail);
}

class EntryStream final : public PackagedStream
{
public:
    EntryStream(zip_file_t *file, PackagedFile declared)
        : m_file(file, &zip_fclose)
        , m_declared(std::move(declared))
        , m_left(m_declared.size)
    {
    }

    /// libzip delivers all that a lying entry unpacks to; here reading stops one byte after the declared
    /// size.
    Result<qint64> read(char *to, qint64 size) override
    {
        const qint64 count = zip_fread(m_file.get(), to, zip_uint64_t(std::min(size, m_left + 1)));
        if (count < 0)
            return damaged(m_declared.path, QString::fromUtf8(zip_file_strerror(m_file.get())));
        m_left -= count;
        if (m_left < 0 || (count == 0 && m_left > 0)) {
            return refuse(ErrorCode::Damaged,
                          Text::tr("“%1” does not have the size that the archive declares: size mismatch. "
                                   "Ask for the package again.")
                              .arg(withVisibleControls(m_declared.path)));
        }
        return count;
    }

private:
    OpenFile m_file;
    PackagedFile m_declared;
    qint64 m_left;
};

class ZipContainer final : public PackageContainer
{
public:
    explicit ZipContainer(zip_t *archive)
        : m_archive(archive, &zip_discard)
    {
    }

    [[nodiscard]] QString name() const override { return m_name; }
    [[nodiscard]] const QList<PackagedFile> &files() const override { return m_files; }

    Result<std::unique_ptr<PackagedStream>> open(qsizetype index) override
    {
        zip_file_t *file = zip_fopen_index(m_archive.get(), m_indexes[index], 0);
        if (!file)
            return damaged(m_files[index].path, QString::fromUtf8(zip_strerror(m_archive.get())));
        return std::unique_ptr<PackagedStream>(std::make_unique<EntryStream>(file, m_files[index]));
    }

    Done list(const QString &path, const PackageLimits &limits);

private:
    struct Entry
    {
        QString path;
        qint64 size = 0;
        qint64 packed = 0;
        zip_uint64_t index = 0;
        bool isFolder = false;
    };

    Result<Entry> entry(zip_uint64_t index) const;
    Done checkMode(const Entry &entry) const;
    Done takeTopFolder(QList<Entry> entries);

    Archive m_archive;
    QList<QByteArray> m_rawNames;
    QString m_name;
    QList<PackagedFile> m_files;
    QList<zip_uint64_t> m_indexes;
};

Result<ZipContainer::Entry> ZipContainer::entry(zip_uint64_t index) const
{
    zip_stat_t stat;
    zip_stat_init(&stat);
    constexpr zip_flags_t untranslated = ZIP_FL_ENC_RAW;
    constexpr zip_uint64_t needed = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD;
    if (zip_stat_index(m_archive.get(), index, untranslated, &stat) != 0 || (stat.valid & needed) != needed)
        return damaged(QString::number(index), QString::fromUtf8(zip_strerror(m_archive.get())));

    QByteArrayView raw = m_rawNames[qsizetype(index)];
    if (QByteArray(stat.name) != raw.toByteArray().replace('\0', ' '))
        return damaged(QString::fromUtf8(stat.name), {});
    const bool isFolder = raw.endsWith('/');
    if (isFolder)
        raw.chop(1);
    const auto path = packagedPath(raw);
    if (!path)
        return tl::unexpected(path.error());
    constexpr auto largest = zip_uint64_t(std::numeric_limits<qint64>::max());
    if (stat.size >= largest || stat.comp_size >= largest || (isFolder && stat.size > 0))
        return damaged(*path, {});
    if ((stat.comp_method != ZIP_CM_STORE && stat.comp_method != ZIP_CM_DEFLATE) ||
        ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE)) {
        return refuse(ErrorCode::Invalid,
                      Text::tr("“%1” in the package is encrypted or packed in an unusual way. Ask for a "
                               "plain ZIP file.")
                          .arg(withVisibleControls(*path)));
    }
    return Entry{*path, qint64(stat.size), qint64(stat.comp_size), index, isFolder};
}

Done ZipContainer::checkMode(const Entry &entry) const
{
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    if (zip_file_get_external_attributes(m_archive.get(), entry.index, 0, &system, &attributes) != 0)
        return damaged(entry.path, QString::fromUtf8(zip_strerror(m_archive.get())));
    constexpr zip_uint32_t kindMask = 0170000;
    constexpr zip_uint32_t regular = 0100000;
    constexpr zip_uint32_t folder = 0040000;
    // Judged whatever system the entry claims: some unpackers do the same.
    const zip_uint32_t kind = (attributes >> 16) & kindMask;
    if (kind == 0 || kind == (entry.isFolder ? folder : regular))
        return {};
    return refuse(ErrorCode::Invalid,
                  Text::tr("“%1” is a link or a device. A package holds ordinary files only.")
                      .arg(withVisibleControls(entry.path)));
}

Done ZipContainer::list(const QString &path, const PackageLimits &limits)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return damaged(QFileInfo(path).fileName(), file.errorString());
    const qint64 archiveSize = file.size();
    const qint64 count = zip_get_num_entries(m_archive.get(), 0);
    if (count > limits.files)
        return refuse(
            ErrorCode::Invalid,
            Text::tr("The package has %1 entries; at most %2 are read.").arg(count).arg(limits.files));

    m_rawNames = rawZipNames(file, limits.tagFile);
    if (m_rawNames.size() != count)
        return damaged(QFileInfo(path).fileName(),
                       Text::tr("its list of files has another length than stated"));

    NameTwins twins;
    QList<Entry> entries;
    qint64 bytes = 0;
    qint64 packed = 0;
    for (qint64 index = 0; index < count; ++index) {
        const auto found = entry(zip_uint64_t(index));
        if (!found)
            return tl::unexpected(found.error());
        if (auto checked = checkMode(*found); !checked)
            return checked;
        if (auto added = found->isFolder ? twins.addFolder(found->path) : twins.add(found->path); !added)
            return added;
        if (found->size > limits.bytes - bytes)
            return refuse(ErrorCode::Invalid,
                          Text::tr("The package unpacks to more than %1 bytes, the most that is read.")
                              .arg(limits.bytes));
        if (found->packed > archiveSize - packed)
            return refuse(ErrorCode::Invalid,
                          Text::tr("Entries of the archive overlap, which only an attack needs."));
        bytes += found->size;
        packed += found->packed;
        if (!found->isFolder)
            entries.append(*found);
    }
    if (!isPlausibleRatio(bytes, archiveSize, limits)) {
        return refuse(
            ErrorCode::Invalid,
            Text::tr("The archive unpacks to more than %1 times its size, which only an attack needs.")
                .arg(limits.ratio));
    }
    return takeTopFolder(std::move(entries));
}

Done ZipContainer::takeTopFolder(QList<Entry> entries)
{
    std::sort(entries.begin(), entries.end(),
              [](const Entry &a, const Entry &b) { return a.path.toUtf8() < b.path.toUtf8(); });
    const QString top = entries.isEmpty() ? QString() : entries.first().path.section(u'/', 0, 0) + u'/';
    for (const Entry &entry : std::as_const(entries)) {
        if (!entry.path.startsWith(top) || entry.path.size() == top.size())
            return refuse(ErrorCode::Foreign,
                          Text::tr("The archive does not hold exactly one folder, so it is no package."));
        m_files.append({entry.path.mid(top.size()), entry.size});
        m_indexes.append(entry.index);
    }
    m_name = top.chopped(top.isEmpty() ? 0 : 1);
    return {};
}

QString sentenceFor(int code, const QString &shown)
{
    switch (code) {
    case ZIP_ER_NOZIP:
        return Text::tr("“%1” is no ZIP file, or only a part of one. Ask for it again.").arg(shown);
    case ZIP_ER_INCONS:
    case ZIP_ER_EXISTS:
        return Text::tr("“%1” is a damaged archive: its list of files and its content contradict each other. "
                        "Ask for it "
                        "again.")
            .arg(shown);
    default:
        return Text::tr("“%1” is a damaged archive or cannot be read. Ask for it again.").arg(shown);
    }
}

}

Result<std::unique_ptr<PackageContainer>> openZipContainer(const QString &path, const PackageLimits &limits)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_file_create(QFile::encodeName(path).constData(), 0, -1, &error);
    zip_t *archive = source ? zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error) : nullptr;
    if (!archive) {
        const int code = zip_error_code_zip(&error);
        const QString detail = QString::fromUtf8(zip_error_strerror(&error));
        zip_error_fini(&error);
        if (source)
            zip_source_free(source);
        return refuse(ErrorCode::Damaged, sentenceFor(code, withVisibleControls(QFileInfo(path).fileName())),
                      detail);
    }
    zip_error_fini(&error);
    auto container = std::make_unique<ZipContainer>(archive);
    if (auto listed = container->list(path, limits); !listed)
        return tl::unexpected(listed.error());
    return std::unique_ptr<PackageContainer>(std::move(container));
}

}
